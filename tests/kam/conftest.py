"""A key account with a team of three departments, on a Tuesday."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.books import fresh_portfolio
from workbench.accounts.commands import add_account
from workbench.accounts.model import Tier
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.opening import Access
from workbench.team.assignments import TeamRole
from workbench.team.commands import add_department, add_member, assign
from workbench.ui.theme import Theme, load_fonts

TODAY = date(2026, 3, 10)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = fresh_portfolio(tmp_path / "small.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    yield made
    made.close()


@dataclass(frozen=True)
class Team:
    """The identities of the account, its departments and the people who lead them."""

    account: int
    sales: int
    service: int
    finance: int
    carla: int
    andres: int
    berta: int


@pytest.fixture
def team(workspace: Workspace) -> Team:
    account = workspace.do(add_account, "Iberlogística Grupo", tier=Tier.KEY)
    sales = workspace.do(add_department, "Sales", "SAL")
    service = workspace.do(add_department, "After-sales", "SER")
    finance = workspace.do(add_department, "Finance", "FIN")
    carla = workspace.do(
        add_member, "Carla Peña", department_id=sales, leads_department=True, is_me=True, hours_per_week=40.0
    )
    andres = workspace.do(
        add_member, "Andrés Molina", department_id=service, leads_department=True, hours_per_week=40.0
    )
    berta = workspace.do(add_member, "Berta Soto", department_id=finance, leads_department=True, hours_per_week=40.0)
    for member, hours in ((carla, 20.0), (andres, 20.0), (berta, 10.0)):
        workspace.do(assign, account, member, TeamRole.CORE, hours_per_week=hours)
    return Team(account, sales, service, finance, carla, andres, berta)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    load_fonts()
    made = Theme("light")
    made.apply(qapp)
    return made
