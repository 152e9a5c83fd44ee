"""The file: opening it for writing and for reading, its key, its identity, and what SQLite's errors mean."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from workbench.kernel import failures
from workbench.kernel.folding import fold, number_words

APPLICATION_ID = 0x41574B42  # "AWKB", at byte 68 of the file: how a portfolio is told from other databases
PLAIN_MARK = b"SQLite format 3\0"
SALT_SIZE = 16
PAGE = 4096
PAGES_IN_LOG = 2000  # folding the log into the file takes longer than a save may, so it happens at one save of hundreds
SAFE_SQLITE = (3, 51, 3)  # earlier ones can lose commits when two connections write and checkpoint at once

_OPEN: list["Book"] = []


@dataclass(frozen=True)
class Book:
    """A portfolio file and how to open it: the raw key of an encrypted one, whether it may be written."""

    path: Path
    key: str | None = None
    read_only: bool = False

    def connect(self) -> Any:  # noqa: ANN401 - the driver has no types
        """A connection of the driver itself, in autocommit mode, with the rules every connection keeps."""
        # whoever only looks opens for writing all the same where that is allowed: else SQLite leaves its log behind
        mode = "ro" if self.read_only and not os.access(self.path, os.W_OK) else "rw"
        if self.read_only and not _can_share(self.path):
            mode = "ro&immutable=1"  # no -shm file can be made there, and nobody can write either
        name = f"file:{quote(str(self.path.resolve()))}?mode={mode}"
        connection = dbapi2.connect(name, uri=True, isolation_level=None, check_same_thread=False, timeout=5)
        if self.key:
            # a wrong passphrase is told to the user, not to the terminal
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{self.key}'\"")
        for function in (fold, number_words):
            connection.create_function(function.__name__, 1, function, deterministic=True)
        if self.read_only:
            connection.execute("PRAGMA query_only = ON")
        for statement in ("foreign_keys = ON", "temp_store = MEMORY", "trusted_schema = OFF", "mmap_size = 0"):
            connection.execute(f"PRAGMA {statement}")
        return connection

    @property
    def head(self) -> bytes:
        """The first sixteen bytes of the file."""
        return bytes.fromhex(self.key[-2 * SALT_SIZE :]) if self.key else PLAIN_MARK


def turn_log_on(book: Book) -> None:
    """Make the file keep a write-ahead log, which it remembers; it cannot while somebody reads."""
    connection = book.connect()
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except dbapi2.Error as problem:
        raise failures.explained(problem, book.path) or problem from problem
    finally:
        connection.close()


def writing_engine(book: Book, prepare: Callable[[], Iterable[str]]) -> Engine:
    """The one connection that writes, made when it is first wanted.

    What `prepare` says runs once on it: journal triggers live in its temporary schema.
    """
    engine = _engine(book, "BEGIN IMMEDIATE", size=1)

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: object) -> None:  # noqa: ANN401
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_IN_LOG}")
        for statement in prepare():
            connection.execute(statement)

    return engine


def reading_engine(book: Book) -> Engine:
    """Connections that cannot write, for any thread."""
    engine = _engine(book, "BEGIN", size=4)

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: object) -> None:  # noqa: ANN401
        connection.execute("PRAGMA query_only = ON")

    return engine


def _engine(book: Book, begin: str, size: int) -> Engine:
    engine = create_engine(
        "sqlite://", module=dbapi2, creator=book.connect, poolclass=QueuePool, pool_size=size, max_overflow=size - 1
    )

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Any) -> None:  # noqa: ANN401
        connection.exec_driver_sql(begin)

    @event.listens_for(engine, "handle_error")
    def _on_error(context: Any) -> None:  # noqa: ANN401
        told = failures.explained(context.original_exception, book.path)
        if told:
            raise told from context.original_exception

    return engine


def check_driver() -> None:
    """Refuse to work on a SQLite that can lose commits."""
    if dbapi2.sqlite_version_info < SAFE_SQLITE:
        raise failures.UnsafeSqlite(version=dbapi2.sqlite_version)


def head_of(path: Path) -> bytes:
    """The first sixteen bytes: a mark for a plain file, the salt for an encrypted one."""
    try:
        known = [book.head for book in _OPEN if book.path.exists() and book.path.samefile(path)]
        # reading a file that this process has open would drop SQLite's locks on it
        return known[0] if known else _head_of_closed(path)
    except OSError as problem:
        raise failures.of_file(problem, path) from problem


def hold(book: Book) -> Callable[[], None]:
    """Note that this process has a file open; call the answer when it is closed."""
    _OPEN.append(book)
    return lambda: _OPEN.remove(book) if book in _OPEN else None


def _head_of_closed(path: Path) -> bytes:
    with path.open("rb") as file:
        head = file.read(SALT_SIZE)
        size = os.fstat(file.fileno()).st_size
    if head == PLAIN_MARK and size % PAGE:
        raise failures.Damaged(path=path.name)
    if len(head) < SALT_SIZE or size % PAGE:
        raise failures.NotAPortfolio(path=path.name)
    return head


def _can_share(path: Path) -> bool:
    return os.access(path.parent, os.W_OK) or Path(f"{path}-wal").exists()
