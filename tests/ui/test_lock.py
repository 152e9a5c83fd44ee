"""Locked windows show nothing and take no keys; with the passphrase everything is as it was."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from workbench.accounts.commands import add_account
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import LOCK_AFTER, Settings
from workbench.opening import Access, new_portfolio
from workbench.ui.app import build_window
from workbench.ui.keys import ShortcutGuard
from workbench.ui.shell import lock, windows
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts

PHRASE = "tarta de manzana"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(params=[PHRASE], ids=["encrypted"])
def window(tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[MainWindow]:
    access = Access(clock_at(date(2026, 3, 10), "Europe/Madrid"), request.param)
    workspace = new_portfolio(tmp_path / "my.portfolio", access)
    workspace.do(add_account, "Acme")
    load_fonts()
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", Theme())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.go("accounts")
    yield made
    made.close()
    workspace.close()


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def phrase_line(window: QMainWindow) -> QLineEdit:
    found = window.findChild(QLineEdit, "lock.phrase")
    assert isinstance(found, QLineEdit)
    return found


def unlock(window: QMainWindow, qtbot: QtBot, phrase: str) -> None:
    line = phrase_line(window)
    line.clear()
    qtbot.keyClicks(line, phrase)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_locked_window_shows_nothing_and_a_half_typed_field_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F, CTRL)
    typed = QApplication.focusWidget()
    qtbot.keyClicks(typed, "Ac")
    press(qtbot, Qt.Key.Key_L, CTRL)
    assert lock.is_locked(window)
    assert not window.centralWidget().isVisible()
    assert not window.menuBar().isVisible()
    assert QApplication.focusWidget() is phrase_line(window)
    unlock(window, qtbot, PHRASE)
    assert not lock.is_locked(window)
    assert window.centralWidget().isVisible()
    assert QApplication.focusWidget() is typed
    assert typed.text() == "Ac"


def test_other_looks_wait_until_the_window_is_seen_again(window: MainWindow, qtbot: QtBot) -> None:
    before = window.top
    lock.lock(window, window.desk)
    window.furnish_again()
    assert not window.centralWidget().isVisible()
    assert not window.top.isVisible()
    unlock(window, qtbot, PHRASE)
    assert window.top is not before
    qtbot.waitUntil(window.top.isVisible)


def test_another_phrase_opens_nothing_and_the_third_try_is_counted(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_L, CTRL)
    for _ in range(3):
        unlock(window, qtbot, "apple pie")
    assert lock.is_locked(window)
    cover = window.findChild(lock.LockCover, "lock")
    assert cover._why.text() == "That is not the passphrase (try 3)."


def test_no_key_reaches_what_is_behind(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_L, CTRL)
    page = window.page
    for key in (Qt.Key.Key_1, Qt.Key.Key_Z, Qt.Key.Key_K, Qt.Key.Key_N):
        press(qtbot, key, CTRL)
    assert window.page is page
    assert window.desk.workspace.stacks().undone == ()
    assert QApplication.focusWidget() is phrase_line(window)


def test_every_window_over_the_portfolio_is_locked_and_opened_together(window: MainWindow, qtbot: QtBot) -> None:
    window.open_in_window("accounts")
    other = windows.beside(window)[0]
    lock.lock(window, window.desk)
    assert lock.is_locked(other)
    unlock(other, qtbot, PHRASE)
    assert not lock.is_locked(window)
    other.close()


def test_work_goes_on_behind_the_lock(window: MainWindow, qtbot: QtBot) -> None:
    lock.lock(window, window.desk)
    done: list[object] = []
    window.desk.tasks.run(
        "Add", lambda _job: window.desk.workspace.do(add_account, "Umbrella"), done.append, done.append
    )
    qtbot.waitUntil(lambda: bool(done))
    assert isinstance(done[0], int)


@pytest.mark.parametrize("window", [None], indirect=True, ids=["plain"])
def test_without_a_passphrase_it_says_that_anybody_can_open_it(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_L, CTRL)
    assert lock.is_locked(window)
    press(qtbot, Qt.Key.Key_Return)
    assert not lock.is_locked(window)


class LongQuiet:
    """Nobody has touched anything for eleven minutes."""

    def __init__(self) -> None:
        self.minutes = 11

    def elapsed(self) -> int:
        return self.minutes * 60_000

    def restart(self) -> None:
        self.minutes = 0


def test_a_window_that_nobody_touches_is_locked_after_the_minutes_of_the_settings(
    window: MainWindow, qtbot: QtBot
) -> None:
    guard = ShortcutGuard()
    watch = lock.IdleWatch(window, window.desk, guard)
    watch.look()
    assert not lock.is_locked(window)
    guard.quiet = LongQuiet()  # type: ignore[assignment]
    window.desk.settings.set(LOCK_AFTER, 0)
    watch.look()
    assert not lock.is_locked(window)
    window.desk.settings.set(LOCK_AFTER, 10)
    watch.look()
    assert lock.is_locked(window)


def test_a_key_begins_the_quiet_anew(qtbot: QtBot) -> None:
    guard, field = ShortcutGuard(), QLineEdit()
    qtbot.addWidget(field)
    guard.quiet = LongQuiet()  # type: ignore[assignment]
    guard.eventFilter(field, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier))
    assert guard.quiet.elapsed() == 0
