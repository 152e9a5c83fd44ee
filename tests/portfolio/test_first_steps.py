"""The first ten minutes tick themselves, go for good when sent away, and come back from Help; the demo says it is one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.books import demo_workspace
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import edit_meeting
from workbench.opening import Access, new_portfolio
from workbench.portfolio.ui.agenda import AgendaCard
from workbench.portfolio.ui.first_steps_card import FirstStepsCard
from workbench.portfolio.ui.todo import TodoList
from workbench.ui.app import build_window
from workbench.ui.first_steps import STEPS, FirstSteps
from workbench.ui.shell.demo_banner import DemoBanner, wants_own
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts
from workbench.ui.widgets.said import Said

TODAY = date(2026, 3, 10)


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Workspace]:
    with demo_workspace(tmp_path, "en", clock_at(TODAY, "Europe/Madrid")) as workspace:
        yield workspace


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def opened(workspace: Workspace, settings: Settings, qtbot: QtBot) -> MainWindow:
    load_fonts()
    made = build_window(workspace, settings, "en", Theme())
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.go("today")
    made.show()
    return made


def cards(window: MainWindow) -> list[FirstStepsCard]:
    QApplication.processEvents()
    return [card for card in window.findChildren(FirstStepsCard) if card.isVisible()]


def test_what_is_tried_is_ticked(demo: Workspace, settings: Settings, qtbot: QtBot) -> None:
    window, steps = opened(demo, settings, qtbot), FirstSteps(settings)
    assert steps.done == frozenset()
    window.capture.begin("call Ana tomorrow")
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Return)
    assert steps.done == {"capture"}
    todo = window.page.findChild(TodoList)
    todo.setFocus()
    qtbot.keyClick(todo, Qt.Key.Key_T)
    assert steps.done == {"capture", "move"}
    window.go("print", ("brief", next_meeting(window)))
    qtbot.waitUntil(lambda: "brief" in steps.done, timeout=20_000)
    window.go("today")
    assert "3 of 5" in texts(window)


def next_meeting(window: MainWindow) -> int:
    return next(card.key for card in window.page.findChildren(AgendaCard) if card.is_next)


def texts(window: MainWindow) -> str:
    return " ".join(label.text() for card in cards(window) for label in card.findChildren(Said))


def test_two_lines_of_a_meeting_are_minutes_and_one_is_not(demo: Workspace, settings: Settings, qtbot: QtBot) -> None:
    window, steps = opened(demo, settings, qtbot), FirstSteps(settings)
    key = next_meeting(window)
    window.desk.workspace.do(edit_meeting, key, notes="They agree.\n\n")
    assert "minutes" not in steps.done
    window.desk.workspace.do(edit_meeting, key, notes="They agree.\nWe send the draft.")
    assert "minutes" in steps.done


def test_the_card_goes_for_good_and_comes_back_from_help(demo: Workspace, settings: Settings, qtbot: QtBot) -> None:
    window = opened(demo, settings, qtbot)
    away = window.findChild(QPushButton, "today.first.away")
    away.setFocus()
    qtbot.keyClick(away, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not cards(window))
    assert FirstSteps(settings).is_over
    next(entry for entry in window.all_entries() if entry.label == "First ten minutes").run()
    assert len(cards(window)) == 1


@pytest.mark.parametrize("noted", [5, "x", [], {"done": 3}, {"done": [[]], "over": "yes"}])
def test_broken_settings_mean_that_nothing_was_tried(settings: Settings, noted: object) -> None:
    settings.note("first_steps", noted)
    steps = FirstSteps(settings)
    assert (steps.done, steps.is_over) == (frozenset(), False)
    assert all(steps.tick(key) for key in STEPS)
    assert steps.done == set(STEPS)


def test_the_demo_says_so_and_is_left_for_what_is_ours(
    demo: Workspace, settings: Settings, qtbot: QtBot, qapp: QApplication
) -> None:
    window = opened(demo, settings, qtbot)
    assert window.banner.isVisible()
    assert not wants_own(qapp)
    start = window.findChild(QPushButton, "demo.start")
    start.setFocus()
    qtbot.keyClick(start, Qt.Key.Key_Space)
    assert not window.isVisible()
    assert wants_own(qapp)
    assert not wants_own(qapp)


LEAVING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from workbench.kernel.clock import system_clock
from workbench.kernel.settings import LAST_PORTFOLIO, Settings
from workbench.opening import Access, new_portfolio
from workbench.ui import app

mine = Path(sys.argv[1])
new_portfolio(mine, Access(system_clock())).close()
Settings().set(LAST_PORTFOLIO, str(mine))
begun = app.restore_drafts

def work(window):
    begun(window)
    print(window.windowTitle(), flush=True)
    leave = window.banner.start_mine if window.banner.is_demo else window.close
    QTimer.singleShot(0, window, leave)

app.restore_drafts = work
sys.exit(app.run(None, system_clock(), "en", None, demo=True))
"""


def test_start_mine_opens_what_is_ours_in_the_same_run(tmp_path: Path) -> None:
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", LEAVING, str(tmp_path / "mine.portfolio")],
        env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["Demo data – Account workbench", "mine – Account workbench"]


def test_real_data_has_no_banner(tmp_path: Path, settings: Settings, qtbot: QtBot, qapp: QApplication) -> None:
    workspace = new_portfolio(tmp_path / "mine.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    window = opened(workspace, settings, qtbot)
    assert not window.findChild(DemoBanner, "demo").isVisible()
    entry = next(entry for entry in window.all_entries() if entry.label == "Start mine")
    assert not entry.when()
    window.close()
    workspace.close()
