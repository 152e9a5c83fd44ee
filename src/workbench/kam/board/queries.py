"""Reading the team board of an account: its cards, its lanes, the meetings to come."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from workbench.action_items.model import OPEN, ActionItem, State
from workbench.contacts.model import Person
from workbench.kam.board.cards import Aim, Board, BoardCard, Coming, DepartmentCard, Load
from workbench.kam.load.queries import week_loads
from workbench.kam.load.spreading import Work
from workbench.kam.load.weeks import Task
from workbench.kam.model import Letter, Raci
from workbench.kam.raci.audit import with_owner
from workbench.kam.raci.people import ours
from workbench.kam.raci.queries import own_column
from workbench.kernel.folding import fold
from workbench.meetings.model import Meeting, MeetingKind, MeetingStatus
from workbench.meetings.proceedings import AgendaPoint
from workbench.meetings.queries import next_day_of
from workbench.plans.queries import current_plan, objectives_of
from workbench.team.assignments import Assignment
from workbench.team.model import Member
from workbench.team.queries import departments, initials_of

# how long something that is done stays on the board
SHOWN_DONE = timedelta(90)
Loads = Mapping[int, tuple[float, float | None]]
Letters = Mapping[int, Mapping[int | None, Letter]]


def board_of(session: Session, account_id: int, today: date) -> Board:
    """The board of an account, seen from a day."""
    coming = coming_meetings(session, account_id, today)
    team = _team(session, account_id, today)
    cards = _cards(session, account_id, today, _discussed(session, coming))
    plan = current_plan(session, account_id, today)
    aims = objectives_of(session, plan) if plan else []
    return Board(
        account_id=account_id,
        today=today,
        cards=cards,
        departments=tuple(_departments(session, team, _loads(session, account_id, today, cards))),
        members={member.id: member.name for member in team},
        aims=tuple(Aim(one.id, number, one.title) for number, one in enumerate(aims, 1)),
        meetings=tuple(coming),
    )


def board_after(session: Session, before: Board, touched: Collection[int]) -> Board:
    """A board after a change of some actions and of nothing else: only these are read again."""
    account_id, today = before.account_id, before.today
    again = _cards(session, account_id, today, _discussed(session, before.meetings), touched)
    kept = (card for card in before.cards if card.id not in touched)
    cards = tuple(sorted((*kept, *again), key=_by_day))
    loads = _loads(session, account_id, today, cards)
    departments = _departments(session, _team(session, account_id, today), loads)
    return replace(before, cards=cards, departments=tuple(departments))


def departments_of(session: Session, account_id: int, today: date) -> list[DepartmentCard]:
    """Our departments in the user's order, each with its lead and the lead's week for an account."""
    return _departments(session, _team(session, account_id, today), week_loads(session, account_id, today))


def letters_by_action(session: Session, account_id: int) -> dict[int, dict[int | None, Letter]]:
    """What each department is for every action of an account; who owns one accounts for it."""
    found = _letters(session, account_id)
    known = ours(session, account_id)
    for action in session.scalars(select(ActionItem).where(ActionItem.account_id == account_id)):
        own = own_column(action, known)
        if own is not None:
            held = found.setdefault(action.id, {})
            held[own[0]] = with_owner(held.get(own[0]))
    return found


def letters_of(session: Session, action_id: int) -> dict[int | None, Letter]:
    """What each department is for an action; the client has no department."""
    action = session.get(ActionItem, action_id)
    if action is None:
        return {}
    rows = session.execute(select(Raci.department_id, Raci.letter).where(Raci.action_id == action_id).order_by(Raci.id))
    held: dict[int | None, Letter] = {row.department_id: row.letter for row in rows}
    own = own_column(action, ours(session, action.account_id or 0))
    # who owns an action accounts for it
    return held if own is None else held | {own[0]: with_owner(held.get(own[0]))}


def coming_meetings(session: Session, account_id: int, today: date) -> list[Coming]:
    """The planned meetings of an account from a day on, each series with its next one; the soonest first."""
    planned = select(Meeting.id, Meeting.title, Meeting.day, Meeting.kind, Meeting.rule).where(
        Meeting.account_id == account_id,
        Meeting.status == MeetingStatus.PLANNED,
        or_(Meeting.day >= today, Meeting.rule.is_not(None)),
    )
    found = []
    for row in session.execute(planned):
        day = next_day_of(session, row.id, today) if row.rule else row.day
        if day is not None:
            found.append(Coming(row.id, row.title, day, row.kind is MeetingKind.INTERNAL))
    return sorted(found, key=lambda meeting: (meeting.day, meeting.id))


def _loads(session: Session, account_id: int, today: date, cards: Iterable[BoardCard]) -> Loads:
    """The week of everybody in the team, from the cards that were read."""
    tasks = [
        Task(card.id, card.title, card.member_id, Work(max(card.effort or 0.0, 0.0), card.start, card.due))
        for card in cards
        if card.member_id and card.is_open
    ]
    return week_loads(session, account_id, today, tasks)


def _by_day(card: BoardCard) -> tuple[bool, date, int]:
    """The order of the cards: by day, those without one last."""
    return card.due is None, card.due or date.max, card.id


def _discussed(session: Session, coming: Sequence[Coming]) -> dict[int, int]:
    """The next meeting at which each action is talked of."""
    points: Any = select(AgendaPoint.action_id, AgendaPoint.meeting_id).where(
        AgendaPoint.action_id.is_not(None), AgendaPoint.meeting_id.in_([meeting.id for meeting in coming])
    )
    order = {meeting.id: place for place, meeting in enumerate(coming)}
    found: dict[int, int] = {}
    for action_id, meeting_id in session.execute(points):
        if action_id not in found or order[meeting_id] < order[found[action_id]]:
            found[action_id] = meeting_id
    return found


_COLUMNS: Any = (
    ActionItem.id,
    ActionItem.title,
    ActionItem.direction,
    ActionItem.state,
    ActionItem.priority,
    ActionItem.start,
    ActionItem.due,
    ActionItem.done_on,
    ActionItem.waiting_for,
    ActionItem.blocked_reason,
    ActionItem.escalated_on,
    ActionItem.effort,
    ActionItem.department_id,
    ActionItem.member_id,
    ActionItem.person_id,
)


def _cards(
    session: Session, account_id: int, today: date, discussed: Mapping[int, int], only: Collection[int] | None = None
) -> tuple[BoardCard, ...]:
    """The cards of an account, or those of some actions."""
    shown = [
        ActionItem.account_id == account_id,
        or_(
            ActionItem.state.in_(OPEN),
            (ActionItem.state == State.DONE) & (ActionItem.done_on >= today - SHOWN_DONE),
        ),
    ]
    if only is not None:
        shown.append(ActionItem.id.in_(only))
    rows = session.execute(
        select(
            *_COLUMNS,
            ActionItem.objective_id,
            Member.name,
            Member.initials,
            Member.is_me,
            Person.name,
            Member.department_id,
        )
        .outerjoin(Member, Member.id == ActionItem.member_id)
        .outerjoin(Person, Person.id == ActionItem.person_id)
        .where(*shown)
        .order_by(ActionItem.due.asc().nulls_last(), ActionItem.id)
    )
    letters = _letters(session, account_id, only)
    return tuple(_card(row, letters, discussed) for row in rows)


def _card(row: Any, letters: Letters, discussed: Mapping[int, int]) -> BoardCard:  # noqa: ANN401 - a row of many columns
    *values, objective, member, initials, is_me, person, home = row
    owner = member or person
    short = (initials if member else "") or (initials_of(owner) if owner else "")
    department = values[12]
    stored = letters.get(values[0], {}).get(department)
    # who owns an action accounts for it, wherever that is
    is_owner = member and department is not None and (home or department) == department
    letter = with_owner(stored) if is_owner else stored
    more = (owner, short, bool(is_me), objective, letter, discussed.get(values[0]))
    cells: list[Any] = [*values, *more]
    return BoardCard(*cells)


def _letters(
    session: Session, account_id: int, only: Collection[int] | None = None
) -> dict[int, dict[int | None, Letter]]:
    of_actions: Any = (
        select(Raci.action_id, Raci.department_id, Raci.letter)
        .join(ActionItem, ActionItem.id == Raci.action_id)
        .where(ActionItem.account_id == account_id)
    )
    if only is not None:
        of_actions = of_actions.where(Raci.action_id.in_(only))
    found: dict[int, dict[int | None, Letter]] = {}
    for action_id, department_id, letter in session.execute(of_actions):
        found.setdefault(action_id, {})[department_id] = letter
    return found


def _team(session: Session, account_id: int, today: date) -> list[Member]:
    """Who works for the account now, by name."""
    rows = session.scalars(
        select(Member)
        .join(Assignment, Assignment.member_id == Member.id)
        .where(Assignment.account_id == account_id, or_(Assignment.until.is_(None), Assignment.until >= today))
        .distinct()
    )
    return sorted(rows, key=lambda member: fold(member.name))


def _departments(session: Session, team: list[Member], loads: Loads) -> list[DepartmentCard]:
    """The departments in the user's order, each with its lead: who leads it, else the first of the account's team.

    The load is that of the lead; where somebody else of the department is over capacity and the lead is not, theirs.
    """
    heads = session.scalars(select(Member).where(Member.leads_department, Member.left_on.is_(None)))
    leads: dict[int | None, Member] = {member.department_id: member for member in reversed(team)}
    leads |= {member.department_id: member for member in heads}
    made = []
    for one in departments(session):
        lead = leads.get(one.id)
        known = [_load(member, loads) for member in team if member.department_id == one.id and member is not lead]
        load = _load(lead, loads) if lead else None
        over = next((other for other in known if other and other.is_over), None)
        shown = over if over and not (load and load.is_over) else load
        card = DepartmentCard(one.id, one.name, one.code, load=shown)
        made.append(replace(card, lead_id=lead.id, lead=lead.name) if lead else card)
    return made


def _load(member: Member, loads: Loads) -> Load | None:
    hours, capacity = loads.get(member.id, (0.0, None))
    return Load(member.id, member.name, hours, capacity) if capacity is not None else None
