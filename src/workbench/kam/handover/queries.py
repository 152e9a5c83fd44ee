"""Reading what names a member in the work for an account."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.model import OPEN, ActionItem
from workbench.contacts.model import Person
from workbench.contacts.positions import Assessment
from workbench.kam.handover.views import Duty, Named
from workbench.kam.model import UNANSWERED, Deliverable, Raci, Request, Workstream
from workbench.meetings.model import Meeting
from workbench.meetings.proceedings import AgendaPoint
from workbench.plans.model import Objective, Plan, Risk
from workbench.team.assignments import Assignment, TeamRole
from workbench.team.model import Member

Rows = Select[Any, str]
# the attribute that names the member
HOLDER = {
    Duty.PLAN: "owner_id",
    Duty.OBJECTIVE: "owner_id",
    Duty.RISK: "owner_id",
    Duty.LETTER: "member_id",
    Duty.REQUEST: "asked_by_id",
    Duty.PERSON: "owner_id",
    Duty.AGENDA: "member_id",
}


def records_naming(session: Session, account_id: int, member_id: int, today: date) -> Iterator[tuple[Duty, Any, str]]:
    """What names a member for an account and is not over: what it is, its record, what it is called."""
    for duty, rows in (*_of_plans(account_id, member_id, today), *_of_work(account_id, member_id, today)):
        for record, title in session.execute(rows):
            yield duty, record, title
    yield from _people(session, account_id, member_id)


def named(session: Session, account_id: int, member_id: int, today: date) -> list[Named]:
    """What names a member for an account, in the order of its kinds."""
    holder = session.get_one(Member, member_id).name
    order = list(Duty)
    found = [Named(duty, title, holder) for duty, _, title in records_naming(session, account_id, member_id, today)]
    return sorted(found, key=lambda one: order.index(one.duty))


def left_behind(session: Session, account_id: int, today: date) -> list[Named]:
    """What still names those who led an account before."""
    owner = session.get_one(Account, account_id).owner_id
    led = select(Assignment.member_id).where(
        Assignment.account_id == account_id, Assignment.role == TeamRole.LEAD, Assignment.until < today
    )
    before = dict.fromkeys(key for key in session.scalars(led.order_by(Assignment.until.desc())) if key != owner)
    return [one for key in before for one in named(session, account_id, key, today)]


def _of_plans(account_id: int, member_id: int, today: date) -> Sequence[tuple[Duty, Rows]]:
    current = Plan.account_id == account_id, Plan.ends_on >= today
    return (
        (Duty.PLAN, select(Plan, Plan.title).where(*current, Plan.owner_id == member_id)),
        (
            Duty.OBJECTIVE,
            select(Objective, Objective.title)
            .join(Plan, Plan.id == Objective.plan_id)
            .where(*current, Objective.owner_id == member_id)
            .order_by(Objective.position),
        ),
        (
            Duty.RISK,
            select(Risk, Risk.title)
            .join(Plan, Plan.id == Risk.plan_id)
            .where(*current, Risk.owner_id == member_id)
            .order_by(Risk.position),
        ),
    )


def _of_work(account_id: int, member_id: int, today: date) -> Sequence[tuple[Duty, Rows]]:
    mine = Raci.member_id == member_id
    waiting = Request.account_id == account_id, Request.state.in_(UNANSWERED)
    coming = Meeting.account_id == account_id, Meeting.day >= today
    return (
        (
            Duty.LETTER,
            select(Raci, Workstream.title)
            .join(Workstream, Workstream.id == Raci.workstream_id)
            .where(Workstream.account_id == account_id, mine),
        ),
        (
            Duty.LETTER,
            select(Raci, Deliverable.title)
            .join(Deliverable, Deliverable.id == Raci.deliverable_id)
            .join(Workstream, Workstream.id == Deliverable.workstream_id)
            .where(Workstream.account_id == account_id, mine, Deliverable.done_on.is_(None)),
        ),
        (
            Duty.LETTER,
            select(Raci, ActionItem.title)
            .join(ActionItem, ActionItem.id == Raci.action_id)
            .where(ActionItem.account_id == account_id, mine, ActionItem.state.in_(OPEN)),
        ),
        (Duty.REQUEST, select(Request, Request.title).where(*waiting, Request.asked_by_id == member_id)),
        (
            Duty.AGENDA,
            select(AgendaPoint, AgendaPoint.title)
            .join(Meeting, Meeting.id == AgendaPoint.meeting_id)
            .where(*coming, AgendaPoint.member_id == member_id),
        ),
    )


def _people(session: Session, account_id: int, member_id: int) -> Iterator[tuple[Duty, Any, str]]:
    """The people of the client by their newest assessments."""
    rows = session.execute(
        select(Assessment, Person.name)
        .join(Person, Person.id == Assessment.person_id)
        .where(Assessment.account_id == account_id)
        .order_by(Assessment.made_on, Assessment.id)
    )
    newest = {assessment.person_id: (assessment, name) for assessment, name in rows}
    yield from ((Duty.PERSON, one, name) for one, name in newest.values() if one.owner_id == member_id)
