"""One card in two windows: what is done in one is seen in the other, and nobody moves what was moved meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.kam.conftest import TODAY, Team
from tests.kam.test_board import promise, values
from tests.kam.test_board_view import CTRL, board_in, window_over
from workbench.action_items.commands import delete_actions
from workbench.action_items.model import State
from workbench.kam.board.ui.view import BoardView
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, open_portfolio
from workbench.ui.scenes import _run
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.widgets.ask import Ask

LEFT = Qt.MouseButton.LeftButton
GRIP = QPoint(20, 20)


@pytest.fixture
def key(workspace: Workspace, team: Team) -> int:
    promise(workspace, team, "Another", 5)
    return promise(workspace, team, "Report", 1)


@pytest.fixture
def window(workspace: Workspace, team: Team, key: int, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    return window_over(workspace, tmp_path, qtbot, team.account)


@pytest.fixture
def other(window: MainWindow) -> Iterator[MainWindow]:
    """The same account in a window of its own, as Ctrl+Enter opens it."""
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    found = [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, MainWindow) and one is not window and one.isVisible()
    ]
    assert len(found) == 1
    _run(found[0], "Team board")
    QApplication.processEvents()
    yield found[0]
    found[0].close()


def take(board: BoardView, key: int, column: int) -> QPoint:
    """Take a card up and hold it over a column; where it is held."""
    card = board.canvas.pieces[key]
    columns = board.canvas.plan.measures.columns
    over = GRIP + QPoint(columns[column].x - columns[0].x, 0)
    QTest.mousePress(card, LEFT, pos=GRIP)
    QTest.mouseMove(card, over)
    QApplication.processEvents()
    assert board.canvas.drag.is_on
    return over


def move_on(board: BoardView, key: int) -> None:
    board.canvas.stand_at(key)
    QTest.keyClick(board.canvas.stop(), Qt.Key.Key_Right, CTRL)
    QApplication.processEvents()


def test_a_card_that_is_moved_while_it_is_dragged_stays_where_it_was_put(
    window: MainWindow, other: MainWindow, key: int, workspace: Workspace
) -> None:
    mine, theirs = board_in(window), board_in(other)
    over = take(theirs, key, 2)
    move_on(mine, key)
    card = theirs.canvas.pieces[key]
    # the card has moved under the mouse, which has not
    held = over - QPoint(theirs.canvas.plan.measures.columns[1].x - theirs.canvas.plan.measures.columns[0].x, 0)
    QTest.mouseRelease(card, LEFT, pos=held)
    QApplication.processEvents()
    assert "“Report” was moved meanwhile, in another window." in other.notices.text
    assert not theirs.findChild(Ask).isVisible()  # type: ignore[union-attr]
    for board in (mine, theirs):
        shown = board.canvas.card(key)
        assert shown is not None
        assert shown.state is State.IN_PROGRESS
    assert workspace.undo_label == "Move cards"
    QTest.keyClick(theirs.canvas.stop(), Qt.Key.Key_Z, CTRL)
    assert values(workspace, key).state is State.TODO
    # nothing is left of it: the next drag is an ordinary one
    over = take(theirs, key, 1)
    QTest.mouseRelease(theirs.canvas.pieces[key], LEFT, pos=over)
    assert values(workspace, key).state is State.IN_PROGRESS


def test_a_card_that_goes_while_it_is_dragged_is_let_go_and_no_other_is_moved(
    window: MainWindow, other: MainWindow, key: int, workspace: Workspace
) -> None:
    theirs = board_in(other)
    over = take(theirs, key, 1)
    card = theirs.canvas.pieces[key]
    workspace.do(delete_actions, [key])
    QApplication.processEvents()
    assert not theirs.canvas.drag.is_on
    assert "“Report” was moved meanwhile" in other.notices.text
    QTest.mouseRelease(card, LEFT, pos=over)
    assert {one.state for one in theirs.board.cards} == {State.TODO}
    assert workspace.undo_label == "Delete actions"
    workspace.undo()
    over = take(theirs, key, 1)
    QTest.mouseRelease(theirs.canvas.pieces[key], LEFT, pos=over)
    assert values(workspace, key).state is State.IN_PROGRESS


def test_a_window_that_can_only_look_says_who_changes_the_file_before_it_asks(
    workspace: Workspace, team: Team, key: int, tmp_path: Path, qtbot: QtBot
) -> None:
    looking = open_portfolio(workspace.book.path, Access(clock_at(TODAY, "Europe/Madrid"), read_only=True))
    window = window_over(looking, tmp_path, qtbot, team.account)
    board = board_in(window)
    over = take(board, key, 2)
    QTest.mouseRelease(board.canvas.pieces[key], LEFT, pos=over)
    assert "small.portfolio is open elsewhere" in window.notices.text
    assert "You can look at it" in window.notices.text
    assert not board.findChild(Ask).isVisible()  # type: ignore[union-attr]
    window.notices.leave()
    move_on(board, key)
    assert "is open elsewhere" in window.notices.text
    assert values(workspace, key).state is State.TODO
    window.close()
    looking.close()
