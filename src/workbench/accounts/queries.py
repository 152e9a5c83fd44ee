"""Reading accounts: the list, one card, the tree below, the closest match to a name."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from workbench.accounts import fields
from workbench.accounts.hierarchy import below
from workbench.accounts.model import Account, Health, Lifecycle, Tier
from workbench.accounts.structure import Address, Fact, Unit
from workbench.kernel.errors import UserError
from workbench.kernel.field import Field, Kind
from workbench.kernel.folding import fold
from workbench.kernel.listing import Listing
from workbench.kernel.words import N_

Parent = aliased(Account)

ACCOUNTS = Listing(
    select(Account).outerjoin(Parent, Account.parent_id == Parent.id),
    key=Account.id,
    fields=(
        fields.NAME,
        fields.TIER,
        fields.HEALTH,
        fields.SECTOR,
        Field(Parent.name, N_("Parent company"), Kind.REFERENCE, key="parent", editable=False),
        fields.LAST_CONTACT,
        fields.RHYTHM,
        fields.INVOICED,
        fields.RENEWAL,
        fields.TAGS,
    ),
    search=(Account.name, Account.sector, Account.tags, Account.tax_id, Parent.name),
    order=fields.NAME,
)
OPEN_ACCOUNTS = ACCOUNTS.where(Account.lifecycle != Lifecycle.CLOSED)


class NoSuchAccount(UserError):
    message = N_("There is no account “{name}”.")
    advice = N_("Check the spelling; a part of the name is enough if only one account has it.")


class SeveralAccounts(UserError):
    message = N_("Several accounts match “{name}”: {names}.")
    advice = N_("Type more of the name.")


@dataclass(frozen=True)
class AccountCard:
    """One account in a glance."""

    id: int
    name: str
    tier: Tier
    health: Health
    health_reason: str | None
    parent: str | None
    sector: str | None
    rhythm_days: int | None
    renewal_on: date | None
    last_contact_on: date | None
    invoiced: int | None
    currency: str


@dataclass(frozen=True)
class Rollup:
    """What an account and all below it add up to; money in hundredths, None where nothing is known."""

    accounts: int
    invoiced: int | None
    revenue: int | None
    employees: int | None


# made once: building a statement costs more than running it
_KEY: BindParameter[Any] = bindparam("key")
_CARD = (
    select(
        Account.id,
        Account.name,
        Account.tier,
        Account.health,
        Account.health_reason,
        Parent.name,
        Account.sector,
        Account.rhythm_days,
        Account.renewal_on,
        Account.last_contact_on,
        Account.invoiced,
        Account.currency,
    )
    .outerjoin(Parent, Account.parent_id == Parent.id)
    .where(Account.id == _KEY)
)
_SAME = Account.currency == select(Account.currency).where(Account.id == _KEY).scalar_subquery()
_ROLLUP = select(
    func.count(),
    func.sum(Account.invoiced).filter(_SAME),
    func.sum(Account.revenue).filter(_SAME),
    func.sum(Account.employees),
).where(Account.id.in_(below(_KEY)))
_UNITS = select(Unit).where(Unit.account_id == _KEY).order_by(Unit.kind, Unit.id)
_FACTS = select(Fact).where(Fact.account_id == _KEY).order_by(Fact.position, Fact.id)


def card(session: Session, account_id: int) -> AccountCard | None:
    """The card of one account, or None if it is gone."""
    row: Any = session.execute(_CARD, {"key": account_id}).one_or_none()
    return AccountCard(*row) if row else None


def rollup(session: Session, account_id: int) -> Rollup:
    """The sums over an account and everything below it; figures in another currency than its own are left out."""
    return Rollup(*session.execute(_ROLLUP, {"key": account_id}).one())


def children(session: Session, account_id: int) -> list[tuple[int, str]]:
    """The accounts directly below one, with their names."""
    rows = session.execute(select(Account.id, Account.name).where(Account.parent_id == account_id))
    return sorted(((key, name) for key, name in rows), key=lambda row: fold(row[1]))


def units_of(session: Session, account_id: int) -> list[Unit]:
    return list(session.scalars(_UNITS, {"key": account_id}))


def addresses_of(session: Session, account_id: int) -> list[Address]:
    return list(session.scalars(select(Address).where(Address.account_id == account_id).order_by(Address.id)))


def facts_of(session: Session, account_id: int) -> list[Fact]:
    return list(session.scalars(_FACTS, {"key": account_id}))


def account_named(session: Session, name: str) -> int:
    """The account somebody means by a name, a part of it or an identity; says so if there is none, or several."""
    rows = session.execute(select(Account.id, Account.name)).all()
    wanted = fold(name).strip()
    exact = [row for row in rows if fold(row.name) == wanted or str(row.id) == wanted]
    matching = exact or [row for row in rows if wanted and wanted in fold(row.name)]
    if not matching:
        raise NoSuchAccount(name=name)
    if len(matching) > 1:
        names = ", ".join(sorted(row.name for row in matching)[:5])
        raise SeveralAccounts(name=name, names=names)
    return int(matching[0].id)
