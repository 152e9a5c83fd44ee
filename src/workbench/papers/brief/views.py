"""What a meeting brief shows."""

from dataclasses import dataclass
from datetime import date, time

from workbench.contacts.positions import Attitude, BuyingRole, Influence
from workbench.meetings.model import MeetingKind
from workbench.plans.views import ActionLine


@dataclass(frozen=True)
class Guest:
    """Somebody of the client in the room."""

    name: str
    title: str | None = None
    attitude: Attitude = Attitude.UNKNOWN
    influence: Influence | None = None
    buying_role: BuyingRole | None = None
    note: str | None = None


@dataclass(frozen=True)
class Colleague:
    """Somebody of ours in the room, and what they do there."""

    name: str
    task: str | None = None


@dataclass(frozen=True)
class AgendaPoint:
    """A point of the agenda, with the time at which it begins."""

    title: str
    at: time | None = None
    minutes: int | None = None
    leader: str | None = None


@dataclass(frozen=True)
class BriefView:
    """A meeting before it is held, as of a day; wall times are those of `zone`."""

    meeting: str
    day: date
    as_of: date
    account: str = ""
    kind: MeetingKind = MeetingKind.OTHER
    start: time | None = None
    end: time | None = None
    end_day: date | None = None
    zone: str = ""
    place: str | None = None
    phone: str | None = None
    purpose: str | None = None
    outcome: str | None = None
    guests: tuple[Guest, ...] = ()
    colleagues: tuple[Colleague, ...] = ()
    agenda: tuple[AgendaPoint, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()
    invoiced: int | None = None
    currency: str = "EUR"
    renewal_on: date | None = None
    we_owe: tuple[ActionLine, ...] = ()
    they_owe: tuple[ActionLine, ...] = ()
    last_day: date | None = None
    last_decisions: tuple[str, ...] = ()
    say: str | None = None
    do_not_say: str | None = None
    company: str = ""
    is_demo: bool = False
