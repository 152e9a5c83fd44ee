"""Backups: whole, checked, never over something good; and restoring one."""

import os
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from workbench.kernel import failures
from workbench.kernel.clock import Clock
from workbench.kernel.database import Book
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_

STAMP = "%Y-%m-%d %H%M%S"
KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 7, 4, 12


class BackupUnsound(UserError):
    message = N_("The backup of {path} did not pass its check.")
    consequence = N_("It was thrown away; older backups are as they were.")
    advice = N_("Run “workbench check” on the portfolio.")


def back_up(book: Book, folder: Path, clock: Clock) -> Path:
    """A checked copy in `folder`, encrypted like the original; the path of the copy.

    The copy is made through SQLite, so it is whole even while the portfolio is being changed.
    """
    now = clock.now()
    target = folder / f"{book.path.stem} {now.strftime(STAMP)}.portfolio"
    beside = folder / f".{target.name}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        copy_into(book, beside)
        if not is_sound(Book(beside, book.key)):
            raise BackupUnsound(path=book.path.name)
        os.replace(beside, target)
    except OSError as problem:
        raise failures.of_file(problem, folder) from problem
    finally:
        beside.unlink(missing_ok=True)
    return target


def restore(backup: Path, to: Path, key: str | None) -> None:
    """Put a backup at a free place; a backup that is not sound is not restored, a file that is there stays."""
    if to.exists():
        raise failures.AlreadyThere(path=to.name)
    if not is_sound(Book(backup, key, read_only=True)):
        raise failures.Damaged(path=backup.name)
    beside = to.with_name(f".{to.name}.new")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        copy_into(Book(backup, key, read_only=True), beside)
        os.replace(beside, to)
    except OSError as problem:
        raise failures.of_file(problem, to) from problem
    finally:
        beside.unlink(missing_ok=True)


def copy_into(book: Book, target: Path) -> None:
    """Copy a portfolio through SQLite into a new, synced file with the same key."""
    with target.open("xb"):
        pass
    target.chmod(0o600)
    source = book.connect()
    copy = Book(target, book.key).connect()
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    except dbapi2.Error as problem:
        raise failures.explained(problem, book.path) or failures.Damaged(path=book.path.name) from problem
    finally:
        source.close()
        copy.close()
    with target.open("rb") as file:
        os.fsync(file.fileno())


def is_sound(book: Book) -> bool:
    """Whether SQLite finds nothing wrong with a file."""
    try:
        connection = book.connect()
        try:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
        finally:
            connection.close()
    except dbapi2.Error:
        return False


def rotate(folder: Path, stem: str) -> list[Path]:
    """Thin out old automatic backups: one a day, then one a week, then one a month; what was removed."""
    stamped = sorted(_stamped(folder, stem), reverse=True)
    kept: set[Path] = set()
    for pattern, most in (("%Y-%m-%d", KEPT_DAYS), ("%G-%V", KEPT_WEEKS), ("%Y-%m", KEPT_MONTHS)):
        seen: dict[str, Path] = {}
        for moment, path in stamped:
            seen.setdefault(moment.strftime(pattern), path)
        kept.update(list(seen.values())[:most])
    removed = [path for _, path in stamped if path not in kept]
    for path in removed:
        path.unlink(missing_ok=True)
    return removed


def newest(folder: Path, stem: str) -> datetime | None:
    """When the last backup was made, in UTC."""
    return max((moment for moment, _ in _stamped(folder, stem)), default=None)


def _stamped(folder: Path, stem: str) -> list[tuple[datetime, Path]]:
    found = []
    for path in folder.glob("*.portfolio"):
        if path.name.startswith(f"{stem} "):
            try:
                found.append((datetime.strptime(path.stem.removeprefix(f"{stem} "), STAMP), path))  # noqa: DTZ007 - UTC by name
            except ValueError:
                continue
    return found
