"""Reading actions: the list, what is open for an account, what is promised by each side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import bindparam, case, func, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items import fields
from workbench.action_items.model import OPEN, ActionItem, Direction, Priority, State, Step
from workbench.contacts.model import Person
from workbench.kernel.entity import columns
from workbench.kernel.field import Field, Kind
from workbench.kernel.listing import Listing
from workbench.kernel.words import N_
from workbench.team.model import Department, Member

UNDATED = date(9000, 1, 1)  # sorts below every day
OWNER = func.coalesce(Member.name, Person.name)
ACTIONS = Listing(
    select(ActionItem)
    .outerjoin(Account, Account.id == ActionItem.account_id)
    .outerjoin(Member, Member.id == ActionItem.member_id)
    .outerjoin(Person, Person.id == ActionItem.person_id)
    .outerjoin(Department, Department.id == ActionItem.department_id),
    key=ActionItem.id,
    fields=(
        fields.TITLE,
        Field(Account.name, N_("Account"), Kind.REFERENCE, key="account", editable=False),
        fields.DUE,
        Field(OWNER, N_("Owner"), Kind.REFERENCE, key="owner", editable=False),
        fields.STATE,
        fields.DIRECTION,
        Field(Department.code, N_("Department"), Kind.REFERENCE, key="department", editable=False),
        fields.PRIORITY,
    ),
    search=(ActionItem.title, Account.name, Member.name, Person.name, ActionItem.note),
    order=fields.DUE,
    beside=(fields.STATE,),
)
OPEN_ACTIONS = ACTIONS.where(ActionItem.state.in_(OPEN))
INBOX = replace(
    OPEN_ACTIONS.where(ActionItem.captured.is_not(None)),
    fields=(
        fields.CAPTURED,
        fields.TITLE,
        Field(Account.name, N_("Account"), Kind.REFERENCE, key="account", editable=False),
        fields.DUE,
        Field(OWNER, N_("Owner"), Kind.REFERENCE, key="owner", editable=False),
    ),
    order=fields.CAPTURED,
)


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


# what is open by its day, what is over below it
_OPEN_FIRST = Field(
    case((ActionItem.state.in_(OPEN), func.coalesce(ActionItem.due, UNDATED)), else_=date.max),
    N_("Due"),
    Kind.DAY,
    key="due",
)


def actions_of(account_id: int) -> Listing:
    """All actions for one account, the open ones first."""
    return replace(ACTIONS.where(ActionItem.account_id == account_id), order=_OPEN_FIRST)


def card(session: Session, action_id: int) -> ActionCard | None:
    """One action, or None if it is gone."""
    return next(iter(_cards(session, _CARD.where(_ACTION.id == action_id))), None)


def open_of(session: Session, account_id: int) -> list[ActionCard]:
    """The open actions of an account: by due day, those without one last."""
    rows: Any = session.execute(_OPEN_OF, {"key": account_id})
    return [ActionCard(*row) for row in rows]


def open_until(session: Session, day: date) -> list[ActionCard]:
    """All open actions that are due, or begin, by a day."""
    due = _CARD.where(_ACTION.state.in_(OPEN), (_ACTION.due <= day) | (_ACTION.start <= day))
    return list(_cards(session, due))


def open_or_waiting(session: Session, day: date) -> list[ActionCard]:
    """All open actions that are due, or begin, by a day, and whatever waits for somebody."""
    at_hand = (_ACTION.due <= day) | (_ACTION.start <= day) | (_ACTION.state == State.WAITING)
    return list(_cards(session, _CARD.where(_ACTION.state.in_(OPEN), at_hand)))


def steps_of(session: Session, action_id: int) -> list[Step]:
    return list(session.scalars(select(Step).where(Step.action_id == action_id).order_by(Step.position)))


@dataclass(frozen=True)
class Count:
    """How many actions of an account are open, overdue and blocked."""

    open: int
    overdue: int
    blocked: int


def count_of(session: Session, account_id: int, today: date) -> Count:
    """The three figures of an account's page."""
    return Count(*session.execute(_COUNT_OF, {"key": account_id, "today": today}).one())


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


def _cards(session: Session, rows: Any) -> Iterable[ActionCard]:  # noqa: ANN401 - a select of many columns
    found: Iterable[Any] = session.execute(rows)
    return (ActionCard(*row) for row in found)
