"""Work goes into the background and comes back to the interface's thread."""

import sys
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from workbench.accounts.commands import add_account
from workbench.kernel.journal import Change
from workbench.ui.bridge import LiveWorkspace
from workbench.ui.tasks import Job, Tasks


class Asker:
    """Somebody who wants work done."""

    def __init__(self) -> None:
        self.heard: list[object] = []
        self.threads: list[object] = []

    def then(self, result: object) -> None:
        self.heard.append(result)
        self.threads.append(current_thread())


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    return Tasks()


def test_the_result_arrives_in_the_thread_of_the_interface(tasks: Tasks, qtbot: QtBot) -> None:
    asker = Asker()
    tasks.run("Count", lambda _job: (42, current_thread() is main_thread()), asker.then, asker.then)
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert asker.heard == [(42, False)]
    assert asker.threads == [main_thread()]


def test_an_error_comes_back_instead_of_vanishing(tasks: Tasks, qtbot: QtBot) -> None:
    good, bad = Asker(), Asker()

    def work(_job: Job) -> None:
        raise ValueError("no")

    tasks.run("Fail", work, good.then, bad.then)
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert good.heard == []
    assert isinstance(bad.heard[0], ValueError)


def test_progress_is_told_and_stopping_is_asked_of_the_work(tasks: Tasks, qtbot: QtBot) -> None:
    steps: list[tuple[int, int]] = []
    asker, started = Asker(), Event()

    def work(job: Job) -> str:
        job.report(1, 3)
        started.set()
        while not job.is_stopped():
            pass
        return "stopped"

    job = tasks.run("Long", work, asker.then, asker.then)
    job.progressed.connect(lambda done, total: steps.append((done, total)))
    started.wait(5)
    job.stop()
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert (steps, asker.heard) == ([(1, 3)], ["stopped"])


def test_threads_take_turns_faster_only_while_something_runs(tasks: Tasks, qtbot: QtBot) -> None:
    usual = sys.getswitchinterval()
    asker = Asker()
    tasks.run("Look", lambda _job: sys.getswitchinterval(), asker.then, asker.then)
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert asker.heard == [pytest.approx(0.0005)]
    assert sys.getswitchinterval() == pytest.approx(usual)


def test_a_change_made_by_a_worker_is_heard_in_the_thread_of_the_interface(
    live: LiveWorkspace, tasks: Tasks, qtbot: QtBot
) -> None:
    heard: list[tuple[str, bool]] = []

    class Page(Asker):
        def on_change(self, change: Change) -> None:
            heard.append((change.label, current_thread() is main_thread()))

    page = Page()
    live.changed.connect(page.on_change)
    tasks.run("Add", lambda _job: live.do(add_account, "Acme"), page.then, page.then)
    qtbot.waitUntil(lambda: not tasks.is_busy() and bool(heard))
    assert heard == [("Add account", True)]
