"""What a user can ask for with the letters of a grid."""

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from workbench.action_items.model import ActionItem
from workbench.contacts.model import Person
from workbench.kam.model import Deliverable, Letter, Raci, Workstream
from workbench.kam.raci.audit import Letters, holders, holds, with_owner
from workbench.kam.raci.people import ours
from workbench.kam.raci.queries import own_column
from workbench.kam.raci.views import Place, Work
from workbench.kernel.command import command
from workbench.kernel.editing import found
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.team.model import Department, Member

Record = Workstream | Deliverable | ActionItem
KINDS: dict[Work, type[Record]] = {Work.WORKSTREAM: Workstream, Work.DELIVERABLE: Deliverable, Work.ACTION: ActionItem}


class NobodyThere(UserError):
    message = N_("Nobody works in {department} yet, so nobody there can own an action.")
    advice = N_("Put somebody into the department first.")


class NoClientPerson(UserError):
    message = N_("No person of the client was named, so nobody there can own an action.")
    advice = N_("Add a person to the account first.")


@command(N_("Make accountable"))
def make_accountable(session: Session, place: Place, owner_id: int | None = None) -> None:
    """Give the A of a row to a department or the client; whoever had it is responsible from then on.

    `owner_id` is the member, or the person of the client, who stands for it; without one it is the department's lead.
    An action moves to that owner. Where nobody else carries it out, the cell keeps its R beside the A.
    """
    record = found(session, KINDS[place.work], place.key)
    keeps = _carries_out_alone(_held(session, place), place.department_id)
    for row in _accountable(session, place):
        row.letter, row.member_id = Letter.RESPONSIBLE, None
    _clear(session, place)
    if isinstance(record, ActionItem):
        _own(session, record, place, owner_id)
        if keeps:
            session.add(_made(place, Letter.RESPONSIBLE))
    else:
        account_id = record.account_id if isinstance(record, Workstream) else _account_of(session, record)
        lead = ours(session, account_id).leads.get(place.department_id) if place.department_id else None
        member = (owner_id or lead) if place.department_id else None
        session.add(_made(place, Letter.BOTH if keeps else Letter.ACCOUNTABLE, member))


@command(N_("Set RACI letter"))
def set_letter(session: Session, place: Place, letter: Letter) -> None:
    """Give a cell another letter; an action whose owner stood there has no owner then.

    An R beside the only A of a row does not replace it: both may be the same department.
    """
    if letter.accounts:
        make_accountable.body(session, place)
    if letter is Letter.ACCOUNTABLE:
        return
    found(session, KINDS[place.work], place.key)
    if letter.carries_out and holders(_held(session, place), Letter.ACCOUNTABLE) == [place.department_id]:
        _carry_out(session, place)
        return
    _disown(session, place)
    _clear(session, place)
    session.add(_made(place, letter))


@command(N_("Clear RACI letter"))
def clear_letter(session: Session, place: Place) -> None:
    """Take the letter out of a cell."""
    found(session, KINDS[place.work], place.key)
    _disown(session, place)
    _clear(session, place)


def _held(session: Session, place: Place) -> dict[int | None, Letter]:
    """The letters of the row of a place; the A of an action is its owner's."""
    session.flush()
    rows = session.scalars(select(Raci).where(_of_row(place)).order_by(Raci.id))
    held = {row.department_id: row.letter for row in rows}
    if place.work is Work.ACTION:
        action = found(session, ActionItem, place.key)
        own = own_column(action, ours(session, action.account_id or 0))
        if own is not None:
            held[own[0]] = with_owner(held.get(own[0]))
    return held


def _carries_out_alone(held: Letters, column: int | None) -> bool:
    """Whether nobody else would be responsible: who gives an A away is."""
    others = (letter for other, letter in held.items() if other != column)
    return holds(held.get(column), Letter.RESPONSIBLE) and not any(one.accounts or one.carries_out for one in others)


def _carry_out(session: Session, place: Place) -> None:
    """Put an R beside the A of a cell."""
    if place.work is Work.ACTION:
        _clear(session, place)
        session.add(_made(place, Letter.RESPONSIBLE))
        return
    for row in _accountable(session, place):
        row.letter = Letter.BOTH


def _own(session: Session, action: ActionItem, place: Place, owner_id: int | None) -> None:
    """Hand an action to its new owner; the department that had it before is responsible."""
    before = own_column(action, ours(session, action.account_id or 0))
    if before is not None and before[0] != place.department_id:
        there = Place(place.work, place.key, before[0])
        _clear(session, there)
        session.add(_made(there, Letter.RESPONSIBLE))
    if place.department_id is None:
        if owner_id is None:
            raise NoClientPerson
        action.member_id, action.person_id = None, found(session, Person, owner_id).id
        return
    member = owner_id or ours(session, action.account_id or 0).leads.get(place.department_id)
    if member is None:
        raise NobodyThere(department=found(session, Department, place.department_id).name)
    action.member_id, action.person_id = found(session, Member, member).id, None
    action.department_id = place.department_id


def _disown(session: Session, place: Place) -> None:
    """The owner of an action is its A: another letter in that cell, or none, leaves it without one."""
    if place.work is not Work.ACTION:
        return
    action = found(session, ActionItem, place.key)
    if own_column(action, ours(session, action.account_id or 0)) == (place.department_id,):
        action.member_id = action.person_id = None


def _column(work: Work) -> str:
    return f"{work.value}_id"


def _of_row(place: Place) -> ColumnElement[bool]:
    column: InstrumentedAttribute[int | None] = getattr(Raci, _column(place.work))
    return column == place.key


def _accountable(session: Session, place: Place) -> list[Raci]:
    """Who holds an A in the row of a place."""
    letters = [letter for letter in Letter if letter.accounts]
    return list(session.scalars(select(Raci).where(_of_row(place), Raci.letter.in_(letters))))


def _clear(session: Session, place: Place) -> None:
    session.flush()
    here = Raci.department_id.is_(None) if place.department_id is None else Raci.department_id == place.department_id
    session.execute(delete(Raci).where(_of_row(place), here))


def _made(place: Place, letter: Letter, member_id: int | None = None) -> Raci:
    return Raci(
        letter=letter, department_id=place.department_id, member_id=member_id, **{_column(place.work): place.key}
    )


def _account_of(session: Session, part: Deliverable) -> int:
    return found(session, Workstream, part.workstream_id).account_id
