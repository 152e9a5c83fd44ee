"""Three colleagues of two departments, two skills, one account."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.support.books import fresh_portfolio
from workbench.accounts.commands import add_account
from workbench.accounts.model import Tier
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.opening import Access
from workbench.team.assignments import TeamRole
from workbench.team.commands import add_department, add_member, assign
from workbench.team.growing.commands import add_skill, set_level

TODAY = date(2026, 3, 10)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = fresh_portfolio(tmp_path / "small.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    yield made
    made.close()


@dataclass(frozen=True)
class People:
    """The identities of the account, the members and the skills; Zoe has left."""

    account: int
    ana: int
    bruno: int
    zoe: int
    negotiation: int
    data: int


@pytest.fixture
def people(workspace: Workspace) -> People:
    account = workspace.do(add_account, "Iberlogística Grupo", tier=Tier.KEY)
    sales, finance = workspace.do(add_department, "Sales", "SAL"), workspace.do(add_department, "Finance", "FIN")
    bruno = workspace.do(add_member, "Bruno", department_id=finance)
    ana = workspace.do(add_member, "Ana", department_id=sales, is_me=True)
    zoe = workspace.do(add_member, "Zoe", department_id=sales, left_on=date(2026, 1, 31))
    workspace.do(assign, account, ana, TeamRole.LEAD)
    negotiation = workspace.do(add_skill, "Negotiation", importance=3)
    data = workspace.do(add_skill, "Data", importance=1)
    workspace.do(set_level, ana, negotiation, required=4, current=2)
    workspace.do(set_level, bruno, negotiation, required=2, current=3)
    workspace.do(set_level, bruno, data, required=4, current=1)
    workspace.do(set_level, zoe, data, required=4, current=4)
    return People(account, ana, bruno, zoe, negotiation, data)
