"""Opening a portfolio: lock, check, bring up to date, then the workspace; for the window and the command line."""

import getpass
import os
import socket
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from sqlalchemy import MetaData

from workbench.kernel import failures, migrate
from workbench.kernel.clock import Clock
from workbench.kernel.database import PLAIN_MARK, Book, check_driver, head_of
from workbench.kernel.journal import Author
from workbench.kernel.lock import WriterLock
from workbench.kernel.passphrase import new_salt, raw_key
from workbench.kernel.workspace import Workspace
from workbench.safety.backup import Daily
from workbench.safety.soundness import Checkup
from workbench.search import index


@dataclass(frozen=True)
class Access:
    """How to open a portfolio: its passphrase if it has one, whether to look only, whose time it is.

    With `is_first_look` only the first page is read before `get_ready` is called: the other tables are mapped then. The
    file is checked meanwhile, and `make_sure` says what was found.
    """

    clock: Clock
    passphrase: str | None = None
    read_only: bool = False
    is_first_look: bool = False


def all_tables() -> MetaData:
    """Every slice's tables; mapping them is for the first change, and not for the first look."""
    metadata = import_module("workbench.models").METADATA
    assert isinstance(metadata, MetaData)
    return metadata


def is_encrypted(path: Path) -> bool:
    """Whether a closed file needs a passphrase; NotAPortfolio for something else."""
    return head_of(path) != PLAIN_MARK


def open_portfolio(path: Path, access: Access) -> Workspace:
    """The workspace of an existing portfolio; a UserError says why it cannot be opened, and leaves it as it is."""
    check_driver()
    if not access.is_first_look:
        all_tables()
    path = path.expanduser()
    head = head_of(path)
    book = Book(path, _key(path, head, access.passphrase), access.read_only or not os.access(path, os.W_OK))
    lock = None if book.read_only else WriterLock(path, access.clock.now().strftime("%Y-%m-%d %H:%M UTC"))
    try:
        if book.read_only:
            migrate.refuse_other_versions(book)
        else:
            migrate.bring_up_to_date(book)
        checkup = Checkup(book)
        if not access.is_first_look:
            checkup.verdict()
        workspace = Workspace(book, all_tables, _author(), access.clock, keepers=(index.keep,))
    except BaseException:
        if lock:
            lock.release()
        raise
    workspace.doubt(checkup)
    workspace.when_closed(checkup.join)
    if lock:
        workspace.when_closed(lock.release)
        workspace.before_changes(Daily(book, access.clock))
    return workspace


def new_portfolio(path: Path, access: Access) -> Workspace:
    """A new, empty portfolio, encrypted when there is a passphrase; AlreadyThere if the file exists."""
    check_driver()
    path = path.expanduser()
    key = raw_key(access.passphrase, new_salt()) if access.passphrase else None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        migrate.create(Book(path, key), all_tables(), index.TABLES)
    except FileExistsError as problem:
        raise failures.AlreadyThere(path=path.name) from problem
    except OSError as problem:
        raise failures.of_file(problem, path) from problem
    return open_portfolio(path, access)


def _key(path: Path, head: bytes, passphrase: str | None) -> str | None:
    if head == PLAIN_MARK:
        return None
    if not passphrase:
        raise failures.NeedsPassphrase(path=path.name)
    return raw_key(passphrase, head)


def _author() -> Author:
    try:
        name = getpass.getuser()
    except (KeyError, OSError):
        name = str(os.getuid())
    return Author(name, socket.gethostname())
