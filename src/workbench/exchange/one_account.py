"""The records of one account: what it owns, the people it knows, and what those records point to."""

from pathlib import Path

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from workbench.exchange.open_tables import tables
from workbench.exchange.writing import open_json
from workbench.kernel.files import replace_file
from workbench.kernel.workspace import Workspace

Kept = dict[str, set[int]]
ACCOUNT, PERSON, ROLE = "account", "person", "contact_role"


def export_account(workspace: Workspace, session: Session, account_id: int, target: Path) -> int:
    """Write one account in the program's open format; how many records. CannotWrite if the file cannot be written."""
    kept = records_of(session, account_id)
    with replace_file(target) as out:
        return open_json.write(out, session, workspace.clock.now(), kept)


def records_of(session: Session, account_id: int) -> Kept:
    """The identities of an account's records by their table. Of other accounts, and of settings, there is nothing."""
    kept: Kept = {ACCOUNT: {account_id}}
    _down(session, kept, account_id)
    roles = next(table for table in tables() if table.name == ROLE).c
    people = select(roles.person_id).where(roles.id.in_(kept.get(ROLE, ())))
    kept.setdefault(PERSON, set()).update(session.scalars(people))
    _down(session, kept, account_id)
    _up(session, kept)
    return kept


def _down(session: Session, kept: Kept, account_id: int) -> None:
    """Add what belongs to records that are kept: what would be deleted with them."""
    for table in tables():
        for key in table.foreign_keys:
            above, is_owner = key.column.table.name, key.ondelete == "CASCADE"
            if above == table.name or above not in kept or not (is_owner or above == ACCOUNT):
                continue
            rows = select(table.c.id).where(key.parent.in_(kept[above]))
            if "account_id" in table.c:
                # somebody with roles at two accounts takes along only that at this one
                rows = rows.where(or_(table.c.account_id == account_id, table.c.account_id.is_(None)))
            if table.name != ACCOUNT:
                kept.setdefault(table.name, set()).update(session.scalars(rows))


def _up(session: Session, kept: Kept) -> None:
    """Add what records point to, so that nothing points nowhere; other accounts stay at home."""
    for table in reversed(tables()):
        for key in table.foreign_keys:
            above = key.column.table.name
            if above == ACCOUNT or not kept.get(table.name):
                continue
            rows = select(key.parent).where(table.c.id.in_(kept[table.name]), key.parent.is_not(None))
            kept.setdefault(above, set()).update(session.scalars(rows))
