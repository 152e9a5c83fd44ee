"""The strip for long work shows what is still at work, also when a shorter job ends first."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from tests.ui.pages import window_over
from workbench.kernel.failures import DiskFull
from workbench.kernel.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.shell.jobs import JobStrip
from workbench.ui.shell.jobs_page import JobsPage
from workbench.ui.tasks import Job
from workbench.ui.theme import Theme


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


def test_what_works_and_what_took_long_stands_in_the_list_of_jobs(
    workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(workspace, "en", theme, tmp_path, qtbot)
    window.desk.tasks._long_seconds = 0
    may_end = Event()

    def work(job: Job) -> str:
        job.report(1, 2)
        while not (may_end.is_set() or job.is_stopped()):
            may_end.wait(0.01)
        return "ready"

    window.go("jobs")
    page = window.page
    assert isinstance(page, JobsPage)
    assert not page.table.isVisible()
    window.desk.tasks.run("Import", work, nothing, nothing, "import")
    qtbot.waitUntil(lambda: window.desk.tasks.known()[0].share == 0.5)
    page.refresh()
    assert lines(page) == [["Import", "50% done", "0 seconds"]]
    page.opened(None)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not window.desk.tasks.is_busy())
    assert lines(page) == [["Import", "Cancelled", "0 seconds"]]
    # a long job that ends while somebody is elsewhere leads back to its outcome
    window.go("today")
    window.desk.tasks.run("Export", work, nothing, nothing, "print")
    may_end.set()
    qtbot.waitUntil(lambda: "Export" in window.notices.text)
    assert window.notices.text == "“Export” is over."
    window.notices.act()
    assert window.page is not None
    assert window.page.objectName() == "print"
    window.go("jobs")
    assert [line[:2] for line in lines(page)] == [["Export", "Done"], ["Import", "Cancelled"]]
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert window.page.objectName() == "print"
    window.desk.tasks.finish()


def test_a_job_that_fails_says_why_in_the_list(
    workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(workspace, "en", theme, tmp_path, qtbot)
    window.desk.tasks._long_seconds = 0

    def work(_job: Job) -> None:
        raise DiskFull

    window.go("jobs")
    window.desk.tasks.run("Backup", work, nothing, nothing)
    page = window.page
    assert isinstance(page, JobsPage)
    qtbot.waitUntil(lambda: page._model.rowCount() == 1 and "Failed" in lines(page)[0][1])
    assert "disk is full" in lines(page)[0][1]


def lines(page: JobsPage) -> list[list[str]]:
    model = page._model
    return [[model.item(row, side).text() for side in range(model.columnCount())] for row in range(model.rowCount())]
