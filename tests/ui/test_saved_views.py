"""Saved views: filters, order and columns under a name, in the portfolio."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.kernel.settings import Settings, change_setting
from workbench.kernel.workspace import Workspace
from workbench.ui.app import build_window
from workbench.ui.list_page import ListPage
from workbench.ui.menu import spoken
from workbench.ui.saved_views import MOST
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1400, 800)
    made.show()
    made.go("accounts")
    return made


@pytest.fixture
def page(window: MainWindow) -> ListPage:
    assert isinstance(window.page, ListPage)
    return window.page


def narrow(page: ListPage) -> None:
    page.filters.restore({"words": "", "chips": ["Key"]})
    page.columns.show_named(["name", "tier", "health"])
    page.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)


def test_a_view_is_saved_by_keys_and_brings_filter_order_and_columns_back(
    window: MainWindow, page: ListPage, qtbot: QtBot
) -> None:
    narrow(page)
    qtbot.keyClick(page.table, Qt.Key.Key_S, CTRL_SHIFT)
    line = QApplication.focusWidget()
    assert line
    assert line.objectName() == "ask.line"
    qtbot.keyClicks(line, "My key ones")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    page.clear_filters()
    page.columns.reset()
    page.table.horizontalHeader().setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    assert page.model.rowCount() == 3
    page.views.show("My key ones")
    assert page.model.rowCount() == 1
    assert page.columns.names == ["name", "tier", "health"]
    head = page.table.horizontalHeader()
    assert (head.sortIndicatorSection(), head.sortIndicatorOrder()) == (0, Qt.SortOrder.DescendingOrder)


def test_the_palette_knows_each_view_and_a_list_only_its_own(window: MainWindow, page: ListPage) -> None:
    page.views.save("Mine in the north")
    said = {spoken(entry, window.desk.words): entry for entry in window.all_entries()}
    narrow(page)
    said["View: Mine in the north"].run()
    assert page.model.rowCount() == 3
    window.go("contacts")
    assert not [entry for entry in window.all_entries() if entry.label.startswith("view:")]


def test_a_view_is_renamed_and_removed_and_undo_brings_it_back(window: MainWindow, page: ListPage) -> None:
    page.views.save("One")
    page.views.save("Two")
    page.views.show("One")
    assert page.views.rename("Two") == "There is a view of that name already."
    assert not page.views.rename("First")
    assert page.views.names == ["First", "Two"]
    page.views.remove()
    assert page.views.names == ["Two"]
    window.undo()
    assert page.views.names == ["First", "Two"]


def test_a_name_is_needed_and_there_is_a_most(page: ListPage) -> None:
    assert page.views.save("   ") == "A name is missing."
    for n in range(MOST):
        assert not page.views.save(f"View {n}")
    assert page.views.save("One more").startswith("There are already 30 views.")
    assert not page.views.save("View 3")


@pytest.mark.parametrize("kept", ["{", "[1]", '{"a": 1}', '{"a": {"filters": {"words": 3}}}'])
def test_what_nobody_can_read_is_no_view(page: ListPage, kept: str) -> None:
    views = page.views
    page.desk.workspace.do(change_setting, views._setting, kept)
    assert views.names == []


def test_a_view_with_a_column_that_is_gone_shows_the_others(page: ListPage) -> None:
    page.columns.show_named(["name", "gone", "tier"])
    assert page.columns.names == ["name", "tier"]
