"""Which account belongs to which, and what that adds up to."""

from typing import Any

from sqlalchemy import BindParameter, Select, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_


class OwnParent(UserError):
    message = N_("An account cannot belong to itself or to an account below it.")
    advice = N_("Choose another parent company.")


def below(account_id: int | BindParameter[Any]) -> Select[int]:
    """The identities of an account and of everything below it."""
    tree = select(Account.id).where(Account.id == account_id).cte("tree", recursive=True)
    # UNION, not UNION ALL: a ring that came in with a file must not run for ever
    tree = tree.union(select(Account.id).join(tree, Account.parent_id == tree.c.id))
    return select(tree.c.id)


def is_below(session: Session, account_id: int, above_id: int) -> bool:
    """Whether one account belongs, directly or not, to another."""
    return account_id in session.scalars(below(above_id)).all()
