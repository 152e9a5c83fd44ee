"""The alerts of an account: Enter answers one, and then it is gone; O opens its record."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from workbench.accounts.commands import add_account, edit_account
from workbench.action_items.commands import add_action, reschedule
from workbench.action_items.model import ActionItem, State
from workbench.capture.ui.line import CaptureLine
from workbench.contacts.commands import add_person, add_seat, assess
from workbench.contacts.positions import Attitude, BuyingRole, Seat
from workbench.kam.attention.alerts import Why
from workbench.kam.attention.queries import alerts_of
from workbench.kam.attention.ui.alerts_view import AlertsView
from workbench.kam.model import Letter, Request
from workbench.kam.raci.commands import set_letter
from workbench.kam.raci.views import Place, Work
from workbench.kam.requests.commands import ask_department
from workbench.kam.workstreams.commands import add_workstream
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.team.assignments import TeamRole
from workbench.team.commands import add_department, add_member, assign
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
    assert isinstance(line, QLineEdit | CaptureLine)
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


def neglected(workspace: Workspace, key: int, days: int, **rhythm: int) -> None:
    workspace.do(edit_account, key, last_contact_on=TODAY - timedelta(days), **rhythm)


def moved(workspace: Workspace, key: int, *days: int) -> None:
    action = workspace.do(add_action, "Offer", account_id=key, due=TODAY + timedelta(5))
    for more in days:
        workspace.do(reschedule, [action], TODAY + timedelta(5 + more))


def promised(workspace: Workspace, key: int, due: date, **more: object) -> int:
    return workspace.do(add_action, "Report", account_id=key, due=due, **more)


def asked(workspace: Workspace, key: int, due: date) -> None:
    made = workspace.do(add_department, "Finance", "FIN")
    workspace.do(ask_department, made, "Limit", TODAY - timedelta(9), account_id=key, promised_for=due)


def overloaded(workspace: Workspace, key: int) -> None:
    busy = workspace.do(add_member, "Andrés Molina", hours_per_week=40.0)
    workspace.do(assign, key, busy, TeamRole.CORE, hours_per_week=10.0)
    workspace.do(add_member, "Julia Sanz", hours_per_week=40.0)
    promised(workspace, key, TODAY, member_id=busy, effort=12.0, state=State.IN_PROGRESS)


def unaccompanied(workspace: Workspace, key: int) -> None:
    person = workspace.do(add_person, "Tomás Vidal", key)
    workspace.do(assess, person, key, TODAY, Attitude.SUPPORTS, buying_role=BuyingRole.DECIDES)


def unmanned(workspace: Workspace, key: int) -> None:
    legal = workspace.do(add_department, "Legal", "LEG")
    workspace.do(add_member, "Silvia Pons", department_id=legal)
    stream = workspace.do(add_workstream, key, "Terms")
    workspace.do(set_letter, Place(Work.WORKSTREAM, stream, legal), Letter.RESPONSIBLE)


STUCK = {"blocked_reason": "No logs", "waiting_since": TODAY - timedelta(2)}
LONG = {**STUCK, "waiting_since": TODAY - timedelta(9)}
# for each reason there is: what brings it about, and what is typed to answer it
REASONS: dict[Why, tuple[Callable[[Workspace, int], object], str]] = {
    Why.SILENT: (lambda made, key: neglected(made, key, 91), ""),
    Why.SILENT_BEYOND_RHYTHM: (lambda made, key: neglected(made, key, 60, rhythm_days=30), ""),
    Why.MOVED: (lambda made, key: moved(made, key, 2, 4), "+30"),
    Why.LATER: (lambda made, key: moved(made, key, 15), "+30"),
    Why.VACANT: (lambda made, key: made.do(add_seat, key, "Operations"), "Nuria"),
    Why.UNACCOMPANIED: (unaccompanied, "Julia"),
    Why.UNMANNED: (unmanned, "Silvia"),
    Why.BLOCKED: (lambda made, key: promised(made, key, TODAY + timedelta(30), **LONG), "To T. Vidal"),
    Why.OVER_CAPACITY: (overloaded, "Julia"),
    Why.NOT_BEGUN: (lambda made, key: promised(made, key, TODAY), ""),
    Why.STUCK: (lambda made, key: promised(made, key, TODAY + timedelta(1), **STUCK), "To T. Vidal"),
    Why.UNANSWERED: (lambda made, key: asked(made, key, TODAY), "+20"),
    Why.OVERDUE: (lambda made, key: asked(made, key, TODAY - timedelta(2)), "Yes, 200 k"),
}


def test_the_action_that_every_alert_offers_takes_it_away_and_undo_brings_it_back(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    assert {*REASONS} == {*Why}
    workspace.do(add_member, "Julia Sanz")
    for why, (bring_about, typed) in REASONS.items():
        key = workspace.do(add_account, f"Account {why.value}")
        bring_about(workspace, key)
        view = alerts(window, key)
        before = view.alerts()
        assert [alert.why for alert in before] == [why], why
        press(qtbot, Qt.Key.Key_Return)
        answer(qtbot, typed)
        with workspace.read() as session:
            assert alerts_of(session, key, TODAY) == (), why
        window.undo()
        with workspace.read() as session:
            assert alerts_of(session, key, TODAY) == before, why


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
    hint, line = view._ask.line.placeholderText(), view._ask.line
    assert line.fontMetrics().horizontalAdvance(hint) <= line.contentsRect().width() - 20, (
        "the hint is to be read whole"
    )
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
