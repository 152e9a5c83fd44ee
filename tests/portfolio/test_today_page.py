"""The first page, worked by keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from workbench.demo.loader import load_demo
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.opening import Access, new_portfolio
from workbench.portfolio.ui.todo import TodoRow
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts

TODAY = date(2026, 3, 10)


@pytest.fixture
def window(tmp_path: Path, qtbot, qapp: QApplication) -> Iterator[MainWindow]:
    workspace = new_portfolio(tmp_path / "demo.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    load_demo(workspace, "en", TODAY)
    load_fonts()
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", Theme())
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.go("today")
    made.show()
    yield made
    made.close()
    workspace.close()


def rows(window: MainWindow) -> list[TodoRow]:
    return [row for row in window.page.findChildren(TodoRow) if row.isVisible()]


def texts(window: MainWindow) -> list[str]:
    return [row.text() for row in rows(window)]


def test_a_ticked_action_leaves_and_the_focus_stays_in_its_place(window: MainWindow, qtbot) -> None:
    first, second = rows(window)[:2]
    ticked, following = first.text(), second.text()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: texts(window)[:1] == [following])
    assert rows(window)[0].hasFocus()
    window.undo()
    qtbot.waitUntil(lambda: texts(window)[:1] == [ticked])


def test_today_says_what_the_demo_holds(window: MainWindow) -> None:
    assert "Send the root-cause draft to T. Vidal" in texts(window)
    assert window.page.title() == "Today"
