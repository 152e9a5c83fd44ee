"""Another passphrase: the old one opens nothing any more, and whatever stops the change, no record is lost."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from workbench.accounts.commands import add_account
from workbench.accounts.queries import ACCOUNTS
from workbench.kernel import failures
from workbench.kernel.clock import clock_at
from workbench.kernel.database import Book
from workbench.opening import Access, new_portfolio, open_portfolio
from workbench.safety.rekey import change_passphrase, is_passphrase

CLOCK = clock_at(date(2026, 3, 10), "Europe/Madrid")
OLD, NEW = "four words that rhyme", "another four words 7"
# stops the process, as a power cut would, at the n-th file that gets its name
KILLED = """
import os, sys
from pathlib import Path
from workbench.kernel.database import Book
from workbench.safety.rekey import change_passphrase
left = int(sys.argv[3])
def watch(event, given):
    global left
    if event == "os.rename":
        left -= 1
        if left == 0:
            os._exit(9)
sys.addaudithook(watch)
change_passphrase(Book(Path(sys.argv[1]), sys.argv[2]), sys.argv[4], "now")
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    workspace = new_portfolio(tmp_path / "secret.portfolio", Access(CLOCK, OLD))
    workspace.do(add_account, "Acme")
    workspace.close()
    return workspace.book


def names(book: Book, passphrase: str) -> int:
    workspace = open_portfolio(book.path, Access(CLOCK, passphrase))
    with workspace.read() as session:
        found = len(ACCOUNTS.keys(session))
    workspace.close()
    return found


def test_the_new_passphrase_opens_everything_and_the_old_one_nothing(book: Book) -> None:
    assert is_passphrase(book, OLD)
    assert not is_passphrase(book, NEW)
    change_passphrase(book, NEW, "now")
    assert names(book, NEW) == 1
    with pytest.raises(failures.WrongPassphrase):
        open_portfolio(book.path, Access(CLOCK, OLD))
    assert [path.name for path in book.path.parent.iterdir()] == [book.path.name]


def test_what_was_done_before_can_still_be_undone(book: Book) -> None:
    change_passphrase(book, NEW, "now")
    workspace = open_portfolio(book.path, Access(CLOCK, NEW))
    workspace.undo()
    with workspace.read() as session:
        assert not ACCOUNTS.keys(session)
    workspace.close()


@pytest.mark.parametrize("step", [1, 2])
def test_killed_in_the_middle_nothing_is_lost_and_it_can_be_done_again(book: Book, step: int) -> None:
    assert book.key
    given = [sys.executable, "-c", KILLED, str(book.path), book.key, str(step), NEW]
    assert subprocess.run(given, check=False).returncode == 9
    assert names(book, OLD) == 1
    change_passphrase(book, NEW, "now")
    assert names(book, NEW) == 1
    left = [path.name for path in book.path.parent.iterdir() if not path.name.endswith("-lock")]
    assert left == [book.path.name]


def test_it_is_refused_while_somebody_has_the_file_open(book: Book) -> None:
    reader = open_portfolio(book.path, Access(CLOCK, OLD))
    with pytest.raises(failures.InUse):
        change_passphrase(book, NEW, "now")
    reader.close()
    assert names(book, OLD) == 1


def test_it_is_refused_while_somebody_looks(book: Book) -> None:
    looking = book.connect()
    looking.execute("PRAGMA journal_mode = WAL")
    looking.execute("SELECT count(*) FROM account").fetchone()
    with pytest.raises(failures.InUse):
        change_passphrase(book, NEW, "now")
    looking.close()
    assert names(book, OLD) == 1
