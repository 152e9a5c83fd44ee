"""A notice waits for who reads it, by the mouse or by keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.accounts.commands import add_account, delete_accounts
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import NothingToUndo
from workbench.opening import Access, new_portfolio
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    workspace = new_portfolio(tmp_path / "my.portfolio", Access(clock_at(date(2026, 3, 10))))
    key = workspace.do(add_account, "Acme")
    load_fonts()
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", Theme())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.go("history")
    workspace.do(delete_accounts, [key])
    made.desk.done("1 record deleted.")
    yield made
    made.close()
    workspace.close()


def to_the_notice(window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(8):
        if window.notices.isAncestorOf(QApplication.focusWidget()):
            return
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    raise AssertionError("F6 does not lead to the notice")


def test_f6_leads_to_the_notice_and_it_stays_as_long_as_somebody_is_there(window: MainWindow, qtbot: QtBot) -> None:
    before = QApplication.focusWidget()
    assert window.notices._timer.isActive()
    to_the_notice(window, qtbot)
    assert not window.notices._timer.isActive()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert window.notices._timer.isActive()
    to_the_notice(window, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not window.notices.isVisible()
    assert QApplication.focusWidget() is not None
    assert before.window() is QApplication.focusWidget().window()


def test_undo_is_pressed_there_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    to_the_notice(window, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert window.desk.workspace.stacks().undone[-1].label == "Delete accounts"


def test_another_notice_waits_too_while_somebody_is_there(window: MainWindow, qtbot: QtBot) -> None:
    to_the_notice(window, qtbot)
    window.desk.say("Something else.")
    assert not window.notices._timer.isActive()


def test_what_was_wrong_is_over_once_something_is_saved(window: MainWindow) -> None:
    workspace = window.desk.workspace
    window.complain(NothingToUndo())
    assert window.notices.text.startswith("There is nothing to undo.")
    workspace.do(add_account, "Umbrella")
    assert window.notices.text == ""
    # but what was said stays for its time
    window.notices.say("Saved.")
    workspace.do(add_account, "Initech")
    assert window.notices.text == "Saved."
