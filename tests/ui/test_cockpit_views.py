"""Every view of the team board, as every page: nothing cut, nothing English in Spanish, everything named."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cut import cut
from tests.ui.pages import window_over
from tests.ui.test_definition_of_done import NAME, english, is_ours, texts
from workbench.accounts.commands import add_account
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


def test_arrows_choose_the_view_and_the_chip_that_is_down_has_the_keys(
    demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    shown = cockpit(window, "load")
    for width in (1280, 700):  # where there is little room, only the chip of the view in front can be seen
        window.resize(width, 800)
        shown.show_view("load")
        chip(window, "load").setFocus()
        for key, expected in ((Qt.Key.Key_Right, "raci"), (Qt.Key.Key_Left, "load"), (Qt.Key.Key_Left, "horizon")):
            qtbot.keyClick(QApplication.focusWidget(), key)
            QApplication.processEvents()
            assert shown.key == expected
            assert chip(window, expected).hasFocus()
            assert chip(window, expected).isChecked()


def test_a_view_with_nothing_to_show_says_what_can_be_done_and_takes_the_keys(
    workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    account = workspace.do(add_account, "Acme")
    window = window_over(workspace, "en", theme, tmp_path, qtbot)
    window.go("account", account)
    play(window, "board", "Acme")
    assert isinstance(window.page, AccountPage)
    shown = window.page._cockpit
    for key in KEYS:
        shown.to_view(key)
        settle(QApplication.instance(), window)  # type: ignore[arg-type]
        focused = QApplication.focusWidget()
        # alerts have nothing to offer where nothing needs attention
        assert key == "alerts" or (focused is not None and shown.view.widget.isAncestorOf(focused)), key
    shown.to_view("load")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    line = QApplication.focusWidget()
    qtbot.keyClicks(line, "Ana Gil")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "Ana Gil works for this account." in window.notices.text
    grid = shown.view.home()
    assert (grid.objectName(), grid.hasFocus()) == ("account.load.grid", True)


def test_alt_and_a_digit_lead_to_a_tab_also_where_a_list_with_chips_is_in_front(
    demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    for key in ("requests", "hours"):
        cockpit(window, key)
        keys = [entry.keys for entry in window.all_entries() if entry.keys.startswith("Alt+")]
        assert len(keys) == len(set(keys)), "two entries with the same keys: neither would answer"
    requests = window.findChild(QWidget, "account.requests.chip.1")
    assert requests is not None
    assert not requests.toolTip()


def chip(window: MainWindow, key: str) -> QAbstractButton:
    found = window.findChild(QAbstractButton, f"account.cockpit.{key}")
    assert isinstance(found, QAbstractButton)
    return found
