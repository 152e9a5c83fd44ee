"""The names a line may mention, read from the portfolio."""

from collections import defaultdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.capture.directory import Directory, Entry, NameKind, squeezed
from workbench.contacts.model import Person
from workbench.contacts.positions import ContactRole
from workbench.team.model import Department, Member

# a department is called by its name, by its code, and by what others call it in either language
CALLED = (
    ("sales", "sal", "ventas", "comercial", "com"),
    ("marketing", "mkt"),
    ("aftersales", "ser", "service", "servicio", "posventa", "postventa", "pos"),
    ("finance", "fin", "finanzas"),
    ("logistics", "log", "logística"),
    ("legal", "leg", "jurídico"),
    ("it", "ti", "sistemas", "informática"),
    ("client", "cli", "cliente"),
)


def directory(session: Session, today: date) -> Directory:
    """All accounts, people with their current accounts, colleagues still here, and departments."""
    return Directory((*_accounts(session), *_people(session, today), *_members(session), *_departments(session)))


def _accounts(session: Session) -> list[Entry]:
    rows = session.execute(select(Account.id, Account.name).order_by(Account.name))
    return [Entry(NameKind.ACCOUNT, key, name) for key, name in rows]


def _people(session: Session, today: date) -> list[Entry]:
    homes: dict[int, list[int]] = defaultdict(list)
    roles = select(ContactRole.person_id, ContactRole.account_id)
    current = roles.where((ContactRole.until.is_(None)) | (ContactRole.until >= today))
    for person, account in session.execute(current.order_by(ContactRole.is_primary.desc(), ContactRole.id)):
        homes[person].append(account)
    rows = session.execute(select(Person.id, Person.name).order_by(Person.name))
    return [Entry(NameKind.PERSON, key, name, tuple(homes[key])) for key, name in rows]


def _members(session: Session) -> list[Entry]:
    here = select(Member.id, Member.name).where(Member.left_on.is_(None))
    return [Entry(NameKind.MEMBER, key, name) for key, name in session.execute(here.order_by(Member.name))]


def _departments(session: Session) -> list[Entry]:
    rows = session.execute(select(Department.id, Department.name, Department.code).order_by(Department.position))
    return [Entry(NameKind.DEPARTMENT, key, name, aliases=_called(name, code)) for key, name, code in rows]


def _called(name: str, code: str) -> tuple[str, ...]:
    own = {squeezed(name), squeezed(code)}
    return (code, *(other for group in CALLED if own & set(group) for other in group))
