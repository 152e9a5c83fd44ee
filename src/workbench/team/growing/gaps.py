"""The skill matrix as arithmetic: gaps, priorities and who can do it (ME29)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

# a certificate is worth a warning so many days before it expires
SOON = timedelta(90)
WIDE_GAP = 2


class Ground(Enum):
    """How a cell of the matrix is drawn: colour, pattern and sign go together."""

    NOT_NEEDED = auto()
    READY = auto()
    GAP = auto()
    WIDE = auto()


@dataclass(frozen=True)
class Standing:
    """How well a member must master a skill and does, each from 0 to 4; `importance` goes from 1 to 3."""

    member_id: int
    skill_id: int
    required: int = 0
    current: int = 0
    importance: int = 2
    level_id: int | None = None
    as_of: date | None = None
    evidence: str | None = None

    @property
    def gap(self) -> int:
        """max(required − current, 0) (ME29)"""
        return max(self.required - self.current, 0)

    @property
    def priority(self) -> int:
        """gap × importance, from 0 to 12 (ME29)"""
        return self.gap * self.importance

    @property
    def is_ready(self) -> bool:
        """Whether the member counts for the bench: something is required, and it is there."""
        return self.required > 0 and self.current >= self.required

    @property
    def ground(self) -> Ground:
        if not self.required:
            return Ground.NOT_NEEDED
        if not self.gap:
            return Ground.READY
        return Ground.WIDE if self.gap >= WIDE_GAP else Ground.GAP


@dataclass(frozen=True)
class Bench:
    """How many of those who must master a skill do."""

    ready: int = 0
    needed: int = 0

    @property
    def ground(self) -> Ground:
        if not self.needed:
            return Ground.NOT_NEEDED
        if not self.ready:
            return Ground.WIDE
        return Ground.READY if self.ready == self.needed else Ground.GAP


def bench(standings: Iterable[Standing]) -> Bench:
    """The bench of one skill: people at or above what is required of them (ME29)."""
    needed = [one for one in standings if one.required]
    return Bench(sum(one.is_ready for one in needed), len(needed))


def by_priority(standings: Iterable[Standing]) -> list[Standing]:
    """The gaps, the most pressing first; equal ones stay in the order they were given in."""
    return sorted((one for one in standings if one.gap), key=lambda one: (-one.priority, -one.gap))


class Validity(Enum):
    """How long a certificate still holds."""

    HOLDS = auto()
    SOON = auto()
    EXPIRED = auto()


def validity(expires_on: date | None, today: date) -> Validity:
    """Whether a certificate has expired or will within 90 days; on its last day it holds."""
    if expires_on is None or expires_on - today > SOON:
        return Validity.HOLDS
    return Validity.EXPIRED if expires_on < today else Validity.SOON


# fewer answers than that would tell who gave them
LEAST_ANSWERS = 3


def shown_mean(answers: Iterable[int]) -> float | None:
    """The mean of a pulse question; None where there are fewer than three answers, for they must not be shown."""
    given = list(answers)
    return sum(given) / len(given) if len(given) >= LEAST_ANSWERS else None
