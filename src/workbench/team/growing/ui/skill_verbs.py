"""What is done with the skills themselves, the columns of the matrix: add, rename, weigh, order, delete."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from workbench.kernel.command import Command, P, R
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.team.growing import commands
from workbench.team.growing.queries import levels_of
from workbench.team.growing.ui.matrix_table import MatrixTable
from workbench.team.growing.usual import SKILLS
from workbench.team.growing.views import SkillColumn
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask

HEAVIEST = 3
SHOWN = 60


class SkillVerbs:
    """The verbs over the skill of the chosen cell."""

    def __init__(self, desk: Desk, ask: Ask, table: MatrixTable, skill: Callable[[], SkillColumn | None]) -> None:
        self._desk, self._ask, self._table, self._skill = desk, ask, table, skill

    def entries(self) -> list[Entry]:
        menu, has, why = N_("Skills"), self._has_skill, N_("Choose a skill first.")
        return [
            Entry(N_("Add skill…"), "Ctrl+Shift+N", self.ask_new, "plus", menu),
            Entry(N_("Rename skill… (F2)"), "", self.ask_name, "pencil", menu, has, why=why),
            Entry(N_("Next importance (W)"), "", self.weigh, "scale", menu, has, why=why),
            Entry(N_("Move skill to the left"), "Alt+Shift+Left", self.to_left, "arrow-left", menu, has, why=why),
            Entry(N_("Move skill to the right"), "Alt+Shift+Right", self.to_right, "arrow-right", menu, has, why=why),
            Entry(N_("Delete skill"), "", self.delete, "trash-2", menu, has, why=why),
        ]

    def start(self) -> None:
        """The usual skills, in the language of the window."""
        words = self._desk.words
        self._do(commands.start_skills, {words(name): importance for name, importance in SKILLS.items()})

    def ask_new(self) -> None:
        words = self._desk.words
        self._ask.ask(words("New skill"), words("Its name – Enter adds it"), self._under(), self._make)

    def ask_name(self) -> None:
        skill, words = self._skill(), self._desk.words
        if skill:
            self._ask.ask(words("New name"), words("Enter renames, Esc leaves"), self._under(), self._rename)
            self._ask.line.setText(skill.name)
            self._ask.line.selectAll()

    def weigh(self) -> None:
        """From 1 to 2 to 3 and back."""
        skill, words = self._skill(), self._desk.words
        if skill:
            importance = skill.importance % HEAVIEST + 1
            if self._do(commands.edit_skill, skill.id, importance=importance):
                name = _short(skill.name)
                self._desk.done(words("{skill} has importance {n} now.", skill=name, n=importance))

    def to_left(self) -> None:
        self._move(-1)

    def to_right(self) -> None:
        self._move(1)

    def delete(self) -> None:
        """Delete the skill with everybody's levels in it; says how many."""
        skill, words = self._skill(), self._desk.words
        if skill is None:
            return
        with self._desk.workspace.read() as session:
            count = levels_of(session, skill.id)
        column = self._table.currentIndex().column()
        if self._do(commands.delete_skills, [skill.id]):
            self._desk.done(
                words.many(
                    "“{skill}” and {n} level are in the trash.",
                    "“{skill}” and {n} levels are in the trash.",
                    count,
                    skill=_short(skill.name),
                )
            )
            model = self._table.model()
            self._table.setCurrentIndex(model.index(0, min(column, model.columnCount() - 1)))

    def _make(self, name: str) -> str:
        return self._answered(commands.add_skill, name)

    def _rename(self, name: str) -> str:
        skill = self._skill()
        return self._answered(commands.edit_skill, skill.id, name=name) if skill else ""

    def _answered(self, command: Command[P, R], *given: P.args, **values: P.kwargs) -> str:
        """Do it, or say why not under the question."""
        try:
            self._desk.workspace.do(command, *given, **values)
        except UserError as problem:
            return problem.sentence(self._desk.words)
        return ""

    def _move(self, step: int) -> None:
        model, here = self._table.model(), self._table.currentIndex()
        keys = [skill.id for skill in model.matrix.skills]  # type: ignore[attr-defined]
        place = here.column() + step
        if not 0 <= here.column() < len(keys) or not 0 <= place < len(keys):
            return
        keys.insert(place, keys.pop(here.column()))
        if self._do(commands.order_skills, keys):
            self._table.setCurrentIndex(model.index(here.row(), place))

    def _do(self, command: Command[P, R], *given: P.args, **values: P.kwargs) -> bool:
        return self._desk.attempt(lambda: self._desk.workspace.do(command, *given, **values))

    def _under(self) -> tuple[QWidget, QPoint]:
        rect = self._table.visualRect(self._table.currentIndex())
        return self._table.viewport(), QPoint(max(rect.left(), 0), max(rect.top(), 8))

    def _has_skill(self) -> bool:
        return self._skill() is not None


def _short(name: str) -> str:
    flat = " ".join(name.split())
    return flat if len(flat) <= SHOWN else flat[: SHOWN - 1] + "…"
