"""The alerts of an account: Enter answers one, and then it is gone; O opens its record."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from workbench.action_items.commands import add_action
from workbench.action_items.model import ActionItem, State
from workbench.contacts.commands import add_seat
from workbench.contacts.positions import Seat
from workbench.kam.attention.ui.alerts_view import AlertsView
from workbench.kam.model import Request
from workbench.kam.requests.commands import ask_department
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.team.commands import add_department
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import Said

TODAY = date(2026, 3, 10)


@pytest.fixture
def window(workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def run(window: MainWindow, label: str) -> None:
    next(entry for entry in window.all_entries() if entry.label == label).run()


def alerts(window: MainWindow, account: int) -> AlertsView:
    window.go("account", account)
    run(window, "Team board")
    run(window, "Alerts")
    found = window.findChild(AlertsView)
    assert isinstance(found, AlertsView)
    return found


def press(qtbot: QtBot, key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key)


def answer(qtbot: QtBot, text: str) -> None:
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()


def texts(view: AlertsView) -> list[str]:
    return [line.accessibleName() for line in view.lines()]


def test_each_alert_is_answered_by_enter_and_one_line(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    key = accounts["Acme"]
    blocked = workspace.do(
        add_action, "Root cause", account_id=key, blocked_reason="No logs", waiting_since=TODAY - timedelta(9)
    )
    promise = workspace.do(add_action, "Send the offer", account_id=key, due=TODAY)
    seat = workspace.do(add_seat, key, "Operations")
    view = alerts(window, key)
    assert texts(view) == [
        "Root cause, Blocked for 9 days: No logs, Warning",
        "Send the offer, Due on Tue 10 Mar, not begun, and nobody owns it., Urgent",
        "Operations, Nobody is known on this seat., Warning",
    ]
    assert view.lines()[0].hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    answer(qtbot, "To T. Vidal: release the logs")
    assert window.notices.text == (
        "Escalated. No meeting of the team is planned that could talk of it. "
        "Nobody here is called “T. Vidal”; the name is kept as text."
    )
    assert view.lines()[0].hasFocus()  # the next one took its place
    press(qtbot, Qt.Key.Key_Return)
    answer(qtbot, "")
    press(qtbot, Qt.Key.Key_Return)
    answer(qtbot, "Tomas Vidal")
    assert view.alerts() == ()
    with workspace.read() as session:
        assert session.get_one(ActionItem, blocked).escalated_on == TODAY
        assert session.get_one(ActionItem, promise).state is State.IN_PROGRESS
        assert session.get_one(Seat, seat).person_id is not None
    window.undo()
    QApplication.processEvents()
    assert [alert.subject.name for alert in view.alerts()] == ["Operations"]


def test_what_a_department_says_is_a_new_day_or_the_answer(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    finance = workspace.do(add_department, "Finance", "FIN")
    for title in ("Credit limit", "Margin"):
        request = workspace.do(
            ask_department, finance, title, TODAY - timedelta(5), account_id=accounts["Acme"], promised_for=TODAY
        )
    view = alerts(window, accounts["Acme"])
    press(qtbot, Qt.Key.Key_Return)
    answer(qtbot, "20/3")
    press(qtbot, Qt.Key.Key_Return)
    answer(qtbot, "18 per cent")
    assert view.alerts() == ()
    with workspace.read() as session:
        assert session.get_one(Request, request).answer == "18 per cent"


def test_an_answer_that_makes_no_sense_is_told_under_the_line_and_changes_nothing(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    workspace.do(add_action, "Send the offer", account_id=accounts["Acme"], due=TODAY)
    view = alerts(window, accounts["Acme"])
    press(qtbot, Qt.Key.Key_Return)
    answer(qtbot, "31/2")
    assert view._ask.isVisible()
    assert len(view.alerts()) == 1
    press(qtbot, Qt.Key.Key_Escape)
    assert view.lines()[0].hasFocus()


def test_the_chosen_alert_stays_to_be_seen_and_undo_leads_back_to_the_one_that_was_answered(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    for title in ("First", "Second", "Third"):
        workspace.do(add_action, title, account_id=accounts["Acme"], due=TODAY)
    view = alerts(window, accounts["Acme"])

    def chosen() -> list[str]:
        return [line.title for line in view.lines() if line.accessibleDescription() == "chosen"]

    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert chosen() == ["Second"], "also while the question has the keys"
    answer(qtbot, "")
    assert chosen() == ["Third"]
    window.undo()
    QApplication.processEvents()
    assert chosen() == ["Second"]
    assert view.lines()[1].hasFocus()


def test_o_opens_the_record(window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot) -> None:
    workspace.do(add_action, "Send the offer", account_id=accounts["Acme"], due=TODAY)
    alerts(window, accounts["Acme"])
    press(qtbot, Qt.Key.Key_O)
    assert window.page is not None
    assert window.page.objectName() == "actions"


def test_a_seat_is_opened_on_the_page_of_its_account(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    workspace.do(add_seat, accounts["Acme"], "Operations")
    alerts(window, accounts["Acme"])
    press(qtbot, Qt.Key.Key_O)
    page = window.page
    assert page is not None
    assert (page.objectName(), page.state()["tab"]) == ("account", 2)


def test_a_quiet_account_says_so(window: MainWindow, accounts: dict[str, int]) -> None:
    view = alerts(window, accounts["Acme"])
    assert not view._empty.isHidden()


def test_a_threshold_is_typed_in_settings_and_told_in_a_sentence_when_it_makes_no_sense(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    window.go("settings")
    assert window.page is not None
    field = window.page.findChild(QLineEdit, "settings.attention_blocked_days")
    assert isinstance(field, QLineEdit)
    complaint = window.page.findChild(Said, "settings.attention_blocked_days.why")
    assert isinstance(complaint, Said)
    said = []
    for text in ("0", "soon", "99999999999999999999", "12"):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        said.append(complaint.text() if complaint.isVisible() else "")
    assert said == [
        "“0” will not do: this goes from 1 to 365. Nothing was changed.",
        "“soon” is no number. The old value stays.",
        "“99999999999999999999” is no number. The old value stays.",
        "",
    ]
    workspace.undo()
    QApplication.processEvents()
    field.clearFocus()
    assert field.text() == "5"
