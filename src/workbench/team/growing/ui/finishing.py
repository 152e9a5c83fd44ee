"""A training is done: when it was for a skill, the new level is asked for, and both are one step."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from workbench.kernel.errors import UserError
from workbench.team.growing import commands
from workbench.team.growing.gaps import Standing
from workbench.team.growing.queries import standing_of
from workbench.team.growth import Skill, Training, TrainingStatus
from workbench.team.model import Member
from workbench.ui.desk import Desk
from workbench.ui.widgets.ask import Ask

Under = Callable[[], tuple[QWidget, QPoint]]


class Finishing:
    """Asks under the place that `under` names."""

    def __init__(self, desk: Desk, ask: Ask, under: Under) -> None:
        self._desk, self._ask, self._under = desk, ask, under
        self._training = 0

    def finish(self, training_id: int) -> None:
        """Note that a training was taken; ask for the level where it closes a gap."""
        desk = self._desk
        with desk.workspace.read() as session:
            training = session.get(Training, training_id)
            if training is None:
                return
            standing = standing_of(session, training.member_id, training.skill_id) if training.skill_id else None
            skill = session.get(Skill, training.skill_id) if training.skill_id else None
            member = session.get(Member, training.member_id)
        if standing is None or skill is None or member is None or not standing.gap:
            self._do(training_id, None)
            return
        self._training = training_id
        self._put(standing, skill.name, member.name)

    def offer(self, training_id: int) -> None:
        """Offer to ask for the level, where somebody only said that a training is done."""
        desk = self._desk
        with desk.workspace.read() as session:
            training = session.get(Training, training_id)
            if training is None or training.status is not TrainingStatus.DONE or training.skill_id is None:
                return
            standing = standing_of(session, training.member_id, training.skill_id)
        if standing and standing.gap and standing.evidence != training.title:
            words = desk.words
            desk.say(words("The training is done."), words("Note the new level"), _Offer(self, training_id).now)

    def _put(self, standing: Standing, skill: str, member: str) -> None:
        words, raised = self._desk.words, commands.raised(standing)
        question = words("{skill} of {name} now (0–4)", skill=_short(skill), name=_short(member))
        hint = words("{n} – Enter takes it, 0–4 another level", n=raised)
        self._ask.ask(question, hint, self._under(), _Answer(self, raised).given)

    def answered(self, text: str, raised: int) -> str:
        """Take the level that was typed, or the one that was offered; says why it will not do."""
        text = text.strip() or str(raised)
        if not (text.isascii() and text.isdecimal() and len(text) == 1):
            return self._desk.words("Type a level from 0 to 4.")
        try:
            self._done(self._training, int(text))
        except UserError as problem:
            return problem.sentence(self._desk.words)
        return ""

    def _do(self, training_id: int, level: int | None) -> None:
        self._desk.attempt(lambda: self._done(training_id, level))

    def _done(self, training_id: int, level: int | None) -> None:
        desk, words = self._desk, self._desk.words
        desk.workspace.do(commands.finish_training, training_id, desk.clock.today(), level)
        desk.done(words("Training done.") if level is None else words("Training done, the level is {n} now.", n=level))


class _Offer:
    def __init__(self, finishing: Finishing, training_id: int) -> None:
        self._finishing, self._training = finishing, training_id

    def now(self) -> None:
        self._finishing.finish(self._training)


class _Answer:
    def __init__(self, finishing: Finishing, raised: int) -> None:
        self._finishing, self._raised = finishing, raised

    def given(self, text: str) -> str:
        return self._finishing.answered(text, self._raised)


def _short(text: str, most: int = 30) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
