"""Undo leads to where it was done, says what it was, and takes back many steps at once."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui.conftest import TODAY
from workbench.accounts.commands import edit_account
from workbench.accounts.model import Account
from workbench.action_items.commands import add_action, edit_action
from workbench.contacts.commands import add_person, delete_people, edit_person
from workbench.contacts.model import Person
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_agenda_point, add_meeting
from workbench.plans.commands import start_plan
from workbench.portfolio.places import belongs_to, place_of
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.shell.undo_list import UndoList
from workbench.ui.theme import Theme


@pytest.fixture
def window(workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.go("today")
    made.show()
    QApplication.processEvents()
    return made


def sector(workspace: Workspace, key: int) -> str | None:
    with workspace.read() as session:
        return session.scalar(select(Account.sector).where(Account.id == key))


def test_undo_goes_to_the_record_that_changed(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    person = workspace.do(add_person, "Ana Cortés", accounts["Acme"])
    workspace.do(edit_person, person, note="likes short meetings")
    window.go("settings")
    window.undo()
    assert (window.page.objectName(), window.page.target()) == ("contacts", person)
    assert window.notices.text == "Undone: Edit person (Ana Cortés)"


def test_undo_stays_where_it_can_be_seen(window: MainWindow, workspace: Workspace, accounts: dict[str, int]) -> None:
    action = workspace.do(add_action, "Send offer", TODAY, account_id=accounts["Acme"], due=TODAY)
    workspace.do(edit_action, action, title="Send the offer")
    window.undo()
    assert window.page.objectName() == "today"
    workspace.do(edit_action, action, title="Send the offer")
    window.go("account", accounts["Acme"])
    window.page.show_tab(4)
    window.undo()
    assert window.page.objectName() == "account"
    window.go("account", accounts["Umbrella"])
    window.redo()
    assert (window.page.objectName(), window.page.target()) == ("actions", action)


def test_what_is_gone_by_the_undo_leads_nowhere(window: MainWindow, workspace: Workspace) -> None:
    workspace.do(add_person, "Somebody")
    window.go("settings")
    window.undo()
    assert window.page.objectName() == "settings"


def test_parts_lead_to_what_they_belong_to(workspace: Workspace, accounts: dict[str, int]) -> None:
    meeting = workspace.do(add_meeting, "Review", TODAY, account_id=accounts["Acme"])
    point = workspace.do(add_agenda_point, meeting, "First")
    plan = workspace.do(start_plan, accounts["Acme"], "Plan", TODAY, date(2027, 12, 31))
    with workspace.read() as session:
        assert place_of(session, {"agenda_point": frozenset({point})}) == ("meeting", meeting)
        assert place_of(session, {"plan": frozenset({plan})}) == ("account", accounts["Acme"])
        assert place_of(session, {"agenda_point": frozenset({1})}) is None
        assert belongs_to(session, {"agenda_point": frozenset({point})}, accounts["Acme"])
        assert not belongs_to(session, {"agenda_point": frozenset({point})}, accounts["Umbrella"])


def test_the_list_takes_back_everything_down_to_the_chosen_step(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    for said in ("one", "two", "three"):
        workspace.do(edit_account, accounts["Acme"], sector=said)
    qtbot.keyClick(window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    shown = window.findChild(UndoList)
    assert shown.isVisible()
    assert shown.list.hasFocus()
    qtbot.keyClick(shown.list, Qt.Key.Key_Down)
    assert len(shown.list.selectionModel().selectedRows()) == 2
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    assert sector(workspace, accounts["Acme"]) == "one"
    assert window.notices.text == "2 steps taken back."
    window.redo()
    window.redo()
    assert sector(workspace, accounts["Acme"]) == "three"


def test_an_empty_undo_list_says_so_and_escape_leaves_it(
    workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.show()
    made.show_undo_list()
    shown = made.findChild(UndoList)
    assert "There is nothing to take back yet." in [label.text() for label in shown.findChildren(QLabel)]
    assert not shown.list.isVisible()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_the_notice_of_a_deletion_brings_back_just_that(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    person = workspace.do(add_person, "Hugo Prieto", accounts["Acme"])
    window.go("contacts", person)
    window.page.delete_chosen()
    assert window.notices.text == "“Hugo Prieto” is in the trash."
    workspace.do(edit_account, accounts["Acme"], sector="newer")
    window.notices.act()
    with workspace.read() as session:
        assert session.scalars(select(Person.name)).all() == ["Hugo Prieto"]
    assert sector(workspace, accounts["Acme"]) == "newer"
    assert workspace.do(delete_people, [person]) is None


def test_steps_are_called_by_what_they_did_to_whom(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    people = [workspace.do(add_person, name, accounts["Acme"]) for name in ("Ana", "Berta", "Carla")]
    assert said_undo(window) == "Undo add person (Carla)"
    workspace.do(delete_people, people[:1])
    assert said_undo(window) == "Undo delete people (Ana)"
    workspace.do(delete_people, people[1:])
    assert said_undo(window) == "Undo delete people (2)"


def said_undo(window: MainWindow) -> str:
    return next(entry.said() for entry in window._menus.own() if entry.label == "Undo" and entry.said)
