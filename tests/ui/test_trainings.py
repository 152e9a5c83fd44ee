"""The training plan by keys: done with the new level, booked, dropped, and the sum of the year."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages import window_over
from workbench.kernel.workspace import Workspace
from workbench.team.commands import add_member
from workbench.team.growing.commands import add_skill, edit_training, plan_training, set_level
from workbench.team.growing.queries import standing_of, trainings
from workbench.team.growing.ui.trainings import TrainingPage
from workbench.team.growth import TrainingStatus
from workbench.ui.announce import HEARD
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme


@pytest.fixture
def window(workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    ana = workspace.do(add_member, "Ana", is_me=True)
    skill = workspace.do(add_skill, "Negotiation")
    workspace.do(set_level, ana, skill, required=4, current=2)
    workspace.do(plan_training, ana, "Course", skill_id=skill, on=date(2026, 5, 4), hours=16.0, cost=900_00)
    made = window_over(workspace, "en", theme, tmp_path, qtbot)
    made.activateWindow()
    made.go("trainings")
    qtbot.waitUntil(lambda: page_of(made).table.listing_model.rowCount() == 1)
    page_of(made).table.setFocus()
    return made


def page_of(window: MainWindow) -> TrainingPage:
    assert isinstance(window.page, TrainingPage)
    return window.page


def level(workspace: Workspace) -> int:
    with workspace.read() as session:
        (only,) = trainings(session)
        standing = standing_of(session, only.member_id, only.skill_id or 0)
    assert standing is not None
    return standing.current


def status(workspace: Workspace) -> TrainingStatus:
    with workspace.read() as session:
        return trainings(session)[0].status


def test_space_asks_for_the_level_and_all_of_it_is_one_step(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    page = page_of(window)
    assert page._efforts.text() == "2026, all members: 0 h and €0 done, 16 h and €900 to come."
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.keyClicks(QApplication.focusWidget(), "4")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert (status(workspace), level(workspace)) == (TrainingStatus.DONE, 4)
    assert page._efforts.text() == "2026, all members: 16 h and €900 done, 0 h and €0 to come."
    window.undo()
    assert (status(workspace), level(workspace)) == (TrainingStatus.PLANNED, 2)


def test_b_books_and_d_drops(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    HEARD.clear()
    qtbot.keyClick(page_of(window).table, Qt.Key.Key_B)
    assert status(workspace) is TrainingStatus.BOOKED
    qtbot.keyClick(page_of(window).table, Qt.Key.Key_D)
    assert status(workspace) is TrainingStatus.DROPPED
    assert list(HEARD) == ["1 training is booked.", "1 training is dropped."]


def test_where_only_the_status_was_set_the_level_is_offered(window: MainWindow, workspace: Workspace) -> None:
    with workspace.read() as session:
        (only,) = trainings(session)
    HEARD.clear()
    workspace.do(edit_training, only.id, hours=12.0)
    assert list(HEARD) == []
    workspace.do(edit_training, only.id, status=TrainingStatus.DONE)
    assert list(HEARD) == ["The training is done."]
    assert level(workspace) == 2


def test_a_training_is_added_for_the_user_by_its_name(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    page_of(window).begin_new()
    qtbot.keyClicks(QApplication.focusWidget(), "Another")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    with workspace.read() as session:
        assert [(one.member, one.title) for one in trainings(session)] == [("Ana", "Course"), ("Ana", "Another")]
