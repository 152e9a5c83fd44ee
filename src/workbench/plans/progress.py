"""How far work has come, rolled up by weight: from actions to workstreams, objectives and a plan (E7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Part:
    """Some work: how much of it is done, from 0 to 1, and what it weighs (hours of effort, or 1)."""

    share: float
    weight: float = 1.0


@dataclass(frozen=True)
class Progress:
    """How far a plan and its objectives have come, by identity; what has no work yet is not among them."""

    plan: float | None = None
    objectives: Mapping[int, float] = field(default_factory=dict)


def of_action(*, is_done: bool, steps: int = 0, ticked: int = 0, effort: float | None = None) -> Part:
    """An action is done, or as far as its steps are ticked; it weighs its effort."""
    share = 1.0 if is_done else ticked / steps if steps else 0.0
    return Part(share, effort or 1.0)


def rolled_up(parts: Iterable[Part]) -> Part | None:
    """The weighted mean of some parts, which weighs as much as all of them; None of nothing."""
    known = list(parts)
    weight = sum(part.weight for part in known)
    return Part(sum(part.share * part.weight for part in known) / weight, weight) if weight else None
