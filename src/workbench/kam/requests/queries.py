"""Reading requests: the list of an account, one in a glance, and what a new one starts from."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Text, case, func, select, type_coerce
from sqlalchemy.orm import Session, aliased

from workbench.accounts.model import Account
from workbench.action_items.cards import open_of
from workbench.action_items.model import ActionItem
from workbench.kam.model import UNANSWERED, Request
from workbench.kam.requests import fields
from workbench.kam.requests.views import Beginning, RequestCard
from workbench.kernel.editing import found
from workbench.kernel.errors import UserError
from workbench.kernel.field import Field, Kind
from workbench.kernel.folding import fold
from workbench.kernel.listing import Listing
from workbench.kernel.settings import REGION, PortfolioSetting
from workbench.kernel.words import N_
from workbench.plans.model import Objective
from workbench.plans.queries import current_plan, objectives_of
from workbench.team.model import Department, Member
from workbench.team.regions import Calendar, calendar_of

DIGITS = 19  # of an identity, at most
Asker, Lead = aliased(Member), aliased(Member)
# whoever leads the department now; where two do, the one who came first
_LEAD = (
    select(func.min(Lead.id))
    .where(Lead.department_id == Request.department_id, Lead.leads_department, Lead.left_on.is_(None))
    .correlate(Request)
    .scalar_subquery()
)
_DEFAULT_REGION = (
    select(func.json_extract(PortfolioSetting.value, "$")).where(PortfolioSetting.key == REGION.key).scalar_subquery()
)
_REGION_OF_LEAD = select(Lead.region).where(Lead.id == _LEAD).correlate(Request).scalar_subquery()
REGION_OF: Any = func.coalesce(func.nullif(Member.region, ""), _REGION_OF_LEAD, _DEFAULT_REGION, type_=Text)
_WHO: Any = (
    select(Request)
    .join(Department, Department.id == Request.department_id)
    .outerjoin(Member, Member.id == Request.member_id)
    .outerjoin(Account, Account.id == Request.account_id)
)
CLOCK = Field(type_coerce(Request.promised_for, Date), N_("Working days"), Kind.DAY, key="clock", editable=False)
# what is open by its promise, then what is over, the latest first
_ENDED: Any = 99999999 - func.coalesce(func.julianday(Request.answered_on), 0)
ORDER = Field(
    case((Request.state.in_(UNANSWERED), func.coalesce(func.julianday(Request.promised_for), 9999999)), else_=_ENDED),
    N_("Open first"),
    Kind.NUMBER,
    key="order",
    editable=False,
)
REQUESTS = Listing(
    _WHO,
    key=Request.id,
    fields=(
        fields.TITLE,
        fields.STATE,
        Field(Department.code, N_("Department"), Kind.REFERENCE, key="department", editable=False),
        CLOCK,
        fields.PROMISED_FOR,
        fields.ASKED_ON,
    ),
    search=(Request.title, Department.name, Department.code, Member.name, Request.details, Request.answer),
    order=ORDER,
    beside=(
        Field(Request.first_promised, N_("First promised"), Kind.DAY, editable=False),
        Field(Request.accepted_on, N_("Accepted on"), Kind.DAY, editable=False),
        fields.ANSWERED_ON,
        Field(REGION_OF, N_("Region"), key="region", editable=False),
        fields.BLOCKED,
    ),
    more=(
        Field(Member.name, N_("Asked of"), Kind.REFERENCE, key="member", editable=False),
        Field(Account.name, N_("Account"), Kind.REFERENCE, key="account", editable=False),
    ),
)


class NoAccount(UserError):
    message = N_("“{title}” belongs to no account.")
    advice = N_("Give it an account first: that is where requests to departments are kept.")


def requests_of(account_id: int) -> Listing:
    """All requests for one account."""
    return REQUESTS.where(Request.account_id == account_id)


def card(session: Session, request_id: int) -> RequestCard | None:
    """One request, or None if it is gone."""
    return next(iter(_cards(session, _CARD.where(Request.id == request_id))), None)


def request_named(session: Session, name: str) -> int | None:
    """The request somebody means by a title, a part of it or an identity: an open one first, else the latest."""
    if name.isdecimal() and len(name) < DIGITS and session.scalar(select(Request.id).where(Request.id == int(name))):
        return int(name)
    wanted = fold(name).strip()
    rows = session.execute(select(Request.id, Request.title, Request.state).order_by(Request.asked_on.desc())).all()
    matching = [row for row in rows if wanted and wanted in fold(row.title)]
    matching.sort(key=lambda row: (fold(row.title) != wanted, row.state not in UNANSWERED))
    return int(matching[0].id) if matching else None


def next_request(session: Session, account_id: int) -> int | None:
    """The open request of an account that is promised for the earliest day, else the one that was asked last."""
    rows = select(Request.id).where(Request.account_id == account_id)
    due = rows.where(Request.state.in_(UNANSWERED)).order_by(Request.promised_for.asc().nulls_last(), Request.id)
    return session.scalar(due.limit(1)) or session.scalar(rows.order_by(Request.asked_on.desc()).limit(1))


def cards(session: Session, account_id: int | None = None) -> list[RequestCard]:
    """The requests for an account, or all there are, in the order in which they were asked."""
    rows = _CARD.order_by(Request.asked_on, Request.id)
    return _cards(session, rows if account_id is None else rows.where(Request.account_id == account_id))


def calendar_for(session: Session, request: Request) -> Calendar:
    """The calendar of whoever was asked, else of who leads the department, else of the portfolio."""
    region = session.scalar(_WHO.with_only_columns(REGION_OF).where(Request.id == request.id))
    return calendar_of(region)


def calendar_of_department(session: Session, department_id: int) -> Calendar:
    """The calendar of who leads a department, else of the portfolio."""
    leads = (Lead.department_id == department_id, Lead.leads_department, Lead.left_on.is_(None))
    region = session.scalar(select(func.coalesce(func.nullif(Lead.region, ""), _DEFAULT_REGION)).where(*leads))
    return calendar_of(region or session.scalar(select(_DEFAULT_REGION)))


def lead_of(session: Session, department_id: int) -> int | None:
    """Who leads a department now."""
    leads = (Lead.department_id == department_id, Lead.leads_department, Lead.left_on.is_(None))
    return session.scalar(select(func.min(Lead.id)).where(*leads))


def beginning_for(session: Session, account_id: int | None) -> Beginning:
    """A new request for an account, or for nobody."""
    account = session.get(Account, account_id) if account_id else None
    return Beginning(account_id, account.name if account else "")


def beginning_of(session: Session, action_id: int) -> Beginning:
    """A new request that an action needs: its account, objective, department and day are those of the action."""
    action = found(session, ActionItem, action_id)
    if action.account_id is None:
        raise NoAccount(title=action.title)
    account = session.get(Account, action.account_id)
    return Beginning(
        account_id=action.account_id,
        account=account.name if account else "",
        action_id=action.id,
        objective_id=action.objective_id,
        department_id=action.department_id,
        title=action.title,
        stake=stake_in(session, action.objective_id),
        due=action.due,
    )


def stake_in(session: Session, objective_id: int | None) -> str:
    """What the client has in an objective: why it is wanted, else what it is."""
    objective = session.get(Objective, objective_id) if objective_id else None
    return (objective.why or objective.title) if objective else ""


@dataclass(frozen=True)
class Target:
    """What a request can be for: an action or an objective of its account."""

    key: int
    title: str
    is_action: bool


def targets_of(session: Session, account_id: int, today: date) -> list[Target]:
    """The open actions of an account, then the objectives of its plan."""
    actions = [Target(one.id, one.title, is_action=True) for one in open_of(session, account_id)]
    plan = current_plan(session, account_id, today)
    objectives = objectives_of(session, plan) if plan else []
    return [*actions, *(Target(one.id, one.title, is_action=False) for one in objectives)]


_CARD: Any = (
    select(
        Request.id,
        Request.title,
        Request.state,
        Request.department_id,
        Department.name,
        Department.code,
        Request.asked_on,
        Request.promised_for,
        Request.first_promised,
        Request.accepted_on,
        Request.answered_on,
        Request.escalated_on,
        Request.account_id,
        Account.name,
        Member.name,
        Lead.name,
        Member.email,
        Lead.email,
        Asker.name,
        ActionItem.title,
        Objective.title,
        Request.details,
        Request.stake,
        Request.answer,
        Request.blocked_reason,
        Request.escalation,
        REGION_OF,
    )
    .join(Department, Department.id == Request.department_id)
    .outerjoin(Member, Member.id == Request.member_id)
    .outerjoin(Account, Account.id == Request.account_id)
    .outerjoin(Lead, Lead.id == _LEAD)
    .outerjoin(Asker, Asker.id == Request.asked_by_id)
    .outerjoin(ActionItem, ActionItem.id == Request.action_id)
    .outerjoin(Objective, Objective.id == Request.objective_id)
)


def _cards(session: Session, rows: Any) -> list[RequestCard]:  # noqa: ANN401 - a select of many columns
    return [RequestCard(*row) for row in session.execute(rows)]
