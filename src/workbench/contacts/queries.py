"""Reading people: the list, those of an account, what is thought of them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from workbench.accounts.model import Account
from workbench.accounts.structure import Unit
from workbench.contacts import fields
from workbench.contacts.model import Person
from workbench.contacts.positions import (
    Assessment,
    Attitude,
    BuyingRole,
    ContactPoint,
    ContactRole,
    Influence,
    PointKind,
    Seat,
)
from workbench.kernel.errors import UserError
from workbench.kernel.field import Field, Kind
from workbench.kernel.folding import fold
from workbench.kernel.listing import Listing
from workbench.kernel.words import N_


def _first(kind: PointKind) -> object:
    return (
        select(ContactPoint.value)
        .where(ContactPoint.person_id == Person.id, ContactPoint.kind == kind)
        .order_by(ContactPoint.position)
        .limit(1)
        .scalar_subquery()
    )


# the newest role, so that somebody with five roles is still one line
_ROLE = (
    select(ContactRole.id)
    .where(ContactRole.person_id == Person.id)
    .order_by(ContactRole.until.is_not(None), ContactRole.is_primary.desc(), ContactRole.id.desc())
    .limit(1)
    .correlate(Person)
    .scalar_subquery()
)
CONTACTS = Listing(
    select(Person)
    .outerjoin(ContactRole, ContactRole.id == _ROLE)
    .outerjoin(Account, Account.id == ContactRole.account_id),
    key=Person.id,
    fields=(
        fields.NAME,
        Field(ContactRole.title, N_("Position"), key="title", editable=False),
        Field(Account.name, N_("Account"), Kind.REFERENCE, key="account", editable=False),
        Field(_first(PointKind.PHONE), N_("Phone"), Kind.PHONE, key="phone", editable=False),
        Field(_first(PointKind.EMAIL), N_("E-mail"), Kind.EMAIL, key="email", editable=False),
        fields.LAST_CONTACT,
        fields.RHYTHM,
    ),
    search=(Person.name, ContactRole.title, Account.name, Person.tags),
    order=fields.NAME,
)


def contacts_of(account_id: int) -> Listing:
    """The people who have, or had, a role at an account."""
    here = select(ContactRole.person_id).where(ContactRole.account_id == account_id)
    return CONTACTS.where(Person.id.in_(here))


class NoSuchPerson(UserError):
    message = N_("There is no person “{name}”.")
    advice = N_("Check the spelling.")


@dataclass(frozen=True)
class PersonCard:
    """One person at one account: role, ways to reach them, and the newest assessment."""

    id: int
    name: str
    title: str | None
    department: str | None
    is_current: bool
    language: str | None
    last_contact_on: date | None
    points: tuple[tuple[PointKind, str | None, str], ...]
    attitude: Attitude
    influence: Influence | None
    buying_role: BuyingRole | None
    assessed_on: date | None
    note: str | None


@dataclass(frozen=True)
class SeatCard:
    """One seat of an account with who holds it and to which seat it reports."""

    id: int
    title: str
    unit: str | None
    reports_to_id: int | None
    reports_to: str | None
    person_id: int | None
    person: str | None
    vacant_since: date | None


def people_at(session: Session, account_id: int, today: date) -> list[PersonCard]:
    """Everybody with a role at an account, current ones first, by name."""
    roles = session.execute(
        select(ContactRole, Person)
        .join(Person, Person.id == ContactRole.person_id)
        .where(ContactRole.account_id == account_id)
    ).all()
    by_person = {person.id: (role, person) for role, person in sorted(roles, key=lambda pair: pair[0].id)}
    points = _points(session, list(by_person))
    judged = newest_assessments(session, account_id)
    cards = [
        _card(role, person, points.get(key, ()), judged.get(key), today) for key, (role, person) in by_person.items()
    ]
    return sorted(cards, key=lambda card: (not card.is_current, fold(card.name)))


def newest_assessments(session: Session, account_id: int) -> dict[int, Assessment]:
    """The latest assessment of each person at an account, by person."""
    rows = session.scalars(
        select(Assessment).where(Assessment.account_id == account_id).order_by(Assessment.made_on, Assessment.id)
    )
    return {assessment.person_id: assessment for assessment in rows}


def seats_of(session: Session, account_id: int) -> list[SeatCard]:
    """The seats of an account, in the order of the chart."""
    boss = aliased(Seat)
    rows = session.execute(
        select(
            Seat.id,
            Seat.title,
            Unit.name,
            Seat.reports_to_id,
            boss.title,
            Seat.person_id,
            Person.name,
            Seat.vacant_since,
        )
        .outerjoin(Unit, Unit.id == Seat.unit_id)
        .outerjoin(boss, boss.id == Seat.reports_to_id)
        .outerjoin(Person, Person.id == Seat.person_id)
        .where(Seat.account_id == account_id)
        .order_by(Seat.position, Seat.id)
    )
    return [SeatCard(*row) for row in rows]


def roles_of(session: Session, person_id: int) -> list[tuple[ContactRole, str]]:
    """A person's roles with the names of the accounts, newest first."""
    rows = session.execute(
        select(ContactRole, Account.name)
        .join(Account, Account.id == ContactRole.account_id)
        .where(ContactRole.person_id == person_id)
        .order_by(ContactRole.until.is_not(None), ContactRole.since.desc())
    )
    return [(role, name) for role, name in rows]


def person_named(session: Session, name: str, account_id: int | None = None) -> int:
    """The person of that name, preferably at that account."""
    wanted = fold(name).strip()
    rows = session.execute(select(Person.id, Person.name))
    matching = [key for key, known in rows if fold(known) == wanted]
    here = set(session.scalars(select(ContactRole.person_id).where(ContactRole.account_id == account_id)))
    for key in matching:
        if key in here or len(matching) == 1:
            return key
    raise NoSuchPerson(name=name)


def count_at(session: Session, account_id: int, today: date) -> int:
    """How many people have a role at an account now."""
    current = or_(ContactRole.until.is_(None), ContactRole.until >= today)
    people = select(func.count(ContactRole.person_id.distinct())).where(ContactRole.account_id == account_id, current)
    return int(session.scalar(people) or 0)


def _points(session: Session, people: list[int]) -> dict[int, tuple[tuple[PointKind, str | None, str], ...]]:
    rows = session.execute(
        select(ContactPoint.person_id, ContactPoint.kind, ContactPoint.label, ContactPoint.value)
        .where(ContactPoint.person_id.in_(people))
        .order_by(ContactPoint.position)
    )
    found: dict[int, tuple[tuple[PointKind, str | None, str], ...]] = {}
    for person, kind, label, value in rows:
        found[person] = (*found.get(person, ()), (kind, label, value))
    return found


def _card(
    role: ContactRole,
    person: Person,
    points: tuple[tuple[PointKind, str | None, str], ...],
    judged: Assessment | None,
    today: date,
) -> PersonCard:
    return PersonCard(
        id=person.id,
        name=person.name,
        title=role.title,
        department=role.department,
        is_current=role.is_current(today),
        language=person.language,
        last_contact_on=person.last_contact_on,
        points=points,
        attitude=judged.attitude if judged else Attitude.UNKNOWN,
        influence=judged.influence if judged else None,
        buying_role=judged.buying_role if judged else None,
        assessed_on=judged.made_on if judged else None,
        note=judged.note if judged else None,
    )
