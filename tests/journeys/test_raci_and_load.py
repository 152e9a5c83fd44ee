"""Responsibilities and workload are repaired by keys: a missing A, an A too many, one that moves, a week too full."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.test_friday_review import Hands
from tests.support.books import demo_workspace
from tests.support.papers import text_of
from workbench.accounts.queries import account_named
from workbench.action_items.model import ActionItem
from workbench.kam.load.ui.view import LoadView
from workbench.kam.model import Letter
from workbench.kam.raci.queries import raci_view
from workbench.kam.raci.ui.view import RaciGridView
from workbench.kam.raci.views import RaciRow, fault_said
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.papers import printing
from workbench.papers.printing import Job
from workbench.ui.announce import HEARD
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts

TUESDAY = date(2026, 3, 10)
MOST_INTERACTIONS = 15
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


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
    with demo.read() as session:
        account = account_named(session, "Iberlog")
    made.go("account", account)
    assert made.page is not None
    made.page.restore({"tab": 1, "view": "board"})
    QApplication.processEvents()
    return made


def row(demo: Workspace, title: str) -> RaciRow:
    with demo.read() as session:
        view = raci_view(session, account_named(session, "Iberlog"), TUESDAY, Words.of("en"))
    return next(one for one in view.rows if one.title.startswith(title))


def letters(demo: Workspace, title: str) -> dict[str, Letter]:
    with demo.read() as session:
        view = raci_view(session, account_named(session, "Iberlog"), TUESDAY, Words.of("en"))
    return {view.column_of(column).code: letter for column, letter in row(demo, title).letters.items()}


def test_the_grid_and_the_workload_are_repaired_within_fifteen_interactions(
    window: MainWindow, demo: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    hands, steps = Hands(qtbot, window), len(demo.stacks().done)
    view = to_grid(hands, window)
    before = work(demo)
    name_who_accounts(hands, view, demo)
    leave_one_a(hands, view, demo)
    move_an_a(hands, view, demo)
    assert view.model.view.faulty == 0
    assert not any(found.faults for found in view.model.view.rows)
    assert view.audit.text().startswith("No row has a problem")
    assert len(demo.stacks().done) == steps + 3
    relieve(hands, window, demo)
    assert hands.count <= MOST_INTERACTIONS
    prints_one_a_a_row(demo, tmp_path / "raci.pdf")
    take_back(demo, before)


def to_grid(hands: Hands, window: MainWindow) -> RaciGridView:
    """To the view of letters: a run of one chord; its audit says what is wrong."""
    hands.walk(Qt.Key.Key_PageDown, lambda: front(window) == "raci", CTRL_SHIFT)
    view = window.findChild(RaciGridView)
    assert view is not None
    assert view.table.hasFocus()
    assert "2 rows have a problem" in view.audit.text()
    assert "SAL holds 60% of A" in view.audit.text()
    assert audited(view, "Data-processing annex") == "No A: press A on a cell"
    assert audited(view, "Roll-out in cold") == "More than one A: IT, CLI"
    return view


def name_who_accounts(hands: Hands, view: RaciGridView, demo: Workspace) -> None:
    hands.press(Qt.Key.Key_N)
    assert stands_on(view, demo)[0].startswith("Data-processing annex")
    to_column(hands, view, demo, Qt.Key.Key_Left, "LEG")
    HEARD.clear()
    hands.press(Qt.Key.Key_A)
    assert list(HEARD) == ["Accountable. Problem solved."]
    assert letters(demo, "Data-processing annex")["LEG"] is Letter.ACCOUNTABLE
    assert row(demo, "Data-processing annex").owner == "Silvia Pons"


def leave_one_a(hands: Hands, view: RaciGridView, demo: Workspace) -> None:
    hands.press(Qt.Key.Key_N)
    assert stands_on(view, demo)[0].startswith("Roll-out in cold")
    to_column(hands, view, demo, Qt.Key.Key_Right, "CLI")
    hands.press(Qt.Key.Key_C)
    held = letters(demo, "Roll-out in cold")
    assert (held["IT"], held["CLI"]) == (Letter.ACCOUNTABLE, Letter.CONSULTED)


def move_an_a(hands: Hands, view: RaciGridView, demo: Workspace) -> None:
    """Down to the plan and to the left, as one run of arrows; who stands for the A is asked in place."""
    walk = (Qt.Key.Key_Down, lambda: stands_on(view, demo)[0].startswith("Joint business plan"))
    hands.walk(*walk)
    to_column(hands, view, demo, Qt.Key.Key_Left, "MKT")
    hands.count -= 1
    hands.press(Qt.Key.Key_A)
    hands.press(Qt.Key.Key_Return)
    assert view.table.hasFocus()
    held = letters(demo, "Joint business plan")
    assert (held["MKT"], held["SAL"]) == (Letter.ACCOUNTABLE, Letter.RESPONSIBLE)
    assert row(demo, "Joint business plan").owner == "Lucía Gómez"


def relieve(hands: Hands, window: MainWindow, demo: Workspace) -> None:
    """From the week that holds too much to its actions, and one of them to another day."""
    hands.press(Qt.Key.Key_PageUp, CTRL_SHIFT)
    load = window.findChild(LoadView)
    assert load is not None
    assert load.grid.hasFocus()
    assert overfull(load) == ["Andrés Molina, week 11 from 9 Mar", "Andrés Molina, week 12 from 16 Mar"]
    said = str(load.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("Andrés Molina, week 11")
    assert said.endswith("over capacity")
    hands.press(Qt.Key.Key_Return)
    first = load.pane.list.task()
    assert first is not None
    hands.press(Qt.Key.Key_D)
    hands.type("mon 23")
    hands.press(Qt.Key.Key_Return)
    with demo.read() as session:
        assert session.get_one(ActionItem, first.id).due == date(2026, 3, 23)


def overfull(load: LoadView) -> list[str]:
    """The cells that are marked as over capacity, with whose and which they are."""
    model = load.grid.model()
    told = (
        str(model.index(place, week).data(Qt.ItemDataRole.AccessibleTextRole))
        for place in range(model.rowCount())
        for week in range(model.columnCount())
    )
    return [", ".join(text.split(", ")[:2]) for text in told if text.endswith("over capacity")]


def prints_one_a_a_row(demo: Workspace, target: Path) -> None:
    """Who does what, by when: a filled A in each row, and a legend."""
    job = Job("en", "a4", clock_at(TUESDAY, "Europe/Madrid"))
    with demo.read() as session:
        account = account_named(session, "Iberlog")
        printing.raci(session, account, job).write(target)
        rows = raci_view(session, account, TUESDAY, Words.of("en")).rows
    told = text_of(target)
    grid = told.split("Next ninety days")[0]
    assert "Problem" not in grid
    for title in ("Data-processing annex", "Roll-out in cold", "Joint business plan"):
        line = next(line for line in grid.splitlines() if title in line)
        assert line.split().count("A") == 1
    assert "No row has a problem" in grid
    # the legend has one too, and so have the sums, what the audit finds sound, and each department it warns of
    others = 1 + grid.count("A per column") + grid.count("% of A")
    assert grid.split().count("A") == len(rows) + others
    for letter in ("Accountable", "Responsible", "Consulted", "Informed"):
        assert letter in grid


def take_back(demo: Workspace, before: dict[str, tuple[object, ...]]) -> None:
    """Four steps, each with its owner and its letters together."""
    demo.undo()
    for title in ("Joint business plan", "Roll-out in cold", "Data-processing annex"):
        changed = work(demo)
        demo.undo()
        now = work(demo)
        assert [one for one in now if now[one] != changed[one]] == [one for one in now if one.startswith(title)]
    assert work(demo) == before


def work(demo: Workspace) -> dict[str, tuple[object, ...]]:
    """Owner and letters of every row of the grid."""
    with demo.read() as session:
        view = raci_view(session, account_named(session, "Iberlog"), TUESDAY, Words.of("en"))
    return {one.title: (one.owner, dict(one.letters)) for one in view.rows}


def front(window: MainWindow) -> object:
    assert window.page is not None
    return window.page.state()["view"]


def stands_on(view: RaciGridView, demo: Workspace) -> tuple[str, str]:
    """The row and the column of the cell that has the keys."""
    found, place = view.chosen(), view.place()
    assert found is not None
    return found.title, view.model.view.column_of(place.department_id).code if place else ""


def to_column(hands: Hands, view: RaciGridView, demo: Workspace, key: Qt.Key, code: str) -> None:
    hands.walk(key, lambda: stands_on(view, demo)[1] == code)


def audited(view: RaciGridView, title: str) -> str:
    """What the last column says of a row."""
    found = next(one for one in view.model.view.rows if one.title.startswith(title))
    return fault_said(found, view.model.view, Words.of("en"))
