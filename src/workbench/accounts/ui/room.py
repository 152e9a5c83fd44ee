"""The list of accounts."""

from datetime import date, timedelta

from sqlalchemy import ColumnElement

from workbench.accounts import fields
from workbench.accounts.commands import add_account, delete_accounts, edit_account
from workbench.accounts.model import Account, Tier
from workbench.accounts.queries import OPEN_ACCOUNTS
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.room import Chip, Room

RENEWAL_DAYS = 120


def _key(_today: date) -> list[ColumnElement[bool]]:
    return [Account.tier == Tier.KEY]


def _renewing(today: date) -> list[ColumnElement[bool]]:
    return [Account.renewal_on >= today, Account.renewal_on <= today + timedelta(days=RENEWAL_DAYS)]


def _add(desk: Desk, name: str) -> int:
    return desk.workspace.do(add_account, name)


ROOM = Room(
    key="accounts",
    title=N_("Accounts"),
    icon="building-2",
    kind=Account,
    listing=OPEN_ACCOUNTS,
    fields=(fields.NAME, *fields.FACTS_IN_PLACE),
    add=_add,
    edit=edit_account,
    delete=delete_accounts,
    new=N_("Add account"),
    empty=N_("Your accounts will be here. Add one, or import a list."),
    chips=(Chip(N_("Key"), _key), Chip(N_("Renewal within 120 days"), _renewing)),
    opens="account",
)
