"""How the scoreboard counts: pure functions over what was promised, each giving back what it counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from workbench.business.quarters import beginning, quarter_before
from workbench.kernel.choice import Choice
from workbench.kernel.words import N_


class Whose(Choice):
    """Who made a promise."""

    DEPARTMENT = "department", N_("Departments")
    MEMBER = "member", N_("Our people")
    PERSON = "person", N_("The client's people")


class Measure(Choice):
    """What the scoreboard measures."""

    KEPT = "kept", N_("Promises kept")
    ANSWER = "answer", N_("Answer time")
    OPEN = "open", N_("Open now")
    BLOCKED = "blocked", N_("Blocked now")
    OLDEST = "oldest", N_("Oldest open")


@dataclass(frozen=True)
class Owed:
    """One promise: a request to a department, or an action.

    `due` is the working day it was first promised for, none where nobody promised a day. `done_on` is the day it was
    answered or done; a request that was refused is over without being done. `took` are working days from the question
    to the answer, `age` those from the question until today.
    """

    table: str
    key: int
    title: str
    due: date | None = None
    done_on: date | None = None
    ended_on: date | None = None
    is_open: bool = True
    is_blocked: bool = False
    took: int | None = None
    age: int | None = None
    department_id: int | None = None
    member_id: int | None = None
    person_id: int | None = None
    account_id: int | None = None

    @property
    def is_request(self) -> bool:
        return self.table == "request"

    def is_kept(self, today: date) -> bool | None:
        """Whether the promise was kept; None where there was none, or its day has not come yet."""
        if self.due is None:
            return None
        if self.done_on is not None:
            return self.done_on <= self.due
        return None if self.is_open and self.due >= today else False


@dataclass(frozen=True)
class Figure:
    """A value and everything it was counted from; none where there was nothing to count.

    Promises kept are a share from 0 to 1 of `total`, times and ages are working days, the rest are counts.
    """

    measure: Measure
    value: float | None
    records: tuple[Owed, ...] = ()
    quarter: date | None = None
    total: int = 0


def kept(owed: Iterable[Owed], quarter: date, today: date) -> Figure:
    """The share of promises due in a quarter that were kept, the broken ones first; what has time does not count."""
    records = [one for one in owed if _is_in(one.due, quarter) and one.is_kept(today) is not None]
    records.sort(key=lambda one: (one.is_kept(today), one.due))
    good = sum(one.is_kept(today) is True for one in records)
    share = good / len(records) if records else None
    return Figure(Measure.KEPT, share, tuple(records), quarter, len(records))


def answer_time(owed: Iterable[Owed], quarter: date) -> Figure:
    """The median of working days until what was over in a quarter was answered."""
    records = [one for one in owed if _is_in(one.ended_on, quarter) and one.took is not None]
    times = [one.took for one in records if one.took is not None]
    return Figure(Measure.ANSWER, float(median(times)) if times else None, tuple(records), quarter, len(records))


def open_now(owed: Iterable[Owed]) -> Figure:
    """What waits today."""
    records = tuple(one for one in owed if one.is_open)
    return Figure(Measure.OPEN, len(records), records, total=len(records))


def blocked_now(owed: Iterable[Owed]) -> Figure:
    """What waits today and cannot go on."""
    records = tuple(one for one in owed if one.is_open and one.is_blocked)
    return Figure(Measure.BLOCKED, len(records), records, total=len(records))


def oldest_now(owed: Iterable[Owed]) -> Figure:
    """How long the one that waits longest has waited."""
    aged = [one for one in owed if one.is_open and one.age is not None]
    oldest = max(aged, key=lambda one: one.age or 0, default=None)
    return Figure(Measure.OLDEST, oldest.age, (oldest,), total=1) if oldest else Figure(Measure.OLDEST, None)


def figures(owed: Sequence[Owed], today: date, whose: Whose) -> tuple[Figure, ...]:
    """The line of the scoreboard for some promises: this quarter and the last, then how it stands.

    A department and our people answer requests; the client's people have only promises to do.
    """
    asked = owed if whose is Whose.PERSON else [one for one in owed if one.is_request]
    now, before = beginning(today), quarter_before(today, 1)
    return (
        kept(owed, now, today),
        kept(owed, before, today),
        answer_time(asked, now),
        answer_time(asked, before),
        open_now(owed),
        blocked_now(owed),
        oldest_now(owed),
    )


def by_whom(owed: Iterable[Owed], whose: Whose) -> dict[int, list[Owed]]:
    """The promises of each department, member or person, by identity."""
    name = f"{whose.value}_id"
    found: dict[int, list[Owed]] = {}
    for one in owed:
        key = getattr(one, name)
        if key is not None:
            found.setdefault(key, []).append(one)
    return found


def _is_in(day: date | None, quarter: date) -> bool:
    return day is not None and beginning(day) == quarter
