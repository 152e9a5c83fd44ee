"""What changes are about is read for many at once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.support.books import fresh_portfolio
from workbench.accounts.commands import add_account, add_unit, delete_accounts, edit_account
from workbench.contacts.commands import add_person, add_role, delete_people, delete_roles
from workbench.kernel import journal
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.opening import Access
from workbench.portfolio.places import about, abouts

MANY = 300


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = fresh_portfolio(tmp_path / "x.portfolio", Access(clock_at(date(2026, 3, 10))))
    yield made
    made.close()


@pytest.fixture
def statements(workspace: Workspace) -> list[str]:
    """What was asked of the file, from now on."""
    asked: list[str] = []
    with workspace.read() as session:
        event.listen(session.get_bind(), "before_cursor_execute", lambda *given: asked.append(given[2]))
    return asked


def test_all_names_are_read_in_a_handful_of_queries(workspace: Workspace, statements: list[str]) -> None:
    keys = [workspace.do(add_account, f"Account {n}") for n in range(MANY)]
    workspace.do(add_unit, keys[0], "Cold stores")
    for key in keys[4:]:
        workspace.do(delete_accounts, [key])
    workspace.do(delete_accounts, keys[:1])
    workspace.do(delete_accounts, keys[1:4])
    with workspace.read() as session:
        past = journal.recent(session, 2 * MANY + 10)
        statements.clear()
        said = abouts(session, [each.id for each in past])
        assert len(statements) < 8
        assert said == {each.id: about(session, each.id) for each in past}
    newest = [said[each.id] for each in past[:3]]
    assert newest == ["3", "Account 0", f"Account {MANY - 1}"]


def test_a_record_is_called_as_it_is_now_and_one_without_a_name_by_its_owner(workspace: Workspace) -> None:
    account = workspace.do(add_account, "Acme")
    person = workspace.do(add_person, "Ana")
    role = workspace.do(add_role, person, account)
    workspace.do(edit_account, account, name="Renamed")
    workspace.do(delete_roles, [role])
    workspace.do(delete_people, [person])
    with workspace.read() as session:
        past = journal.recent(session, 10)
        said = [about(session, each.id) for each in past]
    assert said == ["Ana", "Ana", "Renamed", "Ana", "Ana", "Renamed"]
