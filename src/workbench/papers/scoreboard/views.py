"""What the scoreboard shows on paper."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Share:
    """How many promises of a quarter were kept, of how many."""

    kept: int = 0
    total: int = 0


@dataclass(frozen=True)
class ScoreLine:
    """One line: this quarter first, then the last; times in working days. A sum has no name of its own."""

    name: str
    is_sum: bool = False
    kept: Share = Share()
    kept_before: Share = Share()
    days: float | None = None
    days_before: float | None = None
    open: int = 0
    blocked: int = 0
    oldest: int | None = None


@dataclass(frozen=True)
class ScorePart:
    """Departments, our people or the client's."""

    title: str
    lines: tuple[ScoreLine, ...]


@dataclass(frozen=True)
class BrokenLine:
    """A promise that was not kept; without `done_on` it is still open, or was refused."""

    title: str
    whose: str
    due: date
    done_on: date | None = None
    is_open: bool = True
    account: str = ""


@dataclass(frozen=True)
class ScoresView:
    """The promises for an account, or for all, as of a day; the two quarters are named by their first days."""

    as_of: date
    quarter: date
    quarter_before: date
    account: str = ""
    parts: tuple[ScorePart, ...] = ()
    broken: tuple[BrokenLine, ...] = ()
    company: str = ""
    is_demo: bool = False
