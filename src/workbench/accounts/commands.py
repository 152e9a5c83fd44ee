"""What a user can ask for with accounts."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workbench.accounts.hierarchy import OwnParent, is_below
from workbench.accounts.model import Account, Health, Lifecycle, Tier
from workbench.accounts.structure import Address, Fact, Unit
from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, next_position, removed, reordered
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_

JUDGED_FOR = timedelta(90)  # a judgement that nobody renews is an opinion of the past


class HealthReasonMissing(UserError):
    message = N_("A judgement needs its reason.")
    consequence = N_("The health stays as it was.")
    advice = N_("Say in one line why.")


@command(N_("Add account"))
def add_account(session: Session, /, name: str, **values: Any) -> int:
    """A new account; only its name is needed."""
    return added(session, Account(name=name.strip(), **values))


@command(N_("Edit account"))
def edit_account(session: Session, /, account_id: int, **values: Any) -> None:
    """Change fields of an account; an account cannot belong to one below it."""
    parent = values.get("parent_id")
    if parent is not None and (parent == account_id or is_below(session, parent, account_id)):
        raise OwnParent
    edited(session, Account, account_id, values)


@command(N_("Move to tier"))
def move_to_tier(session: Session, account_ids: Sequence[int], tier: Tier) -> None:
    """Give accounts another tier."""
    session.execute(update(Account).where(Account.id.in_(account_ids)).values(tier=tier))


@command(N_("Assess health"))
def assess_health(session: Session, /, account_id: int, health: Health, reason: str | None, on: date) -> None:
    """Say how an account stands, and why; it counts for a quarter. HealthReasonMissing where nobody says why."""
    until = None if health is Health.UNKNOWN else on + JUDGED_FOR
    if until and not (reason or "").strip():
        raise HealthReasonMissing
    values = {"health": health, "health_reason": reason, "health_on": on, "health_until": until}
    edited(session, Account, account_id, values)


@command(N_("Set rhythm"))
def set_rhythm(session: Session, account_ids: Sequence[int], days: int | None) -> None:
    """Agree how often accounts are contacted."""
    session.execute(update(Account).where(Account.id.in_(account_ids)).values(rhythm_days=days))


@command(N_("Set tag"))
def add_tag(session: Session, account_ids: Sequence[int], tag: str) -> None:
    """Give accounts one more tag; those that have it keep it."""
    for account in session.scalars(select(Account).where(Account.id.in_(account_ids))):
        tags = [known.strip() for known in (account.tags or "").split(",") if known.strip()]
        if tag not in tags:
            account.tags = ", ".join([*tags, tag])


@command(N_("Close account"))
def close_account(session: Session, account_id: int) -> None:
    """Keep an account, but out of the way."""
    edited(session, Account, account_id, {"lifecycle": Lifecycle.CLOSED})


@command(N_("Delete accounts"))
def delete_accounts(session: Session, account_ids: Sequence[int]) -> None:
    """Delete accounts with all that hangs on them."""
    removed(session, Account, account_ids)


@command(N_("Add unit"))
def add_unit(session: Session, /, account_id: int, name: str, **values: Any) -> int:
    """A business unit or a site."""
    return added(session, Unit(account_id=account_id, name=name.strip(), **values))


@command(N_("Edit unit"))
def edit_unit(session: Session, /, unit_id: int, **values: Any) -> None:
    edited(session, Unit, unit_id, values)


@command(N_("Delete units"))
def delete_units(session: Session, unit_ids: Sequence[int]) -> None:
    removed(session, Unit, unit_ids)


@command(N_("Add address"))
def add_address(session: Session, /, account_id: int, **values: Any) -> int:
    return added(session, Address(account_id=account_id, **values))


@command(N_("Edit address"))
def edit_address(session: Session, /, address_id: int, **values: Any) -> None:
    edited(session, Address, address_id, values)


@command(N_("Delete addresses"))
def delete_addresses(session: Session, address_ids: Sequence[int]) -> None:
    removed(session, Address, address_ids)


@command(N_("Add fact"))
def add_fact(session: Session, /, account_id: int, name: str, value: str, **values: Any) -> int:
    """Something we know, with its source, date and confidence."""
    position = next_position(session, Fact, Fact.account_id, account_id)
    return added(session, Fact(account_id=account_id, name=name.strip(), value=value, position=position, **values))


@command(N_("Edit fact"))
def edit_fact(session: Session, /, fact_id: int, **values: Any) -> None:
    edited(session, Fact, fact_id, values)


@command(N_("Delete facts"))
def delete_facts(session: Session, fact_ids: Sequence[int]) -> None:
    removed(session, Fact, fact_ids)


@command(N_("Order facts"))
def order_facts(session: Session, fact_ids: Sequence[int]) -> None:
    """Put what is known in this order."""
    reordered(session, Fact, fact_ids)
