"""Reading actions: the lists of them, and the steps of one."""

from dataclasses import replace
from datetime import date

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items import fields
from workbench.action_items.model import OPEN, ActionItem, Step
from workbench.contacts.model import Person
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


def steps_of(session: Session, action_id: int) -> list[Step]:
    return list(session.scalars(select(Step).where(Step.action_id == action_id).order_by(Step.position)))
