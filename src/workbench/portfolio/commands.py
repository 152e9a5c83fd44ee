"""What a user can ask for that touches several rooms at once."""

from datetime import date

from sqlalchemy.orm import Session

from workbench.accounts.model import Account, Tier
from workbench.kernel.command import command
from workbench.kernel.editing import found
from workbench.kernel.errors import UserError
from workbench.kernel.settings import change_setting
from workbench.kernel.words import N_
from workbench.plans.commands import start_plan
from workbench.plans.queries import current_plan
from workbench.portfolio.pins import MOST, PINNED, pins, written

RHYTHM = 7  # days: nobody looks after a key account less than once a week


class TooManyPins(UserError):
    message = N_("The sidebar holds twelve pinned records.")
    advice = N_("Take one from there first: choose it and press P.")


@command(N_("Pin to the sidebar"))
def pin(session: Session, page: str, record_id: int) -> None:
    """Pin the record that a page shows, below those that are pinned already; TooManyPins beyond twelve."""
    known = [one for one in pins(session) if one != (page, record_id)]
    if len(known) >= MOST:
        raise TooManyPins
    change_setting.body(session, PINNED, written([*known, (page, record_id)]))


@command(N_("Take from the sidebar"))
def unpin(session: Session, page: str, record_id: int) -> None:
    """Take a pinned record from the sidebar."""
    change_setting.body(session, PINNED, written([one for one in pins(session) if one != (page, record_id)]))


@command(N_("Make key account"))
def make_key_account(session: Session, /, account_id: int, title: str, starts_on: date, ends_on: date) -> None:
    """The highest tier, a weekly rhythm where none is agreed, and a plan where there is none; what is there stays."""
    account = found(session, Account, account_id)
    account.tier = Tier.KEY
    account.rhythm_days = account.rhythm_days or RHYTHM
    if current_plan(session, account_id, starts_on) is None:
        start_plan.body(session, account_id, title, starts_on, ends_on)
