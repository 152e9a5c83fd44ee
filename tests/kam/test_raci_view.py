"""The grid of letters in the window, by keys: what is set, what is heard, and what stays where it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workbench.accounts.commands import add_account
from workbench.accounts.queries import account_named
from workbench.demo.file import demo_file
from workbench.kam.raci.ui.model import FIRST
from workbench.kam.raci.ui.view import RaciGridView
from workbench.kam.raci.views import Work
from workbench.kam.workstreams.commands import add_deliverable, add_workstream
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, open_portfolio
from workbench.ui.announce import HEARD
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts

CLOCK = clock_at(date(2026, 3, 10), "Europe/Madrid")
SAL, MKT, SER, LEG, IT, CLIENT = 0, 1, 2, 5, 6, 7


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the demo, told once."""
    return demo_file(tmp_path_factory.mktemp("raci"), "en", CLOCK)


@pytest.fixture
def demo(told: Path, tmp_path: Path) -> Iterator[Workspace]:
    made = open_portfolio(copyfile(told, tmp_path / "demo.portfolio"), Access(CLOCK))
    yield made
    made.close()


@dataclass
class Grid:
    """The grid of an account in a window, and hands to type."""

    window: MainWindow
    view: RaciGridView
    qtbot: QtBot

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.view.table, key, held)

    def stand(self, title: str, column: int) -> None:
        place = next(n for n, row in enumerate(self.view.model.view.rows) if row.title.startswith(title))
        self.view.go_to(place, column)
        self.view.table.setFocus()

    def heard(self, title: str, column: int) -> str:
        place = next(n for n, row in enumerate(self.view.model.view.rows) if row.title.startswith(title))
        return str(self.view.model.index(place, FIRST + column).data(Qt.ItemDataRole.AccessibleTextRole))

    @property
    def here(self) -> tuple[str, int]:
        chosen = self.view.chosen()
        return (chosen.title if chosen else "", self.view.table.currentIndex().column() - FIRST)


def grid_over(workspace: Workspace, name: str, folder: Path, qtbot: QtBot, qapp: QApplication) -> Grid:
    load_fonts()
    theme = Theme("light")
    theme.apply(qapp)
    window = build_window(workspace, Settings(folder / "settings.json"), "en", theme)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    with workspace.read() as session:
        account = account_named(session, name)
    window.go("account", account)
    assert window.page is not None
    window.page.restore({"tab": 1, "view": "raci"})
    view = window.findChild(RaciGridView)
    view.home().setFocus()
    QApplication.processEvents()
    return Grid(window, view, qtbot)


@pytest.fixture
def grid(demo: Workspace, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Grid:
    return grid_over(demo, "Iberlog", tmp_path, qtbot, qapp)


@pytest.fixture
def small(workspace: Workspace, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Grid:
    workspace.do(add_account, "Small")
    return grid_over(workspace, "Small", tmp_path, qtbot, qapp)


def test_a_cell_says_row_department_letter_and_problem_and_a_change_says_what_it_solved(grid: Grid) -> None:
    assert grid.heard("Data-proc", LEG) == "O4 Data-processing annex, Legal, none. Problem: no accountable."
    assert grid.heard("Price-per-hour proposal", SAL) == "O1 Price-per-hour proposal, Sales management, Accountable."
    grid.stand("Data-proc", LEG)
    HEARD.clear()
    grid.press(Qt.Key.Key_A)
    assert list(HEARD) == ["Accountable. Problem solved."]
    assert grid.heard("Data-proc", LEG) == "O4 Data-processing annex, Legal, Accountable."
    chosen = grid.view.chosen()
    assert chosen is not None
    assert chosen.owner == "Silvia Pons"


def test_the_table_keeps_the_rules_of_its_kind_and_is_read_by_a_screen_reader(grid: Grid) -> None:
    tester = QAbstractItemModelTester(grid.view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    grid.stand("Data-proc", LEG)
    grid.press(Qt.Key.Key_R)
    grid.view._every.setChecked(True)
    grid.view._every.setChecked(False)
    assert tester.model() is grid.view.model
    heard = QAccessible.queryAccessibleInterface(grid.view.table)
    assert heard is not None
    assert heard.text(QAccessible.Text.Name) == "Who does what"


def test_the_next_problem_is_wrong_rows_first_and_then_what_is_too_much(grid: Grid) -> None:
    grid.press(Qt.Key.Key_N)
    assert grid.here == ("Data-processing annex", IT)
    grid.press(Qt.Key.Key_N)
    assert grid.here == ("Roll-out in cold stores 3–5", IT)
    grid.press(Qt.Key.Key_N)
    assert grid.here == ("Data-processing annex", IT)
    grid.press(Qt.Key.Key_Left)
    grid.press(Qt.Key.Key_A)
    grid.press(Qt.Key.Key_N)
    grid.press(Qt.Key.Key_C)
    assert grid.view.audit.text().startswith("No row has a problem · ▲ SAL holds")
    grid.press(Qt.Key.Key_N)
    assert grid.here == ("Joint business plan", MKT)


def test_the_figure_of_a_department_leads_to_the_rows_it_counts(grid: Grid, qtbot: QtBot) -> None:
    view = grid.view.model.view
    service = next(column.id for column in view.columns if column.code == "SER")
    assert view.accountable[service] == 4
    grid.stand("Sales strategy", SER)
    visited = []
    for _ in range(6):
        grid.press(Qt.Key.Key_L)
        visited.append(grid.here[0])
    # a handed-over row is walked as well, but no longer counted
    assert len(set(visited)) == 5
    assert visited[5] == visited[0]
    grid.view.table.horizontalHeader().sectionClicked.emit(FIRST + IT)
    assert grid.here == ("Roll-out in cold stores 3–5", IT)
    left = grid.view.table.columnViewportPosition(FIRST + SER)
    grid.stand("Sales strategy", IT)
    qtbot.mouseClick(grid.view.totals, Qt.MouseButton.LeftButton, pos=QPoint(left + 20, 10))
    assert grid.here == (visited[0], SER)


def test_a_message_says_what_is_wrong_with_the_row_and_what_to_do(grid: Grid) -> None:
    grid.stand("Roll-out in cold", IT)
    assert grid.view.hint.text() == "Two departments are accountable (IT, CLI). Keep one."
    grid.stand("Data-proc", LEG)
    assert grid.view.hint.text() == "Nobody is accountable for “Data-processing annex”. Give the A to one department."
    grid.stand("Joint", SAL)
    assert not grid.view.hint.isVisible()


def test_space_clears_and_undo_comes_back_to_the_cell(grid: Grid) -> None:
    grid.stand("Telematics case", MKT)
    grid.press(Qt.Key.Key_Space)
    assert "no accountable" in grid.heard("Telematics case", MKT)
    grid.stand("Price-per-hour proposal", SAL)
    grid.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert grid.heard("Telematics case", MKT).endswith("Marketing, Accountable.")
    assert grid.here[0] == "Telematics case of two pages"


def test_undo_of_an_actions_owner_stays_on_the_grid(grid: Grid, demo: Workspace) -> None:
    grid.stand("Check the margin", SAL)
    grid.press(Qt.Key.Key_A)
    grid.press(Qt.Key.Key_Return)
    chosen = grid.view.chosen()
    assert chosen is not None
    assert chosen.owner in ("Carlos Peña", "Marta Ibáñez")
    grid.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert grid.view.isVisible()
    assert (grid.here[0], grid.view.chosen().owner) == ("Check the margin of price per hour", "Bea Soto")  # type: ignore[union-attr]


def test_moving_an_a_asks_who_and_escape_changes_nothing(grid: Grid, demo: Workspace) -> None:
    steps = len(demo.stacks().done)
    grid.stand("Joint", MKT)
    grid.press(Qt.Key.Key_A)
    line = QApplication.focusWidget()
    assert isinstance(line, QWidget)
    assert line.objectName() == "ask.line"
    grid.press(Qt.Key.Key_Escape)
    assert len(demo.stacks().done) == steps
    grid.press(Qt.Key.Key_A)
    grid.qtbot.keyClicks(QApplication.focusWidget(), "nobody like this")
    grid.press(Qt.Key.Key_Return)
    assert len(demo.stacks().done) == steps


def test_the_rows_are_edited_ordered_ticked_and_deleted_by_keys(grid: Grid) -> None:
    grid.stand("Telematics case", SAL)
    grid.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "form.deliverable.title"  # type: ignore[union-attr]
    grid.qtbot.keyClicks(QApplication.focusWidget(), "Case of one page")
    grid.press(Qt.Key.Key_Return)
    grid.press(Qt.Key.Key_Escape)
    assert grid.view.table.hasFocus()
    assert grid.here[0] == "Case of one page"
    grid.press(Qt.Key.Key_D)
    grid.qtbot.keyClicks(QApplication.focusWidget(), "Photos released")
    grid.press(Qt.Key.Key_Return)
    assert grid.here[0] == "Photos released"
    grid.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    titles = [row.title for row in grid.view.model.view.rows]
    assert titles.index("Photos released") == titles.index("Case of one page") - 1
    grid.view.table.setCurrentIndex(grid.view.model.index(titles.index("Photos released"), 0))
    grid.press(Qt.Key.Key_Space)
    assert grid.view.chosen().is_done  # type: ignore[union-attr]
    grid.press(Qt.Key.Key_Delete)
    assert "Photos released" not in [row.title for row in grid.view.model.view.rows]
    assert grid.view.table.hasFocus()


def test_an_account_without_workstreams_begins_with_a_template(small: Grid) -> None:
    assert small.view.home().objectName() == "raci.bar.start"
    small.press(Qt.Key.Key_Space)
    assert [row.work for row in small.view.model.view.rows].count(Work.WORKSTREAM) == 3
    assert small.view.table.hasFocus()
    small.press(Qt.Key.Key_W)
    small.qtbot.keyClicks(QApplication.focusWidget(), "Ours")
    small.press(Qt.Key.Key_Return)
    assert small.here[0] == "Ours"


def test_a_letter_repaints_its_row_and_moves_nothing_among_three_hundred(
    small: Grid, workspace: Workspace, qtbot: QtBot
) -> None:
    with workspace.read() as session:
        account = account_named(session, "Small")
    with workspace.change("Fill") as session:
        for n in range(100):
            stream = add_workstream.body(session, account, f"Stream {n}")
            for part in range(2):
                add_deliverable.body(session, stream, f"Part {n}.{part}")
    small.view.reload()
    assert small.view.model.rowCount() == 300
    small.stand("Part 70.1", 0)
    bar = small.view.table.verticalScrollBar().value()
    with qtbot.waitSignal(small.view.model.dataChanged) as told, qtbot.assertNotEmitted(small.view.model.modelReset):
        small.press(Qt.Key.Key_R)
    assert told.args[0].row() == told.args[1].row() == small.view.table.currentIndex().row()
    assert (small.here[0], small.view.table.verticalScrollBar().value()) == ("Part 70.1", bar)
