"""A file that vanishes while it is open costs one reported change and no silent one."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.kernel.conftest import ACCESS
from workbench.accounts.commands import add_account
from workbench.accounts.model import Account
from workbench.kernel import failures
from workbench.kernel.lock import WriterLock
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, new_portfolio, open_portfolio


def accounts(file: Path, access: Access = ACCESS) -> list[str]:
    workspace = open_portfolio(file, access)
    with workspace.read() as session:
        found = list(session.scalars(select(Account.name).order_by(Account.id)))
    workspace.close()
    return found


def rescue_of(problem: failures.Moved) -> Path:
    return Path(str(problem.values["rescue"]))


def swap(file: Path) -> None:
    """What a sync client does: another database takes the place of the file."""
    other = file.with_name("other")
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE other(x)")
    connection.close()
    other.replace(file)


FAULTS = {
    "deleted": Path.unlink,
    "renamed": lambda file: file.rename(file.with_name("elsewhere")),
    "replaced": swap,
    "its folder renamed": lambda file: file.parent.rename(file.parent.with_name("other folder")),
    "its log deleted": lambda file: Path(f"{file}-wal").unlink(),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
@pytest.mark.parametrize("passphrase", [None, "open sesame"], ids=["plain", "encrypted"])
def test_the_next_change_is_refused_and_everything_is_in_the_rescue_copy(file: Path, fault, passphrase) -> None:
    access = Access(ACCESS.clock, passphrase)
    workspace = new_portfolio(file, access)
    workspace.do(add_account, "Before")
    fault(file)
    with pytest.raises(failures.Moved) as first:
        workspace.do(add_account, "After")
    with pytest.raises(failures.Moved) as second:
        workspace.do(add_account, "Refused")
    assert rescue_of(first.value) == rescue_of(second.value)
    with workspace.read() as session:
        assert len(session.scalars(select(Account)).all()) == 2
    workspace.close()
    assert accounts(rescue_of(first.value), access) == ["Before", "After"]


def test_a_file_that_took_the_place_is_not_mixed_with_our_log(workspace: Workspace, file: Path) -> None:
    workspace.do(add_account, "Before")
    swap(file)
    with pytest.raises(failures.Moved):
        workspace.do(add_account, "After")
    workspace.close()
    assert not Path(f"{file}-wal").exists()
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM other").fetchone() == (0,)
    connection.close()


def test_a_file_that_was_cut_is_not_called_saved(workspace: Workspace, file: Path) -> None:
    workspace.do(add_account, "Before")
    with file.open("r+b") as damaged:
        damaged.truncate(4096)
    with pytest.raises(failures.Lost):
        workspace.do(add_account, "After")
    with pytest.raises(failures.Lost):
        workspace.do(add_account, "Again")


def test_the_same_file_looked_at_twice_in_one_process_keeps_its_locks(workspace: Workspace, file: Path) -> None:
    workspace.do(add_account, "Before")
    looking = open_portfolio(file, Access(ACCESS.clock, read_only=True))
    shutil.copy(file, file.with_name("held"))  # what would drop the locks is told apart from what we do
    looking.close()
    workspace.do(add_account, "After")
    assert Path(f"{file}-wal").exists()


def test_a_second_writer_is_told_who_holds_the_file(workspace: Workspace, file: Path) -> None:
    with pytest.raises(failures.InUse, match=r"@.*\(\d+\) 2026-03-10 06:40 UTC"):
        open_portfolio(file, ACCESS)
    workspace.do(add_account, "Still ours")


def test_a_lock_left_behind_stops_nobody(file: Path) -> None:
    file.parent.mkdir()
    Path(f"{file}-lock").write_text("somebody@elsewhere (1)")
    WriterLock(file, "now").release()
    assert not Path(f"{file}-lock").exists()


def test_releasing_twice_takes_nobody_else_s_lock(file: Path) -> None:
    file.parent.mkdir()
    first = WriterLock(file, "then")
    first.release()
    second = WriterLock(file, "now")
    first.release()
    with pytest.raises(failures.InUse):
        WriterLock(file, "later")
    second.release()
