"""Reading hours: the entries of an account, and what was planned and spent in a period."""

from collections import defaultdict
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.model import ActionItem
from workbench.business.model import Cost, CostKind, Revenue
from workbench.kam.hours import fields
from workbench.kam.hours.entry import Known
from workbench.kam.hours.periods import Period, Span, Stint, planned
from workbench.kam.hours.profit import Booked, Profit, profit
from workbench.kam.hours.rates import ON_COST, SALARY_FROM, SALARY_TO, WORKING_DAYS, Band, cost
from workbench.kam.hours.views import HoursLine, PeriodHours
from workbench.kam.model import HoursSpent
from workbench.kernel.editing import found
from workbench.kernel.field import Field, Kind
from workbench.kernel.folding import fold
from workbench.kernel.listing import Listing
from workbench.kernel.settings import of_portfolio
from workbench.kernel.words import N_
from workbench.team.assignments import Assignment
from workbench.team.model import Department, Member
from workbench.team.queries import calendars_of

ENTRIES = Listing(
    select(HoursSpent)
    .join(Member, Member.id == HoursSpent.member_id)
    .outerjoin(Department, Department.id == Member.department_id)
    .outerjoin(ActionItem, ActionItem.id == HoursSpent.action_id),
    key=HoursSpent.id,
    fields=(
        Field(Member.name, N_("Member"), Kind.REFERENCE, key="member", editable=False),
        fields.ON,
        Field(Department.code, N_("Department"), Kind.REFERENCE, key="department", editable=False),
        fields.HOURS,
        Field(ActionItem.title, N_("For action"), Kind.REFERENCE, key="action", editable=False),
        fields.NOTE,
    ),
    search=(Member.name, Department.name, ActionItem.title, HoursSpent.note),
    order=fields.ON,
    descending=True,
)


def entries_of(account_id: int, first: date, last: date) -> Listing:
    """The entries of an account between two days."""
    return ENTRIES.where(HoursSpent.account_id == account_id, HoursSpent.on >= first, HoursSpent.on <= last)


def hours_view(session: Session, account_id: int, period: Period, today: date) -> PeriodHours:
    """The hours of an account in a period up to today; Gone if there is no such account."""
    until = max(period.first, min(period.last, today))
    spent = _spent(session, account_id, period)
    stints: dict[int, list[Stint]] = defaultdict(list)
    for one in session.scalars(select(Assignment).where(Assignment.account_id == account_id)):
        stints[one.member_id].append(Stint(one.hours_per_week or 0.0, one.since, one.until))
    calendars = calendars_of(session, stints)
    held = {key: planned(mine, period.first, until, calendars[key]) for key, mine in stints.items()}
    lines = _lines(session, held, spent)
    account = found(session, Account, account_id)
    return PeriodHours(
        period,
        until,
        tuple(lines),
        sum(line.planned for line in lines if line.is_department),
        sum(line.spent for line in lines if line.is_department),
        account.currency,
        _revenue(session, account_id, period),
    )


def assignment_behind(session: Session, account_id: int, line: HoursLine) -> int | None:
    """The assignment that the planned hours of a line come from; of a department, that with the most hours a week."""
    rows = select(Assignment.id).join(Member, Member.id == Assignment.member_id)
    whose = Member.id == line.member_id if line.member_id else Member.department_id == line.department_id
    most = Assignment.hours_per_week.desc()
    return session.scalars(rows.where(Assignment.account_id == account_id, whose).order_by(most)).first()


def profit_view(session: Session, account_id: int, period: Period) -> Profit:
    """What is left of an account's revenue in a period; empty for a month, for revenue is known by quarter."""
    if period.span is Span.MONTH:
        return Profit()
    between = (period.first, period.last)
    earned = session.execute(
        select(Revenue.id, Revenue.invoiced).where(
            Revenue.account_id == account_id, Revenue.starts_on.between(*between)
        )
    ).all()
    costs: dict[CostKind, Booked] = {}
    rows = select(Cost.kind, Cost.id, Cost.amount).where(
        Cost.account_id == account_id, Cost.starts_on.between(*between)
    )
    for kind, key, amount in session.execute(rows.order_by(Cost.id)):
        there = costs.get(kind, Booked(0))
        costs[kind] = Booked(there.amount + amount, (*there.records, ("cost", key)))
    spent = sum(_spent(session, account_id, period).values())
    revenue = Booked(sum(amount for _, amount in earned), tuple(("revenue", key) for key, _ in earned))
    return profit(revenue if earned else None, costs, Booked(cost(spent, band(session))))


def band(session: Session) -> Band:
    """The salary band of this portfolio."""
    return Band(*(of_portfolio(session, one) for one in (SALARY_FROM, SALARY_TO, ON_COST, WORKING_DAYS)))


def people(session: Session) -> list[Known]:
    """Everybody whose name may stand in a line, those who are here first."""
    rows = select(Member.id, Member.name, Member.initials).order_by(Member.left_on.is_not(None), Member.id)
    return [Known(key, name, initials or "") for key, name, initials in session.execute(rows)]


def hours_of_members(session: Session, account_id: int) -> dict[int, float]:
    """All the hours that were ever logged for an account, by member."""
    rows = select(HoursSpent.member_id, func.sum(HoursSpent.hours)).where(HoursSpent.account_id == account_id)
    return {key: float(total) for key, total in session.execute(rows.group_by(HoursSpent.member_id))}


def _spent(session: Session, account_id: int, period: Period) -> dict[int, float]:
    rows = (
        select(HoursSpent.member_id, func.sum(HoursSpent.hours))
        .where(HoursSpent.account_id == account_id, HoursSpent.on >= period.first, HoursSpent.on <= period.last)
        .group_by(HoursSpent.member_id)
    )
    return {key: float(total) for key, total in session.execute(rows)}


def _lines(session: Session, held: dict[int, float], spent: dict[int, float]) -> list[HoursLine]:
    """Departments in their order, each with its members by name; who has neither hours is left out."""
    rows = session.execute(
        select(Member, Department)
        .outerjoin(Department, Department.id == Member.department_id)
        .where(Member.id.in_({key for key, hours in (*held.items(), *spent.items()) if hours}))
        .order_by(Department.position.is_(None), Department.position, Department.id)
    ).all()
    by_department: dict[int | None, list[HoursLine]] = {}
    names: dict[int | None, str] = {}
    for member, department in rows:
        line = HoursLine(
            member.name, held.get(member.id, 0.0), spent.get(member.id, 0.0), member.department_id, member.id
        )
        by_department.setdefault(member.department_id, []).append(line)
        names[member.department_id] = department.name if department else ""
    lines: list[HoursLine] = []
    for key, mine in by_department.items():
        total = HoursLine(names[key], sum(one.planned for one in mine), sum(one.spent for one in mine), key)
        lines += [total, *sorted(mine, key=lambda one: fold(one.name))]
    return lines


def _revenue(session: Session, account_id: int, period: Period) -> int | None:
    """What was invoiced in the period; a month is none of the quarters that are known."""
    if period.span is Span.MONTH:
        return None
    rows = select(func.sum(Revenue.invoiced)).where(
        Revenue.account_id == account_id, Revenue.starts_on >= period.first, Revenue.starts_on <= period.last
    )
    total = session.scalar(rows)
    return None if total is None else int(total)
