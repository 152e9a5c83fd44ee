"""Six advantages, each with one number a year, set to 100 in the first of them (ME30)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from workbench.kam.model import Advantage

START = 100.0
MOST_YEARS = 4
MONTHS, QUARTERS = 12, 4


class Way(Enum):
    """How a year's number is made of what happened in it."""

    PART = auto()  # in percent, of those that could have counted
    PER_QUARTER = auto()  # how many, a quarter of the year that is over
    RATIO = auto()  # in percent, of what the rest of the portfolio had
    TYPED = auto()  # as somebody typed it


@dataclass(frozen=True)
class Fact:
    """A record that counts for a year: `counts` is what it adds, `out_of` what it could have added."""

    year: int
    table: str
    id: int
    title: str
    on: date | None = None
    counts: float = 1.0
    out_of: float = 1.0


@dataclass(frozen=True)
class Benefit:
    """One advantage: what is measured, how, and the records behind it; without any, nobody measured it yet."""

    advantage: Advantage
    indicator: str
    way: Way
    today: date
    facts: tuple[Fact, ...] = ()

    @property
    def is_typed(self) -> bool:
        return self.way is Way.TYPED

    @property
    def years(self) -> tuple[int, ...]:
        """The years with a number, at most the last four."""
        found = sorted({fact.year for fact in self.facts if fact.year <= self.today.year})
        return tuple(found[-MOST_YEARS:])

    def behind(self, year: int) -> tuple[Fact, ...]:
        """The records that a year's number was made of."""
        return tuple(fact for fact in self.facts if fact.year == year)

    def value(self, year: int) -> float | None:
        """The number of a year; none where nothing was measured."""
        facts = self.behind(year)
        if not facts:
            return None
        counts, out_of = sum(fact.counts for fact in facts), sum(fact.out_of for fact in facts)
        if self.way is Way.TYPED:
            return facts[-1].counts
        if self.way is Way.PER_QUARTER:
            return counts / (QUARTERS * gone(year, self.today))
        return 100 * counts / out_of if out_of else None

    def index(self, year: int) -> float | None:
        """The number of a year against that of the first, which is 100; none where that is nothing."""
        first = next((value for value in map(self.value, self.years) if value is not None), None)
        value = self.value(year)
        return None if value is None or not first else START * value / first

    @property
    def latest(self) -> float | None:
        return self.index(self.years[-1]) if self.years else None

    @property
    def change(self) -> float | None:
        """How far the index moved in the last year, in points."""
        if len(self.years) < 2:
            return None
        before, now = self.index(self.years[-2]), self.index(self.years[-1])
        return None if before is None or now is None else now - before


@dataclass(frozen=True)
class Scorecard:
    """The six advantages of an account, in their order."""

    account: str
    as_of: date
    benefits: tuple[Benefit, ...] = ()
    company: str = ""
    is_demo: bool = False

    @property
    def measured(self) -> Sequence[Benefit]:
        return [one for one in self.benefits if one.years]

    @property
    def better(self) -> Sequence[Benefit]:
        """Those that stand above their start."""
        return [one for one in self.measured if (one.latest or 0) > START]


def gone(year: int, today: date) -> float:
    """What part of a year is over; at least a month, for nothing can be said of less."""
    if year < today.year:
        return 1.0
    return max(1.0, today.month - 1 + today.day / 31) / MONTHS


def kept(facts: Iterable[Fact]) -> int:
    """How many of some records counted."""
    return sum(fact.counts > 0 for fact in facts)
