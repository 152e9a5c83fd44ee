"""How far a meeting is prepared: a list of seven that never blocks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.kernel.words import N_


@dataclass(frozen=True)
class Counted:
    """How much of a meeting is prepared: points of the agenda, people of the client, people of ours."""

    points: int
    theirs: int
    ours: int


def readiness(values: Mapping[str, Any], counted: Counted, late: int) -> dict[str, bool]:
    """Whether each of the seven is there; `late` is the number of our overdue promises."""
    return {
        N_("purpose"): bool(values.get("purpose")),
        N_("wanted outcome"): bool(values.get("outcome")),
        N_("agenda"): counted.points > 0,
        N_("people of both sides"): counted.theirs > 0 and counted.ours > 0,
        N_("numbers"): bool(values.get("numbers")),
        N_("say and do not say"): bool(values.get("say") or values.get("do_not_say")),
        N_("late promises"): late == 0,
    }
