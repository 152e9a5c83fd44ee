"""What the health of an account is counted from: dated records, as the rules see them (ME20)."""

from dataclasses import dataclass
from datetime import date

from workbench.contacts.positions import Attitude, Influence


@dataclass(frozen=True)
class Judged:
    """The newest judgement of a person at the account, and whether the person sits on a seat."""

    assessment_id: int
    attitude: Attitude
    influence: Influence | None


@dataclass(frozen=True)
class SeatSeen:
    """A seat, and what is thought of who sits there, if anybody does and anything is."""

    seat_id: int
    judged: Judged | None


@dataclass(frozen=True)
class Act:
    """An action with its days: something we promised the client, something that is planned, or both."""

    id: int
    due: date
    is_promise: bool
    is_planned: bool
    made_on: date | None = None
    done_on: date | None = None

    def is_late(self, day: date) -> bool:
        """Whether it was done late, or is late on a day."""
        return self.due < (self.done_on if self.done_on and self.done_on <= day else day)


@dataclass(frozen=True)
class Issue:
    id: int
    on: date
    resolved_on: date | None = None


@dataclass(frozen=True)
class QuarterSeen:
    id: int
    starts_on: date
    invoiced: int
    target: int | None


@dataclass(frozen=True)
class Heard:
    """What a client answered when asked how satisfied they are, from 0 to 10, and who of them, if that is known."""

    id: int
    on: date
    score: float
    person_id: int | None = None


@dataclass(frozen=True)
class Inputs:
    """All that the health of one account is counted from; `people` are those who were judged, on a seat or not."""

    seats: tuple[SeatSeen, ...] = ()
    people: tuple[Judged, ...] = ()
    acts: tuple[Act, ...] = ()
    issues: tuple[Issue, ...] = ()
    quarters: tuple[QuarterSeen, ...] = ()
    met: tuple[tuple[int, date], ...] = ()
    heard: tuple[Heard, ...] = ()
    last_contact: date | None = None
    rhythm_days: int | None = None
