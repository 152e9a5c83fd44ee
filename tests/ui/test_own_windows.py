"""Records in windows of their own: the same portfolio, another trail; closing one leaves the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from workbench.accounts.commands import edit_account
from workbench.kernel.settings import Settings
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.ui import geometry
from workbench.ui.app import build_window
from workbench.ui.list_page import ListPage
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.shell.pages import AGAIN
from workbench.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1400, 800)
    made.go("accounts")
    made.show()
    return made


def apart(window: MainWindow) -> MainWindow:
    found = [
        other
        for other in QApplication.topLevelWidgets()
        if isinstance(other, MainWindow) and other is not window and other.isVisible()
    ]
    assert len(found) == 1
    return found[0]


@pytest.fixture
def other(window: MainWindow, accounts: dict[str, int], qtbot: QtBot) -> Iterator[MainWindow]:
    page = window.page
    assert isinstance(page, ListPage)
    page.table.show_key(accounts["Umbrella"])
    qtbot.keyClick(page.table, Qt.Key.Key_Return, CTRL)
    made = apart(window)
    yield made
    if isValid(made):
        made.close()


def test_ctrl_enter_opens_the_record_in_its_own_window(
    window: MainWindow, other: MainWindow, accounts: dict[str, int]
) -> None:
    assert other.page is not None
    assert (other.page.objectName(), other.page.target()) == ("account", accounts["Umbrella"])
    assert other.windowTitle().startswith("Umbrella – ")
    assert window.page is not None
    assert window.page.objectName() == "accounts"


def test_each_window_has_its_own_way_back(window: MainWindow, other: MainWindow) -> None:
    other.go("today")
    other.go_back()
    assert other.page is not None
    assert other.page.objectName() == "account"
    window.go_back()
    assert window.page is not None
    assert window.page.objectName() == "accounts"


def test_a_change_in_one_is_seen_in_the_other(
    other: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    workspace.do(edit_account, accounts["Umbrella"], name="Paraguas")
    assert other.page is not None
    assert other.page.title() == "Paraguas"


def test_a_language_chosen_in_one_is_spoken_in_all(window: MainWindow, other: MainWindow, qtbot: QtBot) -> None:
    other.desk.words = Words.of("es")
    other.go(AGAIN)
    qtbot.waitUntil(lambda: window.page is not None and window.page.title() == "Cuentas")
    assert other.page is not None
    assert other.page.title() == "Umbrella"


def test_closing_it_leaves_the_main_one_and_remembers_its_place(window: MainWindow, other: MainWindow) -> None:
    other.resize(720, 500)
    other.close()
    QApplication.processEvents()
    assert window.isVisible()
    assert window.desk.settings.noted(geometry.APART)[2:] == [720, 500]
    assert not window.desk.tasks.is_busy()
    window.go("actions")


def test_the_menu_lists_the_other_windows(window: MainWindow, other: MainWindow) -> None:
    said = [entry.said() for entry in window.all_entries() if entry.said]
    assert other.windowTitle() in said
