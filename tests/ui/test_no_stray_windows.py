"""Building a page shows no window of its own: a part shown before it has a place would flash and take the keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.support.books import demo_workspace
from tests.ui.conftest import TODAY
from workbench.accounts.model import Account, Tier
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.meetings.model import Meeting
from workbench.portfolio.ui.account_page import TABS, AccountPage
from workbench.ui.app import build_window
from workbench.ui.plan import PAGES
from workbench.ui.theme import Theme


class Watch(QObject):
    """Notes every window that appears beside the main one."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if is_shown and not isinstance(watched, QMainWindow):
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}".strip())
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with demo_workspace(tmp_path_factory.mktemp("demo"), "en", clock_at(TODAY, "Europe/Madrid")) as workspace:
        yield workspace


@pytest.mark.parametrize("page", PAGES)
def test_a_page_comes_without_windows(
    page: str, demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot, watch: Watch
) -> None:
    with demo.read() as session:
        account = session.scalar(select(Account.id).where(Account.tier == Tier.KEY).limit(1))
        target = {"account": account, "print": account, "meeting": session.scalar(select(Meeting.id).limit(1))}.get(
            page
        )
    window = build_window(demo, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(window)
    window.show()
    window.go(page, target)
    if isinstance(window.page, AccountPage):
        for tab in range(len(TABS)):
            window.page.show_tab(tab)
    window.desk.tasks.finish()
    assert watch.seen == []
