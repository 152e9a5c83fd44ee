"""What Qt made is destroyed where Qt lives, whoever is working meanwhile."""

import gc
from collections.abc import Iterator
from threading import Thread, current_thread, main_thread
from weakref import finalize

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.gathering import SETTLED, Gathering, look_again
from workbench.ui.tasks import Job, Tasks


class Page(QWidget):
    """A page that knows itself, as pages do through what their signals are connected to."""

    def __init__(self) -> None:
        super().__init__()
        self.myself = self


@pytest.fixture
def usual_collection() -> Iterator[None]:
    gc.enable()
    yield
    gc.unfreeze()
    gc.disable()


@pytest.mark.usefixtures("usual_collection")
def test_a_page_left_behind_is_destroyed_in_the_thread_of_the_interface(qtbot: QtBot) -> None:
    threads: list[Thread] = []
    keeper = QObject()
    Gathering(keeper)
    page = Page()
    finalize(page, lambda: threads.append(current_thread()))
    del page

    def allocate(_job: Job) -> list[list[int]]:
        return [[some] for some in range(300_000)]

    tasks = Tasks()
    heard: list[object] = []
    tasks.run("Print", allocate, heard.append, heard.append)
    qtbot.waitUntil(lambda: bool(heard) and bool(threads), timeout=5000)
    assert threads == [main_thread()]


@pytest.mark.usefixtures("usual_collection")
def test_what_lives_from_the_start_on_is_set_aside_until_a_window_is_drawn_anew(qtbot: QtBot) -> None:
    keeper = QObject()
    gathering = Gathering(keeper)
    gc.collect()
    for _ in range(SETTLED - 1):
        gathering._collect()
    assert gc.get_freeze_count() == 0
    gathering._collect()
    assert gc.get_freeze_count() > 10_000
    left: list[str] = []
    page = Page()
    finalize(page, left.append, "gone")
    del page
    gc.collect()
    assert left == ["gone"]
    look_again()
    assert gc.get_freeze_count() == 0
