"""A request as it is read: frozen, with the names of everybody in it."""

from dataclasses import dataclass
from datetime import date

from workbench.kam.model import RequestState


@dataclass(frozen=True)
class RequestCard:
    """A request in a glance; `region` is where whoever was asked has public holidays, `lead` leads the department."""

    id: int
    title: str
    state: RequestState
    department_id: int
    department: str
    code: str
    asked_on: date
    promised_for: date | None = None
    first_promised: date | None = None
    accepted_on: date | None = None
    answered_on: date | None = None
    escalated_on: date | None = None
    account_id: int | None = None
    account: str | None = None
    member: str | None = None
    lead: str | None = None
    email: str | None = None
    lead_email: str | None = None
    asked_by: str | None = None
    action: str | None = None
    objective: str | None = None
    details: str | None = None
    stake: str | None = None
    answer: str | None = None
    blocked_reason: str | None = None
    escalation: str | None = None
    region: str | None = None


@dataclass(frozen=True)
class Beginning:
    """What a new request starts from: for whom, out of which action or objective, and the client's stake in it."""

    account_id: int | None = None
    account: str = ""
    action_id: int | None = None
    objective_id: int | None = None
    department_id: int | None = None
    title: str = ""
    stake: str = ""
    due: date | None = None
