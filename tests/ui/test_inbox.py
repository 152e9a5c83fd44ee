"""The inbox: what is open is said, and one key settles it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from sqlalchemy import delete, select

from tests.support.books import demo_workspace
from tests.ui.conftest import TODAY
from workbench.accounts.model import Account
from workbench.action_items.model import ActionItem
from workbench.capture.commands import capture
from workbench.capture.grammar import read_line
from workbench.capture.queries import directory
from workbench.capture.ui.inbox_page import InboxPage
from workbench.capture.ui.sorting_strip import SortingStrip
from workbench.contacts.model import Person
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Workspace]:
    with demo_workspace(tmp_path, "en", clock_at(TODAY, "Europe/Madrid")) as workspace:
        with workspace.change("Empty the inbox") as session:
            session.execute(delete(ActionItem).where(ActionItem.captured.is_not(None)))
        yield workspace


@pytest.fixture
def window(demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(demo, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def inbox(window: MainWindow, line: str) -> tuple[InboxPage, SortingStrip]:
    """The inbox with one line in it."""
    workspace = window.desk.workspace
    with workspace.read() as session:
        said = read_line(line, "en", TODAY, directory(session, TODAY))
    workspace.do(capture, said, TODAY, "Europe/Madrid")
    window.go("inbox")
    page = window.page
    assert isinstance(page, InboxPage)
    strip = page.findChild(SortingStrip)
    assert isinstance(strip, SortingStrip)
    return page, strip


def only(demo: Workspace, title: str) -> ActionItem:
    with demo.read() as session:
        return session.scalars(select(ActionItem).where(ActionItem.title == title)).one()


def test_whom_it_means_is_chosen_by_one_key(window: MainWindow, demo: Workspace, qtbot: QtBot) -> None:
    page, strip = inbox(window, "waiting for Ana: signed order by Friday")
    assert strip.text == "Open: whom it means – C chooses."
    qtbot.keyClick(page.table, Qt.Key.Key_C)
    menu = next(menu for menu in strip.findChildren(QMenu) if menu.isVisible())
    chosen = menu.activeAction().text().split(" · ")
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    action = only(demo, "Signed order")
    with demo.read() as session:
        assert session.get_one(Person, action.person_id).name == chosen[0]
        assert session.get_one(Account, action.account_id).name == chosen[1]
    assert action.captured == f"waiting for {chosen[0]}: signed order by Friday"
    assert strip.text == "Nothing is open any more – Enter accepts."
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert only(demo, "Signed order").captured is None
    assert not strip.isVisible()
    window.undo()
    window.undo()
    assert only(demo, "Signed order").captured == "waiting for Ana: signed order by Friday"


def test_the_account_that_is_set_says_who_is_meant(window: MainWindow, demo: Workspace, qtbot: QtBot) -> None:
    page, strip = inbox(window, "waiting for Ana: signed order by Friday")
    qtbot.keyClick(page.table, Qt.Key.Key_A)
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Talleres Norte")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert only(demo, "Signed order").account_id is not None
    assert strip.text == "Nothing is open any more – Enter accepts."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("think about the fair", "Open: for whom and until when – A and D set it, Enter accepts it without."),
        ("ask @nobody +3", "Not understood: @nobody – A, D and O set what is meant, Enter accepts."),
        ("pay the toll on 31 Feb", "Not understood: on 31 Feb – A, D and O set what is meant, Enter accepts."),
    ],
)
def test_what_is_open_is_said(window: MainWindow, qtbot: QtBot, line: str, told: str) -> None:
    page, strip = inbox(window, line)
    assert strip.text == told
    qtbot.keyClick(page.table, Qt.Key.Key_C)
    assert window.notices.text == "There is nothing to choose here."


def test_a_filed_inbox_says_so(window: MainWindow, qtbot: QtBot) -> None:
    page, strip = inbox(window, "think about the fair")
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert page.model.rowCount() == 0
    assert not strip.isVisible()
    assert window.notices.text == "“Think about the fair” is in the trash."


def test_tomorrow_is_the_day_after_it_was_said(window: MainWindow, demo: Workspace) -> None:
    page, strip = inbox(window, "call Ana tomorrow")
    window.desk.clock = clock_at(TODAY.replace(day=20), "Europe/Madrid")
    page.opened(None)
    strip.show_key(page.table.current_key())
    assert only(demo, "Call Ana").due == TODAY.replace(day=11)
    assert "Wed 11 Mar" in {one.text() for one in strip.findChildren(QAbstractButton)}
