"""Reading the next ninety days of an account."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.model import OPEN, ActionItem
from workbench.contacts.model import Person
from workbench.kam.horizon.buckets import bucket_of, restart
from workbench.kam.horizon.views import HorizonItem, HorizonView, Milestone, Strand
from workbench.kam.model import Deliverable, Workstream
from workbench.kam.progress.queries import of_workstreams
from workbench.kam.raci.queries import objective_codes
from workbench.kernel.editing import found
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.plans.model import Plan
from workbench.plans.queries import current_plan
from workbench.team.model import Department, Member
from workbench.team.queries import departments

SHORT = timedelta(14)  # how long a workstream without a beginning is drawn


def horizon_view(session: Session, account_id: int, today: date, *, from_plan: bool = False) -> HorizonView:
    """The next ninety days from today, or from the day that the account's plan counts from now; Gone without it."""
    account = found(session, Account, account_id)
    plan_id = current_plan(session, account_id, today)
    plan_start = session.scalar(select(Plan.starts_on).where(Plan.id == plan_id)) if plan_id else None
    counted = restart(plan_start, today) if plan_start else None
    start = counted if from_plan and counted else today
    return HorizonView(
        account=account.name,
        as_of=today,
        start=start,
        plan_start=counted,
        items=tuple(_items(session, account_id, start, today)),
        strands=tuple(_strands(session, account_id, today)),
        departments=tuple((one.id, one.name) for one in departments(session)),
        company=of_portfolio(session, COMPANY),
        is_demo=of_portfolio(session, IS_DEMO),
    )


def _items(session: Session, account_id: int, start: date, today: date) -> Iterator[HorizonItem]:
    codes = objective_codes(session, account_id, today)
    rows = session.execute(
        select(ActionItem, Member.name, Person.name, Department.code, Workstream.title, Workstream.objective_id)
        .outerjoin(Member, Member.id == ActionItem.member_id)
        .outerjoin(Person, Person.id == ActionItem.person_id)
        .outerjoin(Department, Department.id == ActionItem.department_id)
        .outerjoin(Workstream, Workstream.id == ActionItem.workstream_id)
        .where(ActionItem.account_id == account_id, ActionItem.state.in_(OPEN), ActionItem.captured.is_(None))
        .order_by(ActionItem.due.asc().nulls_last(), ActionItem.id)
    )
    for action, member, person, code, stream, served in rows:
        objective = action.objective_id or served
        yield HorizonItem(
            id=action.id,
            title=action.title,
            bucket=bucket_of(action.due, start),
            state=action.state,
            direction=action.direction,
            due=action.due,
            slip=action.slip,
            is_late=action.is_overdue(today),
            is_blocked=action.blocked_reason is not None,
            owner=member or person,
            department_id=action.department_id,
            code=code,
            objective=codes.get(objective) if objective else None,
            stream=stream,
        )


def _strands(session: Session, account_id: int, today: date) -> Iterator[Strand]:
    """Workstreams that have a day of their own, or hand something over on one."""
    shares = of_workstreams(session, account_id)
    parts: dict[int, list[Milestone]] = {}
    handed = (
        select(Deliverable)
        .join(Workstream, Workstream.id == Deliverable.workstream_id)
        .where(Workstream.account_id == account_id, Deliverable.due.is_not(None))
        .order_by(Deliverable.due)
    )
    for part in session.scalars(handed):
        if part.due is not None:
            parts.setdefault(part.workstream_id, []).append(Milestone(part.title, part.due, part.done_on is not None))
    streams = select(Workstream).where(Workstream.account_id == account_id)
    for stream in session.scalars(streams.order_by(Workstream.position, Workstream.id)):
        milestones = tuple(parts.get(stream.id, ()))
        days = [day for day in (stream.starts_on, stream.ends_on, *(one.due for one in milestones)) if day]
        if not days:
            continue
        last = stream.ends_on or max(days)
        first = stream.starts_on or min(*days, last - SHORT)
        share = shares.get(stream.id)
        late = any(one.due < today and not one.is_done for one in milestones)
        is_over = last < today and (share is None or share < 1)
        yield Strand(stream.title, first, last, share, late or is_over, first <= today, milestones)
