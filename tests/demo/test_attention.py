"""The demo shows an alert of every kind on its day, and what Today watches for a key account manager."""

from datetime import date
from pathlib import Path

from sqlalchemy import select

from workbench.accounts.model import Account
from workbench.demo.loader import load_demo
from workbench.kam.attention.alerts import AlertKind
from workbench.kam.attention.queries import alerts_of
from workbench.kam.log.queries import log_of
from workbench.kam.log.views import Sieve
from workbench.kernel.clock import clock_at
from workbench.opening import Access, new_portfolio
from workbench.portfolio.watch.queries import watch

TODAY = date(2026, 3, 10)


def test_the_demo_has_something_of_everything_that_needs_attention(tmp_path: Path) -> None:
    workspace = new_portfolio(tmp_path / "demo.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    load_demo(workspace, "en", TODAY)
    with workspace.read() as session:
        accounts = {name: key for key, name in session.execute(select(Account.id, Account.name))}
        found = {alert.kind for key in accounts.values() for alert in alerts_of(session, key, TODAY)}
        key = accounts["Iberlogística Grupo"]
        blocked = [alert for alert in alerts_of(session, key, TODAY) if alert.kind is AlertKind.BLOCKED]
        kept = watch(session, TODAY)
        log = log_of(session, key)
    workspace.close()
    assert found == set(AlertKind)
    # as its reason says: asked for on 27 February
    assert (blocked[0].subject.name, blocked[0].evidence.n) == ("Root cause: battery failures Zaragoza", 11)
    assert [(one.department, one.count) for one in kept.blocked] == [("After-sales", 1), ("Finance", 1)]
    assert [one.account for one in kept.steering if one.day] == ["Iberlogística Grupo"]
    assert kept.broken
    assert all(any(sieve.passes(line) for line in log) for sieve in Sieve)
