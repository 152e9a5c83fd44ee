"""The language changes while the window is open, and everybody stays where they are."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.pages import window_over
from workbench.kernel.failures import DiskFull
from workbench.kernel.settings import LANGUAGE
from workbench.kernel.words import N_, Words
from workbench.kernel.workspace import Workspace
from workbench.safety.backup import back_up, backup_folder
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.shell.pages import AGAIN
from workbench.ui.stock import speak_stock
from workbench.ui.tasks import Job
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


def speak(window: MainWindow, language: str, qtbot: QtBot) -> None:
    """Choose a language the way the settings do."""
    window.desk.words, before = Words.of(language), window.top
    window.go(AGAIN)
    qtbot.waitUntil(lambda: window.top is not before)


def test_nothing_that_was_said_before_stays_in_the_other_language(
    demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot, qapp: QCoreApplication
) -> None:
    back_up(demo.book, backup_folder(demo.book.path), demo.clock)
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    window.go("jobs")
    window.open_in_window("accounts")
    other = next(one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one is not window)
    job = Job(N_("Making a backup"), window.desk.tasks)
    job.end(None)
    window.desk.tasks._past.append(job)
    try:
        for language in ("es", "en"):
            window.desk.say(window.desk.words("Saved to the inbox, to be sorted later."))
            speak(window, language, qtbot)
            words = window.desk.words
            assert not window.notices.text
            assert window.windowTitle() == f"{words('Demo data')} – Account workbench"
            assert other.windowTitle() == f"{words('Accounts')} – {window.windowTitle()}"
            assert window.top.saved.accessibleName().startswith(words("All changes saved") + " ")
            assert window.page.table.model().index(0, 0).data() == words("Making a backup")  # type: ignore[union-attr]
            undo = QCoreApplication.translate("QLineEdit", "&Undo").replace("&", "")
            assert undo == {"en": "Undo", "es": "Deshacer"}[language]
            look = QCoreApplication.translate("QFileDialog", "&Look in:")
            assert look == {"en": "&Look in:", "es": "&Buscar en:"}[language]
            window.desk.complain(DiskFull())
        speak(window, "es", qtbot)
        assert window.notices.text == DiskFull().sentence(Words.of("es"))
    finally:
        other.close()
        speak_stock(qapp, "en")
