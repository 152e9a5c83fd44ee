"""What stands in the right column of Today for a key account manager."""

from dataclasses import dataclass
from datetime import date

MOST_ROWS = 3


@dataclass(frozen=True)
class Standstill:
    """A department with blocked actions: how many, and the one that has stood still the longest, with its days."""

    department: str
    count: int
    days: int
    action_id: int
    account_id: int


@dataclass(frozen=True)
class Broken:
    """A promise of ours that is overdue."""

    action_id: int
    title: str
    account: str
    due: date


@dataclass(frozen=True)
class Steering:
    """The next steering committee with an account; without a day none is planned."""

    account_id: int
    account: str
    meeting_id: int | None = None
    title: str = ""
    day: date | None = None
    has_agenda: bool = False


@dataclass(frozen=True)
class Watch:
    """The three cards, each with its rows."""

    blocked: tuple[Standstill, ...] = ()
    broken: tuple[Broken, ...] = ()
    steering: tuple[Steering, ...] = ()
