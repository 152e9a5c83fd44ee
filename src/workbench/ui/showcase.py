"""Every page, tab, search and tooltip once, in both languages and all themes, without a screen."""

import os
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select

from workbench.accounts.model import Account
from workbench.kernel.clock import system_clock
from workbench.kernel.settings import Settings
from workbench.kernel.words import LANGUAGES
from workbench.kernel.workspace import Workspace
from workbench.meetings.model import Meeting
from workbench.opening import Access, open_portfolio
from workbench.ui.app import build_window
from workbench.ui.picture import settle
from workbench.ui.plan import PAGES
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import NAMES, Theme, load_fonts, new_application

TABS = range(5)
MOST = 40


def show_everything(path: Path) -> int:
    """Show what is in a portfolio; 0 when nothing went wrong."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = new_application()
    load_fonts()
    workspace = open_portfolio(path, Access(system_clock(), os.environ.get("WORKBENCH_PASSPHRASE"), read_only=True))
    for language in LANGUAGES:
        for name in NAMES:
            theme = Theme(name)
            theme.apply(app)
            window = build_window(workspace, Settings(Path(os.devnull)), language, theme)
            window.show()
            _walk(app, window, workspace)
            window.close()
            window.deleteLater()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    workspace.close()
    return 0


def _walk(app: QApplication, window: MainWindow, workspace: Workspace) -> None:
    accounts, meetings = _some(workspace, Account), _some(workspace, Meeting)
    for page in PAGES:
        for target in {"account": accounts, "meeting": meetings, "print": accounts[:3]}.get(page, [None]):
            window.go(page, target)
            for tab in TABS if page == "account" else ():
                shown = window.page
                if shown is not None and hasattr(shown, "show_tab"):
                    shown.show_tab(tab)
                    settle(app, window)
            settle(app, window)
            _hover(app, window)
    window.search("a")
    settle(app, window)


def _hover(app: QApplication, window: MainWindow) -> None:
    """Ask every widget that is to be seen for its tooltip."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.toolTip():
            app.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), widget.mapToGlobal(QPoint(2, 2))))


def _some(workspace: Workspace, kind: type[Account] | type[Meeting]) -> list[int]:
    with workspace.read() as session:
        return list(session.scalars(select(kind.id).limit(MOST)))
