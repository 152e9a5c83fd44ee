"""The next thirty, sixty and ninety days of an account, with the strip of its workstreams above."""

import re

from PySide6.QtCore import QItemSelectionModel, QPoint, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.action_items.commands import delete_actions, shift_due
from workbench.action_items.ui.verbs import ActionVerbs
from workbench.kam.horizon.buckets import BUCKETS, Bucket, is_over, moved
from workbench.kam.horizon.commands import move_to_days
from workbench.kam.horizon.queries import horizon_view
from workbench.kam.horizon.ui.model import HorizonModel
from workbench.kam.horizon.ui.strip import Strip
from workbench.kam.horizon.ui.table import HorizonTable
from workbench.kam.horizon.views import HorizonItem, HorizonView
from workbench.kernel.editing import Gone
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.flow import Flow

TABLES = {"action_item", "workstream", "deliverable", "plan", "objective", "department", "member", "step"}
WEEKS = re.compile(r"[+]?\s*(-?\s*\d{1,2})\s*\w*")
EDIT, VIEW = N_("Edit"), N_("View")
LEAST_HEIGHT = 320  # of a board with a strip above it


class HorizonBoardView(QWidget):
    """Arrows walk, Space ticks, Ctrl+← and → move to another part, P moves by weeks, D asks for a day, X chooses."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        super().__init__()
        self._desk, self._wanted = desk, wanted
        self._account_id: int | None = None
        self.model = HorizonModel(desk)
        self.table = HorizonTable(desk, self.model)
        self.strip = Strip(desk)
        self._ask = Ask(self, desk.theme)
        self._verbs = ActionVerbs(desk, self._ask, self.chosen, self._under)
        self._lay_out()
        self.table.pressed_key.connect(self._pressed)
        self.table.ticked.connect(self._verbs.tick)
        self.table.doubleClicked.connect(self._open)
        self.model.dropped.connect(self._dropped)
        desk.workspace.changed.connect(self._on_change)

    @property
    def widget(self) -> QWidget:
        return self

    def show_account(self, account_id: int) -> None:
        is_other = account_id != self._account_id
        self._account_id = account_id
        self.reload()
        if is_other:
            self._stand_first()

    def entries(self) -> list[Entry]:
        why = N_("Choose an action first.")
        return [
            *self._verbs.entries(),
            Entry(N_("Move by weeks… (P)"), "", self.ask_weeks, "calendar-clock", EDIT, self._has_item, why=why),
            Entry(N_("To the part before (Ctrl+←)"), "", self.earlier, "arrow-left", EDIT, self._has_item, why=why),
            Entry(N_("To the part after (Ctrl+→)"), "", self.later, "arrow-right", EDIT, self._has_item, why=why),
            Entry(N_("Choose, or leave out (X)"), "", self._toggle, "check", EDIT, self._has_item, why=why),
            Entry(N_("Lanes by department (G)"), "", self._lanes.toggle, "rows-3", VIEW),
            Entry(N_("Strip of workstreams"), "", self._shown.toggle, "chart-scatter", VIEW),
            Entry(N_("Count from the plan"), "", self._plan.toggle, "target", VIEW, self._has_plan),
            Entry(N_("Print who does what"), "", self._to_paper, "printer", N_("File")),
        ]

    def home(self) -> QWidget:
        return self.table if self.model.lines else self._start

    def show_part(self, table: str, key: int) -> None:
        """Bring an action into view and choose it."""
        index = self.model.find(key) if table == "action_item" else None
        if index is not None and index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def items(self) -> list[HorizonItem]:
        """The chosen actions; the one the user stands on where none is."""
        found = [self.model.item(index) for index in self.table.selectionModel().selectedIndexes()]
        chosen = [item for item in found if item is not None]
        here = self.model.item(self.table.currentIndex())
        return chosen or ([here] if here is not None else [])

    def chosen(self) -> list[int]:
        return [item.id for item in self.items()]

    def earlier(self) -> None:
        self._step(-1)

    def later(self) -> None:
        self._step(1)

    def ask_weeks(self) -> None:
        words = self._desk.words
        self._ask.ask(words("Move by weeks"), words("2 or -1"), self._under(), self._weeks_said)

    def reload(self) -> None:
        """Read again; whoever stood on an action stands on it still, or on what has its place now."""
        if self._account_id is None:
            return
        desk, here = self._desk, self.table.currentIndex()
        item, scrolled = self.model.item(here), self.table.verticalScrollBar().value()
        today = desk.clock.today()
        with desk.workspace.read() as session:
            try:
                view = horizon_view(session, self._account_id, today, from_plan=self._plan.isChecked())
            except Gone:
                # somebody deleted the account, and the page says so
                view = HorizonView("", today, today)
        self.model.show_view(view, in_lanes=self._lanes.isChecked())
        self.strip.show_view(view)
        self._show_strip()
        self._plan.setVisible(view.plan_start is not None)
        self._empty.setVisible(not view.items)
        self.table.setVisible(bool(view.items))
        kept = self.model.find(item.id) if item else self.model.index(-1, -1)
        if not kept.isValid():
            kept = self.model.index(max(0, min(here.row(), self.model.rowCount() - 1)), max(0, here.column()))
        self.table.setCurrentIndex(kept)
        self.table.verticalScrollBar().setValue(scrolled)

    def _move(self, items: list[HorizonItem], target: Bucket) -> None:
        """Give actions a day in another part, all in one step."""
        desk, start, today = self._desk, self.model.view.start, self._desk.clock.today()
        if is_over(target, start, today):
            desk.say(desk.words("That part is over. Choose a later one."))
            return
        dues = {item.id: moved(item.due, target, start, today) for item in items if item.bucket is not target}
        if dues and desk.attempt(lambda: desk.workspace.do(move_to_days, dues)):
            self._choose(list(dues))
            words = desk.words
            desk.done(
                words.many(
                    "{n} action moved to: {part}.", "{n} actions moved to: {part}.", len(dues), part=words(target.label)
                )
            )

    def _choose(self, keys: list[int]) -> None:
        """Choose actions where they are now."""
        self.reload()
        flags = QItemSelectionModel.SelectionFlag
        selection = self.table.selectionModel()
        for place, key in enumerate(keys):
            index = self.model.find(key)
            if place == 0:
                self.table.setCurrentIndex(index)
            selection.select(index, flags.ClearAndSelect if place == 0 else flags.Select)

    def _step(self, step: int) -> None:
        items = self.items()
        if not items:
            return
        here = self.model.item(self.table.currentIndex()) or items[0]
        place = BUCKETS.index(here.bucket) + step
        if 0 <= place < len(BUCKETS):
            self._move(items, BUCKETS[place])

    def _weeks_said(self, text: str) -> str:
        desk, keys, found = self._desk, self.chosen(), WEEKS.fullmatch(text.strip())
        if found is None:
            return desk.words("Write a number of weeks, like 2 or -1.")
        weeks = int(found[1].replace(" ", ""))
        if weeks and desk.attempt(lambda: desk.workspace.do(shift_due, keys, 7 * weeks, desk.clock.today())):
            self._choose(keys)
            days = 7 * weeks
            words = desk.words
            desk.done(
                words.many("{n} action moved by {days} d.", "{n} actions moved by {days} d.", len(keys), days=days)
            )
        return ""

    def _pressed(self, key: str) -> None:
        acts = {
            "Before": self.earlier,
            "After": self.later,
            "P": self.ask_weeks,
            "X": self._toggle,
            "G": self._lanes.toggle,
            "Enter": self._open,
            "Delete": self._delete,
        }
        if key in acts:
            acts[key]()
        else:
            self._verbs.press(key)

    def _toggle(self) -> None:
        """Choose the action the user stands on as well, or leave it out, and go on to the next one."""
        here = self.table.currentIndex()
        flags = QItemSelectionModel.SelectionFlag
        selection = self.table.selectionModel()
        selection.select(here, flags.Toggle)
        below = self.model.index(here.row() + 1, here.column())
        if below.isValid() and self.model.item(below):
            selection.setCurrentIndex(below, flags.NoUpdate)

    def _dropped(self, keys: list[int], bucket: Bucket) -> None:
        known = {item.id: item for item in self.model.view.items}
        self._move([known[key] for key in keys if key in known], bucket)

    def _open(self) -> None:
        item = self.model.item(self.table.currentIndex())
        if item is not None:
            self._wanted.emit("actions", item.id)

    def _delete(self) -> None:
        desk, items = self._desk, self.items()
        if items and desk.attempt(lambda: desk.workspace.do(delete_actions, [item.id for item in items])):
            desk.deleted(len(items), items[0].title)

    def _under(self) -> tuple[QWidget, QPoint]:
        rect = self.table.visualRect(self.table.currentIndex())
        return self.table.viewport(), QPoint(rect.left() + 8, min(rect.bottom(), self.table.height() // 2))

    def _stand_first(self) -> None:
        for row in range(self.model.rowCount()):
            for place in range(self.model.columnCount()):
                if self.model.item(self.model.index(row, place)):
                    self.table.setCurrentIndex(self.model.index(row, place))
                    return

    def _lay_out(self) -> None:
        theme, words = self._desk.theme, self._desk.words
        self._lanes = button(theme, words("Lanes by department"), "rows-3", "chip", words("Lanes by department (G)"))
        self._plan = button(theme, words("Count from the plan"), "target", "chip", words(FROM_PLAN))
        weeks = button(theme, words("Move by weeks…"), "calendar-clock", tip=words("Move by weeks… (P)"))
        self._shown = button(theme, words("Workstreams"), "chart-scatter", "chip", words("Strip of workstreams"))
        self._shown.setChecked(True)
        self._start = button(theme, words("Add action"), "plus", "primary")
        named = (self._lanes, self._plan, self._shown, weeks, self._start)
        for made, name in zip(named, ("lanes", "plan", "strip", "weeks", "start"), strict=True):
            made.setObjectName(f"horizon.bar.{name}")
        self._lanes.toggled.connect(self._arrange)
        self._plan.toggled.connect(self.reload)
        weeks.clicked.connect(self.ask_weeks)
        self._shown.toggled.connect(self._show_strip)
        self._start.clicked.connect(self._capture)
        self._empty = Empty(theme, "calendar-days", words("Nothing is open for this account."), self._start)
        bar = Flow(self._lanes, self._plan, self._shown, weeks, gap=6)
        top = holding(column(bar, margins=(20, 0, 16, 8)))
        self.setLayout(column(top, self.strip, self.table, self._empty, gap=0, stretch=(0, 0, 1, 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_strip()

    def _arrange(self) -> None:
        """In lanes, or not; the action the user stands on stays in sight."""
        self.reload()
        self.table.scrollTo(self.table.currentIndex())

    def _show_strip(self) -> None:
        """The strip gives way where the cards would have no room below it."""
        has_room = self.height() >= self._desk.theme.px(LEAST_HEIGHT)
        self.strip.setVisible(self._shown.isChecked() and has_room and bool(self.model.view.strands))

    def _capture(self) -> None:
        self._wanted.emit("capture", "")

    def _to_paper(self) -> None:
        self._wanted.emit("print", ("raci", self._account_id))

    def _has_item(self) -> bool:
        return bool(self.items())

    def _has_plan(self) -> bool:
        return self.model.view.plan_start is not None

    def _on_change(self, change: Change) -> None:
        if self.isVisible() and TABLES & change.rows.keys():
            self.reload()


FROM_PLAN = N_("Count the days from the plan, which begins again every ninety days, instead of today")
