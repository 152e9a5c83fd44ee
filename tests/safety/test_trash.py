"""An emptied trash leaves nothing of what was in it: not in tables, not in the history, not in the bytes of the file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.support.books import fresh_portfolio
from workbench.accounts.commands import add_account, add_unit, delete_accounts, edit_account
from workbench.accounts.model import Account
from workbench.kernel import drafts, journal
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, open_portfolio
from workbench.safety.trash import TracesLeft, deleted, empty_trash

SECRET = "Quebrantahuesos"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = fresh_portfolio(tmp_path / "my.portfolio", Access(clock_at(date(2026, 3, 10))))
    yield made
    made.close()


def bytes_of(workspace: Workspace) -> bytes:
    folder = workspace.book.path.parent
    return b"".join(path.read_bytes() for path in folder.glob("my.portfolio*") if path.is_file())


@pytest.fixture
def account(workspace: Workspace) -> int:
    key = workspace.do(add_account, f"{SECRET} S. L.", notes=f"All about {SECRET}. " * 400)
    workspace.do(add_unit, key, f"{SECRET} north")
    workspace.do(edit_account, key, notes=f"{SECRET} again")
    with workspace.change("Type") as session:
        drafts.keep(session, drafts.Place("account", key, "notes"), f"{SECRET} half-typed")
    return key


def test_nothing_of_what_was_deleted_is_left_in_the_file(workspace: Workspace, account: int) -> None:
    workspace.do(delete_accounts, [account])
    assert SECRET.encode() in bytes_of(workspace)
    assert empty_trash(workspace) == 2
    workspace.close()
    held = bytes_of(workspace)
    assert SECRET.encode() not in held
    assert SECRET.lower().encode() not in held


def test_what_is_there_stays_with_its_history_and_can_be_undone(workspace: Workspace, account: int) -> None:
    kept = workspace.do(add_account, "Acme")
    workspace.do(edit_account, kept, name="Acme Ltd")
    workspace.do(delete_accounts, [account])
    empty_trash(workspace)
    with workspace.read() as session:
        assert [past.label for past in journal.recent(session)] == ["Edit account", "Add account"]
    workspace.undo()
    with workspace.read() as session:
        assert session.get_one(Account, kept).name == "Acme"


def test_what_came_back_is_no_trash(workspace: Workspace, account: int) -> None:
    workspace.do(delete_accounts, [account])
    workspace.undo()
    assert empty_trash(workspace) == 0
    with workspace.read() as session:
        assert session.get_one(Account, account).name.startswith(SECRET)


def test_a_change_that_touched_both_keeps_what_is_there(workspace: Workspace) -> None:
    with workspace.change("Import") as session:
        gone, kept = Account(name=SECRET), Account(name="Acme")
        session.add_all([gone, kept])
        session.flush()
        ids = gone.id, kept.id
    workspace.do(delete_accounts, [ids[0]])
    empty_trash(workspace)
    workspace.undo()
    with workspace.read() as session:
        assert session.get(Account, ids[1]) is None
        assert session.get(Account, ids[0]) is None


def test_a_window_that_looks_keeps_traces_and_it_says_so_and_the_second_try_takes_them(
    workspace: Workspace, account: int
) -> None:
    looking = open_portfolio(workspace.book.path, Access(workspace.clock, read_only=True))
    with looking.read() as session:
        assert session.get_one(Account, account).name.startswith(SECRET)
        workspace.do(delete_accounts, [account])
        with pytest.raises(TracesLeft):
            empty_trash(workspace)
    looking.close()
    with workspace.read() as session:
        assert deleted(session) == 0
    assert empty_trash(workspace) == 0
    assert SECRET.encode() not in bytes_of(workspace)


def test_what_is_forgotten_is_counted_before_however_old_it_is(workspace: Workspace, account: int) -> None:
    workspace.do(delete_accounts, [account])
    with workspace.read() as session:
        assert deleted(session) == 2
    assert empty_trash(workspace) == 2


def test_the_file_is_sound_and_opens_again(workspace: Workspace, account: int) -> None:
    workspace.do(delete_accounts, [account])
    empty_trash(workspace)
    workspace.close()
    again = open_portfolio(workspace.book.path, Access(workspace.clock))
    with again.read() as session:
        assert session.get(Account, account) is None
    again.close()
