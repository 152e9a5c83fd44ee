"""The way back finds a page as it was left, and a record walks the list that it was opened from."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.books import demo_workspace
from workbench.action_items.commands import add_action
from workbench.action_items.model import ActionItem
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import LETTERS, Settings
from workbench.kernel.workspace import Workspace
from workbench.portfolio.ui.account_page import AccountPage
from workbench.ui.app import build_window
from workbench.ui.keys import ShortcutGuard
from workbench.ui.list_page import ListPage
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme

FRIDAY = date(2026, 3, 13)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Workspace]:
    with demo_workspace(tmp_path, "en", clock_at(FRIDAY, "Europe/Madrid")) as workspace:
        yield workspace


@pytest.fixture
def window(demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(demo, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1280, 500)
    made.go("accounts")
    made.show()
    QApplication.processEvents()
    return made


def accounts(window: MainWindow) -> ListPage:
    assert isinstance(window.page, ListPage)
    return window.page


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def arranged(window: MainWindow, qtbot: QtBot) -> None:
    """A chip, words, an order, two chosen rows and a scroll position."""
    page = accounts(window)
    page.filters.restore({"words": "a", "chips": ["Mine"]})
    page.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    page.table.show_cell(page.model.key(1), 0)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page.table.horizontalScrollBar().setValue(40)


def test_back_finds_filter_order_selection_and_scroll_position(window: MainWindow, qtbot: QtBot) -> None:
    arranged(window, qtbot)
    before = accounts(window).state()
    window.go("actions")
    window.go("accounts")
    accounts(window).clear_filters()
    accounts(window).table.horizontalHeader().setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    window.go_back()
    window.go_back()
    assert accounts(window).state() == before
    assert len(before["chosen"]) == 2
    assert before["filters"] == {"words": "a", "chips": ["Mine"]}


def test_a_window_drawn_anew_shows_what_it_showed(window: MainWindow, qtbot: QtBot) -> None:
    arranged(window, qtbot)
    before = accounts(window).state()
    window.furnish_again()
    QApplication.processEvents()
    assert accounts(window).state() == before


def test_back_finds_the_tab_of_an_account(window: MainWindow) -> None:
    first, second = accounts(window).model.keys()[:2]
    window.go("account", first)
    page = window.page
    assert isinstance(page, AccountPage)
    page.show_tab(4)
    window.go("account", second)
    page.show_tab(0)
    window.go_back()
    assert page.state() == {"tab": 4, "view": "board"}


def test_a_record_walks_the_list_it_was_opened_from(window: MainWindow, qtbot: QtBot) -> None:
    page = accounts(window)
    page.filters.restore({"words": "", "chips": ["Rhythm overdue"]})
    page.table.setFocus()
    page.table.show_cell(page.model.key(0), 0)
    keys = page.model.keys()
    press(qtbot, Qt.Key.Key_Return)
    assert window.top.walker.place.text() == "1 of 3"
    assert not window.top.walker.previous.isEnabled()
    window.setFocus()
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_Down, ALT)
    assert window.page is not None
    assert window.page.target() == keys[2]
    assert window.top.walker.place.text() == "3 of 3"
    press(qtbot, Qt.Key.Key_J)
    assert window.page.target() == keys[2]
    press(qtbot, Qt.Key.Key_K)
    assert window.page.target() == keys[1]
    window.go_back()
    assert accounts(window).table.selected_keys() == [keys[1]]
    assert accounts(window).model.rowCount() == 3


def test_a_record_found_otherwise_walks_nothing(window: MainWindow) -> None:
    key = accounts(window).model.key(0)
    window.go("today")
    window.go("account", key)
    assert not window.top.walker.isVisible()
    window.go_beside(1)
    assert window.page is not None
    assert window.page.target() == key


def test_letters_in_a_field_stay_letters(window: MainWindow, qtbot: QtBot) -> None:
    window.go("account", accounts(window).model.key(0))
    page = window.page
    assert isinstance(page, AccountPage)
    before = page.target()
    page.show_tab(2)
    field = next(f for f in page.findChildren(QLineEdit) if f.isVisible())
    field.setFocus()
    qtbot.keyClicks(field, "jk")
    assert (field.text(), page.target()) == ("jk", before)


def test_a_key_without_a_code_does_no_harm(window: MainWindow) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "ñ")
    QApplication.sendEvent(window, event)
    assert window.page is not None


def test_the_side_buttons_of_the_mouse_walk_the_pages(window: MainWindow, qtbot: QtBot, qapp: QApplication) -> None:
    guard = ShortcutGuard(qapp)
    qapp.installEventFilter(guard)
    page = accounts(window)
    window.go("actions")
    assert window.page is not page
    actions = window.page
    assert isinstance(actions, ListPage)
    qtbot.mouseClick(actions.table.viewport(), Qt.MouseButton.BackButton)
    assert window.page is page
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.ForwardButton)
    assert window.page is actions
    qapp.removeEventFilter(guard)


def test_single_letters_can_be_switched_off_and_space_still_ticks(
    window: MainWindow, demo: Workspace, qtbot: QtBot, qapp: QApplication
) -> None:
    workspace = demo
    action = workspace.do(add_action, "Call Ana", date(2026, 3, 2))
    guard = ShortcutGuard(qapp, window.desk.settings)
    qapp.installEventFilter(guard)
    window.go("actions", action)
    table = window.page.table  # type: ignore[union-attr]
    table.setFocus()
    steps = len(workspace.stacks().done)
    window.desk.settings.set(LETTERS, False)
    for key in (Qt.Key.Key_T, Qt.Key.Key_S, Qt.Key.Key_1, Qt.Key.Key_Plus):
        qtbot.keyClick(table, key)
    assert len(workspace.stacks().done) == steps
    # nor do they walk from a page that has no list under the hand
    window.go("account", accounts(window).model.key(0))
    shown = window.page.target()  # type: ignore[union-attr]
    qtbot.keyClick(window.page.home(), Qt.Key.Key_J)  # type: ignore[union-attr]
    assert window.page.target() == shown  # type: ignore[union-attr]
    window.go("actions", action)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert len(workspace.stacks().done) == steps + 1
    window.desk.settings.set(LETTERS, True)
    workspace.undo()
    window.page.opened(action)  # type: ignore[union-attr]
    qtbot.keyClick(table, Qt.Key.Key_T)
    with workspace.read() as session:
        assert session.get_one(ActionItem, action).due == demo.clock.today()
    qapp.removeEventFilter(guard)
