"""A portfolio that the first release made: it opens with everything in it, and its changes can still be undone."""

import re
from pathlib import Path

import pytest

from tests.kernel.conftest import ACCESS
from tests.support.dump import found_texts
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
    take_back(Book(file), "0001", tmp_path)
    return file


def take_back(book: Book, version: str, folder: Path) -> None:
    """Give a file the tables, columns and indexes that it had then; what is newer goes, the rest stays in it."""
    truly = Book(folder / f"truly {version}")
    migrate.make_empty(truly)
    migrate.upgrade(truly, version)
    _take_back(book, version, declared(truly))
    assert schema(book) == schema(truly)


def _take_back(book: Book, version: str, then: dict[str, tuple[str, str]]) -> None:
    now = declared(book)
    with migrate.transaction(book) as session:
        run = session.exec_driver_sql
        for name, (kind, _sql) in now.items():
            # the tables of a search index go with it
            is_part = any(
                name != other and name.startswith(f"{other}_") for other in now if other.startswith("search_")
            )
            if name not in then and kind == "table" and not is_part:
                run(f"DROP TABLE {name}")
        for name, (kind, sql) in then.items():
            if kind == "table" and words_of(sql) != words_of(now[name][1]):
                run(sql.replace(f"CREATE TABLE {name}", "CREATE TABLE then_", 1))
                kept = ", ".join(row[1] for row in run("PRAGMA table_info(then_)"))
                run(f"INSERT INTO then_ ({kept}) SELECT {kept} FROM {name}")
                run(f"DROP TABLE {name}")
                run(f"ALTER TABLE then_ RENAME TO {name}")
        indexes = {row[0] for row in run("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")}
        for name in indexes - {*then}:
            run(f"DROP INDEX {name}")
        for name, (kind, sql) in then.items():
            if kind == "index" and name not in indexes:
                run(sql)
        run(
            "DELETE FROM cell WHERE attribute IS NOT NULL AND attribute NOT IN"
            " (SELECT name FROM pragma_table_info(cell.entity))"
        )
        run(f"UPDATE alembic_version SET version_num = '{version}'")


def declared(book: Book) -> dict[str, tuple[str, str]]:
    """What a file consists of: its kind and how it was declared, by name."""
    connection = book.connect()
    rows = connection.execute(
        "SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name != 'alembic_version'"
        " AND type IN ('table', 'index')"
    ).fetchall()
    connection.close()
    return {name: (kind, sql) for name, kind, sql in rows}


def schema(book: Book) -> dict[str, set[str]]:
    """The tables and their columns as they were declared, wherever the lines break."""
    return {name: words_of(sql) for name, (_kind, sql) in declared(book).items()}


def words_of(sql: str) -> set[str]:
    """The parts of a declaration, wherever its lines break."""
    return {re.sub(r"\s+", " ", part).strip(" ()") for part in re.split(r",|\(", sql.replace('"', ""))}


def titles(workspace: Workspace) -> set[str]:
    with workspace.read() as session:
        return {row[0] for row in session.connection().exec_driver_sql("SELECT title FROM action_item")}


def captured(workspace: Workspace) -> set[str | None]:
    with workspace.read() as session:
        return {row[0] for row in session.connection().exec_driver_sql("SELECT captured FROM action_item")}


def test_it_opens_with_everything_and_a_copy_stays(first: Path) -> None:
    before = first.read_bytes()
    workspace = open_portfolio(first, ACCESS)
    assert titles(workspace) == {"Send the second offer"}
    assert captured(workspace) == {None}
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
    assert captured(workspace) == {None, "ask Ana +3"}
    workspace.close()
