"""Who does what for an account: the grid of letters with its audit."""

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from workbench.kam.model import Raci
from workbench.kam.raci.queries import raci_view
from workbench.kam.raci.ui.model import FIRST, RaciModel
from workbench.kam.raci.ui.pane import RowPane
from workbench.kam.raci.ui.table import RaciTable
from workbench.kam.raci.ui.totals import Totals
from workbench.kam.raci.ui.verbs import RaciVerbs
from workbench.kam.raci.views import Place, RaciRow, RaciView, Work, fault_sentence, summary
from workbench.kernel.editing import Gone
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row
from workbench.ui.menu import Entry, fill
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.flow import Flow
from workbench.ui.widgets.said import Said

TABLES = {"workstream", "deliverable", "raci", "action_item", "department", "member", "objective", "step", "assignment"}
KEYS = {"workstream": Work.WORKSTREAM, "deliverable": Work.DELIVERABLE, "action_item": Work.ACTION}
ROOM_FOR_BAR = 210  # pixels that bar, totals and a few rows take


class RaciGridView(QWidget):
    """Arrows move, letters set, Space clears, N goes to the next problem, Enter edits the row."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        super().__init__()
        self._desk, self._wanted = desk, wanted
        self._account_id: int | None = None
        self.model = RaciModel(desk)
        self.table = RaciTable(desk, self.model)
        self.pane = RowPane(desk)
        self.pane.hide()
        self.totals = Totals(desk, self.table, self.model)
        self.totals.touched.connect(self._next_of)
        self.audit = Said(desk.theme, "", "label", "text2", wraps=True)
        self.hint = Said(desk.theme, "", "label", "crit", wraps=True)
        self._verbs = RaciVerbs(desk, Ask(self, desk.theme), self)
        self._lay_out()
        self.table.pressed_key.connect(self._verbs.press)
        self.table.doubleClicked.connect(self.open_row)
        self.table.selectionModel().currentChanged.connect(self._moved)
        self.table.horizontalHeader().sectionClicked.connect(self._next_of)
        self.pane.left.connect(self._leave_pane)
        desk.workspace.changed.connect(self._on_change)

    @property
    def widget(self) -> QWidget:
        return self

    def show_account(self, account_id: int) -> None:
        is_other = account_id != self._account_id
        self._account_id = account_id
        self.reload()
        if is_other:
            self.pane.hide()
            self.go_to(0, 0)

    def entries(self) -> list[Entry]:
        return [
            *self._verbs.entries(),
            Entry(N_("Every open action"), "", self._every.toggle, "list-checks", N_("View")),
            Entry(N_("Print who does what"), "", self._to_paper, "printer", N_("File")),
        ]

    def home(self) -> QWidget:
        return self.table if self.model.rowCount() else self._start

    def show_part(self, table: str, key: int) -> None:
        """Bring a row into view, or the row of a letter."""
        if table == Raci.__tablename__:
            with self._desk.workspace.read() as session:
                letter = session.get(Raci, key)
                found = _row_of(letter) if letter else None
        else:
            found = (KEYS[table], key) if table in KEYS else None
        if found:
            self.show_row(*found)

    def account(self) -> int | None:
        return self._account_id

    def chosen(self) -> RaciRow | None:
        return self.model.row(self.table.currentIndex().row())

    def place(self) -> Place | None:
        return self.model.place_of(self.table.currentIndex())

    def under(self) -> tuple[QWidget, QPoint]:
        """The point under the chosen cell, for what is asked about it."""
        rect = self.table.visualRect(self.table.currentIndex())
        if not rect.isValid():
            return self, QPoint(20, 60)
        return self.table.viewport(), rect.bottomLeft() + QPoint(0, 4)

    def step_from(self) -> tuple[int, int]:
        index = self.table.currentIndex()
        return index.row(), index.column()

    def go_to(self, row: int, column: int) -> None:
        """Stand on a cell; columns are counted from the first department on."""
        index = self.model.index(row, FIRST + column)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)

    def show_row(self, work: Work, key: int) -> None:
        self.reload()
        place = self.model.find(work, key)
        if place < 0 and work is Work.ACTION:
            self._every.setChecked(True)
            place = self.model.find(work, key)
        if place >= 0:
            self.go_to(place, max(0, self.table.currentIndex().column() - FIRST))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_row(self) -> None:
        """Edit the chosen row beside the grid."""
        if self.chosen() is not None:
            self.pane.show()
            self.pane.show_row(self.chosen())
            self.pane.begin()

    def reload(self) -> None:
        """Read the grid again; where somebody stands, and how far it is scrolled, stays."""
        if self._account_id is None:
            return
        desk, chosen = self._desk, self.chosen()
        here, scrolled = self.step_from(), self.table.verticalScrollBar().value()
        today, every = desk.clock.today(), self._every.isChecked()
        with desk.workspace.read() as session:
            try:
                view = raci_view(session, self._account_id, today, desk.words, every_action=every)
            except Gone:
                # somebody deleted the account, and the page says so
                view = RaciView("", today)
        if self.model.show_view(view):
            kept = self.model.find(chosen.work, chosen.key) if chosen else -1
            place = kept if kept >= 0 else min(max(0, here[0]), self.model.rowCount() - 1)
            self.table.verticalScrollBar().setValue(scrolled)
            self.table.setCurrentIndex(self.model.index(place, min(max(0, here[1]), self.model.last)))
        self._tell()

    def _tell(self) -> None:
        view = self.model.view
        self._empty.setVisible(not view.rows)
        self._body.setVisible(bool(view.rows))
        told = summary(view, self._desk.formats)
        self.audit.setText(" · ".join((told[0], *(f"▲ {warning}" for warning in told[1:]))))
        self.totals.tell()
        self._moved()

    def _moved(self, *_told: object) -> None:
        shown = self.chosen()
        sentence = fault_sentence(shown, self.model.view, self._desk.words) if shown else ""
        self.hint.setText(sentence)
        self.hint.setVisible(bool(sentence))
        self.table.viewport().update()
        if self.pane.isVisible():
            self.pane.show_row(shown)

    def _next_of(self, section: int) -> None:
        """A click on the head of a department goes through what it accounts for."""
        if FIRST <= section < self.model.last:
            self.go_to(max(0, self.table.currentIndex().row()), section - FIRST)
            self._verbs.next_of_department()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # with large texts in a low window the rows come first: what the bar does, keys and menus do as well
        has_room = event.size().height() >= self._desk.theme.px(ROOM_FOR_BAR)
        self._top.setVisible(has_room)
        self.totals.setVisible(has_room)

    def _leave_pane(self) -> None:
        self.pane.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        desk = self._desk
        theme, words = desk.theme, desk.words
        self._every = button(theme, words("Every open action"), "list-checks", "chip")
        self._every.toggled.connect(self.reload)
        new = button(theme, words("Workstream"), "plus", tip=words("New workstream (W)"))
        new.clicked.connect(self._verbs.ask_workstream)
        template = button(theme, words("From a template"), "plus")
        template.setMenu(self._templates(template))
        problem = button(theme, words("Next problem"), "circle-alert", tip=words("Next problem (N)"))
        problem.clicked.connect(self._verbs.next_problem)
        bar = Flow(self._every, problem, new, template, gap=6)
        self._start = button(theme, words("Use the template: sales, marketing, after-sales"), "plus", "primary")
        self._start.clicked.connect(self._use_first)
        self._empty = Empty(theme, "list-checks", words(EMPTY), self._start)
        named = (self._every, problem, new, template, self._start)
        for made, name in zip(named, ("every", "problem", "new", "template", "start"), strict=True):
            made.setObjectName(f"raci.bar.{name}")
        foot = column(self.hint, self.audit, margins=(20, 6, 16, 8), gap=2)
        grid = column(self.table, self.totals, foot, gap=0, stretch=(1, 0, 0))
        self._body = holding(row(holding(grid), self.pane, gap=0, stretch=(1, 0)))
        self._top = holding(column(bar, margins=(20, 0, 16, 8)))
        self.setLayout(column(self._top, self._body, self._empty, gap=0, stretch=(0, 1, 1)))

    def _templates(self, owner: QWidget) -> QMenu:
        menu = QMenu(owner)
        fill(menu, self._verbs.templates(), self._desk.words, self._desk.theme, owner)
        return menu

    def _use_first(self) -> None:
        self._verbs.use("chain")

    def _to_paper(self) -> None:
        self._wanted.emit("print", ("raci", self._account_id))

    def _on_change(self, change: Change) -> None:
        if self.isVisible() and TABLES & change.rows.keys():
            self.reload()


def _row_of(letter: Raci) -> tuple[Work, int]:
    if letter.deliverable_id is not None:
        return Work.DELIVERABLE, letter.deliverable_id
    if letter.workstream_id is not None:
        return Work.WORKSTREAM, letter.workstream_id
    return Work.ACTION, letter.action_id or 0


EMPTY = N_("No workstreams yet. Begin with a template, or with a workstream of your own (W).")
