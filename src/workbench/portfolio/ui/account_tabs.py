"""Tabs of an account that are lists: its people, meetings and actions."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.action_items.commands import add_action
from workbench.action_items.queries import actions_of
from workbench.contacts.commands import add_person
from workbench.contacts.queries import contacts_of
from workbench.contacts.ui.lists import SEATS
from workbench.kernel.words import N_
from workbench.meetings.commands import add_meeting
from workbench.meetings.queries import meetings_of
from workbench.portfolio.ui.rooms import ACTIONS, CONTACTS, MEETINGS
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.list_page import ListPage
from workbench.ui.room import Room
from workbench.ui.sublist import SubList
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.switch import Switch


class Belonging(Protocol):
    """A tab: it shows what belongs to an account."""

    @property
    def widget(self) -> QWidget: ...

    def show_account(self, account_id: int) -> None: ...


class ListTab:
    """A list page whose rows belong to one account; what is added there belongs to it too."""

    def __init__(self, desk: Desk, room: Room, kind: str, wanted: SignalInstance) -> None:
        self._account_id: int | None = None
        self._kind = kind
        self.page = ListPage(desk, replace(room, key=f"account.{room.key}", add=self._add, has_chip_keys=False))
        self.page.wanted.connect(wanted.emit)

    @property
    def widget(self) -> QWidget:
        return self.page

    @property
    def table(self) -> str:
        """The table whose records are the rows."""
        return {"people": "person", "meetings": "meeting", "actions": "action_item"}[self._kind]

    def begin(self) -> None:
        """Give the keys to the list."""
        self.page.opened(None)

    def show_account(self, account_id: int) -> None:
        self._account_id = account_id
        listings = {"people": contacts_of, "meetings": meetings_of, "actions": actions_of}
        self.page.show_only(listings[self._kind](account_id))

    def _add(self, desk: Desk, name: str) -> int:
        today = desk.clock.today()
        if self._kind == "people":
            return desk.workspace.do(add_person, name, self._account_id)
        if self._kind == "meetings":
            return desk.workspace.do(add_meeting, name, today, account_id=self._account_id, time_zone=desk.clock.zone)
        return desk.workspace.do(add_action, name, today, account_id=self._account_id)


class PeopleTab(ListTab):
    """The people of an account, or its seats with the vacant ones first."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        super().__init__(desk, CONTACTS, "people", wanted)
        self.seats = SubList(desk, SEATS)
        self._stack = QStackedWidget()
        seats = Panel(desk.theme, "surface")
        seats.setLayout(column(self.seats, None, margins=(16, 8, 16, 12)))
        self._stack.addWidget(self.page)
        self._stack.addWidget(scrolling(seats))
        self.switch = Switch(self._stack)
        for place, label in enumerate((N_("People"), N_("Seats"))):
            made = button(desk.theme, desk.words(label), look="chip")
            made.setObjectName(f"account.people.switch.{place}")
            self.switch.add(made)
        self.switch.chosen.connect(self._stack.setCurrentIndex)
        bar = row(*self.switch.buttons(), None, gap=6, margins=(20, 10, 16, 4))
        self._whole = holding(column(bar, self._stack, gap=0, stretch=(0, 1)))

    @property
    def widget(self) -> QWidget:
        return self._whole

    def begin(self) -> None:
        """Give the keys to the seats where there are any, vacant ones first; else to the people."""
        has_seats = bool(self.seats.lines())
        self.switch.button(1 if has_seats else 0).click()
        if has_seats:
            self.seats.home().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().begin()

    def show_account(self, account_id: int) -> None:
        super().show_account(account_id)
        self.seats.show_parent(account_id)


def people_tab(desk: Desk, wanted: SignalInstance) -> PeopleTab:
    return PeopleTab(desk, wanted)


def meetings_tab(desk: Desk, wanted: SignalInstance) -> ListTab:
    return ListTab(desk, MEETINGS, "meetings", wanted)


def actions_tab(desk: Desk, wanted: SignalInstance) -> ListTab:
    return ListTab(desk, ACTIONS, "actions", wanted)


def lists_with(tab: Belonging, table: str, key: int) -> Iterator[SubList]:
    """The lists of a tab in which a record of a table is a line."""
    for made in tab.widget.findChildren(SubList):
        if made.what.kind.__tablename__ == table and any(line.key == key for line in made.lines()):
            yield made
