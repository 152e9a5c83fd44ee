"""Who listens to the screen hears what happened."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.kernel.failures import DiskFull
from workbench.kernel.words import Words
from workbench.ui.announce import HEARD, announce
from workbench.ui.notices import Notices
from workbench.ui.theme import Theme


def test_what_a_notice_says_is_also_heard(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    notices = Notices(window, theme, Words.english())
    HEARD.clear()
    notices.say("Undone: Edit account")
    notices.complain(DiskFull())
    assert list(HEARD) == ["Undone: Edit account", DiskFull().sentence(Words.english())]


def test_nothing_is_said_about_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    HEARD.clear()
    announce(window, "")
    assert not HEARD
