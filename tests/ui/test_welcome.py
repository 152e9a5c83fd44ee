"""The first start: four choices on one page, and a file that is encrypted unless somebody says otherwise."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import TODAY
from workbench.kernel import paths
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import LANGUAGE, LAST_PORTFOLIO, ROLE, Settings, of_portfolio
from workbench.kernel.words import Words
from workbench.opening import Access, is_encrypted, new_portfolio, open_portfolio
from workbench.ui.arrival import Host, arrive
from workbench.ui.shell.welcome import Start, Welcome
from workbench.ui.theme import Theme

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
    box = part(page, QComboBox, name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(next(n for n in range(box.count()) if box.itemData(n) == value))


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
        choose(page, "language", "es")
        part(page, QComboBox, "language").activated.emit(1)

    def look(page: QDialog) -> None:
        seen.append(page.findChild(QComboBox, "welcome.language").currentText())
        page.reject()

    answer(spanish, look)
    assert arrive(host, None, None, demo=False) is None
    assert seen == ["Español"]
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
