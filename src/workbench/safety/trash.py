"""Emptying the trash: what was deleted leaves the file for good, out of its history as well."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

from workbench.kernel import journal
from workbench.kernel.drafts import DRAFT
from workbench.kernel.entity import Entity
from workbench.kernel.words import N_
from workbench.kernel.workspace import Workspace
from workbench.search.index import KINDS

EMPTIED = N_("Empty trash")


def empty_trash(workspace: Workspace) -> int:
    """Forget every deleted record that is not back, and return how many there were; undo cannot bring them back.

    Their values go from the journal, their words from the index, what was typed for them from the drafts; then the
    file is written anew, so that none of its free pages remembers them. Backups that were made before still hold them.
    """
    with workspace.change(EMPTIED) as session:
        count = sum(_forget(session, table.name) for table in journal.kept_tables(Entity.metadata))
        for kind in KINDS:
            # the index only marks what was deleted until its parts are merged
            session.execute(text(f"INSERT INTO {kind.table}({kind.table}) VALUES ('optimize')"))
    if count:
        _write_anew(workspace)
    return count


def _forget(session: Session, table: str) -> int:
    """Forget the deleted records of one table."""
    gone = (
        f"SELECT DISTINCT entity_id FROM cell WHERE entity = '{table}' AND verb = :deleted"
        f" AND entity_id NOT IN (SELECT id FROM {table})"
    )
    ids = [row[0] for row in session.execute(text(gone), {"deleted": journal.Verb.DELETE})]
    for begin in range(0, len(ids), 500):
        some = ids[begin : begin + 500]
        marks = ", ".join(str(int(key)) for key in some)
        mine = f"entity = '{table}' AND entity_id IN ({marks})"
        touched = [row[0] for row in session.execute(text(f"SELECT DISTINCT change_id FROM cell WHERE {mine}"))]
        session.execute(text(f"DELETE FROM cell WHERE {mine}"))
        session.execute(text(f"DELETE FROM {DRAFT.name} WHERE {mine}"))
        _tidy(session, touched)
    return len(ids)


def _tidy(session: Session, changes: Sequence[int]) -> None:
    """A change may be called by the name of what is forgotten; one of which nothing is left is no change any more."""
    for begin in range(0, len(changes), 500):
        marks = ", ".join(str(int(key)) for key in changes[begin : begin + 500])
        session.execute(text(f"UPDATE change SET about = '' WHERE id IN ({marks})"))
        empty = f"id IN ({marks}) AND NOT EXISTS (SELECT 1 FROM cell WHERE change_id = change.id)"
        session.execute(text(f"DELETE FROM change WHERE {empty}"))


def _write_anew(workspace: Workspace) -> None:
    connection = workspace.book.connect()
    try:
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
