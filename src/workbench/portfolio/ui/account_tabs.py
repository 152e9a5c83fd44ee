"""Tabs of an account that are lists: its people, meetings and actions."""

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from workbench.action_items.commands import add_action
from workbench.action_items.queries import actions_of
from workbench.contacts.commands import add_person
from workbench.contacts.queries import contacts_of
from workbench.meetings.commands import add_meeting
from workbench.meetings.queries import meetings_of
from workbench.portfolio.ui.rooms import ACTIONS, CONTACTS, MEETINGS
from workbench.ui.desk import Desk
from workbench.ui.list_page import ListPage
from workbench.ui.room import Room


class Belonging(Protocol):
    """A tab: it shows what belongs to an account."""

    @property
    def widget(self) -> QWidget: ...

    def show_account(self, account_id: int) -> None: ...


class ListTab:
    """A list page whose rows belong to one account; what is added there belongs to it too."""

    def __init__(self, desk: Desk, room: Room, kind: str) -> None:
        self._account_id: int | None = None
        self._kind = kind
        self.page = ListPage(desk, replace(room, key=f"account.{room.key}", add=self._add, opens=room.opens))

    @property
    def widget(self) -> QWidget:
        return self.page

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


def people_tab(desk: Desk) -> ListTab:
    return ListTab(desk, CONTACTS, "people")


def meetings_tab(desk: Desk, wanted: SignalInstance) -> ListTab:
    tab = ListTab(desk, MEETINGS, "meetings")
    tab.page.wanted.connect(wanted.emit)
    return tab


def actions_tab(desk: Desk) -> ListTab:
    return ListTab(desk, ACTIONS, "actions")
