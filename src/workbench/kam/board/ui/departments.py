"""Departments edited where they are seen: the heads of the lanes take their order, their names, and let them go."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from workbench.kam.board.cards import DepartmentCard
from workbench.kam.board.ui.canvas import Canvas
from workbench.kam.board.ui.pieces import HeadPiece
from workbench.kam.departments.commands import dissolve_department, rename_department
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.team.commands import add_department, order_departments
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask

LETTERS = 3


class Departments:
    """The verbs of the lane that has the keys, or of the one the current card stands in."""

    def __init__(self, desk: Desk, canvas: Canvas, ask: Ask) -> None:
        self._desk, self._canvas, self._ask = desk, canvas, ask

    def press(self, key: str) -> bool:
        """Do what a key means on the head of a lane; False if it means nothing there."""
        acts: dict[str, Callable[[], None]] = {
            "F2": self.ask_name,
            "Delete": self.ask_heir,
            "Alt+Up": self.up,
            "Alt+Down": self.down,
        }
        if not isinstance(QApplication.focusWidget(), HeadPiece) or key not in acts:
            return False
        acts[key]()
        return True

    def entries(self) -> list[Entry]:
        edit, why, can = N_("Edit"), N_("Choose a lane of a department first."), self._has_one
        return [
            Entry(N_("Add department…"), "", self.ask_new, "plus", edit),
            Entry(N_("Rename department… (F2 on its head)"), "", self.ask_name, "pencil", edit, can, why=why),
            Entry(N_("Department up (Alt+Up on its head)"), "", self.up, "arrow-up", edit, can, why=why),
            Entry(N_("Department down (Alt+Down on its head)"), "", self.down, "arrow-down", edit, can, why=why),
            Entry(N_("Dissolve department… (Del on its head)"), "", self.ask_heir, "trash-2", edit, can, why=why),
        ]

    def ask_new(self) -> None:
        words = self._desk.words
        self._ask.ask(words("New department"), words("Finance, FIN"), self._under(), self._add)

    def ask_name(self) -> None:
        one, words = self._chosen(), self._desk.words
        if one is not None:
            hint = words("{name}, {code}", name=one.name, code=one.code)
            self._ask.ask(words("Name and letters"), hint, self._under(), _Said(self, one, self.rename).given)

    def ask_heir(self) -> None:
        one, words = self._chosen(), self._desk.words
        if one is not None:
            question = words("Dissolve {name}; its work goes to", name=one.name)
            self._ask.ask(question, words("a department, or its letters"), self._under(),
                          _Said(self, one, self.dissolve).given)  # fmt: skip

    def up(self) -> None:
        self._shift(-1)

    def down(self) -> None:
        self._shift(1)

    def rename(self, one: DepartmentCard, said: str) -> None:
        self._desk.workspace.do(rename_department, one.id, said)
        self._desk.done(self._desk.words("The department has another name."))

    def dissolve(self, one: DepartmentCard, said: str) -> None:
        desk = self._desk
        desk.workspace.do(dissolve_department, one.id, said)
        desk.done(desk.words("{name} is dissolved; its work stays.", name=one.name))

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

    def _shift(self, step: int) -> None:
        one = self._chosen()
        keys = [lane.lane.department.id for lane in self._canvas.plan.lanes if lane.lane.department]
        place = keys.index(one.id) if one else -1
        if one is None or not 0 <= place + step < len(keys):
            return
        keys[place], keys[place + step] = keys[place + step], keys[place]
        desk = self._desk
        if desk.attempt(lambda: desk.workspace.do(order_departments, keys)):
            desk.done(desk.words("{name} is number {n} now.", name=one.name, n=place + step + 1))
            head = self._canvas.head(place + step)
            if head is not None:
                head.setFocus()

    def _chosen(self) -> DepartmentCard | None:
        focused = QApplication.focusWidget()
        if isinstance(focused, HeadPiece):
            return focused.lane.department
        current = self._canvas.current
        if current is None:
            return None
        return self._canvas.lane(self._canvas.plan.spots[current][0]).department

    def _has_one(self) -> bool:
        return self._chosen() is not None

    def _under(self) -> tuple[QWidget, QPoint]:
        focused = QApplication.focusWidget()
        if isinstance(focused, HeadPiece):
            return focused, QPoint(8, self._desk.theme.px(36))
        return self._canvas.under()


class _Said:
    """Takes an answer for the department it was asked about."""

    def __init__(self, owner: Departments, one: DepartmentCard, act: Callable[[DepartmentCard, str], None]) -> None:
        self._owner, self._one, self._act = owner, one, act

    def given(self, text: str) -> str:
        words = self._owner._desk.words  # noqa: SLF001 - it is a part of it
        try:
            self._act(self._one, text.strip())
        except UserError as problem:
            return problem.sentence(words)
        return ""
