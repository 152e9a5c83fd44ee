"""A small portfolio to search in."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.support.books import fresh_portfolio
from workbench.accounts.commands import add_account, add_address
from workbench.contacts.commands import add_person, add_point
from workbench.contacts.positions import PointKind
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_decision, add_meeting
from workbench.opening import Access


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = fresh_portfolio(tmp_path / "small.portfolio", Access(clock_at(date(2026, 3, 10), "Europe/Madrid")))
    acme = workspace.do(add_account, "Acme", tax_id="B12345678", phone="+34 976 55 12 34", notes="forklifts")
    workspace.do(add_account, "Iberlogística Grupo", sector="Logística", tags="frío, puertos")
    workspace.do(add_account, "Grupo Acme Iberia")
    workspace.do(add_address, acme, city="Zaragoza", street="Calle Mayor 1")
    ana = workspace.do(add_person, "Ana Muñoz", acme, "Directora de compras")
    workspace.do(add_point, ana, PointKind.PHONE, "(+34) 600-90.55.55")
    workspace.do(add_point, ana, PointKind.EMAIL, "ana.munoz@acme.example")
    review = workspace.do(add_meeting, "Steering committee", date(2026, 3, 16), account_id=acme, notes="uptime")
    workspace.do(add_decision, review, "A pilot of five trucks")
    yield workspace
    workspace.close()
