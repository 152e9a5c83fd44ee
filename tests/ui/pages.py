"""A window over the demo portfolio, for tests that walk all pages."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from workbench.accounts.model import Account
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.meetings.model import Meeting
from workbench.team.model import Member
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme

ABOUT = {"account": Account, "meeting": Meeting, "print": Account, "member": Member}


def target(workspace: Workspace, page: str) -> int | None:
    """A record that a page can show, where it shows one."""
    kind = ABOUT.get(page)
    if kind is None:
        return None
    with workspace.read() as session:
        return session.scalar(select(kind.id).order_by(kind.id).limit(1))


def window_over(
    workspace: Workspace, language: str, theme: Theme, folder: Path, qtbot: QtBot, size: tuple[int, int] = (1400, 800)
) -> MainWindow:
    """The window, open and of some size."""
    window = build_window(workspace, Settings(folder / "settings.json"), language, theme)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    QApplication.processEvents()
    return window
