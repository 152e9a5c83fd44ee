"""What the list of accounts is made of; the portfolio adds what is next for each."""

from workbench.accounts import fields
from workbench.accounts.commands import add_account, delete_accounts, edit_account
from workbench.accounts.model import Account
from workbench.accounts.queries import OPEN_ACCOUNTS
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.room import Room


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
    opens="account",
)
