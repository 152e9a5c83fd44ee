"""Backups: whole, checked, never over something good, thinned out as they age; and restoring one."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zlib import crc32

from sqlcipher3 import dbapi2

from workbench.kernel import failures, paths
from workbench.kernel.clock import Clock
from workbench.kernel.copying import Unsound, copy_of
from workbench.kernel.database import Book
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_

STAMP = "%Y-%m-%d %H%M%S"  # in UTC; the end of a backup's name
ENDING = ".portfolio"
KEPT = (("%Y-%m-%d", 7), ("%G-%V", 4), ("%Y-%m", 12))  # the newest of so many days, weeks and months


class BackupUnsound(UserError):
    message = N_("The backup of {path} did not pass its check.")
    consequence = N_("It was thrown away; older backups are as they were.")
    advice = N_("Run “workbench check” on the portfolio.")


class CannotBackUp(UserError):
    message = N_("There is no place for backups at {path}: {reason}.")
    consequence = N_("No backup was made.")
    advice = N_("Choose a folder of yours, on another disk at best.")


def back_up(book: Book, folder: Path, clock: Clock) -> Path:
    """A checked copy in `folder`, encrypted like the original; the path of the copy.

    The copy is made through SQLite, so it is whole even while the portfolio is being changed.
    """
    try:
        paths.private(folder)
        target = _free(folder / f"{book.path.stem} {clock.now().strftime(STAMP)}{ENDING}")
        return _copied(book, target)
    except OSError as problem:
        raise _told(problem, folder) from problem


def restore(backup: Path, to: Path, key: str | None) -> None:
    """Put a backup at a free place; a backup that is not sound is not restored, a file that is there stays."""
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        _copied(Book(backup, key, read_only=True), to)
    except BackupUnsound as problem:
        raise failures.Damaged(path=backup.name) from problem
    except OSError as problem:
        raise failures.of_file(problem, to) from problem


class Daily:
    """Backs a portfolio up before the first change of each day; the workspace calls it before every change."""

    def __init__(self, book: Book, clock: Clock) -> None:
        self._book, self._clock = book, clock
        self._done: date | None = None

    def __call__(self) -> None:
        if self._done != self._clock.today():
            self._done = self._clock.today()
            before_first_change(self._book, self._clock)


def before_first_change(book: Book, clock: Clock, folder: Path | None = None) -> Path | None:
    """Today's backup, unless there is one already; old ones are thinned out, and no error here stops anybody's work."""
    folder, stem = folder or backup_folder(book.path), book.path.stem
    today = clock.now().date()
    # not "the newest is of today or later": a clock that once ran ahead must not stop backups for a year
    if any(moment.date() == today for moment, _ in _stamped(folder, stem)):
        return None
    try:
        made = back_up(book, folder, clock) if _has_a_past(book) else None
    except UserError:
        return None
    if made:
        rotate(folder, stem, made)
    return made


def backup_folder(portfolio: Path) -> Path:
    """Where the automatic backups of a portfolio go: away from it, so that they do not vanish with its folder."""
    place = f"{crc32(os.fsencode(portfolio.resolve())):08x}"
    return paths.data_folder() / "backups" / f"{portfolio.stem} {place}"


def rotate(folder: Path, stem: str, made: Path | None = None) -> list[Path]:
    """Thin out old backups: one a day, then a week, then a month; what was removed. `made` stays in any case."""
    stamped = sorted(_stamped(folder, stem), reverse=True)
    kept = {made}
    for pattern, most in KEPT:
        latest: dict[str, Path] = {}
        for moment, path in stamped:
            latest.setdefault(moment.strftime(pattern), path)
        kept.update(list(latest.values())[:most])
    removed = [path for _, path in stamped if path not in kept]
    for path in removed:
        path.unlink(missing_ok=True)
    return removed


def newest(folder: Path, stem: str) -> datetime | None:
    """When the last backup was made, in UTC."""
    return max((moment for moment, _ in _stamped(folder, stem)), default=None)


def _copied(book: Book, target: Path) -> Path:
    if target.exists():
        raise failures.AlreadyThere(path=target.name)
    source = _opened(book)
    try:
        return copy_of(source, Book(target, book.key)).path
    except Unsound as problem:
        raise BackupUnsound(path=book.path.name) from problem
    except FileExistsError as problem:
        raise failures.AlreadyThere(path=target.name) from problem
    finally:
        source.close()


def _opened(book: Book) -> Any:  # noqa: ANN401 - the driver has no types
    try:
        return book.connect()
    except dbapi2.Error as problem:
        raise failures.explained(problem, book.path) or failures.Damaged(path=book.path.name) from problem


def _free(target: Path) -> Path:
    """The path itself, or with a number where two backups were made within a second."""
    numbered = (target.with_name(f"{target.stem}.{n}{ENDING}") for n in range(2, 1000))
    return target if not target.exists() else next(path for path in numbered if not path.exists())


def _told(problem: OSError, folder: Path) -> UserError:
    told = failures.of_file(problem, folder)
    if isinstance(told, failures.DiskFull):
        return told
    return CannotBackUp(path=str(folder), reason=problem.strerror or type(problem).__name__)


def _has_a_past(book: Book) -> bool:
    source = _opened(book)
    try:
        return bool(source.execute("SELECT EXISTS (SELECT 1 FROM change)").fetchone()[0])
    finally:
        source.close()


def _stamped(folder: Path, stem: str) -> Iterator[tuple[datetime, Path]]:
    name = re.compile(re.escape(stem) + r" (\d{4}-\d\d-\d\d \d{6})(\.\d+)?" + re.escape(ENDING))
    for path in folder.glob(f"*{ENDING}"):
        found = name.fullmatch(path.name)
        if found:
            with suppress(ValueError):  # digits, but no moment
                yield datetime.strptime(found[1], STAMP), path  # noqa: DTZ007 - UTC by name
