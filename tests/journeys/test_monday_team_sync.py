"""Monday, team sync: what is late is escalated, handed over and chased, and everybody gets a list."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.journeys.test_friday_review import Hands
from tests.support.books import demo_workspace
from tests.support.papers import pages_of, sizes_of, text_of
from workbench.action_items.model import ActionItem, State
from workbench.kam.board.cards import Group
from workbench.kam.board.ui.pane import Banner
from workbench.kam.board.ui.view import BoardView
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.meetings.model import Meeting
from workbench.meetings.proceedings import AgendaPoint
from workbench.ui.announce import HEARD
from workbench.ui.app import build_window
from workbench.ui.picture import settle
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts

TUESDAY = date(2026, 3, 10)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MOST_INTERACTIONS = 19
CAUSE, REPORT, CREDIT = (
    "Root cause: battery failures Zaragoza",
    "Quarterly uptime report, 4 sites",
    "Credit-limit review, 90-day terms",
)
Key = Qt.Key


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Workspace]:
    with demo_workspace(tmp_path, "en", clock_at(TUESDAY, "Europe/Madrid")) as workspace:
        yield workspace


@pytest.fixture
def window(demo: Workspace, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> MainWindow:
    load_fonts()
    theme = Theme("light")
    theme.apply(qapp)
    made = build_window(demo, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.go("account", account_of(demo))
    QApplication.processEvents()
    return made


def account_of(workspace: Workspace) -> int:
    with workspace.read() as session:
        return session.scalars(select(ActionItem.account_id).where(ActionItem.title == CAUSE)).one()  # type: ignore[return-value]


def action(workspace: Workspace, title: str) -> ActionItem:
    with workspace.read() as session:
        return session.scalars(select(ActionItem).where(ActionItem.title == title)).one()


def board_of(window: MainWindow) -> BoardView:
    found = window.findChild(QWidget, "board")
    assert isinstance(found, BoardView)
    return found


def walk_to(hands: Hands, board: BoardView, title: str, key: Qt.Key) -> None:
    """Walk to a card that the eye found; the steps themselves are counted where the design counts them."""
    wanted = next(card.id for card in board.board.cards if card.title == title)
    hands.walk(key, lambda: board.canvas.walk.current == wanted)


def cards_of(board: BoardView) -> list[tuple[object, ...]]:
    """What the board shows of each card that the journey touches."""
    return [
        (card.id, card.state, card.owner, card.waiting_for, card.is_escalated, card.is_discussed)
        for card in sorted(board.board.cards, key=lambda card: card.id)
    ]


def load_of_after_sales(board: BoardView) -> tuple[int, int]:
    department = next(one for one in board.board.departments if one.code == "SER")
    assert department.load is not None
    return round(department.load.hours), round(department.load.capacity)


def test_the_team_is_led_through_its_board_within_nineteen_interactions(
    window: MainWindow, demo: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = Hands(qtbot, window)
    hands.press(Key.Key_2, ALT)
    board = board_of(window)
    settle(QApplication.instance(), window)  # type: ignore[arg-type]
    before, done, load = cards_of(board), len(demo.stacks().done), load_of_after_sales(board)
    look_at_what_is_overdue(hands, board)
    escalate(hands, board, demo)
    show_all(hands, board)
    hand_over(hands, board, demo)
    wait_for_the_client(hands, board, demo)
    by_due_week(hands, board)
    print_the_list(hands, board, window, qtbot, tmp_path, monkeypatch)
    assert hands.count <= MOST_INTERACTIONS
    window.go_back()
    take_back(hands, board, demo, done)
    assert cards_of(board) == before
    assert load_of_after_sales(board) == load


def look_at_what_is_overdue(hands: Hands, board: BoardView) -> None:
    assert board.canvas.has_keys()
    HEARD.clear()
    hands.press(Key.Key_V)
    open_lanes = [one.lane.place.text for one in board.canvas.plan.lanes if not one.is_folded]
    assert len(board.canvas.plan.cards) == 6
    assert len(open_lanes) == 4
    assert all(not any(one.lane.cells) for one in board.canvas.plan.lanes if one.is_folded)
    assert HEARD[-1].startswith("6 of ")
    assert board.canvas.has_keys()


def escalate(hands: Hands, board: BoardView, demo: Workspace) -> None:
    walk_to(hands, board, CAUSE, Key.Key_Down)
    hands.press(Key.Key_Return)
    blocked = board.pane.findChild(Banner, "board.pane.blocked")
    assert blocked is not None
    assert blocked.isVisible()
    assert "The client has not released the charger logs (asked 27 Feb)" in blocked.text.text()
    assert board.pane.isAncestorOf(QApplication.focusWidget())
    HEARD.clear()
    hands.press(Key.Key_E)
    hands.type("The client must release the logs")
    hands.press(Key.Key_Return)
    assert action(demo, CAUSE).escalation == "The client must release the logs"
    assert HEARD[-1] == "Escalated; it is on the agenda of the team's next meeting."
    card = board.canvas.card(action(demo, CAUSE).id)
    assert card is not None
    assert (card.is_escalated, card.is_discussed) == (True, True)
    with demo.read() as session:
        meetings = session.scalars(
            select(Meeting.title)
            .join(AgendaPoint, AgendaPoint.meeting_id == Meeting.id)
            .where(AgendaPoint.action_id == card.id)
        ).all()
    assert "Account team sync" in meetings
    # the keys are where they were when the question came
    assert board.pane.isAncestorOf(QApplication.focusWidget())


def show_all(hands: Hands, board: BoardView) -> None:
    """What comes next is not overdue, so the filter goes now and not two steps later."""
    HEARD.clear()
    hands.press(Key.Key_F, CTRL)
    assert QApplication.focusWidget() in board.tools.chips.values()
    hands.press(Key.Key_Escape)
    assert board.tools.narrowed == ()
    assert HEARD
    assert board.canvas.has_keys()


def hand_over(hands: Hands, board: BoardView, demo: Workspace) -> None:
    walk_to(hands, board, REPORT, Key.Key_K)
    hands.count -= 1
    assert load_of_after_sales(board) == (26, 20)
    HEARD.clear()
    hands.press(Key.Key_O)
    hands.type("Jul")
    hands.press(Key.Key_Return)
    assert load_of_after_sales(board) == (24, 20)
    assert any("Julia Sanz" in said for said in HEARD)
    assert board.canvas.has_keys()
    card = board.canvas.card(action(demo, REPORT).id)
    assert card is not None
    assert card.owner == "Julia Sanz"


def wait_for_the_client(hands: Hands, board: BoardView, demo: Workspace) -> None:
    walk_to(hands, board, CREDIT, Key.Key_J)
    hands.count -= 1
    hands.press(Key.Key_Right, CTRL)
    hands.type("Óscar")
    hands.press(Key.Key_Return)
    assert (action(demo, CREDIT).state, action(demo, CREDIT).waiting_for) == (State.WAITING, "Óscar Landa")
    assert HEARD[-1] == "Moved to Waiting, Finance, 2 of 3"
    assert board.canvas.has_keys()


def by_due_week(hands: Hands, board: BoardView) -> None:
    HEARD.clear()
    hands.press(Key.Key_G)
    hands.press(Key.Key_4)
    assert board.tools.group is Group.WEEK
    assert len(board.canvas.plan.cards) == 34
    assert HEARD[-1] == "Group: Due week"


def print_the_list(
    hands: Hands, board: BoardView, window: MainWindow, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = folder / "list.pdf"
    # the system's own dialog cannot be typed into without a desktop
    proposed = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *asked: (proposed.append(Path(asked[2]).name), (str(target), ""))[1]
    )
    hands.press(Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert window.page is not None
    assert window.page.objectName() == "print"
    qtbot.waitUntil(lambda: not window.desk.tasks.is_busy(), timeout=20_000)
    hands.press(Key.Key_E, CTRL)
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert proposed == ["Iberlogistica Grupo – Actions by department – INTERNAL – 2026-03-10.pdf"]
    text = " ".join(text_of(target).split())
    assert pages_of(target) <= 3
    assert all(width > height for width, height in sizes_of(target))
    assert all(f"{one.code} · {one.name}" in text or one.name in text for one in board.board.departments)
    assert "5 days late" in text
    assert "Escalated: The client must" in text
    assert text.count("State · waits for / blocked by") >= 7


def take_back(hands: Hands, board: BoardView, demo: Workspace, done: int) -> None:
    """Every step of the journey by its key; each is told."""
    steps = len(demo.stacks().done) - done
    assert 0 < steps <= 4
    HEARD.clear()
    for _ in range(steps):
        hands.press(Key.Key_Z, CTRL)
        QApplication.processEvents()
    assert len(HEARD) >= steps
    assert board.canvas.has_keys()
