"""A notice waits for who reads it, by the mouse or by keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.books import fresh_portfolio
from workbench.accounts.commands import add_account, delete_accounts
from workbench.action_items.model import ActionItem
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import NothingToUndo
from workbench.opening import Access
from workbench.ui.app import build_window
from workbench.ui.list_page import ListPage
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.said import Said


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    workspace = fresh_portfolio(tmp_path / "my.portfolio", Access(clock_at(date(2026, 3, 10))))
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


def on_the_window(widget: QWidget, inside: QRect | None = None) -> QRect:
    """Where a part of a widget, or all of it, is seen in its window."""
    part = inside if inside is not None else widget.rect()
    return QRect(widget.mapTo(widget.window(), part.topLeft()), part.size())


def test_the_page_ends_above_what_is_said_and_the_row_with_the_keys_stays_in_sight(
    window: MainWindow, qtbot: QtBot
) -> None:
    with window.desk.workspace.plain.change("Fill") as session:
        session.add_all(ActionItem(title=f"Call {n}", due=date(2026, 3, 11)) for n in range(60))
    window.notices.hide()
    window.go("actions")
    page = window.page
    assert isinstance(page, ListPage)
    QApplication.processEvents()
    whole = on_the_window(page).bottom()
    qtbot.keyClick(page.table, Qt.Key.Key_End)
    window.desk.done("1 record deleted.")
    QApplication.processEvents()
    said = on_the_window(window.notices)
    assert on_the_window(page).bottom() < said.top()
    assert not said.intersects(on_the_window(window.sidebar))
    row = page.table.visualRect(page.table.currentIndex())
    assert page.table.viewport().rect().contains(QPoint(row.left(), row.bottom()))
    # and a question about the last row leaves the row to be read
    qtbot.keyClick(page.table, Qt.Key.Key_B)
    asked = page.findChild(Ask)
    assert asked is not None
    assert asked.isVisible()
    assert not on_the_window(asked).intersects(on_the_window(page.table.viewport(), row))
    assert on_the_window(page).contains(on_the_window(asked))
    qtbot.keyClick(asked.line, Qt.Key.Key_Escape)
    window.notices.leave()
    QApplication.processEvents()
    assert on_the_window(page).bottom() == whole


def test_what_changed_nothing_offers_no_way_back_to_something_else(window: MainWindow) -> None:
    desk = window.desk
    before = len(desk.workspace.stacks().done)
    desk.workspace.do(delete_accounts, [])
    assert len(desk.workspace.stacks().done) == before
    desk.done("Nothing to delete.")
    assert "Nothing to delete." in [said.text() for said in window.notices.findChildren(Said)]
    assert not [made for made in window.notices.findChildren(QPushButton) if made.isVisible() and made.text() == "Undo"]
    desk.workspace.do(add_account, "Other")
    desk.done("Account added.")
    assert [made for made in window.notices.findChildren(QPushButton) if made.isVisible() and made.text() == "Undo"]
