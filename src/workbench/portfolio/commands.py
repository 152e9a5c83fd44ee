"""What a user can ask for that touches several rooms at once."""

from datetime import date

from sqlalchemy.orm import Session

from workbench.accounts.model import Account, Tier
from workbench.kernel.command import command
from workbench.kernel.editing import found
from workbench.kernel.words import N_
from workbench.plans.commands import start_plan
from workbench.plans.queries import current_plan

RHYTHM = 7  # days: nobody looks after a key account less than once a week


@command(N_("Make key account"))
def make_key_account(session: Session, /, account_id: int, title: str, starts_on: date, ends_on: date) -> None:
    """The highest tier, a weekly rhythm where none is agreed, and a plan where there is none; what is there stays."""
    account = found(session, Account, account_id)
    account.tier = Tier.KEY
    account.rhythm_days = account.rhythm_days or RHYTHM
    if current_plan(session, account_id, starts_on) is None:
        start_plan.body(session, account_id, title, starts_on, ends_on)
