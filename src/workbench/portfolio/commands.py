"""What a user can ask for that touches several rooms at once."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.commands import add_account, add_unit
from workbench.accounts.model import Account, Tier
from workbench.accounts.structure import Unit
from workbench.contacts.commands import add_seat
from workbench.contacts.positions import Seat
from workbench.kam.model import Workstream
from workbench.kam.workstreams.commands import use_template
from workbench.kernel.command import command
from workbench.kernel.editing import found
from workbench.kernel.errors import UserError
from workbench.kernel.settings import change_setting
from workbench.kernel.words import N_, Words
from workbench.plans.commands import add_objective, start_plan
from workbench.plans.model import Objective
from workbench.plans.queries import current_plan
from workbench.portfolio.pins import MOST, PINNED, pins, written
from workbench.team.assignments import Assignment, TeamRole
from workbench.team.commands import assign
from workbench.team.model import Member

RHYTHM = 7  # days: nobody looks after a key account less than once a week
YEARS = 2  # after this one, that a plan goes on
TEMPLATE = "chain"
UNITS = (N_("Head office"),)
SEATS = (N_("Managing director"), N_("Purchasing manager"), N_("Operations manager"), N_("Finance manager"))
OBJECTIVES = (
    N_("Grow with the client (proposal: say how it is measured)"),
    N_("Keep what we promise (proposal: say how it is measured)"),
    N_("Know everybody who decides (proposal: say how it is measured)"),
)


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
def make_key_account(session: Session, account_id: int, starts_on: date, words: Words) -> None:
    """The highest tier, and whatever a key account needs and this one lacks; what is there stays.

    A weekly rhythm, units, seats, a team of those who lead departments, workstreams, and a plan with objectives to be
    filled in.
    """
    account = found(session, Account, account_id)
    account.tier = Tier.KEY
    account.rhythm_days = account.rhythm_days or RHYTHM
    if not _has(session, Unit, account_id):
        for unit in UNITS:
            add_unit.body(session, account_id, words(unit))
    if not _has(session, Seat, account_id):
        for seat in SEATS:
            add_seat.body(session, account_id, words(seat))
    if not _has(session, Assignment, account_id):
        _man(session, account_id, starts_on)
    if not _has(session, Workstream, account_id):
        use_template.body(session, account_id, TEMPLATE, starts_on, words)
    _plan(session, account_id, starts_on, words)


@command(N_("Add key account"))
def add_key_account(session: Session, /, name: str, starts_on: date, words: Words) -> int:
    """A new account with everything a key account needs. Returns its identity."""
    account = add_account.body(session, name)
    make_key_account.body(session, account, starts_on, words)
    return account


def _man(session: Session, account_id: int, since: date) -> None:
    """The user leads the team, and everybody who leads a department is in it."""
    wanted = select(Member).where(Member.leads_department | Member.is_me, Member.left_on.is_(None))
    for member in session.scalars(wanted.order_by(Member.name)):
        role = TeamRole.LEAD if member.is_me else TeamRole.CORE
        assign.body(session, account_id, member.id, role, since=since)


def _plan(session: Session, account_id: int, starts_on: date, words: Words) -> None:
    plan, last = current_plan(session, account_id, starts_on), starts_on.year + YEARS
    if plan is None:
        title = words("Plan {first}–{last}", first=starts_on.year, last=last)
        plan = start_plan.body(session, account_id, title, starts_on, date(last, 12, 31))
    if session.scalar(select(Objective.id).where(Objective.plan_id == plan).limit(1)) is None:
        for objective in OBJECTIVES:
            add_objective.body(session, plan, words(objective))


def _has(session: Session, kind: type[Unit | Seat | Assignment | Workstream], account_id: int) -> bool:
    return session.scalar(select(kind.id).where(kind.account_id == account_id).limit(1)) is not None
