"""What a user can ask for with people, their roles and their seats."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workbench.contacts.model import Person
from workbench.contacts.positions import Assessment, Attitude, ContactPoint, ContactRole, PointKind, Seat
from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, found, next_position, removed, reordered
from workbench.kernel.errors import UserError
from workbench.kernel.folding import digits
from workbench.kernel.words import N_


class OwnBoss(UserError):
    message = N_("A seat cannot report to itself or to a seat below it.")
    advice = N_("Choose another seat.")


@command(N_("Add person"))
def add_person(
    session: Session, /, name: str, account_id: int | None = None, title: str | None = None, **values: Any
) -> int:
    """A new person, with a role at an account if one is given."""
    person_id = added(session, Person(name=name.strip(), **values))
    if account_id is not None:
        session.add(ContactRole(person_id=person_id, account_id=account_id, title=title))
    return person_id


@command(N_("Edit person"))
def edit_person(session: Session, /, person_id: int, **values: Any) -> None:
    edited(session, Person, person_id, values)


@command(N_("Delete people"))
def delete_people(session: Session, person_ids: Sequence[int]) -> None:
    """Delete people; their seats stay and become vacant."""
    removed(session, Person, person_ids)


@command(N_("Tag people"))
def tag_people(session: Session, person_ids: Sequence[int], tag: str) -> None:
    """Give people one more tag; those that have it keep it."""
    for person in session.scalars(select(Person).where(Person.id.in_(person_ids))):
        tags = [known.strip() for known in (person.tags or "").split(",") if known.strip()]
        if tag not in tags:
            person.tags = ", ".join([*tags, tag])


@command(N_("Set contact rhythm"))
def agree_rhythm(session: Session, person_ids: Sequence[int], days: int | None) -> None:
    """Agree how often people are contacted."""
    session.execute(update(Person).where(Person.id.in_(person_ids)).values(rhythm_days=days))


@command(N_("Add role"))
def add_role(session: Session, /, person_id: int, account_id: int, **values: Any) -> int:
    """Link a person to one more account."""
    return added(session, ContactRole(person_id=person_id, account_id=account_id, **values))


@command(N_("Edit role"))
def edit_role(session: Session, /, role_id: int, **values: Any) -> None:
    edited(session, ContactRole, role_id, values)


@command(N_("Delete roles"))
def delete_roles(session: Session, role_ids: Sequence[int]) -> None:
    removed(session, ContactRole, role_ids)


@command(N_("Move to another job"))
def move_job(session: Session, /, role_id: int, account_id: int, title: str | None, on: date) -> int:
    """End a role and begin another; the old one stays as history and the old seat becomes vacant."""
    old = found(session, ContactRole, role_id)
    old.until = on - timedelta(days=1)
    seats = update(Seat).where(Seat.person_id == old.person_id, Seat.account_id == old.account_id)
    session.execute(seats.values(person_id=None, vacant_since=on))
    return added(session, ContactRole(person_id=old.person_id, account_id=account_id, title=title, since=on))


@command(N_("Add phone or e-mail"))
def add_point(session: Session, /, person_id: int, kind: PointKind, value: str, label: str | None = None) -> int:
    """A way to reach a person."""
    position = next_position(session, ContactPoint, ContactPoint.person_id, person_id)
    point = ContactPoint(person_id=person_id, kind=kind, value=value.strip(), label=label, position=position)
    point.digits = digits(value) or None if kind is PointKind.PHONE else None
    return added(session, point)


@command(N_("Edit phone or e-mail"))
def edit_point(session: Session, /, point_id: int, **values: Any) -> None:
    point = edited(session, ContactPoint, point_id, values)
    point.digits = digits(point.value) or None if point.kind is PointKind.PHONE else None


@command(N_("Delete phones or e-mails"))
def delete_points(session: Session, point_ids: Sequence[int]) -> None:
    removed(session, ContactPoint, point_ids)


@command(N_("Add seat"))
def add_seat(session: Session, /, account_id: int, title: str, **values: Any) -> int:
    """A position at an account, held by somebody or vacant."""
    position = next_position(session, Seat, Seat.account_id, account_id)
    return added(session, Seat(account_id=account_id, title=title.strip(), position=position, **values))


@command(N_("Edit seat"))
def edit_seat(session: Session, /, seat_id: int, **values: Any) -> None:
    """Change a seat; a seat cannot report to one below it."""
    boss = values.get("reports_to_id")
    if boss is not None and seat_id in _chain_above(session, boss):
        raise OwnBoss
    if values.get("person_id") is not None:
        values = {"vacant_since": None, **values}
    edited(session, Seat, seat_id, values)


@command(N_("Vacate seat"))
def vacate_seat(session: Session, seat_id: int, on: date) -> None:
    """The person leaves the seat; the seat and its place in the chart stay."""
    edited(session, Seat, seat_id, {"person_id": None, "vacant_since": on})


@command(N_("Fill seat"))
def fill_seat(session: Session, seat_id: int, person_id: int) -> None:
    """Put a person on a seat."""
    edited(session, Seat, seat_id, {"person_id": person_id, "vacant_since": None})


@command(N_("Delete seats"))
def delete_seats(session: Session, seat_ids: Sequence[int]) -> None:
    removed(session, Seat, seat_ids)


@command(N_("Assess person"))
def assess(session: Session, /, person_id: int, account_id: int, on: date, attitude: Attitude, **values: Any) -> int:
    """Judge a person; earlier judgements stay as history."""
    assessment = Assessment(person_id=person_id, account_id=account_id, made_on=on, attitude=attitude, **values)
    return added(session, assessment)


@command(N_("Order phones and e-mails"))
def order_points(session: Session, point_ids: Sequence[int]) -> None:
    """Put the ways to reach a person in this order; the first is shown in lists."""
    reordered(session, ContactPoint, point_ids)


@command(N_("Edit assessment"))
def edit_assessment(session: Session, /, assessment_id: int, **values: Any) -> None:
    """Correct a judgement; a new one is better made with `assess`, which keeps this one as history."""
    edited(session, Assessment, assessment_id, values)


@command(N_("Delete assessments"))
def delete_assessments(session: Session, assessment_ids: Sequence[int]) -> None:
    removed(session, Assessment, assessment_ids)


def _chain_above(session: Session, seat_id: int) -> set[int]:
    chain = select(Seat.id, Seat.reports_to_id).where(Seat.id == seat_id).cte("chain", recursive=True)
    chain = chain.union(select(Seat.id, Seat.reports_to_id).join(chain, Seat.id == chain.c.reports_to_id))
    return set(session.scalars(select(chain.c.id)))
