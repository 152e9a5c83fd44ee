"""The log on the screen: worked by keys, sifted by kind, and undo leads to the line."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from workbench.kam.log.commands import add_log_entry, resolve
from workbench.kam.log.ui.log_view import LogView
from workbench.kam.log.views import Sieve
from workbench.kam.model import LogEntry, LogKind
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_decision, add_meeting
from workbench.portfolio.ui.timeline_list import TimelineView
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme

TODAY = date(2026, 3, 10)


@pytest.fixture
def window(workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def log(window: MainWindow, account: int) -> LogView:
    window.go("account", account)
    for label in ("Team board", "Log"):
        next(entry for entry in window.all_entries() if entry.label == label).run()
    found = window.findChild(LogView)
    assert isinstance(found, LogView)
    return found


def press(qtbot: QtBot, key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key)
    QApplication.processEvents()


def type_line(qtbot: QtBot, text: str) -> None:
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, text)
    press(qtbot, Qt.Key.Key_Return)


def test_an_issue_is_logged_settled_and_learnt_from_without_a_mouse(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    view = log(window, accounts["Acme"])
    assert view.new.hasFocus()  # nothing is there yet
    type_line(qtbot, "i charger logs are missing")
    assert "Issue logged" in window.notices.text
    press(qtbot, Qt.Key.Key_Escape)
    assert view.list.hasFocus()
    press(qtbot, Qt.Key.Key_R)
    type_line(qtbot, "the client sent them")
    press(qtbot, Qt.Key.Key_L)
    type_line(qtbot, "ask for them in the contract")
    with workspace.read() as session:
        entry = session.scalars(select(LogEntry)).one()
        assert (entry.kind, entry.title, entry.on) == (LogKind.ISSUE, "charger logs are missing", TODAY)
        assert (entry.resolution, entry.resolved_on) == ("the client sent them", TODAY)
        assert entry.lesson == "ask for them in the contract"
    assert view.list.hasFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert view.lines() == []
    assert view.new.hasFocus()


def test_chips_sift_by_kind_and_count(window: MainWindow, workspace: Workspace, accounts: dict[str, int]) -> None:
    key = accounts["Acme"]
    for title, kind in (("Terms", LogKind.DECISION), ("Logs", LogKind.ISSUE), ("Promise", LogKind.CONFLICT)):
        made = workspace.do(add_log_entry, key, kind, title, TODAY)
    workspace.do(resolve, made, "settled", TODAY)
    view = log(window, key)
    found = {}
    for place, sieve in enumerate(Sieve):
        view._chips.button(place).click()
        found[sieve] = sorted(line.title for line in view.lines())
    assert found == {
        Sieve.ALL: ["Logs", "Promise", "Terms"],
        Sieve.DECISIONS: ["Terms"],
        Sieve.ISSUES: ["Logs"],
        Sieve.CONFLICTS: ["Promise"],
        Sieve.NOTES: [],
        Sieve.OPEN: ["Logs"],
    }
    assert view._chips.button(0).text() == "All 3"


def test_a_decision_of_a_meeting_is_read_here_and_changed_in_its_minutes(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    meeting = workspace.do(add_meeting, "Review", TODAY, account_id=accounts["Acme"])
    workspace.do(add_decision, meeting, "Weekly figure")
    view = log(window, accounts["Acme"])
    assert not view.details.form.isVisible()
    assert "Review" in view.details._minuted.text()
    press(qtbot, Qt.Key.Key_Delete)
    assert len(view.lines()) == 1
    press(qtbot, Qt.Key.Key_Return)
    assert window.page is not None
    assert (window.page.objectName(), window.page.target()) == ("meeting", meeting)


def test_undo_leads_to_the_line_of_the_log(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    first = workspace.do(add_log_entry, accounts["Acme"], LogKind.ISSUE, "Logs", TODAY)
    workspace.do(add_log_entry, accounts["Acme"], LogKind.NOTE, "Later", TODAY)
    workspace.do(resolve, first, "settled", TODAY)
    window.go("meetings")
    window.undo()
    QApplication.processEvents()
    view = window.findChild(LogView)
    assert view is not None
    line = view.list.line()
    assert line is not None
    assert (line.title, line.is_open) == ("Logs", True)


def test_enter_on_the_timeline_leads_to_the_line_of_the_log(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    workspace.do(add_log_entry, accounts["Acme"], LogKind.ISSUE, "Logs", TODAY)
    window.go("account", accounts["Acme"])
    next(entry for entry in window.all_entries() if entry.label == "Timeline").run()
    timeline = window.findChild(TimelineView)
    assert timeline is not None
    timeline.setFocus()
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    QApplication.processEvents()
    view = window.findChild(LogView)
    assert view is not None
    assert view.isVisible()
    assert view.list.line() is not None
