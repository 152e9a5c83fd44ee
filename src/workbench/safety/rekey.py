"""Another passphrase for a portfolio: a checked copy under a new key takes the place of the file."""

from pathlib import Path

from workbench.kernel import failures
from workbench.kernel.copying import Unsound, copy_of, remove
from workbench.kernel.database import Book
from workbench.kernel.files import sync_folder
from workbench.kernel.lock import WriterLock
from workbench.kernel.passphrase import new_salt, raw_key


def is_passphrase(book: Book, passphrase: str) -> bool:
    """Whether this is what opens an encrypted portfolio."""
    return book.key is not None and raw_key(passphrase, book.head) == book.key


def change_passphrase(book: Book, passphrase: str, since: str) -> None:
    """Encrypt a closed portfolio with another passphrase; whatever stops this, one of the two opens a whole file.

    InUse while anybody else has the file open: their log would be taken for that of the new file.
    """
    lock = WriterLock(book.path, since)
    made = book.path.with_name(f".{book.path.name}.rekeyed")
    try:
        remove(made)  # what a kill left behind
        _copy(book, Book(made, raw_key(passphrase, new_salt())))
        if Path(f"{book.path}-wal").exists():
            raise failures.InUse(path=book.path.name, holder="?")
        made.replace(book.path)
        sync_folder(book.path.parent)
    except OSError as problem:
        raise failures.of_file(problem, book.path) from problem
    finally:
        remove(made)
        lock.release()


def _copy(book: Book, target: Book) -> None:
    source = book.connect()
    try:
        copy_of(source, target)
    except Unsound as problem:
        raise failures.Damaged(path=book.path.name) from problem
    finally:
        source.close()
