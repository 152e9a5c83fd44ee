"""Recent changes and the trash: each change by day and name, what it did, and the way back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui.conftest import TODAY
from workbench.accounts.commands import delete_accounts, edit_account
from workbench.accounts.model import Account, Tier
from workbench.action_items.commands import add_action, delete_actions, edit_action
from workbench.action_items.model import ActionItem
from workbench.contacts.commands import add_person, delete_people, edit_person
from workbench.contacts.model import Person
from workbench.contacts.positions import ContactRole
from workbench.kernel.settings import COMPANY, Settings, change_setting
from workbench.kernel.workspace import Workspace
from workbench.portfolio.ui.changes_page import ChangesPage
from workbench.safety.ui.trash_page import TrashPage
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme


@pytest.fixture
def window(workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    return made_window(workspace, theme, tmp_path, qtbot, "en")


def made_window(workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot, language: str) -> MainWindow:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), language, theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    QApplication.processEvents()
    return made


def shown(window: MainWindow, page: str) -> ChangesPage:
    window.go(page)
    QApplication.processEvents()
    assert isinstance(window.page, ChangesPage)
    return window.page


def lines(page: ChangesPage) -> list[str]:
    model = page.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_changes_stand_under_their_day_with_time_name_and_author(window: MainWindow, workspace: Workspace) -> None:
    workspace.do(add_person, "Ana Cortés")
    page = shown(window, "history")
    day, newest, *_older = lines(page)
    assert "10 March" in day
    assert "Add person (Ana Cortés)" in newest
    assert len(lines(page)) == 5  # three accounts before


def test_a_change_tells_old_and_new_in_the_words_of_its_reader(
    workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace.do(edit_account, accounts["Acme"], tier=Tier.B, renewal_on=date(2026, 12, 1))
    page = shown(made_window(workspace, theme, tmp_path, qtbot, "es"), "history")
    assert "Acme – Renovación: 30 jun 2026 → 1 dic 2026" in page.said.text()
    assert "key" not in page.said.text()
    workspace.do(change_setting, COMPANY, "Velmar Equipos")
    assert "Velmar" not in page.said.text(), "a setting is no record, and its value is none of ours to print raw"


def test_an_older_change_is_reverted_by_one_key_and_newer_values_stay(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    workspace.do(edit_account, accounts["Acme"], sector="Food", website="first")
    workspace.do(edit_account, accounts["Acme"], website="second")
    page = shown(window, "history")
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_R)
    with workspace.read() as session:
        found = session.execute(select(Account.sector, Account.website).where(Account.id == accounts["Acme"])).one()
    assert tuple(found) == (None, "second")
    assert window.notices.text == "Undone: Edit account (Acme) Values that were edited since stay as they are."


def test_words_narrow_the_changes(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.do(add_person, "Ana Cortés")
    page = shown(window, "history")
    qtbot.keyClicks(page.filter, "cortes")
    qtbot.waitUntil(lambda: len(lines(page)) == 2)
    assert "Ana Cortés" in lines(page)[1]
    qtbot.keyClicks(page.filter, "zzz")
    qtbot.waitUntil(lambda: not lines(page))


def test_what_was_deleted_comes_back_with_its_links_although_other_changes_came_after(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    hugo = workspace.do(add_person, "Hugo Prieto", accounts["Acme"])
    workspace.do(delete_people, [hugo])
    workspace.do(edit_account, accounts["Acme"], sector="newer")
    page = shown(window, "trash")
    assert isinstance(page, TrashPage)
    assert ["Delete people (Hugo Prieto)" in line for line in lines(page)] == [False, True]
    qtbot.keyClick(page.list, Qt.Key.Key_R)
    with workspace.read() as session:
        assert session.scalar(select(Person.name)) == "Hugo Prieto"
        assert session.scalar(select(ContactRole.account_id)) == accounts["Acme"]
        assert session.scalar(select(Account.sector).where(Account.id == accounts["Acme"])) == "newer"
    assert lines(page) == []


def test_one_gesture_is_one_line_in_the_trash(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    people = [workspace.do(add_person, name, accounts["Acme"]) for name in ("Ana", "Berta", "Carla")]
    workspace.do(delete_people, people)
    page = shown(window, "trash")
    assert "Delete people (3)" in lines(page)[1]
    assert len(lines(page)) == 2
    assert "Berta was deleted" in page.said.text()


def test_a_deleted_account_is_called_by_its_name_whatever_went_with_it(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    for title in ("One", "Two"):
        workspace.do(add_action, title, TODAY, account_id=accounts["Umbrella"])
    workspace.do(delete_accounts, [accounts["Umbrella"]])
    assert "Delete accounts (Umbrella)" in lines(shown(window, "trash"))[1]


def test_reverting_twice_is_said_and_changes_nothing(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    action = workspace.do(add_action, "Send offer", TODAY, account_id=accounts["Acme"])
    workspace.do(delete_actions, [action])
    deleted = workspace.stacks().done[-1].id
    workspace.revert(deleted)
    workspace.do(edit_action, action, title="Send the offer")
    page = shown(window, "history")
    page.list.setCurrentIndex(page.model.index(page.model.row_of(deleted), 0))
    page.take_back()
    assert window.notices.text == "There is nothing left to take back: it was taken back or edited since."
    with workspace.read() as session:
        assert session.scalar(select(ActionItem.title)) == "Send the offer"


def test_a_person_named_in_the_change_is_named_by_word_and_not_by_number(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    ana = workspace.do(add_person, "Ana")
    action = workspace.do(add_action, "Send offer", TODAY, account_id=accounts["Acme"])
    workspace.do(edit_action, action, person_id=ana)
    workspace.do(edit_person, ana, name="Ana Cortés")
    page = shown(window, "history")
    page.list.walk(1)
    assert "– → Ana Cortés" in page.said.text()


def test_letters_are_verbs_as_soon_as_the_page_is_there(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    page = shown(window, "history")
    qtbot.waitUntil(page.list.hasFocus)


def answer(key: Qt.Key) -> Callable[[], None]:
    """Press a key in the question that will be asked."""

    def press() -> None:
        asked = QApplication.activeModalWidget()
        assert asked is not None
        QTest.keyClick(asked.focusWidget() or asked, key)

    return press


def test_the_trash_is_emptied_only_by_who_is_sure(
    window: MainWindow, accounts: dict[str, int], workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.do(delete_accounts, [accounts["Acme"]])
    page = shown(window, "trash")
    # Enter presses what is safe
    QTimer.singleShot(0, answer(Qt.Key.Key_Return))
    page.findChild(QPushButton, "trash.empty").click()
    assert page.model.count() == 1
    QTimer.singleShot(0, answer(Qt.Key.Key_Backtab))
    QTimer.singleShot(50, answer(Qt.Key.Key_Space))
    page.findChild(QPushButton, "trash.empty").click()
    qtbot.waitUntil(lambda: page.model.count() == 0)
    assert window.notices.text == "1 record was forgotten."
    assert workspace.undo_label == "Add account"


def test_an_empty_trash_is_not_asked_about(window: MainWindow, qtbot: QtBot) -> None:
    page = shown(window, "trash")
    page.findChild(QPushButton, "trash.empty").click()
    qtbot.waitUntil(lambda: window.notices.text == "The trash is empty.")
