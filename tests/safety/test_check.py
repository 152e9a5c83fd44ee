"""A check says what it looked at, mends the index and notices what is wrong."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.support.books import fresh_portfolio
from workbench.accounts.commands import add_account, add_unit, delete_accounts
from workbench.accounts.model import Account
from workbench.kam.model import Letter
from workbench.kam.raci.commands import set_letter
from workbench.kam.raci.views import Place, Work
from workbench.kam.requests.commands import ask_department
from workbench.kam.workstreams.commands import add_workstream
from workbench.kernel.clock import clock_at
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, open_portfolio
from workbench.portfolio.model import Scheme
from workbench.portfolio.scores.commands import add_criterion, rate
from workbench.safety.check import check
from workbench.team.commands import add_department, add_member
from workbench.team.growing.commands import add_skill, set_level

ACCESS = Access(clock_at(date(2026, 3, 10), "Europe/Madrid"))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = fresh_portfolio(tmp_path / "my.portfolio", ACCESS)
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
        "✓ Letters, requests, criteria, ratings and skills keep their rules.\n"
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


@pytest.fixture
def cockpit(workspace: Workspace) -> Workspace:
    """A workstream with an A and an R, a request, a criterion with a rating, a skill with a level."""
    with workspace.read() as session:
        acme = session.scalars(select(Account.id).where(Account.name == "Acme")).one()
    sales, legal = (workspace.do(add_department, name, name[:3]) for name in ("Sales", "Legal"))
    stream = workspace.do(add_workstream, acme, "Terms")
    workspace.do(set_letter, Place(Work.WORKSTREAM, stream, sales), Letter.ACCOUNTABLE)
    workspace.do(set_letter, Place(Work.WORKSTREAM, stream, legal), Letter.RESPONSIBLE)
    workspace.do(ask_department, legal, "Credit note", date(2026, 3, 10), account_id=acme)
    criterion = workspace.do(add_criterion, Scheme.SELECTION, "Brand", weight=25.0)
    workspace.do(rate, acme, criterion, date(2026, 3, 10), value=4)
    skill, member = workspace.do(add_skill, "Negotiation"), workspace.do(add_member, "Marta Ibáñez")
    workspace.do(set_level, member, skill, current=2)
    return workspace


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE raci SET letter = 'A'",
            "Work with more than one accountable (A): Terms. N in the RACI grid goes there.",
        ),
        (
            "UPDATE raci SET department_id = (SELECT min(id) FROM department)",
            "One department has two letters for the same work: Terms. Type one of them again.",
        ),
        (
            "UPDATE request SET department_id = 5",
            "Requests whose department or account is gone: Credit note. Delete them, or ask again.",
        ),
        (
            "UPDATE criterion SET weight = 0",
            "Criteria that weigh nothing: Brand. Give them a weight in the portfolio.",
        ),
        ("UPDATE rating SET value = 9", "Ratings that are not from 0 to 5: Acme · Brand. Rate them again."),
        ("UPDATE skill_level SET current = 7", "Skill levels that are not from 0 to 4: Negotiation. Set them again."),
    ],
)
def test_what_breaks_a_rule_of_the_cockpit_is_named_and_is_no_damage(
    cockpit: Workspace, statement: str, said: str
) -> None:
    assert [line for line in check(cockpit).lines if line.is_odd] == []
    bend(cockpit, statement)
    report = check(cockpit)
    assert [line.text.format(**line.values) for line in report.lines if line.is_odd] == [said]
    assert f"? {said}" in report.sentence(Words.english())
    # a reference into nothing is damage besides
    assert report.is_well == ("= 5" not in statement)


def test_a_value_that_is_in_no_list_is_damage(cockpit: Workspace) -> None:
    bend(cockpit, "UPDATE raci SET letter = 'X'")
    assert complaints(cockpit) == ["Values that are in no list: 2. Restore a backup."]
