"""Departments managed in the list of our own people, and from the palette wherever somebody is."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from workbench.kam.departments.commands import named
from workbench.kam.departments.ui.asking import Asking, Named
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.team.model import Department, Member
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask

ADD, RENAME, DISSOLVE = N_("Add department…"), N_("Rename department…"), N_("Dissolve department…")
ICONS = {ADD: "plus", RENAME: "pencil", DISSOLVE: "trash-2"}
# where these are begun from anywhere
PAGE = "team"


class DepartmentVerbs:
    """Asks which department is meant, that of the chosen member with Enter alone, and goes on from there."""

    def __init__(
        self,
        desk: Desk,
        ask: Ask,
        chosen: Callable[[], list[int]],
        under: Callable[[], tuple[QWidget, QPoint]],
    ) -> None:
        self._desk, self._ask, self._chosen, self._under = desk, ask, chosen, under
        self._asking = Asking(desk, ask)

    def press(self, _key: str) -> bool:
        """No letter means a department."""
        return False

    def entries(self) -> list[Entry]:
        edit = N_("Edit")
        runs = {ADD: self.ask_new, RENAME: self.ask_name, DISSOLVE: self.ask_heir}
        return [Entry(label, "", run, ICONS[label], edit) for label, run in runs.items()]

    def ask_new(self) -> None:
        self._asking.new(self._under())

    def ask_name(self) -> None:
        self._which(self._desk.words("Rename which department?"), self._asking.name)

    def ask_heir(self) -> None:
        self._which(self._desk.words("Dissolve which department?"), self._asking.heir)

    def _which(self, question: str, go_on: Callable[[Named, tuple[QWidget, QPoint]], None]) -> None:
        words, own = self._desk.words, self._own()
        hint = words("Enter: {name}", name=own) if own else words("a department, or its letters")

        def given(text: str) -> str:
            try:
                one = self._named(text.strip() or own)
            except UserError as problem:
                return problem.sentence(words)
            go_on(one, self._under())
            return ""

        self._ask.ask(question, hint, self._under(), given)

    def _own(self) -> str:
        """The department of the chosen member, or nothing."""
        keys = self._chosen()
        home = select(Department.name).join(Member, Member.department_id == Department.id)
        with self._desk.workspace.read() as session:
            return session.scalar(home.where(Member.id == keys[0])) or "" if keys else ""

    def _named(self, text: str) -> Named:
        with self._desk.workspace.read() as session:
            found = session.get_one(Department, named(session, text))
            return Named(found.id, found.name, found.code)
