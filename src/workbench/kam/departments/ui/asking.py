"""Questions about departments, wherever they are managed: a new one, another name, who takes over the work of one."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from workbench.kam.departments.commands import dissolve_department, rename_department
from workbench.kernel.errors import UserError
from workbench.team.commands import add_department
from workbench.ui.desk import Desk
from workbench.ui.widgets.ask import Ask

LETTERS = 3
Place = tuple[QWidget, QPoint]


@dataclass(frozen=True)
class Named:
    """A department as questions speak of it."""

    id: int
    name: str
    code: str


class Asking:
    """Asks in place, and makes the change or says why not."""

    def __init__(self, desk: Desk, ask: Ask) -> None:
        self._desk, self._ask = desk, ask

    def new(self, under: Place) -> None:
        """Ask for the name and the letters of a new department."""
        words = self._desk.words
        self._ask.ask(words("New department"), words("Finance, FIN"), under, self._add)

    def name(self, one: Named, under: Place) -> None:
        """Ask for another name and other letters."""
        words = self._desk.words
        hint = words("{name}, {code}", name=one.name, code=one.code)
        self._ask.ask(words("Name and letters"), hint, under, _Said(self._desk, one, self._rename).given)

    def heir(self, one: Named, under: Place) -> None:
        """Ask who takes over the work of a department, and dissolve it."""
        words = self._desk.words
        question = words("Dissolve {name}; its work goes to", name=one.name)
        hint = words("a department, or its letters")
        self._ask.ask(question, hint, under, _Said(self._desk, one, self._dissolve).given)

    def _add(self, said: str) -> str:
        name, comma, code = said.rpartition(",")
        if not comma:
            name, code = said, said.strip()[:LETTERS]
        try:
            self._desk.workspace.do(add_department, name, code)
        except UserError as problem:
            return problem.sentence(self._desk.words)
        self._desk.done(self._desk.words("Department added: {name}.", name=name.strip()))
        return ""

    def _rename(self, one: Named, said: str) -> None:
        self._desk.workspace.do(rename_department, one.id, said)
        self._desk.done(self._desk.words("The department has another name."))

    def _dissolve(self, one: Named, said: str) -> None:
        desk = self._desk
        desk.workspace.do(dissolve_department, one.id, said)
        desk.done(desk.words("{name} is dissolved; its work stays.", name=one.name))


class _Said:
    """Takes an answer for the department it was asked about."""

    def __init__(self, desk: Desk, one: Named, act: Callable[[Named, str], None]) -> None:
        self._desk, self._one, self._act = desk, one, act

    def given(self, text: str) -> str:
        try:
            self._act(self._one, text.strip())
        except UserError as problem:
            return problem.sentence(self._desk.words)
        return ""
