"""Before a visit, by keys alone and without a network: the brief, one thing ticked, one thing captured for the visit."""

import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.support.books import demo_workspace
from workbench.accounts.model import Account
from workbench.action_items.model import ActionItem, State
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.portfolio.ui.agenda import AgendaCard
from workbench.portfolio.ui.todo import TodoList
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts

TUESDAY = date(2026, 3, 10)
SHEET = "Bring the charger specification sheet"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MOST = 10


def _no_network(*_given: object) -> None:
    raise AssertionError("there is no network in the car park")


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    monkeypatch.setattr(socket.socket, "connect", _no_network)
    with demo_workspace(tmp_path, "en", clock_at(TUESDAY, "Europe/Madrid")) as workspace:
        yield workspace


@pytest.fixture
def window(demo: Workspace, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> MainWindow:
    load_fonts()
    theme = Theme("light")
    theme.apply(qapp)
    made = build_window(demo, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.go("today")
    made.show()
    QApplication.processEvents()
    return made


def stored(workspace: Workspace, title: str) -> ActionItem:
    with workspace.read() as session:
        return session.scalars(select(ActionItem).where(ActionItem.title == title)).one()


def rows(window: MainWindow) -> list[str]:
    model = window.page.findChild(TodoList).todo
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_brief_and_back_with_one_thing_ticked_and_one_captured(
    window: MainWindow, demo: Workspace, qtbot: QtBot
) -> None:
    pressed = 0

    def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        nonlocal pressed
        pressed += 1
        qtbot.keyClick(QApplication.focusWidget(), key, held)

    with demo.read() as session:
        account = session.scalars(select(Account.id).where(Account.name.startswith("Iberlog"))).one()
    card = QApplication.focusWidget()
    assert isinstance(card, AgendaCard)
    assert (card.is_next, card.account) == (True, account)

    press(Qt.Key.Key_B)
    assert window.page.objectName() == "print"
    qtbot.waitUntil(window.page._has_paper, timeout=20_000)
    press(Qt.Key.Key_Left, ALT)
    assert window.page.objectName() == "today"
    assert QApplication.focusWidget().key == card.key

    press(Qt.Key.Key_N, CTRL)
    qtbot.keyClicks(window.capture.line, "ask Rafael about Easter peak plan")
    pressed += 1
    press(Qt.Key.Key_Return)
    asked = stored(demo, "Ask Rafael about Easter peak plan")
    assert (asked.account_id, asked.state) == (account, State.TODO)

    qtbot.waitUntil(lambda: SHEET in rows(window))
    while not isinstance(QApplication.focusWidget(), TodoList):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    todo = window.page.findChild(TodoList)
    for _ in range(todo.model().rowCount()):
        if todo.currentIndex().data() != SHEET:
            qtbot.keyClick(todo, Qt.Key.Key_J)
    pressed += 2  # walking is a run of the same key: to the list, and down to the row
    press(Qt.Key.Key_Space)
    assert stored(demo, SHEET).state is State.DONE
    qtbot.waitUntil(lambda: SHEET not in rows(window), timeout=4000)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), TodoList))
    assert pressed <= MOST
