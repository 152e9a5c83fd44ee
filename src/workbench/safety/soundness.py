"""Is the file whole?"""

from sqlcipher3 import dbapi2

from workbench.kernel import failures
from workbench.kernel.database import Book

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
