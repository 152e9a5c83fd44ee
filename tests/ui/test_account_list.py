"""The list of accounts: what is next for each, chips that say how many, filters that stay until they are removed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QTableView
from pytestqt.qtbot import QtBot

from tests.support.books import demo_workspace
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.ui.app import build_window
from workbench.ui.list_page import ListPage
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.table_model import ListingModel
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
    made.resize(1400, 800)
    made.go("accounts")
    made.show()
    return made


@pytest.fixture
def page(window: MainWindow) -> Iterator[ListPage]:
    """The list, its model watched by Qt's own tester."""
    shown = window.page
    assert isinstance(shown, ListPage)
    tester = QAbstractItemModelTester(shown.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    yield shown
    tester.deleteLater()


def place(model: ListingModel, name: str) -> int:
    return next(n for n in range(model.columnCount()) if model.field(n).name == name)


def cell(page: ListPage, account: str, name: str) -> QModelIndex:
    names = [page.model.index(row, 0).data() for row in range(page.model.rowCount())]
    return page.model.index(names.index(account), place(page.model, name))


def chip(page: ListPage, label: str) -> QAbstractButton:
    return next(made for made in page.filters.buttons if made.text().startswith(label))


def count(page: ListPage) -> str:
    return page._count.text()


def test_the_columns_are_those_of_a_review(page: ListPage) -> None:
    model = page.model
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads == ["Name", "Tier", "Health", "Next step", "Last contact", "Rhythm", "Invoiced this year", "Renewal"]


def test_what_is_next_is_the_earliest_of_meeting_and_action(page: ListPage) -> None:
    # its meeting is on the 26th
    assert cell(page, "Química Ebro", "next_step").data() == "23 Mar 2026 · Documents for the safety board"
    assert str(cell(page, "Solventa Retail", "next_step").data()).startswith("today")
    assert cell(page, "Papelera Duero", "next_step").data() == "none"


def test_marks_are_said_in_words_as_well(page: ListPage) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert cell(page, "Puertos del Sur", "last_contact_on").data(spoken) == "49 d, rhythm overdue"
    assert cell(page, "Bodegas Arlanza", "last_contact_on").data(spoken) == "21 d, within the rhythm"
    assert cell(page, "Solventa Retail", "renewal_on").data(spoken) == "30 Jun 2026, renewal soon"
    assert cell(page, "Solventa Retail", "name").data(spoken) == "Solventa Retail, key account"
    assert cell(page, "Papelera Duero", "next_step").data(spoken) == "none, no next step"


def test_a_near_day_is_said_as_people_say_it_with_the_date_in_the_tooltip(page: ListPage) -> None:
    tip = cell(page, "Puertos del Sur", "last_contact_on").data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Friday 23 January 2026"


def test_chips_say_how_many_rows_they_leave(page: ListPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: chip(page, "No next step").text() == "No next step 2")
    assert chip(page, "Rhythm overdue").text() == "Rhythm overdue 3"


def test_a_chip_stays_until_it_is_removed(page: ListPage, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(chip(page, "Rhythm overdue"), Qt.Key.Key_Space)
    assert count(page) == "3 of 14 shown"
    window.go("today")
    window.go("accounts")
    assert count(page) == "3 of 14 shown"
    qtbot.keyClick(page._clear, Qt.Key.Key_Space)
    assert count(page) == "14"
    assert not page.filters.is_on


def test_a_filter_that_leaves_nothing_says_so_and_can_be_cleared(page: ListPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.filters.field, "zzz")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page._nothing.isVisible()
    assert "0 of 14 match." in [label.text() for label in page._nothing.findChildren(type(page._count))]
    page.clear_filters()
    assert page.model.rowCount() == 14
    assert page.table.isVisible()


def test_the_filter_finds_without_accents_as_it_is_typed(page: ListPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.filters.field, "quimica")
    qtbot.waitUntil(lambda: count(page) == "1 of 14 shown")


def test_a_letter_plans_a_contact_for_the_next_working_day(
    page: ListPage, window: MainWindow, demo: Workspace, qtbot: QtBot
) -> None:
    page.table.setCurrentIndex(cell(page, "Puertos del Sur", "name"))
    qtbot.keyClick(page.table, Qt.Key.Key_T)
    assert cell(page, "Puertos del Sur", "next_step").data() == "Mon · Contact Puertos del Sur"
    window.undo()
    assert cell(page, "Puertos del Sur", "next_step").data() == "none"


def test_every_chip_has_a_name_for_screen_readers(page: ListPage) -> None:
    for made in page.filters.buttons:
        interface = QAccessible.queryAccessibleInterface(made)
        assert interface.text(QAccessible.Text.Name)


def scrolled(page: ListPage, window: MainWindow, qtbot: QtBot) -> int:
    """Move the other columns away, and say how far they went."""
    window.resize(1024, 600)
    qtbot.waitUntil(lambda: page.table.horizontalScrollBar().maximum() > 0)
    page.table.horizontalScrollBar().setValue(page.table.horizontalScrollBar().maximum())
    return page.table.horizontalScrollBar().value()


def test_the_name_stays_while_the_other_columns_move(page: ListPage, window: MainWindow, qtbot: QtBot) -> None:
    before = page.table.grab().toImage()
    far = scrolled(page, window, qtbot)
    table = page.table
    assert table.visualRect(page.model.index(0, 0)).left() == 0
    assert table.indexAt(QPoint(30, 5)).column() == 0
    wide = table.frozen_width()
    assert 0 < wide <= table.viewport().width() / 2
    after = table.grab().toImage()
    names = QRect(22, table.horizontalHeader().height(), 120, 200)
    assert after.copy(names) == before.copy(names)
    qtbot.keyClick(table, Qt.Key.Key_J)
    assert table.horizontalScrollBar().value() == far


def test_a_screen_reader_finds_one_table(page: ListPage, window: MainWindow, qtbot: QtBot) -> None:
    scrolled(page, window, qtbot)
    assert page.table.findChildren(QTableView) == []
    interface = QAccessible.queryAccessibleInterface(page.table)
    # the head counts as a row, and the numbers of the rows as a column
    assert interface.childCount() == (14 + 1) * (page.model.columnCount() + 1)


def test_a_value_under_the_name_comes_into_view(page: ListPage, window: MainWindow, qtbot: QtBot) -> None:
    scrolled(page, window, qtbot)
    table, tier = page.table, cell(page, "Bodegas Arlanza", "tier")
    table.setCurrentIndex(tier)
    assert table.visualRect(tier).left() >= table.frozen_width()


def heads(page: ListPage) -> list[str]:
    model = page.model
    return [str(model.headerData(n, Qt.Orientation.Horizontal)) for n in range(model.columnCount())]


def test_columns_come_and_go_and_are_remembered(page: ListPage, window: MainWindow) -> None:
    page.table.show_cell(page.model.key(3), 2)
    page.columns.toggle("sector")
    page.columns.toggle("invoiced")
    assert heads(page)[-2:] == ["Renewal", "Sector"]
    assert "Invoiced this year" not in heads(page)
    assert page.table.current_key() == page.model.key(3)
    window.furnish_again()
    again = window.page
    assert isinstance(again, ListPage)
    assert heads(again) == heads(page)
    again.columns.reset()
    assert "Sector" not in heads(again)


def test_a_column_moves_by_keys_and_the_name_stays_first(page: ListPage, window: MainWindow, qtbot: QtBot) -> None:
    page.table.setFocus()
    page.table.show_cell(page.model.key(0), 2)
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.table, Qt.Key.Key_Left, held)
    assert heads(page)[:3] == ["Name", "Health", "Tier"]
    assert page.table.currentIndex().column() == 1
    qtbot.keyClick(page.table, Qt.Key.Key_Left, held)
    assert heads(page)[:3] == ["Name", "Health", "Tier"]


def test_the_menu_of_columns_offers_every_field_of_the_kind(page: ListPage) -> None:
    menu = page.columns.offer(QPoint(0, 0))
    offered = {action.text(): action.isChecked() for action in menu.actions() if action.isCheckable()}
    assert offered["Health"]
    assert not offered["Sector"]
    assert {"Owner", "Parent company", "Lifecycle", "Tags", "Website", "Notes"} <= offered.keys()
    menu.close()
