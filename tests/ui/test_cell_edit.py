"""Editing in a list: F2 or a click opens the editor, Enter saves, Esc restores, Tab goes on, and errors say why."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from tests.support.books import demo_workspace
from workbench.accounts.model import Account, Health, Tier
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.ui.app import build_window
from workbench.ui.list_page import ListPage
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme

FRIDAY = date(2026, 3, 13)


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Workspace]:
    with demo_workspace(tmp_path, "en", clock_at(FRIDAY, "Europe/Madrid")) as workspace:
        yield workspace


@pytest.fixture
def window(demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(demo, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1800, 800)
    made.go("accounts")
    made.show()
    return made


@pytest.fixture
def page(window: MainWindow) -> ListPage:
    shown = window.page
    assert isinstance(shown, ListPage)
    return shown


def cell(page: ListPage, name: str, column: str) -> QModelIndex:
    model = page.model
    row = [model.index(row, 0).data() for row in range(model.rowCount())].index(name)
    place = next(n for n in range(model.columnCount()) if model.field(n).name == column)
    return model.index(row, place)


def stand(page: ListPage, name: str, column: str) -> int:
    where = cell(page, name, column)
    page.table.setFocus()
    page.table.setCurrentIndex(where)
    key = page.model.key(where.row())
    assert key is not None
    return key


def stored(demo: Workspace, key: int) -> Account:
    with demo.read() as session:
        found = session.get(Account, key)
        assert found is not None
        return found


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def editor(page: ListPage) -> Any:
    return page.editing.editor


def test_f2_edits_the_value_under_the_cursor_and_enter_saves(
    page: ListPage, window: MainWindow, demo: Workspace, qtbot: QtBot
) -> None:
    key = stand(page, "Bodegas Arlanza", "rhythm_days")
    press(qtbot, Qt.Key.Key_F2)
    assert editor(page).selectedText() == "30"
    qtbot.keyClicks(editor(page), "45")
    press(qtbot, Qt.Key.Key_Return)
    assert editor(page) is None
    assert stored(demo, key).rhythm_days == 45
    assert QApplication.focusWidget() is page.table
    window.undo()
    assert stored(demo, key).rhythm_days == 30


def test_esc_restores(page: ListPage, demo: Workspace, qtbot: QtBot) -> None:
    key = stand(page, "Bodegas Arlanza", "renewal_on")
    before = stored(demo, key).renewal_on
    press(qtbot, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(page), "fri")
    press(qtbot, Qt.Key.Key_Escape)
    assert editor(page) is None
    assert stored(demo, key).renewal_on == before


def test_a_day_is_written_as_in_quick_capture(page: ListPage, demo: Workspace, qtbot: QtBot) -> None:
    key = stand(page, "Bodegas Arlanza", "renewal_on")
    press(qtbot, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(page), "+3")
    press(qtbot, Qt.Key.Key_Return)
    assert stored(demo, key).renewal_on == date(2026, 3, 16)


def test_what_makes_no_sense_keeps_the_editor_and_says_why(page: ListPage, demo: Workspace, qtbot: QtBot) -> None:
    key = stand(page, "Bodegas Arlanza", "renewal_on")
    before = stored(demo, key).renewal_on
    press(qtbot, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(page), "31 Feb")
    press(qtbot, Qt.Key.Key_Return)
    assert editor(page).text() == "31 Feb"
    assert editor(page).property("invalid") is True
    assert "31 Feb" in page.editing.complaint.text()
    assert page.editing.complaint.isVisible()
    assert stored(demo, key).renewal_on == before
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.table


def test_tab_saves_and_goes_to_the_next_value(page: ListPage, demo: Workspace, qtbot: QtBot) -> None:
    key = stand(page, "Bodegas Arlanza", "rhythm_days")
    press(qtbot, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(page), "14")
    press(qtbot, Qt.Key.Key_Tab)
    assert stored(demo, key).rhythm_days == 14
    assert page.model.field(page.table.currentIndex().column()).name == "invoiced"
    assert editor(page).hasFocus()


def choose(qtbot: QtBot, box: QComboBox, text: str) -> None:
    """By keys in the open list, as a person would."""
    view = box.view()
    steps = box.findText(text) - box.currentIndex()
    for _ in range(abs(steps)):
        qtbot.keyClick(view, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Return)


def test_a_tier_is_chosen_from_its_list(page: ListPage, demo: Workspace, qtbot: QtBot) -> None:
    key = stand(page, "Bodegas Arlanza", "tier")
    press(qtbot, Qt.Key.Key_F2)
    choose(qtbot, editor(page), "B")
    qtbot.waitUntil(lambda: editor(page) is None)
    assert stored(demo, key).tier is Tier.B


def test_health_asks_for_its_reason(page: ListPage, demo: Workspace, qtbot: QtBot) -> None:
    key = stand(page, "Bodegas Arlanza", "health")
    press(qtbot, Qt.Key.Key_F2)
    choose(qtbot, editor(page), "At risk")
    line = QApplication.focusWidget()
    assert line is not None
    assert line.objectName() == "ask.line"
    press(qtbot, Qt.Key.Key_Return)
    assert stored(demo, key).health is Health.GOOD
    qtbot.keyClicks(line, "Two invoices late")
    press(qtbot, Qt.Key.Key_Return)
    found = stored(demo, key)
    assert (found.health, found.health_reason, found.health_on) == (Health.AT_RISK, "Two invoices late", FRIDAY)
    assert QApplication.focusWidget() is page.table


def test_a_click_edits_what_may_be_clicked_and_nothing_else(page: ListPage, qtbot: QtBot) -> None:
    table = page.table
    for column, is_edited in (("rhythm_days", True), ("next_step", False), ("name", False)):
        rect = table.visualRect(cell(page, "Bodegas Arlanza", column))
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        assert (editor(page) is not None) is is_edited, column
        page.editing.leave()


def test_typing_does_not_begin_an_edit(page: ListPage, qtbot: QtBot) -> None:
    stand(page, "Bodegas Arlanza", "rhythm_days")
    qtbot.keyClicks(page.table, "x7")
    assert editor(page) is None


def test_leaving_for_another_place_saves(page: ListPage, demo: Workspace, qtbot: QtBot) -> None:
    key = stand(page, "Bodegas Arlanza", "rhythm_days")
    press(qtbot, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(page), "60")
    page.filters.field.setFocus()
    assert stored(demo, key).rhythm_days == 60
    qtbot.waitUntil(lambda: editor(page) is None)
