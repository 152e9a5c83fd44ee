"""A week of meetings: what is in it, and how it is walked and filled by keys."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.books import fresh_portfolio
from workbench.accounts.commands import add_account
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_meeting, edit_meeting
from workbench.meetings.model import MeetingStatus
from workbench.meetings.ui.week_page import WeekPage
from workbench.meetings.week import Slot, slots
from workbench.opening import Access
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts

TUESDAY, MONDAY, SUNDAY = date(2026, 3, 10), date(2026, 3, 9), date(2026, 3, 15)
MADRID = "Europe/Madrid"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = fresh_portfolio(tmp_path / "small.portfolio", Access(clock_at(TUESDAY, MADRID)))
    yield made
    made.close()


def week(workspace: Workspace, zone: str = MADRID) -> list[Slot]:
    with workspace.read() as session:
        return slots(session, MONDAY, SUNDAY, zone)


def meet(workspace: Workspace, title: str, day: date, **values: object) -> int:
    return workspace.do(add_meeting, title, day, **({"time_zone": MADRID} | values))


def test_a_series_stands_on_each_of_its_days_but_those_taken_out(workspace: Workspace) -> None:
    meet(workspace, "Stand-up", date(2026, 2, 2), start=time(9), rule="FREQ=DAILY", excluded="2026-03-11")
    found = week(workspace)
    assert [slot.day.day for slot in found] == [9, 10, 12, 13, 14, 15]
    assert all(slot.is_series for slot in found)


def test_a_meeting_of_another_zone_stands_at_the_reader_s_hour_and_day(workspace: Workspace) -> None:
    meet(workspace, "Call Tokyo", date(2026, 3, 11), start=time(8), minutes=30, time_zone="Asia/Tokyo")
    assert [(slot.day.day, slot.start, slot.end) for slot in week(workspace)] == [(11, time(0), time(0, 30))]
    assert [(slot.day.day, slot.start) for slot in week(workspace, "America/New_York")] == [(10, time(19))]


def test_what_lasts_for_days_stands_on_each_and_on_top(workspace: Workspace) -> None:
    meet(workspace, "Fair", date(2026, 3, 8), end_day=date(2026, 3, 10))
    meet(workspace, "Early call", TUESDAY, start=time(7))
    assert [(slot.day.day, slot.title) for slot in week(workspace)] == [(9, "Fair"), (10, "Fair"), (10, "Early call")]


def test_what_was_cancelled_is_not_there_and_an_account_is_named(workspace: Workspace) -> None:
    account = workspace.do(add_account, "Acme")
    meet(workspace, "Visit", TUESDAY, start=time(10), account_id=account)
    off = meet(workspace, "Off", TUESDAY, start=time(11))
    workspace.do(edit_meeting, off, status=MeetingStatus.CANCELLED)
    assert [(slot.title, slot.account) for slot in week(workspace)] == [("Visit", "Acme")]


@pytest.fixture
def window(workspace: Workspace, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    meet(workspace, "Visit", TUESDAY, start=time(10), minutes=60)
    meet(workspace, "Next week", date(2026, 3, 18), start=time(10))
    load_fonts()
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", Theme())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.go("meetings")
    made.page.findChild(object, "meetings.other").click()
    yield made
    made.close()


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_the_week_is_turned_by_keys_and_a_meeting_opened(window: MainWindow, qtbot: QtBot) -> None:
    table = window.page.table
    assert table.hasFocus()
    assert table.slot().title == "Visit"
    press(qtbot, Qt.Key.Key_PageDown, Qt.Key.Key_Right)
    assert table.slot().title == "Next week"
    press(qtbot, Qt.Key.Key_T)
    assert table.slot().title == "Visit"
    press(qtbot, Qt.Key.Key_Return)
    assert window.page.objectName() == "meeting"
    window.go_back()
    assert window.page.objectName() == "week"
    assert window.page.table.slot().title == "Visit"


def test_the_arrows_go_over_the_edge_into_the_next_week(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    assert isinstance(page, WeekPage)
    monday = page.model.monday
    page.table.setCurrentIndex(page.model.index(0, 6))
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert (page.model.monday, page.table.currentIndex().column()) == (monday + timedelta(7), 0)
    qtbot.keyClick(page.table, Qt.Key.Key_Left)
    assert (page.model.monday, page.table.currentIndex().column()) == (monday, 6)
    qtbot.keyClick(page.table, Qt.Key.Key_Left)
    assert (page.model.monday, page.table.currentIndex().column()) == (monday, 5)


def test_a_meeting_is_made_on_the_chosen_day_with_its_time_and_undone(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_N)
    line = window.page.findChild(QLineEdit, "ask.line")
    qtbot.keyClicks(line, "25:00 Call Ana")
    press(qtbot, Qt.Key.Key_Return)
    assert line.isVisible()
    line.clear()
    qtbot.keyClicks(line, "10:30 Call Ana")
    press(qtbot, Qt.Key.Key_Return)
    slot = window.page.table.slot()
    assert (slot.title, slot.day, slot.start) == ("Call Ana", date(2026, 3, 12), time(10, 30))
    window.undo()
    with window.desk.workspace.read() as session:
        assert "Call Ana" not in [one.title for one in slots(session, MONDAY, SUNDAY, MADRID)]


def test_every_place_of_the_week_says_its_day_and_what_is_there(window: MainWindow) -> None:
    model = window.page.model
    said = [model.index(0, n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(7)]
    assert said[1] == "Tuesday 10 March, 10:00–11:00, Visit, Planned"
    assert said[2] == "Wednesday 11 March, free"
