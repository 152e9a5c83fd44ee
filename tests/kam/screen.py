"""The window over a small portfolio."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme


def window_over(workspace: Workspace, language: str, theme: Theme, folder: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(workspace, Settings(folder / "settings.json"), language, theme)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made
