"""Quarters as people write them, and what was invoiced in each."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.support.books import fresh_portfolio
from workbench.accounts.commands import add_account
from workbench.business.commands import QuarterIsKnown, add_revenue, edit_revenue
from workbench.business.quarters import beginning, quarter_before, quarter_of
from workbench.business.queries import last_quarters
from workbench.business.views import Quarter
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.opening import Access

TODAY = date(2026, 3, 10)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = fresh_portfolio(tmp_path / "my.portfolio", Access(clock_at(TODAY)))
    yield made
    made.close()


@pytest.mark.parametrize("text", ["Q2 2026", "q2 26", "T2 2026", "2T 2026", "2026 Q2", "2026-T2", " Q2/2026 "])
def test_a_quarter_is_understood_in_both_languages(text: str) -> None:
    assert quarter_of(text) == date(2026, 4, 1)


@pytest.mark.parametrize("text", ["", "2026", "Q5 2026", "Q0 26", "April 2026", "Q2", "Q2 20261"])
def test_what_names_no_quarter_is_none(text: str) -> None:
    assert quarter_of(text) is None


def test_quarters_are_counted_back_over_the_turn_of_the_year() -> None:
    assert beginning(TODAY) == date(2026, 1, 1)
    assert [quarter_before(TODAY, ago) for ago in (0, 1, 4, 5)] == [
        date(2026, 1, 1), date(2025, 10, 1), date(2025, 1, 1), date(2024, 10, 1)
    ]  # fmt: skip


def test_the_newest_quarters_come_with_the_oldest_first(workspace: Workspace) -> None:
    acme = workspace.do(add_account, "Acme")
    for ago in range(10):
        workspace.do(add_revenue, acme, quarter_before(TODAY, ago), 1000 + ago, target=2000)
    with workspace.read() as session:
        found = last_quarters(session, acme, 8)
    assert len(found) == 8
    assert found[-1] == Quarter(date(2026, 1, 1), 1000, 2000)
    assert found[0].invoiced == 1007


def test_a_quarter_is_entered_once(workspace: Workspace) -> None:
    acme, other = workspace.do(add_account, "Acme"), workspace.do(add_account, "Other")
    first = workspace.do(add_revenue, acme, TODAY, 100)
    workspace.do(add_revenue, other, TODAY, 100)
    with pytest.raises(QuarterIsKnown, match="already"):
        workspace.do(add_revenue, acme, date(2026, 2, 1), 200)
    second = workspace.do(add_revenue, acme, date(2026, 4, 30), 200)
    with pytest.raises(QuarterIsKnown):
        workspace.do(edit_revenue, second, starts_on=date(2026, 3, 31))
    workspace.do(edit_revenue, first, starts_on=date(2026, 3, 31), invoiced=150)
    with workspace.read() as session:
        assert [row.invoiced for row in last_quarters(session, acme, 8)] == [150, 200]
