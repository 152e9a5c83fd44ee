"""The scoreboard of an account in the cockpit, and of the whole portfolio as a page of its own."""

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from workbench.kam.scoreboard.counting import Owed
from workbench.kam.scoreboard.queries import scoreboard
from workbench.kam.scoreboard.ui.records import Records
from workbench.kam.scoreboard.ui.table import ScoreModel, ScoreTable
from workbench.kam.scoreboard.views import ScoreboardView
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.tasks import Job
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.panes import Panes
from workbench.ui.widgets.said import Said

NARROW = 1100  # pixels that the table and what is beside it need
SHOWN = {"request", "action_item", "department", "member", "person", "account", "portfolio_setting"}
NOTHING = N_("No promise was made yet. The scoreboard fills from requests to departments and from actions.")


class ScorePage(Page):
    """The table and, beside it, what the chosen figure was counted from."""

    def __init__(self, desk: Desk, name: str = "scoreboard") -> None:
        super().__init__(desk)
        self.setObjectName(name)
        words, theme = desk.words, desk.theme
        self._account_id: int | None = None
        self._is_stale = True
        self._view: ScoreboardView | None = None
        self._scope = Said(theme, "", "label", "muted")
        self._print = button(theme, words("Print"), "printer")
        self._print.setObjectName(f"{name}.print")
        self._print.clicked.connect(self.to_paper)
        self.model = ScoreModel(desk)
        self.table = ScoreTable(desk, self.model)
        self.table.setObjectName(f"{name}.table")
        self.records = Records(desk, name)
        self._start = button(theme, words("Ask a department"), "send", "primary")
        self._start.setObjectName(f"{name}.start")
        self._start.clicked.connect(self._begin)
        self._empty = Empty(theme, "scale", words(NOTHING), self._start)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self.records.opened.connect(self._to_record)
        self.records.left.connect(self._back)
        head = Panel(theme, "surface", "b")
        title = Said(theme, self.title(), "display")
        head.setLayout(column(row(title, self._scope, None, self._print, gap=10), margins=(20, 12, 16, 10)))
        left = holding(column(self.table, self._empty, gap=0))
        self.setLayout(
            column(head, Panes(f"{name}.panes", left, self.records, last=self.records.width()), gap=0, stretch=(0, 1))
        )
        self._show(None)
        desk.workspace.changed.connect(self._on_change)

    def title(self) -> str:
        return self.desk.words("Scoreboard")

    def entries(self) -> list[Entry]:
        return [
            Entry(N_("Show the records of the figure (Enter)"), "", self._open_here, "eye", N_("View"), self._has_line),
            Entry(N_("Print the scoreboard"), "", self.to_paper, "printer", N_("File")),
        ]

    def opened(self, target: object) -> None:
        self._read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def home(self) -> QWidget:
        return self.table if self.model.rowCount() else self._start

    def show_account(self, account_id: int) -> None:
        """Read the promises for an account."""
        self._account_id = account_id
        self._read()

    def paper(self) -> tuple[str, object]:
        return ("scoreboard-all", None) if self._account_id is None else ("scoreboard", self._account_id)

    def to_paper(self) -> None:
        self.wanted.emit("print", self.paper())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.records.isAncestorOf(self.focusWidget() or self):
            self._back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            has_room = event.size().width() >= self.desk.theme.px(NARROW)
            self.records.setVisible(has_room and self.model.rowCount() > 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale and self._view is not None:
            self._read()

    def _read(self) -> None:
        """At once for an account; for the whole portfolio behind the window, for it may be large."""
        self._is_stale = False
        if self._account_id is not None:
            self._show(self._counted())
        else:
            self.desk.tasks.run(N_("Counting promises"), self._work, self._show, self._failed)

    def _work(self, _job: Job) -> ScoreboardView:
        return self._counted()

    def _counted(self) -> ScoreboardView:
        with self.desk.workspace.read() as session:
            return scoreboard(session, self._account_id, self.desk.clock.today())

    def _failed(self, problem: BaseException) -> None:
        raise problem

    def _show(self, view: ScoreboardView | None) -> None:
        here = self.table.currentIndex()
        place = (max(0, here.row()), max(1, here.column()))
        self._view = view
        if view is not None:
            self.model.show_view(view)
            self._scope.setText(view.account or self.desk.words("All accounts"))
        rows, was_empty = self.model.rowCount(), self._empty.isVisibleTo(self)
        if not rows or was_empty:
            # nothing can be shown beside an empty table
            self.records.setVisible(rows > 0 and self.width() >= self.desk.theme.px(NARROW))
        self.table.setVisible(rows > 0)
        self._empty.setVisible(rows == 0)
        if rows:
            self.table.stand_on(min(place[0], rows - 1), place[1])
        else:
            self.records.show_figure("", None, self.desk.clock.today())

    def _chosen(self, row_: int, column_: int) -> None:
        line = self.model.line(row_)
        figure = line.figures[column_ - 1] if column_ else None
        self.records.show_figure(self.model.name(line), figure, self.desk.clock.today())

    def _opened(self, _row: int, _column: int) -> None:
        self.records.setVisible(True)
        self.records.begin()

    def _open_here(self) -> None:
        here = self.table.currentIndex()
        self._opened(here.row(), here.column())

    def _has_line(self) -> bool:
        return self.table.currentIndex().isValid()

    def _begin(self) -> None:
        """Go to where departments are asked; without an account, to where one is chosen."""
        if self._account_id is None:
            self.wanted.emit("accounts", None)
        else:
            self.wanted.emit("account", (self._account_id, "request", 0, "requests"))

    def _back(self) -> None:
        if self.width() < self.desk.theme.px(NARROW):
            self.records.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_record(self, one: Owed) -> None:
        """Show a record where it is at home: on the page of its account, else in the list of actions."""
        window = self.window()
        if one.account_id is None:
            self.wanted.emit("actions", one.key)
            return
        self.wanted.emit("account", one.account_id)
        shown = getattr(window, "page", None)
        if isinstance(shown, Page):
            shown.show_part(one.table, one.key)

    def _on_change(self, change: Change) -> None:
        if SHOWN & change.rows.keys() and self._view is not None:
            if self.isVisible():
                self._read()
            else:
                self._is_stale = True


class ScoreView:
    """The scoreboard as the cockpit knows it."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        self.page = ScorePage(desk, "account.scoreboard")
        self.page.wanted.connect(wanted.emit)

    @property
    def widget(self) -> QWidget:
        return self.page

    def show_account(self, account_id: int) -> None:
        self.page.show_account(account_id)

    def entries(self) -> list[Entry]:
        return self.page.entries()

    def home(self) -> QWidget:
        return self.page.home()

    def show_part(self, table: str, key: int) -> None:
        """A figure is no record: records are shown where they are at home."""
