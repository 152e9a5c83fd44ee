"""A check says what it looked at, mends the index and notices what is wrong."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from workbench.accounts.commands import add_account, add_unit, delete_accounts
from workbench.kernel.clock import clock_at
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, new_portfolio, open_portfolio
from workbench.safety.check import check

ACCESS = Access(clock_at(date(2026, 3, 10), "Europe/Madrid"))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_portfolio(tmp_path / "my.portfolio", ACCESS)
    account = workspace.do(add_account, "Acme")
    workspace.do(add_unit, account, "Cold stores")
    workspace.do(delete_accounts, [workspace.do(add_account, "Gone")])
    workspace.undo()
    yield workspace
    workspace.close()


def bend(workspace: Workspace, statement: str) -> None:
    """Change the file behind the journal's back."""
    connection = workspace.book.connect()
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement)
    connection.close()


def complaints(workspace: Workspace) -> list[str]:
    return [line.text.format(**line.values) for line in check(workspace).lines if not line.is_well]


def test_a_sound_portfolio_passes(workspace: Workspace) -> None:
    report = check(workspace)
    assert report.is_well
    assert report.sentence(Words.english()) == (
        "✓ All pages of the file are whole.\n"
        "✓ Every reference points to a record.\n"
        "✓ The journal is complete. Changes in it: 5.\n"
        "✓ The search index knows every record."
    )
    assert json.loads(json.dumps(report.as_json()))["ok"] is True


def test_an_incomplete_search_index_is_made_anew(workspace: Workspace) -> None:
    bend(workspace, "DELETE FROM search_account")
    said = check(workspace).sentence(Words.english())
    assert "✓ The search index lacked records (2) and was made anew. Records in it: 2." in said
    assert "✓ The search index knows every record." in check(workspace).sentence(Words.english())


def test_looking_only_it_says_so_and_mends_nothing(workspace: Workspace, tmp_path: Path) -> None:
    bend(workspace, "DELETE FROM search_account")
    looking = open_portfolio(tmp_path / "my.portfolio", Access(ACCESS.clock, read_only=True))
    assert complaints(looking) == ["Records that the search index lacks: 2."]
    looking.close()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE unit SET account_id = 5", "References that point to nothing: 1."),
        ("DELETE FROM change WHERE id = 1", "Entries of the journal that belong to no change: 1."),
        ("DELETE FROM unit", "Records that are not as the journal left them: 1."),
    ],
)
def test_what_is_wrong_is_told(workspace: Workspace, statement: str, said: str) -> None:
    bend(workspace, statement)
    assert complaints(workspace) == [said]
