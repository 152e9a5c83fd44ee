"""Reading what the attention rules look at, and what they find for an account."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account, Lifecycle
from workbench.action_items.model import OPEN, ActionItem, Direction
from workbench.action_items.queries import OWNER
from workbench.contacts.model import Person
from workbench.contacts.positions import Assessment, BuyingRole, Influence, Seat
from workbench.kam.attention import past, rules
from workbench.kam.attention.alerts import Alert, Subject
from workbench.kam.attention.facts import Awaited, Contacted, Load, Post, Promised
from workbench.kam.attention.thresholds import (
    BLOCKED_DAYS,
    LOAD_PERCENT,
    MOVES,
    PROMISE_DAYS,
    RHYTHM_TIMES,
    SILENT_DAYS,
    SLIP_DAYS,
    Limits,
)
from workbench.kam.load.queries import load_of
from workbench.kam.load.spreading import monday
from workbench.kam.model import Deliverable, Letter, Raci, Request, Workstream
from workbench.kam.requests.queries import cards
from workbench.kernel.journal import CELL, CHANGE, Verb
from workbench.kernel.settings import REGION, of_portfolio
from workbench.meetings.model import Meeting, MeetingKind, MeetingStatus
from workbench.meetings.queries import next_day_of
from workbench.team.assignments import Assignment
from workbench.team.model import Department, Member
from workbench.team.regions import calendar_of

DECIDING = (BuyingRole.DECIDES, BuyingRole.APPROVES)
WORKING = tuple(letter for letter in Letter if letter.accounts or letter.carries_out)
TRACED = ("due", "first_due", "blocked_reason")


def alerts_of(session: Session, account_id: int, today: date) -> tuple[Alert, ...]:
    """Everything of an account that needs attention, by kind; nothing if the account is gone."""
    account = session.get(Account, account_id)
    if account is None:
        return ()
    set_to, promised = limits(session), promises(session, account)
    return (
        *rules.blocked(promised, set_to, today),
        *rules.about_to_break(promised, set_to, today),
        *rules.unanswered(awaited(session, account), set_to, today),
        *rules.slipping(promised, set_to),
        *rules.overloaded(loads(session, account, today), set_to),
        *rules.uncovered(posts(session, account, today)),
        *rules.neglected(contacted(session, account, today), set_to, today),
    )


def limits(session: Session) -> Limits:
    """The thresholds of the portfolio."""
    wanted = (RHYTHM_TIMES, SILENT_DAYS, MOVES, SLIP_DAYS, BLOCKED_DAYS, LOAD_PERCENT, PROMISE_DAYS)
    return Limits(*(of_portfolio(session, threshold.setting) for threshold in wanted))


def contacted(session: Session, account: Account, today: date) -> list[Contacted]:
    """The account with its last and its next contact, if it is an active one."""
    if account.lifecycle is not Lifecycle.ACTIVE:
        return []
    met = select(Meeting.day).where(
        Meeting.account_id == account.id,
        Meeting.status == MeetingStatus.PLANNED,
        Meeting.kind != MeetingKind.INTERNAL,
        Meeting.day >= today,
    )
    calls = select(ActionItem.due).where(
        ActionItem.account_id == account.id,
        ActionItem.state.in_(OPEN),
        ActionItem.direction == Direction.WE_OWE,
        ActionItem.due >= today,
    )
    series = select(Meeting.id).where(
        Meeting.account_id == account.id, Meeting.rule.is_not(None), Meeting.status == MeetingStatus.PLANNED
    )
    days = [*session.scalars(met), *session.scalars(calls)]
    days += [next_day_of(session, key, today) for key in session.scalars(series)]
    coming = min((day for day in days if day is not None), default=None)
    subject = Subject(Account.__tablename__, account.id, account.name, account.id, account.name)
    return [Contacted(subject, account.last_contact_on, account.rhythm_days, coming)]


def promises(session: Session, account: Account) -> list[Promised]:
    """The open actions of an account, with what the journal tells of them."""
    rows = session.execute(
        select(ActionItem, OWNER, Member.region)
        .outerjoin(Member, Member.id == ActionItem.member_id)
        .outerjoin(Person, Person.id == ActionItem.person_id)
        .where(ActionItem.account_id == account.id, ActionItem.state.in_(OPEN))
        .order_by(ActionItem.due, ActionItem.id)
    ).all()
    cells, usual = _past_of(session, [action.id for action, *_ in rows]), of_portfolio(session, REGION)
    moved, blocked = past.moves(cells), past.blocked_on(cells)
    return [
        Promised(
            Subject(ActionItem.__tablename__, action.id, action.title, account.id, account.name),
            action.direction,
            action.state,
            owner,
            action.due,
            action.first_due,
            moved.get(action.id, 0),
            _blocked_since(action, blocked.get(action.id)),
            action.blocked_reason or "",
            action.escalated_on,
            calendar_of(region or usual),
            action.made_on,
        )
        for action, owner, region in rows
    ]


def awaited(session: Session, account: Account) -> list[Awaited]:
    """What departments were asked for an account."""
    return [
        Awaited(Subject(Request.__tablename__, one.id, one.title, account.id, account.name), one, one.department)
        for one in cards(session, account.id)
    ]


def blocked_since(session: Session, actions: Sequence[ActionItem]) -> dict[int, date]:
    """The day since when each of some actions is blocked, by its identity; those that are not are left out."""
    blocked = past.blocked_on(_past_of(session, [action.id for action in actions]))
    days = {action.id: _blocked_since(action, blocked.get(action.id)) for action in actions}
    return {key: day for key, day in days.items() if day is not None}


def posts(session: Session, account: Account, today: date) -> list[Post]:
    """The seats of an account, the people of weight there, and the departments that work for it."""
    return [*_seats(session, account), *_people(session, account, today), *_departments(session, account, today)]


def loads(session: Session, account: Account, today: date) -> list[Load]:
    """The hours of each member for an account this week, late work included, against those that were agreed."""
    load, week = load_of(session, account.id, today), monday(today)
    found = []
    for one in load.people:
        behind, capacity = load.behind(one.id, week), load.capacity(one, week)
        if behind and capacity:
            task, _ = behind[0]
            subject = Subject(Member.__tablename__, one.id, one.name, account.id, account.name, task.id)
            found.append(Load(subject, load.hours(one.id, week), capacity, task.title))
    return found


def _blocked_since(action: ActionItem, journalled: date | None) -> date | None:
    """What was blocked already when it came into this portfolio waits since it was asked for, or made."""
    if not action.blocked_reason:
        return None
    return journalled or action.waiting_since or action.made_on


def _past_of(session: Session, action_ids: Sequence[int]) -> list[past.Cell]:
    rows = session.execute(
        select(
            CELL.c.change_id,
            CELL.c.entity_id,
            CELL.c.attribute,
            CELL.c.new.is_not(None),
            CELL.c.old.is_not(None),
            CHANGE.c.at,
        )
        .join(CHANGE, CHANGE.c.id == CELL.c.change_id)
        .where(
            CELL.c.entity == ActionItem.__tablename__,
            CELL.c.entity_id.in_(action_ids),
            CELL.c.verb == Verb.UPDATE.value,
            CELL.c.attribute.in_(TRACED),
        )
        .order_by(CELL.c.seq)
    )
    cells = [
        past.Cell(change, key, name, is_set, was_set, at.date()) for change, key, name, is_set, was_set, at in rows
    ]
    reverted: dict[int, list[int]] = {}
    if cells:
        for key, reverts in session.execute(select(CHANGE.c.id, CHANGE.c.reverts).where(CHANGE.c.reverts.is_not(None))):
            reverted.setdefault(reverts, []).append(key)
    return past.standing(cells, reverted)


def _seats(session: Session, account: Account) -> list[Post]:
    rows = session.scalars(select(Seat).where(Seat.account_id == account.id).order_by(Seat.position, Seat.id))
    return [
        Post(
            Subject(Seat.__tablename__, seat.id, seat.title, account.id, account.name),
            seat.person_id is not None,
            seat.vacant_since,
        )
        for seat in rows
    ]


def _people(session: Session, account: Account, today: date) -> list[Post]:
    """People of weight by the newest judgement of each; a colleague who has left looks after nobody."""
    rows = session.execute(
        select(Assessment, Person.name, Member.left_on)
        .join(Person, Person.id == Assessment.person_id)
        .outerjoin(Member, Member.id == Assessment.owner_id)
        .where(Assessment.account_id == account.id)
        .order_by(Assessment.made_on, Assessment.id)
    )
    newest = {assessment.person_id: (assessment, name, left) for assessment, name, left in rows}
    return [
        Post(
            Subject(Person.__tablename__, key, name, account.id, account.name),
            assessment.owner_id is not None and (left is None or left > today),
        )
        for key, (assessment, name, left) in newest.items()
        if assessment.influence is Influence.HIGH or assessment.buying_role in DECIDING
    ]


def _departments(session: Session, account: Account, today: date) -> list[Post]:
    """Departments of the plan: they lead a workstream, have an A or R in it, or open work for an objective."""
    streams = select(Workstream.id).where(Workstream.account_id == account.id)
    parts = select(Deliverable.id).where(Deliverable.workstream_id.in_(streams))
    working = select(Raci.department_id).where(
        Raci.letter.in_(WORKING), or_(Raci.workstream_id.in_(streams), Raci.deliverable_id.in_(parts))
    )
    leading = select(Workstream.department_id).where(Workstream.account_id == account.id)
    owing = select(ActionItem.department_id).where(
        ActionItem.account_id == account.id,
        ActionItem.state.in_(OPEN),
        ActionItem.direction != Direction.THEY_OWE,
        ActionItem.objective_id.is_not(None),
    )
    wanted = {key for way in (working, leading, owing) for key in session.scalars(way) if key is not None}
    manned = set(
        session.scalars(
            select(Member.department_id)
            .join(Assignment, Assignment.member_id == Member.id)
            .where(Assignment.account_id == account.id, _is_current(today))
        )
    )
    rows = session.execute(select(Department.id, Department.name).order_by(Department.position, Department.id))
    return [
        Post(Subject(Department.__tablename__, key, name, account.id, account.name), key in manned)
        for key, name in rows
        if key in wanted
    ]


def _is_current(today: date) -> ColumnElement[bool]:
    return or_(Assignment.until.is_(None), Assignment.until >= today) & or_(
        Member.left_on.is_(None), Member.left_on > today
    )
