"""Neither what a day costs, nor what an account costs, nor a salary stands on any paper."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.support.books import demo_workspace
from tests.support.papers import text_of
from workbench.accounts.model import Account
from workbench.business.commands import add_cost
from workbench.business.model import CostKind
from workbench.kam.hours.commands import change_band, reveal_cost
from workbench.kam.hours.rates import Band, day_rate
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.papers import printing

TODAY = date(2026, 3, 10)
# a band whose numbers occur nowhere else
BAND = Band(47_113, 63_337, 31, 217)
SECRET = ("47,113", "63,337", "47.113", "63.337", "55,225", "333.39", "333,39", "777,13", "777.13")
WORDS = ("salary", "salario", "day rate", "coste por día", "cost to serve", "coste de servir", "on-cost")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The demo of somebody who looks at the cost in the window."""
    with demo_workspace(tmp_path_factory.mktemp("demo"), "en", clock_at(TODAY, "Europe/Madrid")) as workspace:
        workspace.do(change_band, BAND)
        workspace.do(reveal_cost, is_shown=True)
        with workspace.read() as session:
            account = session.scalars(select(Account.id).where(Account.name == "Iberlogística Grupo")).one()
        workspace.do(add_cost, account, TODAY, CostKind.REBATES, 777_13)
        yield workspace


def test_the_secret_is_what_is_looked_for() -> None:
    assert f"{day_rate(BAND) / 100:.2f}" in SECRET


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", [*printing.DOCUMENTS, *printing.OF_ALL])
def test_no_paper_tells_what_a_day_costs(demo: Workspace, name: str, language: str, tmp_path: Path) -> None:
    job = printing.Job(language, "a4", demo.clock)
    with demo.read() as session:
        account = session.scalars(select(Account.id).where(Account.name == "Iberlogística Grupo")).one()
        if name in printing.DOCUMENTS:
            document = printing.DOCUMENTS[name][1](session, account, job)
        else:
            document = printing.OF_ALL[name][1](session, job)
    document.write(tmp_path / "paper.pdf")
    text = text_of(tmp_path / "paper.pdf").lower()
    assert [secret for secret in (*SECRET, *WORDS) if secret in text] == []
