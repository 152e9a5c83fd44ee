"""What a team board of a thousand cards costs: to be built and shown, a frame while it scrolls, a move. Prints JSON.

python -m benchmarks.boards FOLDER
"""

import json
import sys
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.day import TODAY
from workbench.accounts.commands import add_account
from workbench.action_items.model import OPEN, ActionItem, State
from workbench.kam.board import commands
from workbench.kam.board.arranging import Move
from workbench.kam.board.ui.view import BoardView
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, new_portfolio
from workbench.team.assignments import TeamRole
from workbench.team.commands import add_department, add_member, assign
from workbench.ui.app import build_window
from workbench.ui.theme import Theme, load_fonts, new_application

CARDS, LANES, FRAMES, MOVES = 1_000, 8, 300, 30
ACCOUNT_PAGE_TAB = 1


def main(folder: Path) -> dict[str, object]:
    """Show the board, scroll through it and move cards; times in milliseconds."""
    app = new_application()
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
    told |= {"frames": _frames(app, board), "moves": _moves(app, board, workspace)}
    workspace.close()
    return told


def _fill(workspace: Workspace) -> int:
    account = workspace.do(add_account, "Large")
    departments = [workspace.do(add_department, f"Department {n}", f"D{n}") for n in range(LANES)]
    for key in departments:
        member = workspace.do(add_member, f"Colleague {key % 1000}", department_id=key)
        workspace.do(assign, account, member, TeamRole.CORE, hours_per_week=20.0)
    with workspace.change("Fill") as session:
        session.add_all(
            ActionItem(
                title=f"Card {n} that says in a few words what has to be done",
                account_id=account,
                department_id=departments[n % LANES],
                state=OPEN[n % len(OPEN)],
                due=TODAY + timedelta(n % 60 - 10),
                effort=2.0,
            )
            for n in range(CARDS)
        )
    return account


def _frames(app: QApplication, board: BoardView) -> list[float]:
    """Turns of a wheel through the whole board, and now and then a page, each painted."""
    bar, taken = board.canvas.verticalScrollBar(), []
    for n in range(FRAMES):
        begun = perf_counter()
        bar.setValue((bar.value() + (bar.pageStep() if n % 20 == 0 else 3 * bar.singleStep())) % max(1, bar.maximum()))
        board.canvas.viewport().repaint()
        taken.append((perf_counter() - begun) * 1000)
        app.processEvents()
    return taken


def _moves(app: QApplication, board: BoardView, workspace: Workspace) -> list[float]:
    """One card after the other begun, from the command to the painted board."""
    taken = []
    keys = [card.id for card in board.board.cards if card.state is State.TODO][:MOVES]
    for key in keys:
        begun = perf_counter()
        workspace.do(commands.move_cards, [key], Move(State.IN_PROGRESS), TODAY)
        app.processEvents()
        taken.append((perf_counter() - begun) * 1000)
    return taken


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
