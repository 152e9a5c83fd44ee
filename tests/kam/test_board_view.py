"""The board in the window: keys, the mouse, what is painted again, and what a screen reader is told."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.kam.conftest import TODAY, Team
from tests.kam.test_board import promise, seen, values
from workbench.action_items.commands import edit_action
from workbench.action_items.model import ActionItem, State
from workbench.kam.board.arranging import Narrowing
from workbench.kam.board.cards import Group
from workbench.kam.board.commands import escalate
from workbench.kam.board.past import past_of
from workbench.kam.board.ui.view import BoardView
from workbench.kam.model import Letter
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_meeting
from workbench.ui.announce import HEARD
from workbench.ui.app import build_window
from workbench.ui.scenes import _run
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts
from workbench.ui.widgets.ask import Ask

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def keys(workspace: Workspace, team: Team) -> dict[str, int]:
    """Four cards of two departments by title."""
    return {
        "Report": promise(workspace, team, "Report", 1),
        "Rota": promise(workspace, team, "Rota", 2),
        "Offer": promise(workspace, team, "Offer", 1, member_id=team.carla, state=State.IN_PROGRESS),
        "Credit": promise(workspace, team, "Credit", 4, member_id=team.berta),
    }


def window_over(workspace: Workspace, folder: Path, qtbot: QtBot, account: int) -> MainWindow:
    load_fonts()
    theme = Theme("light")
    theme.apply(QApplication.instance())  # type: ignore[arg-type]
    made = build_window(workspace, Settings(folder / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1366, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.go("account", account)
    _run(made, "Team board")
    QApplication.processEvents()
    return made


@pytest.fixture
def window(workspace: Workspace, team: Team, keys: dict[str, int], tmp_path: Path, qtbot: QtBot) -> MainWindow:
    assert keys
    return window_over(workspace, tmp_path, qtbot, team.account)


def board_in(window: MainWindow) -> BoardView:
    found = window.findChild(QWidget, "board")
    assert isinstance(found, BoardView)
    return found


@pytest.fixture
def board(window: MainWindow, keys: dict[str, int]) -> BoardView:
    made = board_in(window)
    made.canvas.stand_at(keys["Report"])
    made.canvas.take_keys()
    return made


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)
    QApplication.processEvents()


def write(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)
    press(Key.Key_Return)


def test_arrows_walk_from_card_to_card(board: BoardView, keys: dict[str, int]) -> None:
    press(Key.Key_Down)
    assert board.canvas.current == keys["Rota"]
    press(Key.Key_Down)
    assert board.canvas.current == keys["Credit"]
    press(Key.Key_Home)
    assert board.canvas.current == keys["Offer"]
    press(Key.Key_J)
    assert board.canvas.current == keys["Report"]
    assert QApplication.focusWidget() is board.canvas.pieces[keys["Report"]]


def test_a_card_moves_by_keys_and_says_where_it_stands(
    board: BoardView, keys: dict[str, int], workspace: Workspace
) -> None:
    HEARD.clear()
    press(Key.Key_Right, CTRL)
    assert values(workspace, keys["Report"]).state is State.IN_PROGRESS
    assert list(HEARD) == ["Moved to In progress, After-sales, 1 of 1"]
    assert QApplication.focusWidget() is board.canvas.pieces[keys["Report"]]
    press(Key.Key_Right, CTRL)
    write("Óscar")
    assert values(workspace, keys["Report"]).waiting_for == "Óscar"
    press(Key.Key_Right, CTRL)
    assert values(workspace, keys["Report"]).state is State.DONE
    assert board.canvas.current == keys["Rota"]
    press(Key.Key_Z, CTRL)
    assert values(workspace, keys["Report"]).state is State.WAITING
    assert board.canvas.current == keys["Report"]


def test_another_lane_asks_for_the_owner_and_enter_takes_its_lead(
    board: BoardView, keys: dict[str, int], workspace: Workspace, team: Team
) -> None:
    press(Key.Key_Down, CTRL)
    press(Key.Key_Return)
    moved = values(workspace, keys["Report"])
    assert (moved.department_id, moved.member_id) == (team.finance, team.berta)
    assert board.canvas.has_keys()
    press(Key.Key_Up, CTRL)
    write("Car")
    assert values(workspace, keys["Report"]).member_id == team.carla
    assert HEARD[-1] == "Moved to To do, After-sales, 1 of 2"


def test_a_question_leaves_the_card_it_asks_about_to_be_read(
    board: BoardView, window: MainWindow, keys: dict[str, int]
) -> None:
    window.resize(1366, window.height() - board.canvas.viewport().height() + 200)
    QApplication.processEvents()
    for title in ("Report", "Credit"):
        board.canvas.stand_at(keys[title])
        board.canvas.take_keys()
        press(Key.Key_B)
        asked = board.findChild(Ask)
        assert asked is not None
        card = board.canvas.pieces[keys[title]]
        shown = QRect(card.mapTo(board, QPoint()), card.size())
        assert asked.isVisible()
        assert board.rect().contains(shown)
        assert not asked.geometry().intersects(shown)
        press(Key.Key_Escape)


def test_several_cards_go_together_in_one_step(board: BoardView, keys: dict[str, int], workspace: Workspace) -> None:
    press(Key.Key_X)
    press(Key.Key_X)
    assert board.canvas.chosen == [keys["Report"], keys["Rota"]]
    press(Key.Key_M)
    press(Key.Key_2) if QApplication.activePopupWidget() is None else QTest.keyClick(
        QApplication.activePopupWidget(), Key.Key_2
    )
    QApplication.processEvents()
    assert {values(workspace, keys[title]).state for title in ("Report", "Rota")} == {State.IN_PROGRESS}
    workspace.undo()
    assert {values(workspace, keys[title]).state for title in ("Report", "Rota")} == {State.TODO}


def test_letters_are_the_same_verbs_as_in_every_list(
    board: BoardView, keys: dict[str, int], workspace: Workspace
) -> None:
    press(Key.Key_T)
    assert values(workspace, keys["Report"]).due == TODAY
    press(Key.Key_B)
    write("No logs")
    assert values(workspace, keys["Report"]).blocked_reason == "No logs"
    press(Key.Key_Space)
    assert values(workspace, keys["Report"]).state is State.DONE


def test_a_change_paints_only_what_changed(board: BoardView, keys: dict[str, int], workspace: Workspace) -> None:
    before = {key: piece.painted for key, piece in board.canvas.pieces.items()}
    pieces = dict(board.canvas.pieces)
    workspace.do(edit_action, keys["Credit"], title="Credit limit")
    QApplication.processEvents()
    painted = {key for key, piece in board.canvas.pieces.items() if piece.painted != before[key]}
    assert painted == {keys["Credit"]}
    assert board.canvas.pieces == pieces


def test_the_mouse_drags_a_card_into_a_cell_and_esc_gives_it_up(
    board: BoardView, keys: dict[str, int], workspace: Workspace
) -> None:
    card = board.canvas.pieces[keys["Report"]]
    columns = board.canvas.plan.measures.columns
    right = QPoint(columns[1].x - columns[0].x, 0)
    for gives_up in (True, False):
        QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        QTest.mouseMove(card, QPoint(20, 20) + right)
        QApplication.processEvents()
        assert board.canvas.drag.target is not None
        if gives_up:
            QTest.keyClick(card, Key.Key_Escape)
        QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 20) + right)
        expected = State.TODO if gives_up else State.IN_PROGRESS
        assert values(workspace, keys["Report"]).state is expected


def test_two_windows_drag_the_same_card_and_the_second_is_told(
    board: BoardView, window: MainWindow, keys: dict[str, int], workspace: Workspace
) -> None:
    # the question of this window is open while the other window moves the card
    press(Key.Key_Down, CTRL)
    before = seen(workspace, keys["Report"])
    workspace.do(edit_action, keys["Report"], state=State.IN_PROGRESS)
    assert seen(workspace, keys["Report"]) != before
    press(Key.Key_Return)
    assert "was moved meanwhile" in window.notices.text
    assert values(workspace, keys["Report"]).state is State.IN_PROGRESS
    assert values(workspace, keys["Report"]).department_id == before.department_id


def test_every_card_in_view_is_heard_as_an_item_with_all_it_says(board: BoardView, keys: dict[str, int]) -> None:
    for key, piece in board.canvas.pieces.items():
        node = QAccessible.queryAccessibleInterface(piece)
        assert node is not None
        assert node.role() == QAccessible.Role.ListItem
        assert node.state().selected == (key == board.canvas.current)  # type: ignore[attr-defined]
    heard = QAccessible.queryAccessibleInterface(board.canvas.pieces[keys["Offer"]])
    assert heard is not None
    said = heard.text(QAccessible.Text.Name)
    assert said == "Offer, Sales, in progress, Tomorrow, owner Carla Peña, accountable"


def test_a_lane_folds_by_keys_and_stays_folded(
    board: BoardView, window: MainWindow, keys: dict[str, int], team: Team, workspace: Workspace, tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    press(Key.Key_Left)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("After-sales, A. Molina · 2 open")
    press(Key.Key_Return)
    assert keys["Report"] not in board.canvas.plan.cards
    other = board_in(window_over(workspace, tmp_path, qtbot, team.account))
    assert keys["Report"] not in other.canvas.plan.cards
    assert keys["Credit"] in other.canvas.plan.cards


def test_a_lane_of_five_hundred_cards_has_widgets_only_for_what_is_seen(
    workspace: Workspace, team: Team, tmp_path: Path, qtbot: QtBot
) -> None:
    with workspace.change("Fill") as session:
        session.add_all(
            ActionItem(title=f"Card {n}", account_id=team.account, department_id=team.service, due=TODAY)
            for n in range(500)
        )
    board = board_in(window_over(workspace, tmp_path, qtbot, team.account))
    assert len(board.canvas.plan.cards) == 500
    assert 0 < len(board.canvas.pieces) < 40
    board.canvas.take_keys()
    press(Key.Key_End)
    last = board.canvas.pieces[board.canvas.walk.order[-1]]
    assert QApplication.focusWidget() is last
    assert board.canvas.viewport().rect().contains(last.geometry())
    assert len(board.canvas.pieces) < 40
    # the lane is still called by its name, and the card is found again among others
    head = next(one for one in board.canvas.standing.heads.values() if one.lane.name == "After-sales")
    texts = head.y() + head._sunk
    assert 0 <= texts < board.canvas.viewport().height() - 40
    assert head.y() < 0
    board.tools.group_by(Group.OWNER)
    here = board.canvas.pieces[board.canvas.walk.order[-1]]
    assert board.canvas.current == here.key
    assert board.canvas.viewport().rect().contains(here.geometry())


def test_the_details_tell_of_the_card_and_change_it(
    board: BoardView, keys: dict[str, int], workspace: Workspace, team: Team
) -> None:
    press(Key.Key_Return)
    pane = board.pane
    assert pane.key == keys["Report"]
    assert pane.form.editors["state"].hasFocus()
    pane.form.editors["due"].setFocus()
    pane.form.editors["due"].selectAll()
    QTest.keyClicks(pane.form.editors["due"], "+6")
    press(Key.Key_Return)
    assert values(workspace, keys["Report"]).due == date(2026, 3, 16)
    press(Key.Key_Escape)
    assert QApplication.focusWidget() is board.canvas.pieces[keys["Report"]]
    press(Key.Key_Down)
    assert pane.key == board.canvas.current


def test_letters_are_set_in_the_strip_and_shown_on_the_card(
    board: BoardView, keys: dict[str, int], workspace: Workspace, team: Team
) -> None:
    strip = board.pane.raci
    strip.setFocus()
    assert [(cell.code, cell.letter) for cell in strip.cells] == [
        ("SAL", None), ("SER", Letter.ACCOUNTABLE), ("FIN", None), ("CLI", None)
    ]  # fmt: skip
    press(Key.Key_C)
    assert strip.cells[0].letter is Letter.CONSULTED
    assert HEARD[-1] == "Sales: Consulted"
    press(Key.Key_Right)
    assert HEARD[-1] == "After-sales: Accountable"
    press(Key.Key_Left)
    press(Key.Key_A)
    assert values(workspace, keys["Report"]).member_id == team.carla
    assert [cell.letter for cell in strip.cells[:2]] == [Letter.ACCOUNTABLE, Letter.RESPONSIBLE]
    press(Key.Key_Z, CTRL)
    press(Key.Key_Z, CTRL)
    assert strip.cells[0].letter is None


def test_what_happened_with_a_card_is_told_newest_first(
    board: BoardView, keys: dict[str, int], workspace: Workspace
) -> None:
    workspace.do(edit_action, keys["Report"], due=date(2026, 3, 4), blocked_reason="No logs")
    workspace.do(escalate, [keys["Report"]], "The client must decide", TODAY)
    with workspace.read() as session:
        told = [deed.label for deed in past_of(session, keys["Report"], TODAY)]
    assert told == ["Escalate", "Edit action", "Add action", "Escalated: {reason}", "Written down", "Due date passed"]


def test_the_next_meeting_with_the_client_talks_of_a_card_and_no_longer(
    board: BoardView, window: MainWindow, keys: dict[str, int], workspace: Workspace, team: Team
) -> None:
    press(Key.Key_A)
    assert "No meeting with the client is planned." in window.notices.text
    workspace.do(add_meeting, "Steering", date(2026, 3, 16), account_id=team.account)
    board.canvas.take_keys()
    press(Key.Key_A)
    assert "On the agenda of “Steering”" in window.notices.text
    assert board.tools.chips[Narrowing.DISCUSSED].text() == "For next meeting 1"
    press(Key.Key_A)
    assert board.tools.chips[Narrowing.DISCUSSED].text() == "For next meeting 0"


def test_departments_are_ordered_renamed_and_dissolved_on_their_heads(
    board: BoardView, keys: dict[str, int], workspace: Workspace, team: Team
) -> None:
    press(Key.Key_Left)
    press(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.name for one in board.board.departments] == ["After-sales", "Sales", "Finance"]
    assert HEARD[-1] == "After-sales is number 1 now."
    press(Key.Key_F2)
    write("Service, SVC")
    assert (board.board.departments[0].name, board.board.departments[0].code) == ("Service", "SVC")
    press(Key.Key_Delete)
    write("")
    assert "Service still has work" in board.findChild(Ask)._why.text()  # type: ignore[attr-defined]
    press(Key.Key_Escape)
    press(Key.Key_Delete)
    write("FIN")
    assert [one.name for one in board.board.departments] == ["Sales", "Finance"]
    assert values(workspace, keys["Report"]).department_id == team.finance
