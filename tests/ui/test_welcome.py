"""The first start: four choices on one page, and a file that is encrypted unless somebody says otherwise."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.papers import pages_of, text_of
from tests.ui.conftest import TODAY
from workbench.kernel import paths
from workbench.kernel.clock import clock_at
from workbench.kernel.formats import Formats
from workbench.kernel.settings import LANGUAGE, LAST_PORTFOLIO, ROLE, Settings, of_portfolio
from workbench.kernel.words import Words
from workbench.opening import Access, is_encrypted, new_portfolio, open_portfolio
from workbench.papers.recovery.document import RecoverySheet, write_recovery_sheet
from workbench.report.paper import paper_named
from workbench.report.press import Press
from workbench.ui.arrival import Host, arrive
from workbench.ui.shell.welcome import Beginning, Start, Welcome
from workbench.ui.theme import Theme
from workbench.ui.widgets.radios import Radios
from workbench.ui.widgets.said import Said

PHRASE = "correct horse battery"


@pytest.fixture
def welcome(theme: Theme, qtbot: QtBot) -> Welcome:
    made = Welcome(Words.of("en"), theme)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def host(theme: Theme, tmp_path: Path) -> Host:
    return Host(Settings(tmp_path / "settings.json"), theme, "en", clock_at(TODAY, "Europe/Madrid"))


def part(page: QWidget, kind: type, name: str) -> object:
    return page.findChild(kind, f"welcome.{name}")


def choose(page: QWidget, name: str, value: object) -> None:
    part(page, Radios, name).take(value)


def answer(*replies: Callable[[QDialog], None]) -> None:
    """Reply to the dialogs that will open, one after the other."""
    waiting = list(replies)

    def look() -> None:
        page = QApplication.activeModalWidget()
        if isinstance(page, QDialog) and waiting:
            waiting.pop(0)(page)
        if waiting:
            QTimer.singleShot(5, look)

    QTimer.singleShot(5, look)


def begin_empty(page: QDialog) -> None:
    choose(page, "start_with", Start.EMPTY)
    choose(page, "i_am", "kam")
    part(page, QLineEdit, "passphrase").setText(PHRASE)
    part(page, QPushButton, "start").click()


def type_phrase(text: str) -> Callable[[QDialog], None]:
    def reply(page: QDialog) -> None:
        page.findChild(QLineEdit).setText(text)
        page.accept()

    return reply


def test_the_demo_can_be_started_with_one_click(welcome: Welcome) -> None:
    assert part(welcome, QPushButton, "start").isEnabled()
    assert welcome.beginning.start is Start.DEMO
    assert welcome.beginning.passphrase is None


def test_an_empty_portfolio_wants_a_passphrase_or_an_open_no(welcome: Welcome) -> None:
    choose(welcome, "start_with", Start.EMPTY)
    start = part(welcome, QPushButton, "start")
    assert not start.isEnabled()
    part(welcome, QLineEdit, "passphrase").setText("short")
    assert not start.isEnabled()
    part(welcome, QLineEdit, "passphrase").setText(PHRASE)
    assert start.isEnabled()
    assert welcome.beginning.passphrase == PHRASE
    next(box for box in welcome.findChildren(QCheckBox) if "No passphrase" in box.text()).setChecked(True)
    assert (start.isEnabled(), welcome.beginning.passphrase) == (True, None)


def test_a_newcomer_gets_an_encrypted_portfolio_and_a_role(host: Host) -> None:
    answer(begin_empty)
    workspace = arrive(host, None, None, demo=False)
    assert workspace is not None
    assert is_encrypted(workspace.book.path)
    assert workspace.book.path.parent == paths.data_folder()
    with workspace.read() as session:
        assert of_portfolio(session, ROLE) == "kam"
    workspace.close()


def test_the_page_is_read_in_the_language_that_is_chosen_on_it(host: Host) -> None:
    seen: list[str] = []

    def spanish(page: QDialog) -> None:
        choose(page, "i_am", "kam")
        choose(page, "language", "es")

    def look(page: QDialog) -> None:
        seen.extend((page.windowTitle(), page.beginning.language, page.beginning.role))
        page.reject()

    answer(spanish, look)
    assert arrive(host, None, None, demo=False) is None
    assert seen == ["Te damos la bienvenida", "es", "kam"]
    assert host.settings.get(LANGUAGE) == ""


def test_a_wrong_passphrase_is_said_and_asked_again(host: Host, tmp_path: Path) -> None:
    path = tmp_path / "secret.portfolio"
    new_portfolio(path, Access(host.clock, PHRASE)).close()
    complaints: list[list[str]] = []

    def second(page: QDialog) -> None:
        complaints.append([label.text() for label in page.findChildren(QWidget) if hasattr(label, "text")])
        type_phrase(PHRASE)(page)

    answer(type_phrase("wrong"), second)
    workspace = arrive(host, path, None, demo=False)
    assert workspace is not None
    assert any("passphrase" in text.lower() and "not" in text.lower() for text in complaints[0])
    workspace.close()


def test_a_portfolio_that_is_open_elsewhere_can_be_looked_at(host: Host, tmp_path: Path) -> None:
    path = tmp_path / "shared.portfolio"
    new_portfolio(path, Access(host.clock, PHRASE)).close()
    first = open_portfolio(path, Access(host.clock, PHRASE))
    answer(type_phrase(PHRASE), lambda page: page.reject())
    second = arrive(host, path, None, demo=False)
    assert second is not None
    assert second.book.read_only
    second.close()
    first.close()


def test_something_else_is_refused_with_a_sentence(host: Host, tmp_path: Path) -> None:
    path = tmp_path / "letter.portfolio"
    path.write_text("Dear Marta,\n" * 500)
    answer(lambda page: page.reject())
    assert arrive(host, path, PHRASE, demo=False) is None


def test_giving_up_leaves_nothing_behind(host: Host) -> None:
    answer(lambda page: page.reject())
    assert arrive(host, None, None, demo=False) is None
    assert not paths.data_folder().exists()
    assert host.settings.get(LAST_PORTFOLIO) == ""


def test_whoever_wants_to_import_begins_with_a_new_encrypted_file_and_the_import_page(host: Host) -> None:
    def begin(page: QDialog) -> None:
        choose(page, "start_with", Start.IMPORT)
        part(page, QLineEdit, "passphrase").setText(PHRASE)
        part(page, QPushButton, "start").click()

    answer(begin)
    workspace = arrive(host, None, None, demo=False)
    assert workspace is not None
    assert is_encrypted(workspace.book.path)
    assert host.first_page == "import"
    workspace.close()


@pytest.mark.parametrize("phrase", ["contraseña123", "CONTRASEÑA 123", "aaaaaaaaaaaaaaaa", "123123123123", "short one"])
def test_a_phrase_that_anybody_would_try_is_refused(welcome: Welcome, phrase: str) -> None:
    choose(welcome, "start_with", Start.EMPTY)
    part(welcome, QLineEdit, "passphrase").setText(phrase)
    assert not part(welcome, QPushButton, "start").isEnabled()


def test_caps_lock_is_noticed_while_typing(welcome: Welcome, qtbot: QtBot) -> None:
    choose(welcome, "start_with", Start.EMPTY)
    line, hint = part(welcome, QLineEdit, "passphrase"), part(welcome, QWidget, "passphrase.caps")
    qtbot.keyClicks(line, "lower")
    assert hint.isHidden()
    qtbot.keyClick(line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert hint.isHidden()
    QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "A"))
    assert not hint.isHidden()
    qtbot.keyClicks(line, "b")
    assert hint.isHidden()


def test_the_page_is_answered_with_the_keyboard_alone(welcome: Welcome, qtbot: QtBot) -> None:
    welcome.show()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    part(welcome, Radios, "i_am").setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Tab):
        qtbot.keyClick(QApplication.focusWidget(), key)
    qtbot.keyClicks(QApplication.focusWidget(), PHRASE)
    assert welcome.beginning == Beginning(Start.EMPTY, "en", "kam", PHRASE)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert welcome.result() == QDialog.DialogCode.Accepted


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_recovery_sheet_is_one_page_without_the_phrase(language: str, tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    sheet = RecoverySheet(Path("/home/marta") / ("ñ" * 80) / "my.portfolio", TODAY)
    write_recovery_sheet(sheet, Press(Formats.of(language), paper_named("a4")), target)
    assert pages_of(target) == 1
    assert Words.of(language)("Recovery sheet") in text_of(target)
    assert "my.portfolio" in "".join(text_of(target).split())


def test_the_third_wrong_passphrase_says_what_else_it_can_be(host: Host, tmp_path: Path) -> None:
    path = tmp_path / "secret.portfolio"
    new_portfolio(path, Access(host.clock, PHRASE)).close()
    said: list[str] = []

    def wrong(page: QDialog) -> None:
        said.append(" ".join(one.text() for one in page.findChildren(Said) if not one.isHidden()))
        type_phrase("not the one")(page)

    def leave(page: QDialog) -> None:
        said.append(" ".join(one.text() for one in page.findChildren(Said) if not one.isHidden()))
        page.reject()

    answer(wrong, wrong, wrong, leave)
    assert arrive(host, path, None, demo=False) is None
    assert "That is not the passphrase." in said[1]
    assert "(try 3)" in said[3]
    assert "restore a backup" in said[3]
