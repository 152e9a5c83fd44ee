"""Is the file whole?"""

from threading import Thread

from sqlcipher3 import dbapi2

from workbench.kernel import failures
from workbench.kernel.database import Book
from workbench.kernel.errors import UserError

QUICK_LIMIT = 256 * 1024 * 1024  # a fifth of a second; for larger files there is `workbench check`


def refuse_damaged(book: Book) -> None:
    """Damaged, if SQLite's own quick check finds something wrong; a damaged file is never opened for writing."""
    if book.path.stat().st_size > QUICK_LIMIT:
        return
    connection = book.connect()
    try:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except dbapi2.Error as problem:
        raise failures.explained(problem, book.path) or failures.Damaged(path=book.path.name) from problem
    finally:
        connection.close()
    if found != "ok":
        raise failures.Damaged(path=book.path.name)


class Checkup(Thread):
    """The quick check of a file, made beside other work: SQLite needs no Python for it."""

    def __init__(self, book: Book) -> None:
        super().__init__(name="checkup", daemon=True)
        self._book = book
        self._found: UserError | None = None
        self.start()

    def run(self) -> None:
        try:
            refuse_damaged(self._book)
        except UserError as problem:
            self._found = problem

    def is_done(self) -> bool:
        """Whether the verdict is there."""
        return not self.is_alive()

    def verdict(self) -> None:
        """Wait until the check is done; Damaged, or why the file could not be read, where it is not whole."""
        self.join()
        if self._found:
            raise self._found
