"""What a team board of a thousand cards costs: to be built and shown, a frame while it scrolls, a move. Prints JSON.

A frame is measured apart for the notches of a wheel, for whole pages and for the handle of the scroll bar.

python -m benchmarks.boards FOLDER
"""

import gc
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from time import perf_counter, process_time

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QWidget

from benchmarks.day import TODAY
from workbench.accounts.commands import add_account
from workbench.action_items.model import OPEN, ActionItem, Priority, State
from workbench.kam.board.ui.view import BoardView
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, new_portfolio
from workbench.team.assignments import TeamRole
from workbench.team.commands import add_department, add_member, assign
from workbench.ui.app import build_window
from workbench.ui.gathering import Gathering
from workbench.ui.theme import Theme, load_fonts, new_application

CARDS, LANES, FRAMES, MOVES = 1_000, 8, 200, 60
ACCOUNT_PAGE_TAB = 1
Step = Callable[[BoardView, int], None]


@dataclass
class Taken:
    """What steps took, in milliseconds: by the clock on the wall, and of the processor alone."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def __enter__(self) -> None:
        self._begun = perf_counter(), process_time()

    def __exit__(self, *_problem: object) -> None:
        self.wall.append((perf_counter() - self._begun[0]) * 1000)
        self.cpu.append((process_time() - self._begun[1]) * 1000)

    def told(self, name: str) -> dict[str, list[float]]:
        return {name: self.wall, f"{name}_cpu": self.cpu}


def main(folder: Path) -> dict[str, object]:
    """Show the board, scroll through it and move cards; times in milliseconds."""
    gc.disable()
    app = new_application()
    # as in the program itself, the window collects its garbage between two steps
    Gathering(app)
    load_fonts()
    Theme("light").apply(app)
    workspace = new_portfolio(folder / "board.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    account = _fill(workspace)
    window = build_window(workspace, Settings(Path("/dev/null")), "en", Theme("light"))
    window.resize(1280, 800)
    window.go("account", account)
    window.show()
    app.processEvents()
    begun = perf_counter()
    window.page.show_tab(ACCOUNT_PAGE_TAB)  # type: ignore[union-attr]
    app.processEvents()
    told: dict[str, object] = {"build": (perf_counter() - begun) * 1000}
    board = window.findChild(QWidget, "board")
    assert isinstance(board, BoardView)
    for name, step in (("wheel", _wheel), ("page", _page), ("slider", _slider)):
        told |= _scrolled(app, board, step).told(name)
    told |= _moves(app, board).told("move")
    workspace.close()
    return told


def _fill(workspace: Workspace) -> int:
    account = workspace.do(add_account, "Large")
    departments = [workspace.do(add_department, f"Department {n}", f"D{n}") for n in range(LANES)]
    members = [workspace.do(add_member, f"Colleague {key % 1000}", department_id=key) for key in departments]
    for member in members:
        workspace.do(assign, account, member, TeamRole.CORE, hours_per_week=20.0)
    with workspace.change("Fill") as session:
        session.add_all(
            ActionItem(
                title=f"Card {n} that says in a few words what has to be done",
                account_id=account,
                department_id=departments[n % LANES],
                member_id=members[n % LANES] if n % 5 else None,
                priority=Priority.HIGH if n % 7 == 0 else Priority.NORMAL,
                blocked_reason="Nothing has come" if n % 9 == 0 else None,
                state=OPEN[n % len(OPEN)],
                due=TODAY + timedelta(n % 60 - 10),
                effort=2.0,
            )
            for n in range(CARDS)
        )
    return account


def _scrolled(app: QApplication, board: BoardView, step: Step) -> Taken:
    """Steps of one kind through the whole board and around again, each painted."""
    taken = Taken()
    for n in range(FRAMES):
        with taken:
            step(board, n)
            # whatever the step caused, also what was put off to be done in a moment
            app.processEvents()
    return taken


def _wheel(board: BoardView, _n: int) -> None:
    """A notch of a wheel; from the last card to the first."""
    bar, port = board.canvas.verticalScrollBar(), board.canvas.viewport()
    if bar.value() == bar.maximum():
        bar.setValue(0)
    middle, none = QPointF(port.rect().center()), Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(
        middle, port.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(port, turned)


def _page(board: BoardView, _n: int) -> None:
    """A click beside the handle of the scroll bar: every card in view is another one."""
    bar = board.canvas.verticalScrollBar()
    if bar.value() == bar.maximum():
        bar.setValue(0)
    bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)


def _slider(board: BoardView, n: int) -> None:
    """The handle dragged: farther than a page each time."""
    bar = board.canvas.verticalScrollBar()
    bar.setSliderPosition(n * 7 * bar.pageStep() // 4 % max(1, bar.maximum()))


def _moves(app: QApplication, board: BoardView) -> Taken:
    """Ctrl+→ on one card after the other, from the key to the painted board."""
    taken = Taken()
    keys = [card.id for card in board.board.cards if card.state is State.TODO][:MOVES]
    for key in keys:
        board.canvas.stand_at(key)
        board.canvas.take_keys()
        app.processEvents()
        with taken:
            QTest.keyClick(board.canvas.stop(), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
            app.processEvents()
    return taken


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
