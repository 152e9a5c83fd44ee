"""Two windows on one portfolio: the second looks, says who changes, and says when that is over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import TODAY
from workbench.kernel import failures
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, open_portfolio
from workbench.ui.app import build_window
from workbench.ui.shell.looking_strip import LookingStrip, wants_to_edit
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme

ACCESS = Access(clock_at(TODAY, "Europe/Madrid"))


@pytest.fixture
def second(workspace: Workspace, accounts: dict[str, int], tmp_path: Path) -> Iterator[Workspace]:
    with pytest.raises(failures.InUse):
        open_portfolio(workspace.book.path, ACCESS)
    made = open_portfolio(workspace.book.path, Access(ACCESS.clock, read_only=True))
    yield made
    made.close()


@pytest.fixture
def window(second: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(second, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    QApplication.processEvents()
    return made


def strip(window: MainWindow) -> LookingStrip:
    return window.findChild(LookingStrip)


def test_the_second_window_says_who_holds_the_file_and_since_when(window: MainWindow) -> None:
    assert strip(window).isVisible()
    said = strip(window).said.text()
    assert "2026-03-10" in said
    assert said.endswith("You can look but not change.")


def test_it_says_when_the_other_window_is_closed(window: MainWindow, workspace: Workspace) -> None:
    workspace.close()
    strip(window).look()
    assert strip(window).said.text().startswith("The other window is closed.")


def test_when_it_is_over_one_key_opens_the_file_for_editing(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, qapp: QApplication
) -> None:
    entry = next(one for one in window.all_entries() if one.label == "Open for editing")
    assert not entry.when()
    assert not strip(window).button.isVisible()
    workspace.close()
    strip(window).look()
    assert entry.when()
    assert strip(window).button.isVisible()
    strip(window).button.setFocus()
    qtbot.keyClick(strip(window).button, Qt.Key.Key_Space)
    assert not window.isVisible()
    assert wants_to_edit(qapp)
    assert not wants_to_edit(qapp)
    again = open_portfolio(workspace.book.path, ACCESS)
    assert not again.book.read_only
    again.close()


def test_fields_can_be_read_and_not_changed(window: MainWindow, accounts: dict[str, int], qtbot: QtBot) -> None:
    window.go("accounts", accounts["Acme"])
    form = window.page.details.form
    field = form.editors["name"]
    qtbot.keyClicks(field, "x")
    assert field.text() == "Acme"
    assert not form.editors["tier"].isEnabled()
    assert "not change" in field.toolTip()
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_only_window_has_no_strip(workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.show()
    assert not strip(made).isVisible()
