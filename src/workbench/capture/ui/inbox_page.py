"""The inbox: captured lines that are not clear yet. The goal is that it is empty."""

from PySide6.QtWidgets import QBoxLayout

from workbench.action_items import fields
from workbench.action_items.commands import add_action, delete_actions, edit_action, file_captures
from workbench.action_items.model import ActionItem
from workbench.action_items.queries import INBOX
from workbench.capture.ui.sorting_strip import SortingStrip
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.list_page import ListPage
from workbench.ui.menu import Entry
from workbench.ui.room import Room


def _add(desk: Desk, title: str) -> int:
    return desk.workspace.do(add_action, title, desk.clock.today(), captured=title)


ROOM = Room(
    key="inbox",
    title=N_("Inbox"),
    icon="inbox",
    kind=ActionItem,
    listing=INBOX,
    fields=(
        fields.TITLE,
        fields.CAPTURED,
        fields.ACCOUNT,
        fields.DUE,
        fields.MEMBER,
        fields.PERSON,
        fields.DIRECTION,
        fields.DEPARTMENT,
        fields.PRIORITY,
        fields.NOTE,
    ),
    add=_add,
    edit=edit_action,
    delete=delete_actions,
    new=N_("Add to the inbox"),
    empty=N_("All captures are filed."),
)


class InboxPage(ListPage):
    """A account, D date, O owner, C choose; Enter accepts what is understood, Del throws away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, ROOM)
        self._strip = SortingStrip(desk)
        inside = self.layout()
        assert isinstance(inside, QBoxLayout)
        inside.insertWidget(1, self._strip)
        self.table.chosen.connect(self._strip.show_key)
        desk.workspace.changed.connect(self._look_again)

    def entries(self) -> list[Entry]:
        jumps = (
            (N_("Set account"), "account_id", "building-2"),
            (N_("Set date"), "due", "calendar"),
            (N_("Set owner"), "member_id", "user"),
        )
        return [
            *super().entries(),
            Entry(N_("Choose whom it means"), "", self.choose, "user", N_("Edit"), self._has_choice),
            Entry(N_("Accept"), "", self.accept, "check", N_("Edit"), self._has_choice),
            *(
                Entry(label, "", _Focus(self, name).now, icon, N_("Edit"), self._has_choice)
                for label, name, icon in jumps
            ),
        ]

    def accept(self) -> None:
        """Take the chosen ones as they stand: they leave the inbox."""
        keys = self.table.selected_keys()
        if keys and self.desk.attempt(lambda: self.desk.workspace.do(file_captures, keys)):
            self.desk.done(self.desk.words.many("{n} capture filed.", "{n} captures filed.", len(keys)))
            self.opened(None)

    def choose(self) -> None:
        """Ask who is meant by a name that several have."""
        if not self._strip.ask():
            self.desk.say(self.desk.words("There is nothing to choose here."))

    def focus_field(self, name: str) -> None:
        """Put the caret into a field of the chosen capture."""
        self.show_details()
        self.details.form.focus_field(name)

    def _look_again(self, _change: Change) -> None:
        self._strip.show_key(self.table.current_key())

    def _open(self, key: int) -> None:
        self.accept()

    def _verb(self, letter: str) -> None:
        field = {"A": "account_id", "D": "due", "O": "member_id"}.get(letter)
        if letter == "C":
            self.choose()
        elif field and self._has_choice():
            self.focus_field(field)
        else:
            super()._verb(letter)


class _Focus:
    def __init__(self, page: InboxPage, name: str) -> None:
        self._page, self._name = page, name

    def now(self) -> None:
        self._page.focus_field(self._name)
