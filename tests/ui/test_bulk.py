"""Several records at once: the bar that comes with them, and one step for each of its verbs."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui.conftest import TODAY
from workbench.accounts.model import Account
from workbench.action_items.commands import add_action
from workbench.action_items.model import ActionItem, State
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.team.commands import add_member
from workbench.ui.app import build_window
from workbench.ui.list_page import ListPage
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    for title in ("Call", "Write", "Visit"):
        workspace.do(add_action, title, TODAY, due=TODAY)
    workspace.do(add_member, "Óscar Landa")
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1400, 800)
    made.go("accounts")
    made.show()
    return made


def listed(window: MainWindow, page: str) -> ListPage:
    window.go(page)
    assert isinstance(window.page, ListPage)
    return window.page


def verb(page: ListPage, label: str) -> QAbstractButton:
    return next(made for made in page.bulk.buttons if made.text() == label)


def answer(qtbot: QtBot, text: str) -> None:
    line = QApplication.focusWidget()
    assert line is not None
    assert line.objectName() == "ask.line"
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def tags(workspace: Workspace) -> list[str | None]:
    with workspace.read() as session:
        return list(session.scalars(select(Account.tags).order_by(Account.name)))


def actions(workspace: Workspace) -> list[ActionItem]:
    with workspace.read() as session:
        return list(session.scalars(select(ActionItem).order_by(ActionItem.id)))


def test_the_bar_comes_with_the_second_record_and_goes_with_esc(window: MainWindow, qtbot: QtBot) -> None:
    page = listed(window, "accounts")
    assert not page.bulk.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.bulk.count.text() == "2 selected"
    assert page.bulk.isVisible()
    assert not page.filters.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert not page.bulk.isVisible()
    assert page.filters.isVisible()
    assert len(page.table.selected_keys()) == 1


def test_x_chooses_one_by_one_and_ctrl_a_all(window: MainWindow, qtbot: QtBot) -> None:
    page = listed(window, "accounts")
    keys = page.model.keys()
    qtbot.keyClick(page.table, Qt.Key.Key_Home)
    qtbot.keyClick(page.table, Qt.Key.Key_X)
    page.table.selectionModel().setCurrentIndex(
        page.model.index(2, 0), page.table.selectionModel().SelectionFlag.NoUpdate
    )
    qtbot.keyClick(page.table, Qt.Key.Key_X)
    assert page.table.selected_keys() == [keys[0], keys[2]]
    qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL)
    assert page.bulk.count.text() == "3 selected"


def test_home_and_end_go_to_the_first_and_last_row(window: MainWindow, qtbot: QtBot) -> None:
    page = listed(window, "accounts")
    qtbot.keyClick(page.table, Qt.Key.Key_End)
    assert page.table.currentIndex().row() == 2
    qtbot.keyClick(page.table, Qt.Key.Key_Home)
    assert page.table.currentIndex().row() == 0


def test_a_tag_for_all_is_one_step(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    page = listed(window, "accounts")
    qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(verb(page, "Set tag"), Qt.Key.Key_Space)
    answer(qtbot, "north")
    assert tags(workspace) == ["north"] * 3
    assert workspace.stacks().done[-1].label == "Set tag"
    window.undo()
    assert tags(workspace) == [None] * 3


def test_what_makes_no_sense_is_said_under_the_line(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    page = listed(window, "actions")
    qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL)
    before = len(workspace.stacks().done)
    qtbot.keyClick(verb(page, "Move due date"), Qt.Key.Key_Space)
    answer(qtbot, "31 Feb")
    line = QApplication.focusWidget()
    assert line is not None
    assert line.objectName() == "ask.line"
    assert len(workspace.stacks().done) == before
    qtbot.keyClick(line, Qt.Key.Key_Escape)


def test_actions_are_moved_handed_over_and_ticked_together(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    page = listed(window, "actions")
    qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(verb(page, "Move due date"), Qt.Key.Key_Space)
    answer(qtbot, "+3")
    assert {action.due for action in actions(workspace)} == {TODAY + timedelta(days=3)}
    page.table.selectAll()
    qtbot.keyClick(verb(page, "Set owner"), Qt.Key.Key_Space)
    answer(qtbot, "oscar")
    assert all(action.member_id for action in actions(workspace))
    page.table.selectAll()
    qtbot.keyClick(verb(page, "Tick"), Qt.Key.Key_Space)
    assert {action.state for action in actions(workspace)} == {State.DONE}
    for _ in range(3):
        window.undo()
    assert {(a.due, a.state, a.member_id) for a in actions(workspace)} == {(date(2026, 3, 10), State.TODO, None)}


def test_deleting_several_is_one_step(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    page = listed(window, "actions")
    qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert actions(workspace) == []
    window.undo()
    assert len(actions(workspace)) == 3
