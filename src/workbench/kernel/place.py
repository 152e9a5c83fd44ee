"""Where an open portfolio lies: noticing that it no longer lies there, and saving what it holds."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from workbench.kernel import paths
from workbench.kernel.copying import Unsound, copy_of
from workbench.kernel.database import Book
from workbench.kernel.errors import UserError

Identity = tuple[int, int]


class Place:
    """The file and the write-ahead log that were opened.

    Only looks (`stat`): opening the file here would drop SQLite's locks on it.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._log_path = path, Path(f"{path}-wal")
        self._file = _identity(path)
        self._log: Identity | None = None
        self._size = 0

    def is_kept(self) -> bool:
        """Whether the path still names both files as they were opened, the first one uncut; asked after commits."""
        try:
            size = self._path.stat().st_size
        except OSError:
            return False
        is_cut, self._size = size < self._size, max(size, self._size)
        log = _identity(self._log_path)
        self._log = self._log or log
        return not is_cut and log is not None and (_identity(self._path), log) == (self._file, self._log)

    def clear(self) -> None:
        """Take our write-ahead log away from a file that is not ours, which SQLite would else mix with it."""
        if _identity(self._path) != self._file and _identity(self._log_path) == self._log:
            for left in (self._log_path, Path(f"{self._path}-shm")):
                with suppress(OSError):
                    left.unlink()


def rescued(connection: Any, book: Book, stamp: str) -> Book | None:  # noqa: ANN401 - the driver has no types
    """A checked copy of what a connection holds, beside the lost file or in the data folder; None if none can be."""
    for folder in (book.path.parent, paths.data_folder()):
        with suppress(OSError, UserError, Unsound):
            if not folder.is_dir():
                paths.private(paths.data_folder())
            return copy_of(connection, Book(folder / f"{book.path.stem} rescued {stamp}.portfolio", book.key))
    return None


def _identity(path: Path) -> Identity | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
