"""What a user can ask for to answer an alert, and where the thresholds are set."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.action_items.commands import NoSuchColleague
from workbench.action_items.model import ActionItem
from workbench.contacts.commands import add_person, fill_seat
from workbench.contacts.model import Person
from workbench.contacts.positions import Assessment, Attitude, ContactRole, Seat
from workbench.kam.attention.thresholds import THRESHOLDS
from workbench.kernel.command import command
from workbench.kernel.editing import Gone, NameMissing, added, edited, found
from workbench.kernel.errors import UserError
from workbench.kernel.folding import fold
from workbench.kernel.settings import change_setting
from workbench.kernel.words import N_
from workbench.team.assignments import Assignment, TeamRole
from workbench.team.commands import assign
from workbench.team.model import Department, Member


class BeyondLimits(UserError):
    message = N_("“{value}” will not do: this goes from {least} to {most}.")


class OfAnotherDepartment(UserError):
    message = N_("{name} does not work in {department}.")
    advice = N_("Name somebody of that department, or change the department in Team.")


@command(N_("Change attention rule"))
def change_threshold(session: Session, threshold: str, number: float) -> None:
    """Set a threshold, named by the key of its setting; BeyondLimits where the number makes no sense."""
    for one in THRESHOLDS:
        if one.setting.key == threshold:
            if not one.least <= number <= one.most:
                raise BeyondLimits(value=f"{number:.12g}", least=f"{one.least:g}", most=f"{one.most:g}")
            change_setting.body(session, one.setting, float(number))
            return
    raise Gone


@command(N_("Agree on a new day"))
def agree_on(session: Session, action_id: int, due: date) -> None:
    """Promise an action anew: its slip is counted from this day on."""
    edited(session, ActionItem, action_id, {"due": due, "first_due": due})


@command(N_("Name the holder of a seat"))
def name_holder(session: Session, seat_id: int, name: str) -> int:
    """Put somebody on a seat: a person of the account who is called so, or a new one. Returns the person."""
    seat, called = found(session, Seat, seat_id), name.strip()
    if not called:
        raise NameMissing
    known = session.execute(
        select(Person.id, Person.name)
        .join(ContactRole, ContactRole.person_id == Person.id)
        .where(ContactRole.account_id == seat.account_id)
    )
    person = next((key for key, known_as in known if fold(known_as) == fold(called)), None)
    person = person or add_person.body(session, called, seat.account_id)
    fill_seat.body(session, seat_id, person)
    return person


@command(N_("Name who looks after a person"))
def accompany(session: Session, person_id: int, account_id: int, name: str, on: date) -> None:
    """Give a person one of us, as a new judgement of that day; the earlier ones stay as history."""
    member = colleague_named(session, name)
    newest = session.scalar(
        select(Assessment)
        .where(Assessment.person_id == person_id, Assessment.account_id == account_id)
        .order_by(Assessment.made_on.desc(), Assessment.id.desc())
        .limit(1)
    )
    added(
        session,
        Assessment(
            person_id=person_id,
            account_id=account_id,
            made_on=on,
            owner_id=member.id,
            author=newest.author if newest else None,
            influence=newest.influence if newest else None,
            attitude=newest.attitude if newest else Attitude.UNKNOWN,
            buying_role=newest.buying_role if newest else None,
            note=newest.note if newest else None,
        ),
    )


@command(N_("Name somebody of a department"))
def man_department(session: Session, account_id: int, department_id: int, name: str, on: date) -> None:
    """Take a member of a department into the team of an account; OfAnotherDepartment if it is not theirs."""
    member = colleague_named(session, name)
    if member.department_id != department_id:
        raise OfAnotherDepartment(name=member.name, department=found(session, Department, department_id).name)
    is_there = select(Assignment.id).where(
        Assignment.account_id == account_id, Assignment.member_id == member.id, Assignment.until.is_(None)
    )
    if session.scalar(is_there) is None:
        assign.body(session, account_id, member.id, TeamRole.CORE, since=on)


def colleague_named(session: Session, name: str) -> Member:
    """The colleague whose name begins so, or holds the words; NoSuchColleague if there is none."""
    wanted = fold(name).strip()
    members = list(session.scalars(select(Member).order_by(Member.left_on.is_not(None), Member.name)))
    by_start = [member for member in members if wanted and fold(member.name).startswith(wanted)]
    holding = [member for member in members if wanted and wanted in fold(member.name)]
    chosen = next(iter([*by_start, *holding]), None)
    if chosen is None:
        raise NoSuchColleague(name=name)
    return chosen
