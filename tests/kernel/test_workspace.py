"""Changes are whole, told after they are saved, and never written by a reader."""

import threading

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from workbench.accounts.commands import add_account, edit_account
from workbench.accounts.model import Account
from workbench.kernel import journal
from workbench.kernel.command import command
from workbench.kernel.journal import Change
from workbench.kernel.workspace import Workspace


def test_a_change_that_fails_leaves_nothing(workspace: Workspace) -> None:
    told: list[Change] = []
    workspace.subscribe(told.append)

    @command("Half")
    def half(session: Session) -> None:
        add_account.body(session, "Acme")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        workspace.do(half)
    with workspace.read() as session:
        assert session.scalars(select(Account)).all() == []
        assert journal.recent(session) == []
    assert told == []


def test_listeners_hear_which_records_were_touched(workspace: Workspace) -> None:
    told: list[Change] = []
    workspace.subscribe(told.append)
    account = workspace.do(add_account, "Acme")
    workspace.do(edit_account, account, name="Acme")
    assert [(change.label, change.rows) for change in told] == [("Add account", {"account": frozenset({account})})]
    assert told[0].ids("account") == {account}
    assert told[0].ids("unit") == frozenset()


def test_a_reader_cannot_write(workspace: Workspace) -> None:
    with workspace.read() as session, pytest.raises(Exception, match="can only be read"):
        session.execute(text("DELETE FROM account"))


def test_every_connection_keeps_the_rules(workspace: Workspace) -> None:
    asked = ("foreign_keys", "journal_mode", "trusted_schema", "temp_store", "mmap_size")
    with workspace.read() as session:
        assert [session.scalar(text(f"PRAGMA {name}")) for name in asked] == [1, "wal", 0, 2, 0]
    with workspace.change("Look") as session:
        assert [session.scalar(text(f"PRAGMA {name}")) for name in asked] == [1, "wal", 0, 2, 0]
        assert session.scalar(text("PRAGMA synchronous")) == 2


def test_changes_from_several_threads_follow_each_other(workspace: Workspace) -> None:
    def add(some: int) -> None:
        for n in range(10):
            workspace.do(add_account, f"Company {some}-{n}")

    threads = [threading.Thread(target=add, args=(some,)) for some in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with workspace.read() as session:
        assert len(session.scalars(select(Account.id)).all()) == 40
        assert len(journal.recent(session)) == 40


def test_the_history_of_a_record_holds_old_and_new_values(workspace: Workspace) -> None:
    account = workspace.do(add_account, "Acme", sector="Food")
    workspace.do(edit_account, account, sector="Steel")
    with workspace.read() as session:
        edits = journal.history(session, "account", account)
    assert [(edit.verb.name, edit.attribute, edit.old, edit.new) for edit in edits] == [
        ("UPDATE", "sector", "Food", "Steel"),
        ("INSERT", None, None, None),
    ]


def test_what_changed_since_a_mark_is_known(workspace: Workspace) -> None:
    account = workspace.do(add_account, "Acme")
    with workspace.read() as session:
        mark = journal.mark(session)
    workspace.do(edit_account, account, sector="Steel", tags="big")
    with workspace.read() as session:
        assert journal.changed_since(session, mark, "account") == {account: {"sector", "tags"}}


def test_our_own_mistakes_are_not_told_as_the_user_s(workspace: Workspace) -> None:
    with pytest.raises(OperationalError, match="no such table"), workspace.read() as session:
        session.execute(text("SELECT * FROM nowhere"))
