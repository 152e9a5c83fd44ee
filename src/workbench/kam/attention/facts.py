"""What the attention rules look at, as it was read."""

from dataclasses import dataclass
from datetime import date

from workbench.action_items.model import Direction, State
from workbench.kam.attention.alerts import Subject
from workbench.kam.requests.promises import Asked
from workbench.team.regions import WEEKENDS_ONLY, Calendar


@dataclass(frozen=True)
class Contacted:
    """An active account: when somebody spoke to it last, how often that is agreed, in days, and the next contact."""

    subject: Subject
    last_contact_on: date | None
    rhythm_days: int | None
    next_contact_on: date | None = None


@dataclass(frozen=True)
class Promised:
    """An open action. `moves` counts how often its day was moved since it was promised, or agreed on anew.

    `calendar` knows when its owner works.
    """

    subject: Subject
    direction: Direction
    state: State
    owner: str | None
    due: date | None
    first_due: date | None
    moves: int = 0
    blocked_since: date | None = None
    blocked_reason: str = ""
    escalated_on: date | None = None
    calendar: Calendar = WEEKENDS_ONLY
    made_on: date | None = None

    @property
    def slip(self) -> int:
        """Days between the day it was first promised for and the one it is promised for now (ME17)."""
        return (self.due - self.first_due).days if self.due and self.first_due else 0


@dataclass(frozen=True)
class Post:
    """Somewhere somebody has to be: a seat, a person of weight or a department with work for the account.

    `is_covered` says whether somebody is there; `since` when the last one left.
    """

    subject: Subject
    is_covered: bool
    since: date | None = None


@dataclass(frozen=True)
class Load:
    """The hours of a member for an account in the week of today, and the hours there are; the largest action first."""

    subject: Subject
    hours: float
    capacity: float
    largest: str = ""


@dataclass(frozen=True)
class Awaited:
    """A request to a department that was asked for an account."""

    subject: Subject
    request: Asked
    department: str
