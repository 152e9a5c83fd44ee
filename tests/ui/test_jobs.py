"""The strip for long work shows what is still at work, also when a shorter job ends first."""

from threading import Event

from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from workbench.ui.desk import Desk
from workbench.ui.shell.jobs import JobStrip
from workbench.ui.tasks import Job


def nothing(_outcome: object) -> None:
    """Whoever asked for the work is not looked at here."""


def test_a_longer_job_stays_in_sight_when_a_shorter_one_ends(desk: Desk, qtbot: QtBot) -> None:
    strip = JobStrip(desk)
    qtbot.addWidget(strip)
    may_end = {"Import": Event(), "Print": Event()}

    def work(job: Job) -> None:
        job.report(1, 4 if job.name == "Import" else 8)
        may_end[job.name].wait()

    for name in may_end:
        desk.tasks.run(name, work, nothing, nothing)
    label, bar = strip.findChild(QLabel), strip.findChild(QProgressBar)
    assert label is not None
    assert bar is not None
    qtbot.waitUntil(strip.isVisible)
    assert label.text() == "Print"
    qtbot.waitUntil(lambda: bar.maximum() == 8)
    may_end["Print"].set()
    qtbot.waitUntil(lambda: label.text() == "Import")
    assert strip.isVisible()
    may_end["Import"].set()
    qtbot.waitUntil(lambda: not strip.isVisible())
    assert not desk.tasks.is_busy()
