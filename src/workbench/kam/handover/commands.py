"""Handing an account over: its owner, the lead of its team and the open work of whoever had it."""

from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.model import OPEN, ActionItem
from workbench.kam.departments.commands import weightier, work_of
from workbench.kam.handover.queries import HOLDER, records_naming
from workbench.kam.handover.views import Duty
from workbench.kam.model import Raci
from workbench.kernel.command import command
from workbench.kernel.editing import found
from workbench.kernel.errors import UserError
from workbench.kernel.folding import fold
from workbench.kernel.words import N_
from workbench.team.assignments import Assignment, TeamRole
from workbench.team.model import Member


class NobodyCalledSo(UserError):
    message = N_("There is no colleague “{name}” who could take the account.")
    advice = N_("Type the beginning of the name of somebody who is still here.")


class HasItAlready(UserError):
    message = N_("{name} owns this account already.")


class HasLeft(UserError):
    message = N_("{name} has left and cannot take the account.")
    advice = N_("Choose somebody who is still here.")


@command(N_("Hand over account"))
def hand_over_account(session: Session, account_id: int, to: int, on: date, *, is_whole: bool = False) -> int:
    """Give an account to a member from a day on; the number of open actions that went along.

    With `is_whole` everything that names whoever had it names the new owner: plan, objectives, risks, RACI letters,
    requests, people of the client, points of agendas to come.

    The lead of whoever had it ends the day before, that of the new owner begins; the hours a week stay those of the
    lead unless the new owner was promised others.
    """
    account, taker = found(session, Account, account_id), found(session, Member, to)
    if account.owner_id == to:
        raise HasItAlready(name=taker.name)
    if taker.left_on and taker.left_on <= on:
        raise HasLeft(name=taker.name)
    giver = session.get(Member, account.owner_id) if account.owner_id else None
    account.owner_id = to
    _lead(session, account_id, to, on)
    if giver and is_whole:
        _named_duties(session, account_id, (giver, taker), on)
    return _open_work(session, account_id, giver, taker) if giver else 0


def taker_named(session: Session, name: str, today: date) -> int:
    """Who is still here and whose name begins so, or holds the words; NobodyCalledSo if there is nobody."""
    wanted = fold(name).strip()
    here = or_(Member.left_on.is_(None), Member.left_on > today)
    known = session.execute(select(Member.id, Member.name).where(here).order_by(Member.name)).all()
    by_start = [key for key, called in known if wanted and fold(called).startswith(wanted)]
    holding = [key for key, called in known if wanted and wanted in fold(called)]
    if not (by_start or holding):
        raise NobodyCalledSo(name=name.strip())
    return (by_start or holding)[0]


def _lead(session: Session, account_id: int, to: int, on: date) -> None:
    """End the leads of before and what the new owner was until now, and begin the new lead."""
    running = select(Assignment).where(
        Assignment.account_id == account_id, or_(Assignment.until.is_(None), Assignment.until >= on)
    )
    hours: float | None = None
    own: float | None = None
    for one in session.scalars(running).all():
        if one.role is TeamRole.LEAD:
            hours = one.hours_per_week if hours is None else hours
        elif one.member_id == to:
            own = one.hours_per_week if own is None else own
        else:
            continue
        if one.since and one.since >= on:
            # it had not begun
            session.delete(one)
        else:
            one.until = on - timedelta(1)
    begun = Assignment(account_id=account_id, member_id=to, role=TeamRole.LEAD, since=on)
    begun.hours_per_week = hours if own is None else own
    session.add(begun)


def _named_duties(session: Session, account_id: int, parties: tuple[Member, Member], on: date) -> None:
    giver, taker = parties
    for duty, record, _ in list(records_naming(session, account_id, giver.id, on)):
        if duty is Duty.LETTER:
            _letter(session, record, taker)
        else:
            setattr(record, HOLDER[duty], taker.id)


def _letter(session: Session, row: Raci, taker: Member) -> None:
    """Give a letter to another member; where their department has one for the same work, both become one."""
    mine = session.scalars(select(Raci).where(Raci.department_id == taker.department_id, Raci.id != row.id)).all()
    own = next((one for one in mine if work_of(one) == work_of(row)), None) if taker.department_id else None
    if own is not None:
        own.letter, own.member_id = weightier(own.letter, row.letter), taker.id
        session.delete(row)
        return
    row.member_id, row.department_id = taker.id, taker.department_id or row.department_id


def _open_work(session: Session, account_id: int, giver: Member, taker: Member) -> int:
    mine = select(ActionItem).where(
        ActionItem.account_id == account_id, ActionItem.member_id == giver.id, ActionItem.state.in_(OPEN)
    )
    actions = session.scalars(mine).all()
    for action in actions:
        action.member_id = taker.id
        if action.department_id == giver.department_id:
            action.department_id = taker.department_id
    return len(actions)
