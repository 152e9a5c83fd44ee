"""Reading an account for whoever takes it over."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.cards import open_of
from workbench.action_items.model import Direction
from workbench.kam.handover.queries import left_behind, named
from workbench.kam.hours.periods import Period, Span
from workbench.kam.hours.queries import hours_view
from workbench.kam.model import UNANSWERED, Deliverable, LogEntry, LogKind, Raci, Request, Workstream
from workbench.kernel.editing import found
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.meetings.model import Meeting
from workbench.meetings.proceedings import Decision
from workbench.papers.handover.views import (
    DecisionLine,
    HandoverView,
    HoursLine,
    LetterLine,
    OwnerLine,
    RequestLine,
)
from workbench.plans.queries import current_plan
from workbench.plans.reading import (
    action_lines,
    coming_meetings,
    members_by_id,
    person_lines,
    plan_view,
    profile_of,
    team_lines,
)
from workbench.plans.views import PlanView
from workbench.team.assignments import Assignment, TeamRole
from workbench.team.model import Department, Member

DECISIONS, MEETINGS = 12, 5


def handover_view(session: Session, account_id: int, today: date) -> HandoverView:
    """What is printed of an account that is handed over; Gone if there is no such account."""
    account = found(session, Account, account_id)
    plan_id = current_plan(session, account_id, today)
    plan = plan_view(session, plan_id, today) if plan_id else _blank(session, account, today)
    actions = plan.actions or action_lines(open_of(session, account_id), {})
    members = members_by_id(session)
    left = left_behind(session, account_id, today)
    return HandoverView(
        plan=plan,
        has_plan=plan_id is not None,
        owner=members.get(account.owner_id),
        leads=tuple(_leads(session, account_id, members)),
        we_owe=tuple(action for action in actions if action.direction is not Direction.THEY_OWE),
        they_owe=tuple(action for action in actions if action.direction is Direction.THEY_OWE),
        letters=tuple(_letters(session, account)),
        requests=tuple(_requests(session, account_id)),
        decisions=_decisions(session, account_id),
        hours=tuple(_hours(session, account_id, today)),
        left=tuple(left),
        named=() if left or account.owner_id is None else tuple(named(session, account_id, account.owner_id, today)),
    )


def _blank(session: Session, account: Account, today: date) -> PlanView:
    """What is known of an account that has no plan."""
    members = members_by_id(session)
    return PlanView(
        account=account.name,
        title="",
        starts_on=today,
        ends_on=today,
        as_of=today,
        company=of_portfolio(session, COMPANY),
        is_demo=of_portfolio(session, IS_DEMO),
        profile=profile_of(session, account),
        people=person_lines(session, account.id, today, members),
        team=team_lines(session, account.id, today),
        meetings=coming_meetings(session, account.id, today, MEETINGS),
    )


def _leads(session: Session, account_id: int, members: dict[int | None, str]) -> Iterable[OwnerLine]:
    """Who led the account, the newest first."""
    rows = select(Assignment).where(Assignment.account_id == account_id, Assignment.role == TeamRole.LEAD)
    for one in session.scalars(rows.order_by(Assignment.since.desc().nulls_last())):
        yield OwnerLine(members.get(one.member_id, ""), one.since, one.until)


def _letters(session: Session, account: Account) -> Iterable[LetterLine]:
    """What the owner is for the work of the account: by name, or as the department of the owner."""
    owner = session.get(Member, account.owner_id) if account.owner_id else None
    if owner is None:
        return
    mine = or_(Raci.member_id == owner.id, (Raci.member_id.is_(None)) & (Raci.department_id == owner.department_id))
    streams = (
        select(Workstream.title, Raci.letter, Workstream.ends_on)
        .join(Raci, Raci.workstream_id == Workstream.id)
        .where(Workstream.account_id == account.id, mine)
        .order_by(Workstream.position, Workstream.id)
    )
    parts = (
        select(Deliverable.title, Raci.letter, Deliverable.due)
        .join(Raci, Raci.deliverable_id == Deliverable.id)
        .join(Workstream, Workstream.id == Deliverable.workstream_id)
        .where(Workstream.account_id == account.id, mine, Deliverable.done_on.is_(None))
        .order_by(Deliverable.due.asc().nulls_last(), Deliverable.id)
    )
    for rows in (streams, parts):
        for title, letter, due in session.execute(rows):
            yield LetterLine(title, letter, due)


def _requests(session: Session, account_id: int) -> Iterable[RequestLine]:
    rows = (
        select(Request, Department.name)
        .join(Department, Department.id == Request.department_id)
        .where(Request.account_id == account_id, Request.state.in_(UNANSWERED))
        .order_by(Request.asked_on, Request.id)
    )
    for one, department in session.execute(rows):
        yield RequestLine(one.title, department, one.asked_on, one.promised_for, one.state)


def _decisions(session: Session, account_id: int) -> tuple[DecisionLine, ...]:
    """The last decisions, of meetings and of the log."""
    held = (
        select(Meeting.day, Decision.text)
        .join(Meeting, Meeting.id == Decision.meeting_id)
        .where(Meeting.account_id == account_id)
        .order_by(Meeting.day.desc(), Decision.position)
        .limit(DECISIONS)
    )
    logged = (
        select(LogEntry.on, LogEntry.title)
        .where(LogEntry.account_id == account_id, LogEntry.kind == LogKind.DECISION)
        .order_by(LogEntry.on.desc(), LogEntry.id)
        .limit(DECISIONS)
    )
    found_ones = [DecisionLine(day, text) for rows in (held, logged) for day, text in session.execute(rows)]
    return tuple(sorted(found_ones, key=lambda one: one.on, reverse=True)[:DECISIONS])


def _hours(session: Session, account_id: int, today: date) -> Iterable[HoursLine]:
    """This quarter and the one before, where somebody planned or spent any."""
    this = Period.of(Span.QUARTER, today)
    for period in (this, this.moved(-1)):
        view = hours_view(session, account_id, period, today)
        if view.planned or view.spent:
            yield HoursLine(period.first, view.planned, view.spent)
