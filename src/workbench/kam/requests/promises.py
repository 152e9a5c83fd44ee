"""What the promise of a department is worth on a day: late, about to break, slipped, kept."""

from datetime import date
from typing import Protocol

from workbench.kam.model import UNANSWERED, RequestState
from workbench.kam.requests.clock import Clock, clock, next_working_day, working_days
from workbench.team.regions import calendar_of

WITHIN = 2  # working days


class Asked(Protocol):
    """What the rules need to know of a request; `region` is where whoever was asked has public holidays."""

    @property
    def state(self) -> RequestState: ...
    @property
    def asked_on(self) -> date: ...
    @property
    def promised_for(self) -> date | None: ...
    @property
    def first_promised(self) -> date | None: ...
    @property
    def answered_on(self) -> date | None: ...
    @property
    def region(self) -> str | None: ...


def is_open(request: Asked) -> bool:
    """Whether it still waits for an answer."""
    return request.state in UNANSWERED


def due_on(request: Asked) -> date | None:
    """The working day by which it has to be answered."""
    promised = request.promised_for
    return next_working_day(promised, calendar_of(request.region)) if promised else None


def is_late(request: Asked, today: date) -> bool:
    """Whether the promised day is over without an answer."""
    due = due_on(request)
    return is_open(request) and due is not None and due < today


def about_to_break(request: Asked, today: date, within: int = WITHIN) -> bool:
    """Whether it is promised for one of the next working days, or today, and nobody has answered."""
    due = due_on(request)
    if due is None or due < today or not is_open(request):
        return False
    return working_days(today, due, calendar_of(request.region)) <= within


def slip(request: Asked) -> int:
    """Working days between the first promise and the one that holds now (ME17)."""
    if request.first_promised is None or request.promised_for is None:
        return 0
    calendar = calendar_of(request.region)
    first = next_working_day(request.first_promised, calendar)
    return working_days(first, next_working_day(request.promised_for, calendar), calendar)


def clock_of(request: Asked, today: date) -> Clock:
    """Its clock: still running, or as it stood when the answer came."""
    until = today if is_open(request) else request.answered_on or today
    return clock(request.asked_on, request.promised_for, until, calendar_of(request.region))
