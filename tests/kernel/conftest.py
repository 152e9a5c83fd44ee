"""An empty portfolio to work on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.support.books import fresh_portfolio
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.opening import Access

ACCESS = Access(clock_at(date(2026, 3, 10), "Europe/Madrid"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the portfolio lies, alone in its folder."""
    return tmp_path / "own folder" / "my.portfolio"


@pytest.fixture
def workspace(file: Path) -> Iterator[Workspace]:
    workspace = fresh_portfolio(file, ACCESS)
    yield workspace
    workspace.close()
