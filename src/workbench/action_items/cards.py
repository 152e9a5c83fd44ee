"""Actions in a glance: those of a day, of an account, and how many. The lists of them are in `queries`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.model import OPEN, ActionItem, Direction, Priority, State
from workbench.contacts.model import Person
from workbench.kernel.entity import columns
from workbench.team.model import Department, Member

# asked without records: the first page waits for these (decision 17)
_ACTION, _ACCOUNT, _PERSON = columns(ActionItem), columns(Account), columns(Person)
_MEMBER, _DEPARTMENT = columns(Member), columns(Department)
_CARD: Any = (
    select(
        _ACTION.id,
        _ACTION.title,
        _ACTION.direction,
        _ACTION.state,
        _ACTION.priority,
        _ACTION.start,
        _ACTION.due,
        _ACTION.done_on,
        _ACTION.waiting_for,
        _ACTION.waiting_since,
        _ACTION.blocked_reason,
        _ACTION.account_id,
        _ACCOUNT.name,
        func.coalesce(_MEMBER.name, _PERSON.name),
        _ACTION.person_id.is_(None),
        _DEPARTMENT.name,
        _DEPARTMENT.code,
        _ACTION.objective_id,
    )
    .select_from(
        ActionItem.__table__.outerjoin(Account.__table__, _ACCOUNT.id == _ACTION.account_id)
        .outerjoin(Member.__table__, _MEMBER.id == _ACTION.member_id)
        .outerjoin(Person.__table__, _PERSON.id == _ACTION.person_id)
        .outerjoin(Department.__table__, _DEPARTMENT.id == _ACTION.department_id)
    )
    .order_by(_ACTION.due.asc().nulls_last(), _ACTION.id)
)
# made once: building a statement costs more than running it
_OPEN_OF = _CARD.where(_ACTION.account_id == bindparam("key"), _ACTION.state.in_(OPEN))
_COUNT_OF = select(
    func.count(),
    func.count().filter(_ACTION.due < bindparam("today")),
    func.count().filter(_ACTION.blocked_reason.is_not(None)),
).where(_ACTION.account_id == bindparam("key"), _ACTION.state.in_(OPEN))


@dataclass(frozen=True)
class ActionCard:
    """One action in a glance."""

    id: int
    title: str
    direction: Direction
    state: State
    priority: Priority
    start: date | None
    due: date | None
    done_on: date | None
    waiting_for: str | None
    waiting_since: date | None
    blocked_reason: str | None
    account_id: int | None
    account: str | None
    owner: str | None
    is_ours: bool
    department: str | None
    code: str | None
    objective_id: int | None

    def is_overdue(self, today: date) -> bool:
        return self.state in OPEN and self.due is not None and self.due < today


def done_among(session: Session, keys: Sequence[int]) -> list[int]:
    """Those of some actions that are done."""
    found = select(ActionItem.id).where(ActionItem.id.in_(keys), ActionItem.state == State.DONE)
    return list(session.scalars(found)) if keys else []


def card(session: Session, action_id: int) -> ActionCard | None:
    """One action, or None if it is gone."""
    return next(iter(_cards(session, _CARD.where(_ACTION.id == action_id))), None)


def open_of(session: Session, account_id: int) -> list[ActionCard]:
    """The open actions of an account: by due day, those without one last."""
    rows: Any = session.execute(_OPEN_OF, {"key": account_id})
    return [ActionCard(*row) for row in rows]


def late_by_account(session: Session, account_ids: Sequence[int], today: date) -> dict[int, int]:
    """How many open actions of each account are overdue; accounts without one are left out."""
    late = select(_ACTION.account_id, func.count()).where(
        _ACTION.account_id.in_(account_ids), _ACTION.state.in_(OPEN), _ACTION.due < today
    )
    found: Any = session.execute(late.group_by(_ACTION.account_id)) if account_ids else ()
    return {row[0]: row[1] for row in found}


def open_until(session: Session, day: date) -> list[ActionCard]:
    """All open actions that are due, or begin, by a day."""
    due = _CARD.where(_ACTION.state.in_(OPEN), (_ACTION.due <= day) | (_ACTION.start <= day))
    return list(_cards(session, due))


def open_or_waiting(session: Session, day: date) -> list[ActionCard]:
    """All open actions that are due, or begin, by a day, and whatever waits for somebody."""
    at_hand = (_ACTION.due <= day) | (_ACTION.start <= day) | (_ACTION.state == State.WAITING)
    return list(_cards(session, _CARD.where(_ACTION.state.in_(OPEN), at_hand)))


@dataclass(frozen=True)
class Count:
    """How many actions of an account are open, overdue and blocked."""

    open: int
    overdue: int
    blocked: int


def count_of(session: Session, account_id: int, today: date) -> Count:
    """The three figures of an account's page."""
    return Count(*session.execute(_COUNT_OF, {"key": account_id, "today": today}).one())


def _cards(session: Session, rows: Any) -> Iterable[ActionCard]:  # noqa: ANN401 - a select of many columns
    found: Iterable[Any] = session.execute(rows)
    return (ActionCard(*row) for row in found)
