"""The passphrase is changed in Settings: the old one is asked, the new one twice, and the file opens with the new one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, new_portfolio, open_portfolio
from workbench.ui.app import build_window
from workbench.ui.arrival import Host, change_passphrase, offer_sheet, reopen_with, taken_passphrase
from workbench.ui.shell.new_passphrase import NewPassphrase
from workbench.ui.theme import Theme

CLOCK = clock_at(date(2026, 3, 10), "Europe/Madrid")
OLD, NEW = "four words that rhyme", "another four words 7"


@pytest.fixture
def secret(tmp_path: Path) -> Iterator[Workspace]:
    made = new_portfolio(tmp_path / "secret.portfolio", Access(CLOCK, OLD))
    yield made
    made.close()


@pytest.fixture
def dialog(secret: Workspace, theme: Theme, qtbot: QtBot) -> NewPassphrase:
    made = NewPassphrase(Words.of("en"), theme, secret.book)
    qtbot.addWidget(made)
    made.show()
    return made


def typed(dialog: NewPassphrase, qtbot: QtBot, *phrases: str) -> None:
    for field, phrase in zip(dialog.fields.values(), phrases, strict=True):
        field.line.clear()
        qtbot.keyClicks(field.line, phrase)
    qtbot.keyClick(dialog.fields["again"].line, Qt.Key.Key_Return)


def test_a_wrong_old_one_or_two_different_new_ones_change_nothing(dialog: NewPassphrase, qtbot: QtBot) -> None:
    typed(dialog, qtbot, OLD, NEW, NEW + "8")
    assert "not the same" in dialog.trouble.text()
    typed(dialog, qtbot, "something else", NEW, NEW)
    assert "That is not the passphrase." in dialog.trouble.text()
    assert not dialog.result()
    typed(dialog, qtbot, OLD, "short", "short")
    assert not dialog.act.isEnabled()
    assert not dialog.result()


def test_enter_takes_it_when_all_is_right(dialog: NewPassphrase, qtbot: QtBot) -> None:
    typed(dialog, qtbot, OLD, NEW, NEW)
    assert dialog.result() == NewPassphrase.DialogCode.Accepted
    assert dialog.passphrase == NEW


def test_the_windows_close_and_the_file_opens_with_the_new_one(
    secret: Workspace, theme: Theme, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    settings = Settings(tmp_path / "settings.json")
    window = build_window(secret, settings, "en", theme)
    qtbot.addWidget(window)
    window.show()
    window.go("settings")
    assert window.page is not None
    assert window.page.findChild(QPushButton, "settings.passphrase") is not None
    reopen_with(qapp, NEW)
    assert not window.isVisible()
    assert taken_passphrase(qapp) == NEW
    assert not taken_passphrase(qapp)
    secret.close()
    host = Host(settings, theme, "en", CLOCK)
    assert change_passphrase(host, secret.book, NEW) == NEW
    again = open_portfolio(secret.book.path, Access(CLOCK, NEW))
    said: list[object] = []
    for _ in range(2):
        offer_sheet(host, window, again.book, lambda *told: said.append(told[:2]))
    again.close()
    assert said == [
        ("The passphrase is changed. Print a new recovery sheet and destroy the old one.", "Print recovery sheet")
    ]


def test_a_file_without_a_passphrase_offers_no_change(workspace: Workspace, theme: Theme, qtbot: QtBot) -> None:
    window = build_window(workspace, Settings(workspace.book.path.with_name("settings.json")), "en", theme)
    qtbot.addWidget(window)
    window.go("settings")
    assert window.page is not None
    assert window.page.findChild(QPushButton, "settings.passphrase") is None
    entry = next(entry for entry in window.page.entries() if entry.label == "Change the passphrase…")
    assert not entry.when()
    assert entry.why
