"""The requests of an account by keys alone: ask, accept, answer, refuse, escalate, and back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.kam.conftest import TODAY, Team
from workbench.action_items.commands import add_action
from workbench.kam.model import RequestState
from workbench.kam.requests.commands import answer_request, ask_department
from workbench.kam.requests.queries import cards
from workbench.kam.requests.ui.ask_card import AskCard
from workbench.kam.requests.ui.details import RequestDetails
from workbench.kam.requests.ui.view import RequestsPage
from workbench.kam.requests.views import RequestCard
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.papers.ui.print_page import PrintPage
from workbench.ui import dialogs
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(workspace: Workspace, team: Team, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> MainWindow:
    load_fonts()
    theme = Theme("light")
    theme.apply(qapp)
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.go("account", team.account)
    next(entry for entry in made.all_entries() if entry.label == "Team board").run()
    next(entry for entry in made.all_entries() if entry.label == "Requests").run()
    QApplication.processEvents()
    return made


def page(window: MainWindow) -> RequestsPage:
    return window.page.findChild(RequestsPage)  # type: ignore[union-attr]


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, held)


def write(qtbot: QtBot, text: str) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    qtbot.keyClicks(focused, text)


def only(workspace: Workspace, team: Team) -> RequestCard:
    with workspace.read() as session:
        found = cards(session, team.account)
    assert len(found) == 1
    return found[0]


def asked(window: MainWindow, workspace: Workspace, team: Team) -> RequestsPage:
    """One request, under the cursor."""
    shown = page(window)
    key = window.desk.workspace.do(ask_department, team.service, "Spare kit", TODAY, account_id=team.account)
    shown.table.show_key(key)
    shown.table.setFocus()
    return shown


def test_a_department_is_asked_by_keys(window: MainWindow, workspace: Workspace, team: Team, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_N, CTRL | SHIFT)
    card = window.findChild(AskCard)
    assert card is not None
    write(qtbot, "Aft")
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "Spare-parts kit")
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "sat")
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "Two of each, in the van")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    found = only(workspace, team)
    assert found.details == "Two of each, in the van"
    assert (found.title, found.department, found.member) == ("Spare-parts kit", "After-sales", "Andrés Molina")
    assert found.promised_for is not None
    assert found.promised_for.isoformat() == "2026-03-16"
    assert "Sat 14 Mar is a weekend: Mon 16 Mar counts." in window.notices.text
    assert QApplication.focusWidget() is page(window).table


def test_what_is_missing_is_said_and_nothing_is_asked(
    window: MainWindow, workspace: Workspace, team: Team, qtbot: QtBot
) -> None:
    press(qtbot, Qt.Key.Key_N, CTRL | SHIFT)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    card = window.findChild(AskCard)
    assert card is not None
    assert card._why.text() == "Write in a few words what you ask for."
    write(qtbot, "Kit")
    card.when.setText("the day after never")
    press(qtbot, Qt.Key.Key_Return)
    assert "not a day" in card._why.text()
    press(qtbot, Qt.Key.Key_Escape)
    with workspace.read() as session:
        assert cards(session) == []


def test_a_request_goes_its_way_by_single_keys(
    window: MainWindow, workspace: Workspace, team: Team, qtbot: QtBot
) -> None:
    asked(window, workspace, team)
    press(qtbot, Qt.Key.Key_A)
    write(qtbot, "fri")
    press(qtbot, Qt.Key.Key_Return)
    assert only(workspace, team).state is RequestState.ACCEPTED
    press(qtbot, Qt.Key.Key_B)
    write(qtbot, "No parts")
    press(qtbot, Qt.Key.Key_Return)
    assert only(workspace, team).blocked_reason == "No parts"
    press(qtbot, Qt.Key.Key_E)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    found = only(workspace, team)
    assert found.state is RequestState.ESCALATED
    assert "It was promised for Friday 13 March." in (found.escalation or "")
    press(qtbot, Qt.Key.Key_R)
    write(qtbot, "Here it is")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert (only(workspace, team).state, only(workspace, team).answer) == (RequestState.ANSWERED, "Here it is")
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Z, CTRL)
    assert only(workspace, team).state is RequestState.ASKED


def test_a_refusal_asks_for_its_reason(window: MainWindow, workspace: Workspace, team: Team, qtbot: QtBot) -> None:
    asked(window, workspace, team)
    press(qtbot, Qt.Key.Key_N)
    press(qtbot, Qt.Key.Key_Return)
    assert only(workspace, team).state is RequestState.ASKED
    write(qtbot, "No budget")
    press(qtbot, Qt.Key.Key_Return)
    assert (only(workspace, team).state, only(workspace, team).answer) == (RequestState.REFUSED, "No budget")


def test_the_mails_below_an_answer_come_when_they_are_asked_for(
    window: MainWindow, workspace: Workspace, team: Team
) -> None:
    shown = asked(window, workspace, team)
    key = only(workspace, team).id
    window.desk.workspace.do(answer_request, key, "<b>Yes</b>\n\nOn Monday Carla wrote:\n> Can you?", TODAY)
    details = shown.details
    assert isinstance(details, RequestDetails)
    assert details._answer.text() == "<b>Yes</b>"
    details._all.click()
    assert details._answer.text().endswith("> Can you?")
    assert details._all.text() == "Show less"


def test_undo_leads_to_the_request(window: MainWindow, workspace: Workspace, team: Team, qtbot: QtBot) -> None:
    asked(window, workspace, team)
    press(qtbot, Qt.Key.Key_N)
    write(qtbot, "No budget")
    press(qtbot, Qt.Key.Key_Return)
    window.go("today")
    window.undo()
    assert window.page is not None
    assert window.page.objectName() == "account"
    assert page(window).isVisible()
    assert page(window).table.current_key() == only(workspace, team).id


def test_the_ask_is_printed_and_drafted_from_the_list(
    window: MainWindow,
    workspace: Workspace,
    team: Team,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    asked(window, workspace, team)
    press(qtbot, Qt.Key.Key_P)
    shown = window.page
    assert isinstance(shown, PrintPage)
    assert shown.target() == ("ask", only(workspace, team).id)
    qtbot.waitUntil(lambda: bool(shown._pdf), timeout=20_000)
    target = tmp_path / "ask.eml"
    monkeypatch.setattr(dialogs, "file_to_write", lambda *_: target)
    next(entry for entry in window.all_entries() if entry.label == "Mail draft…").run()
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: "Nobody of After-sales has an e-mail address" in window.notices.text)
    assert b"X-Unsent: 1" in target.read_bytes()


def test_a_department_is_asked_for_what_an_action_needs(
    window: MainWindow, workspace: Workspace, team: Team, qtbot: QtBot
) -> None:
    action = workspace.do(
        add_action, "Root cause", TODAY, account_id=team.account, member_id=team.andres, due=date(2026, 3, 13)
    )
    window.go("actions", action)
    press(qtbot, Qt.Key.Key_Q)
    card = window.findChild(AskCard)
    assert card is not None
    assert (card.what.text(), card.department.currentText(), card.when.text()) == (
        "Root cause",
        "After-sales",
        "13 Mar 2026",
    )
    press(qtbot, Qt.Key.Key_Return, CTRL)
    found = only(workspace, team)
    assert (found.action, found.account, found.promised_for) == ("Root cause", "Iberlogística Grupo", date(2026, 3, 13))


def test_an_action_without_an_account_asks_nobody(
    window: MainWindow, workspace: Workspace, team: Team, qtbot: QtBot
) -> None:
    action = workspace.do(add_action, "Tidy up", TODAY, member_id=team.andres)
    window.go("actions", action)
    press(qtbot, Qt.Key.Key_Q)
    assert window.findChild(AskCard) is None
    assert "“Tidy up” belongs to no account." in window.notices.text


def test_the_chips_count_anew_when_a_request_is_answered(
    window: MainWindow, workspace: Workspace, team: Team, qtbot: QtBot
) -> None:
    shown = asked(window, workspace, team)
    chip = shown.filters.buttons[0]
    qtbot.waitUntil(lambda: chip.text() == "Open ones 1")
    workspace.do(answer_request, only(workspace, team).id, "Yes", TODAY)
    qtbot.waitUntil(lambda: chip.text() == "Open ones")
