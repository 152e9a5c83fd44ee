"""What cannot be opened: one clear sentence, and not a byte changed."""

import os
import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.kernel.conftest import ACCESS
from workbench.accounts.commands import add_account
from workbench.kernel import failures
from workbench.kernel.database import PAGE, SAFE_SQLITE, check_driver
from workbench.kernel.errors import UserError
from workbench.kernel.settings import ROLE, change_setting
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, is_encrypted, new_portfolio, open_portfolio

PASSPHRASE = "correct horse battery staple"
LOOK = Access(ACCESS.clock, read_only=True)


@pytest.fixture(params=[None, PASSPHRASE], ids=["plain", "encrypted"])
def access(request: pytest.FixtureRequest) -> Access:
    return Access(ACCESS.clock, request.param)


@pytest.fixture
def closed(file: Path, access: Access) -> Path:
    workspace = new_portfolio(file, access)
    for n in range(50):
        workspace.do(add_account, f"Company {n}", notes="x" * 500)
    workspace.close()
    return file


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def refused(file: Path, access: Access, expected: type[UserError]) -> str:
    """The sentence it was refused with; the folder stays as it was."""
    before = files(file.parent)
    with pytest.raises(expected) as problem:
        open_portfolio(file, access)
    assert files(file.parent) == before
    assert "{" not in problem.value.sentence(Words.of("es"))
    return str(problem.value)


def test_the_driver_is_one_that_keeps_what_it_acknowledged() -> None:
    check_driver()
    assert dbapi2.sqlite_version_info >= SAFE_SQLITE


def test_a_file_says_whether_it_is_encrypted(closed: Path, access: Access) -> None:
    assert is_encrypted(closed) is bool(access.passphrase)
    assert (b"Company 7" in closed.read_bytes()) is not bool(access.passphrase)
    assert closed.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("wrong", ["", "correct horse", PASSPHRASE + " ", PASSPHRASE.upper()])
def test_a_wrong_passphrase_changes_nothing(file: Path, wrong: str) -> None:
    new_portfolio(file, Access(ACCESS.clock, PASSPHRASE)).close()
    refused(file, Access(ACCESS.clock, wrong), failures.WrongPassphrase if wrong else failures.NeedsPassphrase)
    open_portfolio(file, Access(ACCESS.clock, PASSPHRASE)).close()


def foreign_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE account(name)")
    connection.commit()
    connection.close()


NOT_OURS = {
    "empty": lambda path: path.write_bytes(b""),
    "a text": lambda path: path.write_text("Name;City\nAcme;Zaragoza\n"),
    "another database": foreign_database,
    "a short one": lambda path: path.write_bytes(b"SQLite"),
}


@pytest.mark.parametrize("make", NOT_OURS.values(), ids=NOT_OURS.keys())
def test_something_else_is_no_portfolio(file: Path, make) -> None:
    file.parent.mkdir()
    make(file)
    for access in (ACCESS, LOOK):
        assert refused(file, access, failures.NotAPortfolio).startswith("my.portfolio is not a portfolio.")


def test_a_page_of_noise_is_no_portfolio_either(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(random.Random(1).randbytes(2 * PAGE))
    refused(file, ACCESS, failures.NeedsPassphrase)
    refused(file, Access(ACCESS.clock, "guess"), failures.WrongPassphrase)


def test_what_is_not_there_or_is_a_folder_cannot_be_opened(file: Path) -> None:
    file.parent.mkdir()
    refused(file, ACCESS, failures.NoSuchFile)
    with pytest.raises(failures.CannotRead, match="directory"):
        open_portfolio(file.parent, ACCESS)


def test_a_newer_portfolio_is_left_to_the_newer_program(closed: Path, access: Access) -> None:
    workspace = open_portfolio(closed, access)
    with workspace.change("From the future") as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    workspace.close()
    refused(closed, access, failures.NewerPortfolio)


@pytest.mark.parametrize(
    "trap",
    [
        "CREATE TRIGGER trap AFTER UPDATE ON account BEGIN DELETE FROM account; END",
        "CREATE VIEW trap AS SELECT load_extension('trap.so')",
    ],
    ids=["trigger", "view"],
)
def test_a_portfolio_that_a_stranger_prepared_is_refused(closed: Path, access: Access, trap: str) -> None:
    workspace = open_portfolio(closed, access)
    with workspace.change("Prepare") as session:
        session.connection().exec_driver_sql(trap)
    workspace.close()
    refused(closed, access, failures.NotAPortfolio)


def damages(content: bytes) -> Iterator[bytes]:
    """Five kinds of damage, some of each."""
    some = random.Random(7)
    pages = len(content) // PAGE
    for _ in range(3):
        page = some.randrange(1, pages) * PAGE
        yield content[:page] + bytes(PAGE) + content[page + PAGE :]
        yield content[:page] + some.randbytes(PAGE) + content[page + PAGE :]
        yield content[:page]
        yield content[: page + some.randrange(1, PAGE)]
        other = some.randrange(1, pages) * PAGE
        if content[page : page + PAGE] != content[other : other + PAGE]:
            swapped = bytearray(content)
            swapped[page : page + PAGE], swapped[other : other + PAGE] = (
                content[other : other + PAGE],
                content[page : page + PAGE],
            )
            yield bytes(swapped)


def test_a_damaged_file_is_noticed_and_never_written(closed: Path, access: Access) -> None:
    whole = closed.read_bytes()
    for damaged in damages(whole):
        closed.write_bytes(damaged)
        with pytest.raises((failures.Damaged, failures.NotAPortfolio, failures.WrongPassphrase)):
            open_portfolio(closed, access).close()
        assert closed.read_bytes() == damaged
    closed.write_bytes(whole)
    open_portfolio(closed, access).close()


def test_a_damaged_file_is_refused_before_the_window_shows_it_and_never_written(closed: Path, access: Access) -> None:
    whole, looking = closed.read_bytes(), replace(access, is_first_look=True)
    for damaged in damages(whole):
        closed.write_bytes(damaged)
        with pytest.raises((failures.Damaged, failures.NotAPortfolio, failures.WrongPassphrase)):
            sure_of(open_portfolio(closed, looking))
        assert closed.read_bytes() == damaged
    closed.write_bytes(whole)
    sure_of(open_portfolio(closed, looking))


def test_nothing_is_changed_in_a_file_that_was_found_damaged(closed: Path, access: Access) -> None:
    whole, looking = closed.read_bytes(), replace(access, is_first_look=True)
    damaged = next(each for each in damages(whole) if _opens(closed, each, looking))
    workspace = open_portfolio(closed, looking)
    with pytest.raises(failures.Damaged):
        workspace.do(change_setting, ROLE, "kam")
    workspace.close()
    assert closed.read_bytes() == damaged


def sure_of(workspace: Workspace) -> None:
    try:
        workspace.make_sure()
    finally:
        workspace.close()


def _opens(file: Path, content: bytes, access: Access) -> bool:
    file.write_bytes(content)
    try:
        open_portfolio(file, access).close()
    except UserError:
        return False
    return True


def test_a_flipped_bit_in_an_encrypted_file_is_noticed(file: Path) -> None:
    access = Access(ACCESS.clock, PASSPHRASE)
    new_portfolio(file, access).close()
    whole, some = file.read_bytes(), random.Random(3)
    for _ in range(8):
        damaged = bytearray(whole)
        damaged[some.randrange(16, len(whole))] ^= 1 << some.randrange(8)
        file.write_bytes(damaged)
        with pytest.raises((failures.Damaged, failures.WrongPassphrase, failures.NotAPortfolio)):
            open_portfolio(file, access).close()


def test_a_new_portfolio_never_takes_the_place_of_a_file(closed: Path, access: Access) -> None:
    before = files(closed.parent)
    with pytest.raises(failures.AlreadyThere):
        new_portfolio(closed, access)
    assert files(closed.parent) == before


@pytest.mark.parametrize("below", ["file/my.portfolio", "locked/my.portfolio"])
def test_a_new_portfolio_where_none_can_be_made(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("no folder")
    (tmp_path / "locked").mkdir(mode=0o500)
    if below.startswith("locked") and os.access(tmp_path / "locked", os.W_OK):
        pytest.skip("this user may write everywhere")
    with pytest.raises(UserError):
        new_portfolio(tmp_path / below, ACCESS)


def test_looking_only_changes_nothing(closed: Path, access: Access) -> None:
    before = closed.read_bytes()
    workspace = open_portfolio(closed, Access(ACCESS.clock, access.passphrase, read_only=True))
    with pytest.raises(failures.ReadOnly):
        workspace.do(add_account, "Refused")
    with pytest.raises(failures.ReadOnly):
        workspace.undo()
    workspace.close()
    assert closed.read_bytes() == before
    assert sorted(path.name for path in closed.parent.iterdir()) == [closed.name]
