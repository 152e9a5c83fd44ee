"""Reading what blocks, breaks and comes next at the key accounts; at all of them where none is one."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account, Lifecycle, Tier
from workbench.action_items.model import OPEN, ActionItem, Direction
from workbench.kam.attention.queries import blocked_since
from workbench.kernel.clock import days_between
from workbench.meetings.model import Meeting, MeetingKind, MeetingStatus
from workbench.meetings.proceedings import AgendaPoint
from workbench.meetings.queries import next_day_of
from workbench.portfolio.watch.views import MOST_ROWS, Broken, Standstill, Steering, Watch
from workbench.team.model import Department


def watch(session: Session, today: date) -> Watch:
    """The three cards of a key account manager."""
    accounts = _key_accounts(session)
    keys = [key for key, _ in accounts]
    return Watch(
        blocked(session, keys, today)[:MOST_ROWS],
        broken(session, keys, today),
        steering(session, accounts, today)[:MOST_ROWS],
    )


def blocked(session: Session, account_ids: Sequence[int], today: date) -> tuple[Standstill, ...]:
    """Departments with blocked actions, the longest standstill first; what has no department is left out."""
    actions = session.execute(
        select(ActionItem, Department.name)
        .join(Department, Department.id == ActionItem.department_id)
        .where(
            ActionItem.account_id.in_(account_ids),
            ActionItem.state.in_(OPEN),
            ActionItem.blocked_reason.is_not(None),
        )
    ).all()
    since = blocked_since(session, [action for action, _ in actions])
    by_department: dict[str, list[tuple[int, ActionItem]]] = {}
    for action, department in actions:
        days = days_between(since.get(action.id) or today, today)
        by_department.setdefault(department, []).append((days, action))
    found = []
    for department, standing in by_department.items():
        days, action = max(standing, key=lambda pair: (pair[0], -pair[1].id))
        found.append(Standstill(department, len(standing), days, action.id, action.account_id or 0))
    return tuple(sorted(found, key=lambda one: -one.days))


def broken(session: Session, account_ids: Sequence[int], today: date) -> tuple[Broken, ...]:
    """Our overdue promises, the oldest first; what waits for the client or among ourselves is none."""
    rows = session.execute(
        select(ActionItem.id, ActionItem.title, Account.name, ActionItem.due)
        .join(Account, Account.id == ActionItem.account_id)
        .where(
            ActionItem.account_id.in_(account_ids),
            ActionItem.state.in_(OPEN),
            ActionItem.direction == Direction.WE_OWE,
            ActionItem.due < today,
        )
        .order_by(ActionItem.due, ActionItem.id)
        .limit(MOST_ROWS)
    )
    return tuple(Broken(key, title, account, due) for key, title, account, due in rows if due is not None)


def steering(session: Session, accounts: Sequence[tuple[int, str]], today: date) -> tuple[Steering, ...]:
    """The next steering committee of each account by its day; accounts without one come last."""
    rows = session.scalars(
        select(Meeting).where(
            Meeting.account_id.in_([key for key, _ in accounts]),
            Meeting.kind == MeetingKind.STEERING,
            Meeting.status == MeetingStatus.PLANNED,
        )
    )
    following: dict[int, tuple[date, Meeting]] = {}
    for meeting in rows:
        day = next_day_of(session, meeting.id, today) if meeting.rule else meeting.day
        known = following.get(meeting.account_id or 0)
        if day is not None and day >= today and (known is None or day < known[0]):
            following[meeting.account_id or 0] = (day, meeting)
    found = []
    for key, name in accounts:
        if key not in following:
            found.append(Steering(key, name))
            continue
        day, meeting = following[key]
        points = select(AgendaPoint.id).where(AgendaPoint.meeting_id == meeting.id).limit(1)
        has_agenda = session.scalar(points) is not None
        found.append(Steering(key, name, meeting.id, meeting.title, day, has_agenda))
    return tuple(sorted(found, key=lambda one: (one.day is None, one.day or today, one.account)))


def _key_accounts(session: Session) -> list[tuple[int, str]]:
    living = select(Account.id, Account.name).where(Account.lifecycle != Lifecycle.CLOSED).order_by(Account.name)
    rows = session.execute(living.where(Account.tier == Tier.KEY)).all() or session.execute(living).all()
    return [(key, name) for key, name in rows]
