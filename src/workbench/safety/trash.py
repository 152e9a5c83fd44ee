"""Emptying the trash: what was deleted leaves the file for good, out of its history as well."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from workbench.kernel import journal
from workbench.kernel.drafts import DRAFT
from workbench.kernel.entity import Entity
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.kernel.workspace import Workspace
from workbench.search.index import KINDS

EMPTIED = N_("Empty trash")
_DELETED = {"deleted": int(journal.Verb.DELETE)}
_GONE = "FROM cell WHERE entity = '{0}' AND verb = :deleted AND entity_id NOT IN (SELECT id FROM {0})"


class TracesLeft(UserError):
    message = N_("The deleted records are out of the lists and the history, but the file could not be written anew.")
    consequence = N_("Traces of them may still be in it.")
    advice = N_("Close other windows on this file, see that there is room on the disk, and empty the trash again.")


def deleted(session: Session) -> int:
    """How many deleted records the file remembers, however old."""
    return sum(
        int(session.scalar(text("SELECT count(DISTINCT entity_id) " + _GONE.format(table.name)), _DELETED) or 0)
        for table in journal.kept_tables(Entity.metadata)
    )


def empty_trash(workspace: Workspace) -> int:
    """Forget every deleted record that is not back, and return how many there were; undo cannot bring them back.

    Their values go from the journal, their words from the index, what was typed for them from the drafts; then the
    file is written anew, so that none of its free pages remembers them. Backups that were made before still hold them.
    TracesLeft if that last step failed; doing it again does that step again, also when nothing is left to forget.
    """
    with workspace.change(EMPTIED) as session:
        count = sum(_forget(session, table.name) for table in journal.kept_tables(Entity.metadata))
        for kind in KINDS:
            # the index only marks what was deleted until its parts are merged
            session.execute(text(f"INSERT INTO {kind.table}({kind.table}) VALUES ('optimize')"))
    _write_anew(workspace)
    return count


def _forget(session: Session, table: str) -> int:
    """Forget the deleted records of one table."""
    found = session.execute(text("SELECT DISTINCT entity_id " + _GONE.format(table)), _DELETED)
    ids = [row[0] for row in found]
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
        is_busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except dbapi2.Error as problem:
        raise TracesLeft from problem
    finally:
        connection.close()
    if is_busy:
        # somebody reads what was there before, so the log still holds it
        raise TracesLeft
