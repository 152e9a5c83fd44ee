"""Reading plans: the list, the current one of an account, what a plan owns."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.kernel.errors import UserError
from workbench.kernel.field import Field, Kind
from workbench.kernel.listing import Listing
from workbench.kernel.words import N_
from workbench.plans import fields
from workbench.plans.model import Objective, Plan, Risk, SwotItem

PLANS = Listing(
    select(Plan).join(Account, Account.id == Plan.account_id),
    key=Plan.id,
    fields=(
        fields.TITLE,
        Field(Account.name, N_("Account"), Kind.REFERENCE, key="account", editable=False),
        *fields.FIELDS[1:5],
    ),
    search=(Plan.title, Account.name),
    order=fields.TITLE,
)


class NoPlan(UserError):
    message = N_("{account} has no plan yet.")
    advice = N_("Start one on the account's Plan tab.")


def current_plan(session: Session, account_id: int, today: date) -> int | None:
    """The plan of an account that holds today, else its newest one."""
    rows = session.execute(
        select(Plan.id, Plan.starts_on, Plan.ends_on).where(Plan.account_id == account_id).order_by(Plan.id.desc())
    ).all()
    holding = [row for row in rows if row.starts_on <= today <= row.ends_on]
    return int((holding or rows)[0].id) if rows else None


def version_of(session: Session, account_id: int, today: date) -> str:
    """The version of the plan that an account has; nothing without a plan."""
    plan_id = current_plan(session, account_id, today)
    return session.get_one(Plan, plan_id).version if plan_id else ""


def objectives_of(session: Session, plan_id: int) -> list[Objective]:
    rows = select(Objective).where(Objective.plan_id == plan_id).order_by(Objective.position, Objective.id)
    return list(session.scalars(rows))


def swot_of(session: Session, plan_id: int) -> list[SwotItem]:
    return list(session.scalars(select(SwotItem).where(SwotItem.plan_id == plan_id).order_by(SwotItem.position)))


def risks_of(session: Session, plan_id: int) -> list[Risk]:
    """The risks of a plan, the heaviest first."""
    rows = session.scalars(select(Risk).where(Risk.plan_id == plan_id).order_by(Risk.position))
    return sorted(rows, key=lambda risk: -(risk.probability or 0) * (risk.impact or 0))
