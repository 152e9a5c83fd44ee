"""The language changes while the window is open, and everybody stays where they are."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.pages import window_over
from workbench.kernel.settings import LANGUAGE
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme


def test_page_filter_and_record_are_kept(demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    window.go("contacts")
    window.activateWindow()
    line = window.findChild(QLineEdit, "contacts.filter")
    line.setFocus()
    qtbot.keyClicks(line, "lozano")
    table = window.page.table  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: table.listing_model.rowCount() == 1)
    table.walk(1)
    chosen = table.current_key()
    assert chosen
    window.desk.words = Words.of("es")
    window.furnish_again()
    assert window.page is not None
    assert (window.page.objectName(), window.page.title()) == ("contacts", "Contactos")
    anew = window.page.table  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: anew.listing_model.rowCount() == 1)
    qtbot.waitUntil(lambda: visible(window, "contacts.filter") == ["lozano"])
    assert anew.current_key() == chosen


def visible(window: MainWindow, name: str) -> list[str]:
    return [one.text() for one in window.findChildren(QLineEdit, name) if one.isVisible()]


def test_paper_keeps_a_language_of_its_own(demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    window.go("print")
    paper = window.findChild(QComboBox, "print.language")
    before = paper.currentData()
    window.desk.settings.set(LANGUAGE, "es" if before == "en" else "en")
    window.desk.words = Words.of("es" if before == "en" else "en")
    window.furnish_again()
    anew = next(one for one in window.findChildren(QComboBox, "print.language") if one.isVisible())
    assert anew.currentData() == before
    qtbot.waitUntil(lambda: not window.desk.tasks.is_busy(), timeout=20_000)
    assert anew.focusPolicy() != Qt.FocusPolicy.NoFocus
