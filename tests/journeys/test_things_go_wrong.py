"""A wrong bulk change and a wrong deletion are taken back by keys alone, each by itself and in any order."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QPlainTextEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from tests.support.books import demo_workspace
from workbench.action_items.model import ActionItem
from workbench.contacts.model import Person
from workbench.contacts.positions import ContactRole
from workbench.demo.loader import load_demo
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, new_portfolio
from workbench.plans.model import Objective, Plan
from workbench.ui.app import build_window
from workbench.ui.list_page import ListPage
from workbench.ui.shell import lock
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts

TUESDAY = date(2026, 3, 10)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Workspace]:
    with demo_workspace(tmp_path, "en", clock_at(TUESDAY, "Europe/Madrid")) as workspace:
        yield workspace


@pytest.fixture
def window(demo: Workspace, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> MainWindow:
    return shown(demo, tmp_path, qtbot, qapp)


def shown(demo: Workspace, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> MainWindow:
    load_fonts()
    theme = Theme("light")
    theme.apply(qapp)
    made = build_window(demo, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.go("today")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def dues(workspace: Workspace) -> dict[int, date | None]:
    with workspace.read() as session:
        return {row.id: row.due for row in session.execute(select(ActionItem.id, ActionItem.due))}


def people(workspace: Workspace) -> tuple[int, int]:
    with workspace.read() as session:
        several = (session.scalar(select(func.count()).select_from(kind)) for kind in (Person, ContactRole))
        persons, roles = several
        return persons or 0, roles or 0


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def at_the_table(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    press(qtbot, key, CTRL)
    QApplication.processEvents()
    assert isinstance(window.page, ListPage)
    qtbot.waitUntil(window.page.table.hasFocus)


def test_a_wrong_bulk_change_is_reverted_although_a_later_one_stands(
    window: MainWindow, demo: Workspace, qtbot: QtBot
) -> None:
    before, everybody = dues(demo), people(demo)

    at_the_table(window, qtbot, Qt.Key.Key_6)
    press(qtbot, Qt.Key.Key_A, CTRL)
    steps = len(demo.stacks().done)
    press(qtbot, Qt.Key.Key_D)
    qtbot.keyClicks(QApplication.focusWidget(), "fri 20")
    press(qtbot, Qt.Key.Key_Return)
    moved = [key for key, due in dues(demo).items() if due != before[key]]
    assert len(moved) > 12
    assert {dues(demo)[key] for key in moved} == {date(2026, 3, 20)}
    assert len(demo.stacks().done) == steps + 1  # one gesture, one entry
    assert window.notices.text.endswith("actions moved to Fri 20 Mar.")

    at_the_table(window, qtbot, Qt.Key.Key_4)
    press(qtbot, Qt.Key.Key_Home, CTRL)
    press(qtbot, Qt.Key.Key_Delete)
    assert people(demo) < everybody
    assert "is in the trash" in window.notices.text

    press(qtbot, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "recent changes")
    results = window.findChild(QListView, "search.results")
    qtbot.waitUntil(lambda: "Recent changes" in str(results.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is getattr(window.page, "list", None))
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_R)
    assert dues(demo) == before
    assert people(demo) < everybody

    press(qtbot, Qt.Key.Key_Z, CTRL)
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert people(demo) == everybody


def test_whoever_types_when_the_window_locks_goes_on_at_the_same_letter(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    clock, phrase = clock_at(TUESDAY, "Europe/Madrid"), "cuatro palabras sin parentesco"
    workspace = new_portfolio(tmp_path / "mine.portfolio", Access(clock, phrase))
    load_demo(workspace, "en", TUESDAY)
    window = shown(workspace, tmp_path, qtbot, qapp)
    with workspace.read() as session:
        goal, account = session.execute(
            select(Objective.id, Plan.account_id).join(Plan).where(Objective.title.startswith("98.5"))
        ).one()
    window.go("account", account)
    window.page.show_part("objective", goal, "why")
    QApplication.processEvents()
    typed = QApplication.focusWidget()
    assert isinstance(typed, QPlainTextEdit)
    press(qtbot, Qt.Key.Key_Home, CTRL)
    qtbot.keyClicks(typed, "Half a tho")
    whole, caret = typed.toPlainText(), typed.textCursor().position()

    press(qtbot, Qt.Key.Key_L, CTRL)
    assert lock.is_locked(window)
    assert not window.centralWidget().isVisible()
    qtbot.keyClicks(QApplication.focusWidget(), phrase)
    press(qtbot, Qt.Key.Key_Return)
    assert not lock.is_locked(window)
    assert QApplication.focusWidget() is typed
    assert (typed.toPlainText(), typed.textCursor().position()) == (whole, caret) == (whole, 10)
    qtbot.keyClicks(typed, "ught. ")
    assert typed.toPlainText().startswith("Half a thought. ")
    window.close()
    workspace.close()
