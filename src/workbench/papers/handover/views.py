"""What a handover pack shows."""

from dataclasses import dataclass
from datetime import date

from workbench.kam.handover.views import Named
from workbench.kam.model import Letter, RequestState
from workbench.plans.views import ActionLine, PlanView


@dataclass(frozen=True)
class OwnerLine:
    """Who led the account, and from when to when."""

    name: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class LetterLine:
    """What somebody is for a piece of work."""

    work: str
    letter: Letter
    due: date | None = None


@dataclass(frozen=True)
class RequestLine:
    """What a department was asked for and has not answered yet."""

    title: str
    department: str
    asked_on: date
    promised_for: date | None
    state: RequestState


@dataclass(frozen=True)
class DecisionLine:
    """What was decided, and when."""

    on: date
    text: str


@dataclass(frozen=True)
class HoursLine:
    """The hours of a quarter: planned by assignments, and spent."""

    first: date
    planned: float
    spent: float


@dataclass(frozen=True)
class HandoverView:
    """An account for whoever takes it over; `plan` holds what is known of it, also where no plan was made."""

    plan: PlanView
    has_plan: bool = False
    owner: str | None = None
    leads: tuple[OwnerLine, ...] = ()
    we_owe: tuple[ActionLine, ...] = ()
    they_owe: tuple[ActionLine, ...] = ()
    letters: tuple[LetterLine, ...] = ()
    requests: tuple[RequestLine, ...] = ()
    decisions: tuple[DecisionLine, ...] = ()
    hours: tuple[HoursLine, ...] = ()
    # what still names whoever led the account before; where nothing does, what names its owner
    left: tuple[Named, ...] = ()
    named: tuple[Named, ...] = ()
