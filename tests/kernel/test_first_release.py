"""A portfolio that the first release made: it opens with everything in it, and its changes can still be undone."""

import re
from pathlib import Path

import pytest

from tests.kernel.conftest import ACCESS
from tests.support.dump import dump, found_texts
from workbench.accounts.commands import add_account
from workbench.action_items.commands import add_action, delete_actions, edit_action, file_captures
from workbench.kernel import migrate
from workbench.kernel.database import Book
from workbench.kernel.workspace import Workspace
from workbench.opening import new_portfolio, open_portfolio


@pytest.fixture
def first(file: Path, tmp_path: Path) -> Path:
    """A file as the first release left it: with actions, one that was edited, and one that was deleted last."""
    workspace = new_portfolio(file, ACCESS)
    account = workspace.do(add_account, "Ávila Textil")
    kept = workspace.do(add_action, "Send the offer", account_id=account)
    gone = workspace.do(add_action, "Ask about the ramp", account_id=account)
    workspace.do(edit_action, kept, title="Send the second offer")
    workspace.do(delete_actions, [gone])
    workspace.close()
    book = Book(file)
    with migrate.transaction(book) as session:
        for index in ("action_item_captured", "meeting_rule", "meeting_end_day"):
            session.exec_driver_sql(f"DROP INDEX ix_{index}")
        session.exec_driver_sql("ALTER TABLE action_item DROP COLUMN captured")
        session.exec_driver_sql("DELETE FROM cell WHERE attribute = 'captured'")
        session.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    truly = Book(tmp_path / "truly first")
    migrate.make_empty(truly)
    migrate.upgrade(truly, "0001")
    assert schema(book) == schema(truly)
    return file


def schema(book: Book) -> dict[str, set[str]]:
    """The tables and their columns as they were declared, wherever the lines break."""
    connection = book.connect()
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name != 'alembic_version'"
    ).fetchall()
    connection.close()
    return {name: {re.sub(r"\s+", " ", part).strip(" ()") for part in re.split(r",|\(", sql)} for name, sql in rows}


def titles(workspace: Workspace) -> set[str]:
    with workspace.read() as session:
        return {row[0] for row in session.connection().exec_driver_sql("SELECT title FROM action_item")}


def test_it_opens_with_everything_and_a_copy_stays(first: Path) -> None:
    before = first.read_bytes()
    workspace = open_portfolio(first, ACCESS)
    assert titles(workspace) == {"Send the second offer"}
    assert [row[-1] for row in dump(workspace)["action_item"]] == [None]
    assert len(found_texts(workspace)) >= 2
    workspace.close()
    assert (first.parent / "my (version 0001).portfolio").read_bytes() == before


def test_what_was_done_before_can_be_undone_and_redone(first: Path) -> None:
    workspace = open_portfolio(first, ACCESS)
    assert workspace.undo().label == "Delete actions"
    assert titles(workspace) == {"Send the second offer", "Ask about the ramp"}
    workspace.undo()
    assert titles(workspace) == {"Send the offer", "Ask about the ramp"}
    workspace.redo()
    workspace.redo()
    assert titles(workspace) == {"Send the second offer"}
    workspace.close()


def test_what_is_new_works_there_and_is_undone(first: Path) -> None:
    workspace = open_portfolio(first, ACCESS)
    waiting = workspace.do(add_action, "Ask Ana", captured="ask Ana +3")
    workspace.do(file_captures, [waiting])
    workspace.undo()
    sentences = {row[-1] for row in dump(workspace)["action_item"]}
    assert sentences == {None, "ask Ana +3"}
    workspace.close()
