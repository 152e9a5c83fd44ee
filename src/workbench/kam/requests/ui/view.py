"""The view of the cockpit with the requests of an account."""

from dataclasses import replace

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from workbench.kam.requests.queries import beginning_for, requests_of
from workbench.kam.requests.ui.ask_card import AskCard
from workbench.kam.requests.ui.details import RequestDetails
from workbench.kam.requests.ui.room import ROOM
from workbench.kam.requests.ui.verbs import RequestVerbs
from workbench.ui.desk import Desk
from workbench.ui.details import Details
from workbench.ui.list_page import ListPage
from workbench.ui.menu import Entry
from workbench.ui.room import Room


class RequestsPage(ListPage):
    """A list of requests; a new one is made with a card that asks for the department."""

    def __init__(self, desk: Desk, room: Room) -> None:
        self.account_id: int | None = None
        self.card: AskCard | None = None
        super().__init__(desk, room)
        if isinstance(self._verbs, RequestVerbs):
            self._verbs.print_ask = self._to_paper

    def make_details(self, desk: Desk, room: Room) -> Details:
        return RequestDetails(desk, room)

    def begin_new(self) -> None:
        if self.card is None:
            self.card = AskCard(self.window(), self.desk)
        with self.desk.workspace.read() as session:
            beginning = beginning_for(session, self.account_id)
        self.card.begin(beginning, self._made)

    def _made(self, key: int) -> None:
        self.table.show_key(key)
        self.table.setFocus()

    def _to_paper(self, key: int) -> None:
        self.wanted.emit("print", ("ask", key))


class RequestsView:
    """The list as the cockpit knows it."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        self.page = RequestsPage(desk, replace(ROOM, key="account.requests", has_chip_keys=False))
        self.page.wanted.connect(wanted.emit)

    @property
    def widget(self) -> QWidget:
        return self.page

    def show_account(self, account_id: int) -> None:
        self.page.account_id = account_id
        self.page.show_only(requests_of(account_id))

    def entries(self) -> list[Entry]:
        return self.page.entries()

    def home(self) -> QWidget:
        return self.page.table if self.page.model.rowCount() else self.page

    def show_part(self, table: str, key: int) -> None:
        if table == "request":
            self.page.opened(key)
