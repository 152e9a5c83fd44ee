"""Quitting while an import runs asks once: finish first, stop it, or stay."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.ui.app import build_window
from workbench.ui.arrival import reopen_with, taken_passphrase
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.tasks import Job
from workbench.ui.theme import Theme


@pytest.fixture
def window(workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.show()
    made.go("today")
    return made


class Work:
    """Something that goes on until it is let go or stopped."""

    def __init__(self, window: MainWindow) -> None:
        self.go, self.outcome = Event(), ""
        self.job = window.desk.tasks.run("Importing", self._work, self._end, self._end)
        self.job.matters = True

    def _work(self, job: Job) -> str:
        while not self.go.wait(0.005):
            if job.is_stopped():
                return "stopped"
        return "done"

    def _end(self, outcome: object) -> None:
        self.outcome = str(outcome)


def closed_by(window: MainWindow, key: str) -> None:
    """Close the window and press a button of the question."""
    answered(key)
    window.close()


def answered(key: str) -> None:
    """Press a button of the question as soon as it is asked."""

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert asked is not None
        found = asked.findChild(QPushButton, f"quit.{key}")
        assert isinstance(found, QPushButton)
        found.click()

    QTimer.singleShot(0, answer)


def test_to_stay_stops_nothing(window: MainWindow, qtbot: QtBot) -> None:
    work = Work(window)
    closed_by(window, "stay")
    assert window.isVisible()
    assert not work.job.is_stopped()
    work.go.set()
    qtbot.waitUntil(lambda: not window.desk.tasks.is_busy())
    window.close()
    assert not window.isVisible()


def test_a_new_passphrase_is_forgotten_by_whoever_stays(window: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    work = Work(window)
    answered("stay")
    reopen_with(qapp, "another four words 7")
    assert window.isVisible()
    assert not taken_passphrase(qapp)
    work.go.set()
    qtbot.waitUntil(lambda: work.outcome == "done")


def test_stopped_it_closes_at_once(window: MainWindow, qtbot: QtBot) -> None:
    work = Work(window)
    closed_by(window, "stop")
    assert not window.isVisible()
    qtbot.waitUntil(lambda: work.outcome == "stopped")


def test_finished_first_it_closes_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    work = Work(window)
    closed_by(window, "wait")
    assert window.isVisible()
    assert "closes when" in window.notices.text
    work.go.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert work.outcome == "done"


def test_what_nobody_would_miss_asks_nothing(window: MainWindow, qtbot: QtBot) -> None:
    work = Work(window)
    work.job.matters = False
    window.close()
    assert not window.isVisible()
    # whoever wants the result must still be there when it comes
    qtbot.waitUntil(lambda: work.outcome == "stopped")
