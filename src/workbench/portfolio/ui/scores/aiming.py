"""Saying in one line where an account is meant to stand in the matrix."""

import re

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.portfolio.positions import Plane
from workbench.portfolio.scores.commands import aim_at
from workbench.portfolio.scoring import Candidate
from workbench.ui.desk import Desk
from workbench.ui.widgets.ask import Ask

NUMBER = re.compile(r"\d+")
TWO = N_("Type two numbers from 0 to 100, such as 75 88: {across}, then {upwards}. An empty line means no target.")


def ask_aim(desk: Desk, ask: Ask, under: tuple[QWidget, QPoint], account: Candidate, plane: Plane) -> None:
    """Ask under a widget for the target of an account on two axes, and keep the answer."""
    words = desk.words
    axes = (plane.across, plane.upwards)
    named = {"across": words(plane.across.label), "upwards": words(plane.upwards.label)}
    numbers = [str(account.aims[axis]) for axis in axes if axis in account.aims]
    hint = " ".join(numbers) if len(numbers) == len(axes) else words("two numbers, such as 75 88")

    def answered(text: str) -> str:
        said = [int(number) for number in NUMBER.findall(text)]
        if len(said) != len(axes) and text.strip():
            return words(TWO, **named)
        try:
            desk.workspace.do(aim_at, account.id, dict(zip(axes, said or (None, None), strict=True)))
        except UserError as problem:
            return problem.sentence(words)
        desk.done(words("Target set.") if said else words("No target any more."))
        return ""

    ask.ask(words("Target: {across}, {upwards}", **named), hint, under, answered)
