"""The timeline tab of an account: chips that leave things out, a jump to a year, and the list."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.portfolio import timeline
from workbench.portfolio.timeline import Happening, Wanted
from workbench.portfolio.ui.timeline_list import TimelineModel, TimelineView
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.switch import Switch

FILTERS: tuple[tuple[str, Collection[Happening]], ...] = (
    (N_("All"), timeline.USUAL),
    (N_("Meetings"), timeline.MEETINGS),
    (N_("Actions"), timeline.ACTIONS),
    (N_("Decisions"), timeline.DECISIONS),
    (N_("Log"), timeline.LOG),
    (N_("Notes"), timeline.NOTES),
)


class TimelineTab(QWidget):
    """What happened with the account, newest first."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        super().__init__()
        self._desk = desk
        self._account_id: int | None = None
        self._is_stale = False
        self._years: dict[int, int] = {}
        self.model = TimelineModel(desk)
        self.list = TimelineView(desk, self.model, desk.words("Timeline"))
        self.list.setObjectName("account.timeline.list")
        self.list.wanted.connect(wanted.emit)
        self._filters = Switch(self)
        chips = [self._chip(place) for place in range(len(FILTERS))]
        self._filters.idToggled.connect(self._filtered)
        # field edits are noise until somebody asks for them
        self.changes = button(desk.theme, desk.words("Changes"), look="chip")
        self.changes.setObjectName("account.timeline.changes")
        self.changes.toggled.connect(self._show)
        self.years = self._year_list()
        self._empty = Empty(desk.theme, "history", desk.words("Nothing has happened here yet."))
        head = row(*chips, self.changes, None, self.years, gap=6, margins=(20, 12, 16, 6))
        self.setLayout(column(head, self.list, self._empty, gap=0, stretch=(0, 1, 1)))
        desk.workspace.changed.connect(self._on_change)

    @property
    def widget(self) -> QWidget:
        return self

    def show_account(self, account_id: int) -> None:
        self._account_id = account_id
        self._show()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._show()

    def jump(self, year: int) -> None:
        """Bring the newest entry of a year to the top."""
        place = self.model.row_of(self._years[year])
        if place >= 0:
            index = self.model.index(place, 0)
            self.list.scrollTo(index, self.list.ScrollHint.PositionAtTop)
            self.list.setCurrentIndex(self.model.index(place + 1, 0))
            self.list.scrollTo(index, self.list.ScrollHint.PositionAtTop)

    def _chip(self, place: int) -> QPushButton:
        made = button(self._desk.theme, self._desk.words(FILTERS[place][0]), look="chip")
        made.setObjectName(f"account.timeline.filter.{place}")
        self._filters.add(made)
        return made

    def _year_list(self) -> QComboBox:
        made = QComboBox()
        made.setObjectName("account.timeline.years")
        made.setAccessibleName(self._desk.words("Go to year"))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.activated.connect(self._year_chosen)
        return made

    def _year_chosen(self, place: int) -> None:
        self.jump(int(self.years.itemText(place)))

    def _filtered(self, _place: int, is_on: bool) -> None:
        if is_on:
            self._show()

    def _show(self) -> None:
        self._is_stale = False
        if self._account_id is None:
            return
        wanted = self._wanted(self._account_id)
        with self._desk.workspace.read() as session:
            self._years = timeline.years(session, wanted)
        self.model.show_wanted(wanted)
        self.years.clear()
        self.years.addItems([str(year) for year in self._years])
        self.years.setVisible(len(self._years) > 1)
        self.list.setVisible(bool(self._years))
        self._empty.setVisible(not self._years)
        self.list.walk(1)

    def _wanted(self, account_id: int) -> Wanted:
        chosen = set(FILTERS[self._filters.checkedId()][1])
        if self.changes.isChecked():
            chosen |= timeline.CHANGES
        now: datetime = self._desk.clock.now().astimezone(ZoneInfo(self._desk.clock.zone))
        offset = now.utcoffset()
        shift = int(offset.total_seconds() // 60) if offset else 0
        return Wanted(account_id, self._desk.clock.today(), chosen, shift)

    def _on_change(self, change: Change) -> None:
        if self._account_id is None or not change.rows:
            return
        if self.isVisible():
            self._show()
        else:
            self._is_stale = True
