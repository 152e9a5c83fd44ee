"""What a printed plan shows: frozen values, read once, that need no portfolio any more."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from workbench.accounts.model import Health, Lifecycle, Tier
from workbench.accounts.structure import Confidence, UnitKind
from workbench.action_items.model import Direction, Priority, State
from workbench.contacts.positions import Attitude, BuyingRole, Influence
from workbench.plans.model import ObjectiveStatus, PlanStatus
from workbench.team.assignments import TeamRole


@dataclass(frozen=True)
class FactLine:
    """Something known about the account, and how well."""

    name: str
    value: str
    source: str | None = None
    as_of: date | None = None
    confidence: Confidence = Confidence.ASSUMED


@dataclass(frozen=True)
class UnitLine:
    """A business unit or a site."""

    name: str
    kind: UnitKind = UnitKind.UNIT
    belongs_to: str | None = None
    place: str | None = None
    headcount: int | None = None
    buys: bool | None = None
    note: str | None = None


@dataclass(frozen=True)
class AddressLine:
    """An address; `parts` are its lines, `country` has two letters."""

    label: str | None
    parts: tuple[str, ...]
    country: str | None = None


@dataclass(frozen=True)
class Profile:
    """The account itself; money in hundredths of `currency`."""

    tier: Tier = Tier.C
    lifecycle: Lifecycle = Lifecycle.ACTIVE
    health: Health = Health.UNKNOWN
    health_reason: str | None = None
    health_on: date | None = None
    parent: str | None = None
    sector: str | None = None
    tax_id: str | None = None
    website: str | None = None
    phone: str | None = None
    email: str | None = None
    employees: int | None = None
    revenue: int | None = None
    invoiced: int | None = None
    currency: str = "EUR"
    founded: int | None = None
    customer_since: int | None = None
    rhythm_days: int | None = None
    renewal_on: date | None = None
    last_contact_on: date | None = None
    tags: str | None = None
    facts: tuple[FactLine, ...] = ()
    units: tuple[UnitLine, ...] = ()
    addresses: tuple[AddressLine, ...] = ()


@dataclass(frozen=True)
class PersonLine:
    """Somebody at the account, as we see them now."""

    name: str
    title: str | None = None
    department: str | None = None
    attitude: Attitude = Attitude.UNKNOWN
    influence: Influence | None = None
    buying_role: BuyingRole | None = None
    last_contact_on: date | None = None
    owner: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class SeatLine:
    """A position at the account; vacant without a holder."""

    title: str
    unit: str | None = None
    reports_to: str | None = None
    holder: str | None = None
    vacant_since: date | None = None


@dataclass(frozen=True)
class ObjectiveLine:
    """An objective with its number in the plan; `work` is how much of what serves it is done, from 0 to 1."""

    code: str
    title: str
    why: str | None = None
    measure: str | None = None
    baseline: str | None = None
    now: str | None = None
    target: str | None = None
    by: date | None = None
    owner: str | None = None
    status: ObjectiveStatus = ObjectiveStatus.NOT_STARTED
    note: str | None = None
    work: float | None = None

    @property
    def progress(self) -> float | None:
        """How much of the way from the baseline to the target is done, where the texts can be compared."""
        return progress(self.baseline, self.now, self.target)


@dataclass(frozen=True)
class ActionLine:
    """A promise. `owner` is one of us or of theirs; `code` is the department's."""

    title: str
    direction: Direction = Direction.WE_OWE
    state: State = State.TODO
    priority: Priority = Priority.NORMAL
    start: date | None = None
    due: date | None = None
    owner: str | None = None
    code: str | None = None
    department: str | None = None
    objective: str | None = None
    waiting_for: str | None = None
    waiting_since: date | None = None
    blocked_reason: str | None = None
    effort: float | None = None
    escalation: str | None = None
    letters: tuple[tuple[str, str], ...] = ()  # what each department is for it, by its code

    def is_late(self, today: date) -> bool:
        return self.due is not None and self.due < today and self.state not in (State.DONE, State.DROPPED)


@dataclass(frozen=True)
class TeamLine:
    """One of us who works for the account."""

    name: str
    title: str | None = None
    department: str | None = None
    code: str | None = None
    role: TeamRole = TeamRole.CORE
    hours_per_week: float | None = None
    open_actions: int = 0
    late_actions: int = 0


@dataclass(frozen=True)
class RiskLine:
    """What may go wrong; probability and impact from 1 to 5."""

    title: str
    effect: str | None = None
    probability: int | None = None
    impact: int | None = None
    at_stake: int | None = None
    trigger: str | None = None
    response: str | None = None
    owner: str | None = None
    due: date | None = None

    @property
    def weight(self) -> int:
        return (self.probability or 0) * (self.impact or 0)


@dataclass(frozen=True)
class MeetingLine:
    """A meeting to come."""

    day: date
    title: str
    start: time | None = None


@dataclass(frozen=True)
class Swot:
    """The four fields, each with its lines."""

    strengths: tuple[str, ...] = ()
    weaknesses: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()
    threats: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.strengths or self.weaknesses or self.opportunities or self.threats)


@dataclass(frozen=True)
class PlanView:
    """Everything a printed plan shows, as of a day. `actions` are the open ones of the account."""

    account: str
    title: str
    starts_on: date
    ends_on: date
    as_of: date
    version: str = ""
    status: PlanStatus = PlanStatus.DRAFT
    company: str = ""
    is_demo: bool = False
    owner: str | None = None
    sponsor: str | None = None
    mission: str | None = None
    summary: str | None = None
    asks: tuple[str, ...] = ()
    next_review_on: date | None = None
    profile: Profile = Profile()
    people: tuple[PersonLine, ...] = ()
    seats: tuple[SeatLine, ...] = ()
    objectives: tuple[ObjectiveLine, ...] = ()
    swot: Swot = Swot()
    actions: tuple[ActionLine, ...] = ()
    team: tuple[TeamLine, ...] = ()
    risks: tuple[RiskLine, ...] = ()
    meetings: tuple[MeetingLine, ...] = ()

    @property
    def we_owe(self) -> tuple[ActionLine, ...]:
        return tuple(action for action in self.actions if action.direction is Direction.WE_OWE)

    @property
    def they_owe(self) -> tuple[ActionLine, ...]:
        return tuple(action for action in self.actions if action.direction is Direction.THEY_OWE)

    @property
    def vacant_seats(self) -> tuple[SeatLine, ...]:
        return tuple(seat for seat in self.seats if seat.holder is None)

    def due_between(self, first: int, last: int) -> tuple[ActionLine, ...]:
        """The actions due from `first` to `last` days after the day of the plan."""
        start, end = self.as_of + timedelta(first), self.as_of + timedelta(last)
        return tuple(action for action in self.actions if action.due is not None and start <= action.due <= end)


def progress(baseline: str | None, now: str | None, target: str | None) -> float | None:
    """The share of the way from a baseline to a target, read from figures such as "96.9 %", "2 of 7" or "€790 k"."""
    begun, reached, wanted = _figure(baseline or "0"), _figure(now), _figure(target)
    if begun is None or reached is None or wanted is None:
        return None
    units = {unit for amount, unit in (begun, reached, wanted) if amount}
    way = wanted[0] - begun[0]
    return (reached[0] - begun[0]) / way if way and len(units) <= 1 else None


_FIGURE = re.compile(r"[-−]?\d+(?:[.,]\d+)*")


def _figure(text: str | None) -> tuple[float, str] | None:
    """The first number of a text, and what is around it: two figures can be compared when that is the same."""
    found = _FIGURE.search(text or "")
    if text is None or not found:
        return None
    return _number(found[0]), " ".join(_FIGURE.sub("", text).split()).casefold()


def _number(text: str) -> float:
    """A number whose thousands or decimals may be written with a point or a comma."""
    whole, separator, rest = text.replace("−", "-").rpartition("," if text.rfind(",") > text.rfind(".") else ".")
    if separator and len(rest) == 3 and whole.strip("-") != "0":  # a group of thousands
        return float((whole + rest).replace(",", "").replace(".", ""))
    return float(f"{whole.replace(',', '').replace('.', '')}{separator and '.'}{rest}")
