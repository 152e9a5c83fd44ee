"""Responsibilities and workload are repaired by keys: a missing A, an A too many, one that moves, a week too full."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from workbench.accounts.queries import account_named
from workbench.action_items.model import ActionItem
from workbench.demo.file import demo_workspace
from workbench.kam.load.ui.view import LoadView
from workbench.kam.model import Letter
from workbench.kam.raci.queries import raci_view
from workbench.kam.raci.ui.view import RaciGridView
from workbench.kam.raci.views import RaciRow
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts

TUESDAY = date(2026, 3, 10)
MOST_INTERACTIONS = 15


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


class Hands:
    """Types like a person and counts: a key chord, a click, or one run of typing."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window, self.count = qtbot, window, 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.count += 1
        self._qtbot.keyClick(QApplication.focusWidget() or self._window, key, held)

    def type(self, text: str) -> None:
        self.count += 1
        self._qtbot.keyClicks(QApplication.focusWidget(), text)


def row(demo: Workspace, title: str) -> RaciRow:
    with demo.read() as session:
        view = raci_view(session, account_named(session, "Iberlog"), TUESDAY, Words.of("en"))
    return next(one for one in view.rows if one.title.startswith(title))


def letters(demo: Workspace, title: str) -> dict[str, Letter]:
    with demo.read() as session:
        view = raci_view(session, account_named(session, "Iberlog"), TUESDAY, Words.of("en"))
    return {view.column_of(column).code: letter for column, letter in row(demo, title).letters.items()}


def test_the_grid_and_the_workload_are_repaired_within_fifteen_interactions(
    window: MainWindow, demo: Workspace, qtbot: QtBot
) -> None:
    hands, steps = Hands(qtbot, window), len(demo.stacks().done)
    switch_to(hands, window, "raci")
    view = window.findChild(RaciGridView)
    assert "2 rows have a problem" in view.audit.text()
    assert "SAL holds 60% of A" in view.audit.text()
    hands.press(Qt.Key.Key_N)
    hands.press(Qt.Key.Key_Left)
    hands.press(Qt.Key.Key_A)
    assert row(demo, "Data-processing annex").owner == "Silvia Pons"
    hands.press(Qt.Key.Key_N)
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_C)
    assert letters(demo, "Roll-out in cold")["CLI"] is Letter.CONSULTED
    hands.press(Qt.Key.Key_N)
    hands.press(Qt.Key.Key_A)
    hands.press(Qt.Key.Key_Return)
    joint = row(demo, "Joint business plan")
    assert letters(demo, "Joint business plan") | {"CLI": None} == {
        "MKT": Letter.ACCOUNTABLE,
        "SAL": Letter.RESPONSIBLE,
        "CLI": None,
    }
    assert joint.owner == "Lucía Gómez"
    assert view.model.view.faulty == 0
    assert len(demo.stacks().done) == steps + 3
    relieve(hands, window, demo)
    assert hands.count <= MOST_INTERACTIONS
    for _ in range(4):
        demo.undo()
    assert (row(demo, "Joint business plan").owner, row(demo, "Data-processing annex").owner) == ("Carlos Peña", None)


def relieve(hands: Hands, window: MainWindow, demo: Workspace) -> None:
    """From the week that holds too much to its actions, and one of them to another day."""
    switch_to(hands, window, "load")
    load = window.findChild(LoadView)
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


def switch_to(hands: Hands, window: MainWindow, view: str) -> None:
    """One press on the switch of the team board."""
    button = window.findChild(QPushButton, f"account.cockpit.{view}")
    button.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert window.page is not None
    cockpit = window.page.state()["view"]
    assert cockpit == view
    kind = {"raci": RaciGridView, "load": LoadView}[view]
    window.findChild(kind).home().setFocus()
