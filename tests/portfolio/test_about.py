"""What changes are about is read for many at once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from workbench.accounts.commands import add_account, add_unit, delete_accounts, edit_account
from workbench.kernel import journal
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, new_portfolio
from workbench.portfolio.places import about, abouts

MANY = 300


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = new_portfolio(tmp_path / "x.portfolio", Access(clock_at(date(2026, 3, 10))))
    yield made
    made.close()


def test_all_names_are_read_in_a_handful_of_queries(workspace: Workspace) -> None:
    keys = [workspace.do(add_account, f"Account {n}") for n in range(MANY)]
    workspace.do(add_unit, keys[0], "Cold stores")
    workspace.do(delete_accounts, keys[:1])
    workspace.do(delete_accounts, keys[1:4])
    workspace.do(edit_account, keys[9], name="Renamed")
    statements: list[str] = []
    with workspace.read() as session:
        past = journal.recent(session, MANY + 10)
        session.connection()
        event.listen(session.get_bind(), "before_cursor_execute", lambda *given: statements.append(given[2]))
        said = abouts(session, [each.id for each in past])
        asked = len(statements)
        assert said == {each.id: about(session, each.id) for each in past}
    # those of the four that are gone are asked for one by one
    assert asked < 20
    newest = [said[each.id] for each in past[:4]]
    assert newest == ["Renamed", "3", "Account 0", "Cold stores"]
    assert said[past[-10].id] == "Renamed"
