"""F6 and Shift+F6 reach every part of every page, in reading order, and come back to where one was."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages import target, window_over
from workbench.kernel.workspace import Workspace
from workbench.ui.plan import PAGES
from workbench.ui.shell.pane_walk import PaneWalk, stops
from workbench.ui.theme import Theme


@pytest.mark.parametrize("page", sorted(PAGES))
def test_f6_goes_round_and_shift_f6_goes_back(
    demo: Workspace,
    page: str,
    theme: Theme,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    window = window_over(demo, "es", theme, tmp_path, qtbot)
    window.go(page, target(demo, page))
    window.activateWindow()
    window.sidebar.setFocus()
    qtbot.waitUntil(window.sidebar.hasFocus)
    panes = PaneWalk(window).panes()
    assert panes[0] is window.sidebar
    # nothing was changed yet, so there is nothing to go to among the changes
    assert len(panes) >= (2 if page == "history" else 3)
    reached = []
    for _ in panes[1:]:
        qtbot.keyClick(window, Qt.Key.Key_F6)
        reached.append(QApplication.focusWidget())
    assert [one in stops(pane) for one, pane in zip(reached, panes[1:])] == [True] * len(reached)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.sidebar.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is reached[-1]


def test_a_pane_remembers_where_the_focus_was(demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    window.go("accounts")
    window.activateWindow()
    details = PaneWalk(window).panes()[-1]
    third = stops(details)[2]
    third.setFocus()
    qtbot.waitUntil(third.hasFocus)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert not third.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert third.hasFocus()
