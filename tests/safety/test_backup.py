"""Backups are whole and checked, never replace anything, and thin out with age."""

import random
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from workbench.accounts.commands import add_account
from workbench.accounts.model import Account
from workbench.kernel import failures
from workbench.kernel.clock import Clock, clock_at
from workbench.kernel.database import PAGE
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, new_portfolio, open_portfolio
from workbench.safety.backup import CannotBackUp, back_up, backup_folder, before_first_change, restore, rotate

CLOCK = clock_at(date(2026, 3, 10), "Europe/Madrid")


@pytest.fixture(params=[None, "open sesame"], ids=["plain", "encrypted"])
def access(request: pytest.FixtureRequest) -> Access:
    return Access(CLOCK, request.param)


@pytest.fixture
def workspace(tmp_path: Path, access: Access) -> Iterator[Workspace]:
    workspace = new_portfolio(tmp_path / "my.book.portfolio", access)
    for n in range(30):
        workspace.do(add_account, f"Company {n}")
    yield workspace
    workspace.close()


def accounts(file: Path, access: Access) -> int:
    workspace = open_portfolio(file, Access(access.clock, access.passphrase, read_only=True))
    with workspace.read() as session:
        found = len(session.scalars(select(Account.id)).all())
    workspace.close()
    return found


def test_a_backup_is_the_whole_portfolio_in_one_file(workspace: Workspace, access: Access, tmp_path: Path) -> None:
    made = back_up(workspace.book, tmp_path / "stick", CLOCK)
    assert made.name == "my.book 2026-03-10 064000.portfolio"
    assert [path.name for path in made.parent.iterdir()] == [made.name]
    assert made.stat().st_mode & 0o077 == 0
    assert (b"Company 7" in made.read_bytes()) is not bool(access.passphrase)
    workspace.do(add_account, "Later")
    assert accounts(made, access) == 30
    assert [path.name for path in made.parent.iterdir()] == [made.name]


def test_two_backups_within_a_second_are_two_files(workspace: Workspace, tmp_path: Path) -> None:
    made = {back_up(workspace.book, tmp_path / "stick", CLOCK) for _ in range(3)}
    assert len(made) == len(list((tmp_path / "stick").iterdir())) == 3


def test_restoring_makes_a_portfolio_that_can_be_worked_on(
    workspace: Workspace, access: Access, tmp_path: Path
) -> None:
    made = back_up(workspace.book, tmp_path / "stick", CLOCK)
    restore(made, tmp_path / "new folder" / "again.portfolio", workspace.book.key)
    again = open_portfolio(tmp_path / "new folder" / "again.portfolio", access)
    again.undo()
    again.do(add_account, "Later")
    again.close()
    assert accounts(tmp_path / "new folder" / "again.portfolio", access) == 30


def test_restoring_never_takes_the_place_of_a_file(workspace: Workspace, tmp_path: Path) -> None:
    made = back_up(workspace.book, tmp_path / "stick", CLOCK)
    (tmp_path / "there").write_text("precious")
    with pytest.raises(failures.AlreadyThere):
        restore(made, tmp_path / "there", workspace.book.key)
    assert (tmp_path / "there").read_text() == "precious"


def test_a_damaged_backup_is_not_restored(workspace: Workspace, tmp_path: Path) -> None:
    made = back_up(workspace.book, tmp_path / "stick", CLOCK)
    content = bytearray(made.read_bytes())
    content[5 * PAGE : 6 * PAGE] = random.Random(1).randbytes(PAGE)
    made.write_bytes(content)
    with pytest.raises((failures.Damaged, failures.NotAPortfolio)):
        restore(made, tmp_path / "again.portfolio", workspace.book.key)
    assert not (tmp_path / "again.portfolio").exists()


def test_a_backup_of_something_else_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.portfolio") as other:
        other.execute("CREATE TABLE account(name)")
    other.close()
    with pytest.raises((failures.Damaged, failures.NotAPortfolio)):
        restore(tmp_path / "other.portfolio", tmp_path / "again.portfolio", None)
    assert not (tmp_path / "again.portfolio").exists()


def test_a_folder_that_is_a_file_is_told(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("no folder")
    with pytest.raises(CannotBackUp, match="There is no place for backups"):
        back_up(workspace.book, tmp_path / "stick", CLOCK)


def test_the_first_change_of_a_day_is_preceded_by_a_backup(tmp_path: Path) -> None:
    file = tmp_path / "my.portfolio"
    for day in (10, 10, 11):
        access = Access(clock_at(date(2026, 3, day), "Europe/Madrid"))
        workspace = open_portfolio(file, access) if file.exists() else new_portfolio(file, access)
        workspace.do(add_account, "One more")
        workspace.do(add_account, "And one more")
        workspace.close()
    made = sorted(backup_folder(file).iterdir())
    # a portfolio in which nothing ever happened needs none
    assert [(path.name, accounts(path, access)) for path in made] == [
        ("my 2026-03-10 064000.portfolio", 2),
        ("my 2026-03-11 064000.portfolio", 4),
    ]


def test_no_place_for_backups_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "file"))
    (tmp_path / "file").write_text("no folder")
    workspace = new_portfolio(tmp_path / "my.portfolio", Access(CLOCK))
    workspace.do(add_account, "Acme")
    assert before_first_change(workspace.book, CLOCK) is None
    workspace.do(add_account, "Zenith")
    workspace.close()


def test_a_clock_that_once_ran_ahead_does_not_stop_backups(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    back_up(workspace.book, folder, clock_at(date(2027, 4, 14), "UTC"))
    assert before_first_change(workspace.book, CLOCK, folder)
    assert before_first_change(workspace.book, CLOCK, folder) is None


def test_old_backups_thin_out(tmp_path: Path) -> None:
    first = datetime(2025, 1, 1, 8, tzinfo=UTC)
    for day in range(500):
        (tmp_path / f"my {first + timedelta(day):%Y-%m-%d %H%M%S}.portfolio").touch()
    (tmp_path / "my notes.portfolio").touch()
    (tmp_path / "other 2025-01-01 080000.portfolio").touch()
    rotate(tmp_path, "my")
    kept = sorted(path.name[3:13] for path in tmp_path.glob("my 20*"))
    last = first + timedelta(499)
    assert kept[-7:] == [f"{last - timedelta(days):%Y-%m-%d}" for days in reversed(range(7))]
    assert len(kept) <= 7 + 4 + 12
    assert kept[0] < "2025-07"
    assert (tmp_path / "my notes.portfolio").exists()
    assert (tmp_path / "other 2025-01-01 080000.portfolio").exists()


def test_the_newest_backup_stays_even_when_the_clock_was_set_back(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    for day in range(1, 31):
        (folder / f"my.book 2026-04-{day:02d} 080000.portfolio").touch()
    back = Clock("UTC", datetime(2020, 1, 1, tzinfo=UTC))
    made = before_first_change(workspace.book, back, folder)
    assert made
    assert made.exists()
