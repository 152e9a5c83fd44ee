"""The cell of the matrix beside it: levels, evidence, what it endangers, and a training for it."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal

from workbench.team.growing import commands, fields
from workbench.team.growing.gaps import Bench, Ground, Standing
from workbench.team.growing.views import SkillColumn
from workbench.team.growth import SkillLevel
from workbench.ui.desk import Desk
from workbench.ui.form import Form
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.chips import Chip, ChipRow
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said, Shortened

WIDTH = 300
# a level that nobody has set yet has no identity
UNSET = 0


class SkillPane(Panel):
    """Shows a standing, or the bench of a skill; `planned` asks for a training."""

    planned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "surface", "l")
        self._desk = desk
        theme, words = desk.theme, desk.words
        self._standing: Standing | None = None
        self._skill = Shortened(theme, "", "subtitle")
        self._who = Shortened(theme, "", "label", "text2")
        self._chips = ChipRow(theme)
        self.form = Form(desk, fields.LEVEL_FIELDS, self._save, SkillLevel.__tablename__)
        self.plan = button(theme, words("Plan a training"), "plus", tip=words("Plan a training for this gap (P)"))
        self.plan.setObjectName("skills.pane.plan")
        self.plan.clicked.connect(self.planned)
        self._dangers = Said(theme, "", "label", "text2", wraps=True)
        self._trainings = Said(theme, "", "caption", "muted", wraps=True)
        head = column(self._skill, self._who, row(self._chips, None), margins=(16, 12, 12, 4), gap=4)
        body = holding(
            column(
                self.form, row(self.plan, None), self._dangers, self._trainings, None, margins=(16, 4, 12, 16), gap=12
            )
        )
        self.setLayout(column(head, scrolling(body), gap=4))
        self.setMinimumWidth(theme.px(250))
        self.resize(theme.px(WIDTH), 10)
        self.setObjectName("skills.pane")

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._tell(None, self._desk.words("Nothing chosen"), "", [])
        self.show_dangers([], [])

    def show_standing(self, standing: Standing, name: str, skill: SkillColumn) -> None:
        """A member in a skill."""
        self._tell(standing, skill.name, name, self._told(standing))

    def show_bench(self, bench: Bench, skill: SkillColumn) -> None:
        """How many of those who must master a skill do."""
        words = self._desk.words
        text = words("{ready} of {needed} ready", ready=bench.ready, needed=bench.needed)
        looks = {Ground.READY: ("ok", "check"), Ground.GAP: ("warn", "triangle-alert")}
        look = looks.get(bench.ground, ("crit", "circle-alert"))
        chips = [Chip(text, *look)] if bench.needed else [Chip(words("Nobody has to master it yet."))]
        self._tell(None, skill.name, words("The team's bench"), chips)

    def show_dangers(self, dangers: Sequence[str], trainings: Sequence[str]) -> None:
        """What a gap endangers, and the trainings there are for it, a sentence each."""
        self._dangers.setText("\n\n".join(dangers))
        self._dangers.setVisible(bool(dangers))
        self._trainings.setText("\n".join(trainings))
        self._trainings.setVisible(bool(trainings))

    def _tell(self, standing: Standing | None, title: str, under: str, chips: list[Chip]) -> None:
        self._standing = standing
        self._skill.setText(title)
        self._who.setText(under)
        self._chips.show_chips(*chips)
        self._chips.setVisible(bool(chips))
        self.form.setVisible(standing is not None)
        self.plan.setVisible(standing is not None)
        self.form.show_record(None if standing is None else standing.level_id or UNSET, _values(standing))

    def _told(self, standing: Standing) -> list[Chip]:
        words = self._desk.words
        if not standing.required:
            return [Chip(words("Nothing required"))]
        if not standing.gap:
            return [Chip(words("Ready"), "ok", "check")]
        is_wide = standing.ground is Ground.WIDE
        look = ("crit", "circle-alert") if is_wide else ("warn", "triangle-alert")
        priority = words("Priority {n}", n=standing.priority)
        return [Chip(words("Gap {n}", n=standing.gap), *look), Chip(priority, "neutral", "flag")]

    def _save(self, key: int, values: Mapping[str, Any]) -> None:
        standing, workspace = self._standing, self._desk.workspace
        if key != UNSET:
            workspace.do(commands.edit_level, key, **values)
        elif standing is not None:
            workspace.do(commands.set_level, standing.member_id, standing.skill_id, **values)


def _values(standing: Standing | None) -> dict[str, Any]:
    if standing is None:
        return {}
    return {
        "current": standing.current,
        "required": standing.required,
        "as_of": standing.as_of,
        "evidence": standing.evidence,
    }
