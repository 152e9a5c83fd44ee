"""Every view of the team board, as every page: nothing cut, nothing English in Spanish, everything named."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cut import cut
from tests.ui.pages import window_over
from tests.ui.test_definition_of_done import NAME, english, is_ours, texts
from workbench.kam.ui.cockpit import VIEWS, Cockpit
from workbench.kernel.workspace import Workspace
from workbench.portfolio.ui.account_page import AccountPage
from workbench.ui.picture import settle
from workbench.ui.scenes import play
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme

KEYS = [view.key for view in VIEWS]


def cockpit(window: MainWindow, key: str) -> Cockpit:
    """A view of the key account of the demo, in front."""
    play(window, "board", "Iberlogística")
    assert isinstance(window.page, AccountPage)
    found = window.page._cockpit
    found.to_view(key)
    for _ in range(5):
        settle(QApplication.instance(), window)  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("key", KEYS)
def test_a_view_is_whole_in_spanish_on_a_small_screen(
    demo: Workspace, key: str, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(demo, "es", theme, tmp_path, qtbot, (1024, 600))
    cockpit(window, key)
    assert (window.width(), window.height()) == (1024, 600)
    assert cut(window) == []
    assert sorted(texts(window) & english()) == []


@pytest.mark.parametrize("key", KEYS)
def test_a_view_names_its_parts_and_takes_the_keys(
    demo: Workspace, key: str, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    view = cockpit(window, key).view
    assert view.home().hasFocus() or view.widget.isAncestorOf(QApplication.focusWidget())
    inside = [one for one in view.widget.findChildren(QWidget) if one.isVisible()]
    assert [
        f"{type(one).__name__} {one.accessibleName()}" for one in inside if is_ours(one) and not one.objectName()
    ] == []
    buttons = [one for one in inside if isinstance(one, QAbstractButton)]
    assert [one.text() or one.accessibleName() for one in buttons if not NAME.fullmatch(one.objectName())] == []
    assert [one.objectName() for one in buttons if not (one.text() or one.accessibleName())] == []
    labels = {entry.label for entry in window.all_entries()}
    assert {one.label for one in view.entries()} <= labels
