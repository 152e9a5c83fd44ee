"""A call while a plan is being written: two lines in Spanish, typed by keys alone, and back to the same caret."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QPlainTextEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.support.books import demo_workspace
from workbench.accounts.model import Account
from workbench.action_items.model import ActionItem, Direction, Priority, State
from workbench.capture.ui.pieces import Piece
from workbench.contacts.model import Person
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.portfolio.queries import day
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts

TUESDAY = date(2026, 3, 10)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Workspace]:
    with demo_workspace(tmp_path, "es", clock_at(TUESDAY, "Europe/Madrid")) as workspace:
        yield workspace


@pytest.fixture
def window(demo: Workspace, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> MainWindow:
    load_fonts()
    theme = Theme("light")
    theme.apply(qapp)
    made = build_window(demo, Settings(tmp_path / "settings.json"), "es", theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.go("today")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


class Hands:
    """Types like a person and counts: a key chord, or one run of typing."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot, self.count = qtbot, 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.count += 1
        self._qtbot.keyClick(QApplication.focusWidget(), key, held)

    def type(self, text: str) -> None:
        self.count += 1
        for letter in text:
            if letter.isascii():
                self._qtbot.keyClicks(QApplication.focusWidget(), letter)
            else:
                from PySide6.QtGui import QInputMethodEvent

                composed = QInputMethodEvent()
                composed.setCommitString(letter)
                QApplication.sendEvent(QApplication.focusWidget(), composed)


def titled(workspace: Workspace, title: str) -> ActionItem:
    with workspace.read() as session:
        return session.scalars(
            select(ActionItem).where(ActionItem.title == title).order_by(ActionItem.id.desc())
        ).first()


def at_the_summary(window: MainWindow, qtbot: QtBot) -> QPlainTextEdit:
    """From anywhere to where the plan says how things stand, by keys: the palette, the tab, the outline."""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "iberlogistica")
    results = window.findChild(QListView, "search.results")
    qtbot.waitUntil(lambda: "Iberlogística" in str(results.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page.objectName() == "account")
    assert window.page.isAncestorOf(QApplication.focusWidget())
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, CTRL)
    QApplication.processEvents()
    seen = []
    for _ in range(80):
        here = QApplication.focusWidget()
        seen.append(here.objectName())
        if here.objectName() == "form.plan.summary":
            assert isinstance(here, QPlainTextEdit)
            return here
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    raise AssertionError(f"the summary is not reached by Tab: {seen}")


def test_two_lines_while_the_plan_waits(window: MainWindow, demo: Workspace, qtbot: QtBot) -> None:
    with demo.read() as session:
        norte = session.scalars(select(Account.id).where(Account.name == "Talleres Norte")).one()
        ana = session.scalars(select(Person.id).where(Person.name == "Ana Cortés")).one()
    summary = at_the_summary(window, qtbot)
    qtbot.keyClicks(summary, "Half a ")
    caret, half = summary.textCursor().position(), summary.toPlainText()

    hands = Hands(qtbot)
    hands.press(Qt.Key.Key_N, CTRL)
    hands.type("llamar a Ana mañana por la mañana Talleres Norte !alta")
    said = window.capture.said
    assert (said.title, said.day, said.at) == ("Llamar a Ana", date(2026, 3, 11), time(9))
    assert (said.account_id, said.people, said.priority) == (norte, (ana,), Priority.HIGH)
    hands.press(Qt.Key.Key_Return)
    assert hands.count == 3
    assert window.notices.text == "Guardado en Talleres Norte."
    assert summary.hasFocus()
    assert (summary.toPlainText(), summary.textCursor().position()) == (half, caret)

    hands.press(Qt.Key.Key_N, CTRL)
    hands.type("esperando a Ana: factura 2214 corregida antes del viernes")
    hands.press(Qt.Key.Key_Return)
    assert hands.count == 6

    call = titled(demo, "Llamar a Ana")
    assert (call.account_id, call.due, call.priority) == (norte, date(2026, 3, 11), Priority.HIGH)
    invoice = titled(demo, "Factura 2214 corregida")
    assert (invoice.state, invoice.direction) == (State.WAITING, Direction.THEY_OWE)
    assert (invoice.waiting_since, invoice.due, invoice.person_id) == (TUESDAY, date(2026, 3, 13), ana)
    assert invoice.account_id == norte
    with demo.read() as session:
        wednesday = day(session, date(2026, 3, 11), time(7, 40)).do
    assert call.id in {card.id for card in wednesday.today}


def test_a_quoted_word_stays_a_word_and_backspace_undoes_a_date(window: MainWindow, qtbot: QtBot) -> None:
    hands = Hands(qtbot)
    hands.press(Qt.Key.Key_N, CTRL)
    hands.type('"Mañana" folleto')
    assert window.capture.said.day is None
    window.capture.line.show_line("")
    hands.type("enviar folleto mañana")
    assert window.capture.said.day == date(2026, 3, 11)
    hands.press(Qt.Key.Key_Backspace)
    assert window.capture.said.day is None
    assert window.capture.said.title == "Enviar folleto mañana"


def test_a_name_of_two_people_never_blocks(window: MainWindow, demo: Workspace, qtbot: QtBot) -> None:
    hands = Hands(qtbot)
    hands.press(Qt.Key.Key_N, CTRL)
    hands.type("llamar a Ana el viernes")
    hands.press(Qt.Key.Key_Return)
    assert titled(demo, "Llamar a Ana").captured == "llamar a Ana el viernes"
    hands.press(Qt.Key.Key_2, CTRL)
    QApplication.processEvents()
    assert window.page.objectName() == "inbox"
    asked = [one for one in window.page.findChildren(Piece) if one.is_open and one.isVisible()]
    assert [one.accessibleName() for one in asked] == ["Contacto: ¿Ana? 2 posibles: elige"]
    assert window.notices.text == "Guardado en la bandeja de entrada, para ordenarlo después."
