"""Copies of a portfolio, made through SQLite and checked before they get their name."""

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from workbench.kernel import failures
from workbench.kernel.database import APPLICATION_ID, Book
from workbench.kernel.files import sync_folder


class Unsound(Exception):
    """A copy that did not pass its check; it was thrown away."""


def copy_of(connection: Any, target: Book) -> Book:  # noqa: ANN401 - the driver has no types
    """Copy what a connection sees into a new file: whole, checked, synced, one file without a log.

    The copy is encrypted with the key of `target`. FileExistsError if there is a file of that name already.
    """
    draft = replace(target, path=target.path.with_name(f".{target.path.name}.new"), read_only=False)
    try:
        connection.execute("BEGIN")  # one moment for the copy and for the count, whatever others write meanwhile
        _write(connection, draft)
        if not is_sound(draft) or _counts(draft) != _counted(connection):
            raise Unsound
        _sync(draft.path)
        name_new(draft.path, target.path)
    except dbapi2.Error as problem:
        raise failures.explained(problem, target.path) or Unsound from problem
    finally:
        with suppress(dbapi2.Error):
            connection.execute("ROLLBACK")
        remove(draft.path)
    return target


def remove(path: Path) -> None:
    """Take away a file of ours that is no longer wanted, and what SQLite keeps beside it."""
    for left in (path, *(Path(f"{path}-{end}") for end in ("journal", "wal", "shm"))):
        with suppress(OSError):
            left.unlink()


def name_new(draft: Path, path: Path) -> None:
    """Give a finished file its name, and never that of a file which is there."""
    # taking the name first is what refuses to replace anything; renaming alone would not
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        draft.rename(path)
    except OSError:
        path.unlink()
        raise
    sync_folder(path.parent)


def is_sound(book: Book) -> bool:
    """Whether a file is a portfolio and SQLite finds nothing wrong with it."""
    try:
        connection = book.connect()
        try:
            mine = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
            return bool(mine and connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
        finally:
            connection.close()
    except dbapi2.Error:
        return False


def _write(connection: Any, draft: Book) -> None:  # noqa: ANN401
    remove(draft.path)
    os.close(os.open(draft.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    copy = draft.connect()
    try:
        connection.backup(copy)
        # one file that needs no log beside it: it can be read from a write-protected stick
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()


def _counted(connection: Any) -> dict[str, int]:  # noqa: ANN401
    named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
    names = [row[0] for row in connection.execute(named)]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def _counts(book: Book) -> dict[str, int]:
    connection = book.connect()
    try:
        return _counted(connection)
    finally:
        connection.close()


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
