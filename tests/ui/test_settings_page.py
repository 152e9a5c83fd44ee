"""Settings are chosen with the keyboard and apply at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from workbench.kernel.settings import ROLE, THEME, Settings, of_portfolio
from workbench.kernel.workspace import Workspace
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme


@pytest.fixture
def window(workspace: Workspace, theme: Theme, settings: Settings, qtbot: QtBot) -> MainWindow:
    made = build_window(workspace, settings, "en", theme)
    qtbot.addWidget(made)
    made.show()
    made.go("settings")
    return made


@pytest.fixture
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(tmp_path_factory.mktemp("settings") / "settings.json")


def box(window: MainWindow, key: str) -> QComboBox:
    found = window.page.findChild(QComboBox, f"settings.{key}")
    assert isinstance(found, QComboBox)
    return found


def test_typing_the_first_letter_of_a_choice_takes_it(window: MainWindow, settings: Settings, qtbot: QtBot) -> None:
    qtbot.keyClick(box(window, "theme"), Qt.Key.Key_D)
    assert settings.get(THEME) == "dark"
    QApplication.processEvents()
    assert window.desk.theme.is_dark


def test_the_role_is_one_step_that_can_be_undone(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.keyClick(box(window, "role"), Qt.Key.Key_Down)
    with workspace.read() as session:
        assert of_portfolio(session, ROLE) == "kam"
    workspace.undo()
    with workspace.read() as session:
        assert of_portfolio(session, ROLE) == "am"
