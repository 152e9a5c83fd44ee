"""A small portfolio, and a desk to build widgets at, without the rest of the window."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.support.books import demo_workspace, fresh_portfolio
from workbench.accounts.commands import add_account
from workbench.accounts.model import Health, Tier
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.opening import Access
from workbench.ui.bridge import LiveWorkspace
from workbench.ui.desk import Desk
from workbench.ui.tasks import Tasks
from workbench.ui.theme import Theme, load_fonts

TODAY = date(2026, 3, 10)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    load_fonts()
    theme = Theme("light")
    theme.apply(qapp)
    return theme


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = fresh_portfolio(tmp_path / "small.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    yield made
    made.close()


@pytest.fixture
def accounts(workspace: Workspace) -> dict[str, int]:
    """Three accounts by name."""
    return {
        "Acme": workspace.do(add_account, "Acme", tier=Tier.KEY, health=Health.GOOD, renewal_on=date(2026, 6, 30)),
        "Ávila Textil": workspace.do(add_account, "Ávila Textil", tier=Tier.B, invoiced=123_400),
        "Umbrella": workspace.do(add_account, "Umbrella", tier=Tier.A, health=Health.AT_RISK),
    }


@pytest.fixture
def live(workspace: Workspace, qapp: QApplication) -> LiveWorkspace:
    return LiveWorkspace(workspace)


@pytest.fixture
def desk(live: LiveWorkspace, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    tasks = Tasks()
    yield Desk(live, Words.of("en"), theme, Settings(tmp_path / "settings.json"), tasks, live.plain.clock)
    tasks.finish()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The demo portfolio in Spanish, on the same day as everything else."""
    with demo_workspace(tmp_path_factory.mktemp("demo"), "es", clock_at(TODAY, "Europe/Madrid")) as workspace:
        yield workspace
