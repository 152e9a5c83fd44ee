"""A full disk: what was typed stays, is said, and is saved by one click when there is room."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui.conftest import TODAY
from workbench.action_items.commands import add_action, edit_action
from workbench.action_items.model import ActionItem
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme

LONG = "every word of it " * 20_000


@pytest.fixture
def window(workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    QApplication.processEvents()
    return made


def leave_room(workspace: Workspace, pages: int) -> None:
    """Let the file grow by so many pages and no more, as a full disk would."""
    assert workspace._writer
    with workspace._writer.connect() as connection:
        now = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {now + pages}")


def note(workspace: Workspace, key: int) -> str | None:
    with workspace.read() as session:
        return session.scalar(select(ActionItem.note).where(ActionItem.id == key))


def typed_into(window: MainWindow, key: int) -> None:
    window.go("actions", key)
    editor = window.page.details.form.editors["note"]
    editor.setPlainText(LONG)
    editor.commit()


def test_what_found_no_room_is_saved_by_one_click_when_there_is_room(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    key = workspace.do(add_action, "Send offer", TODAY, account_id=accounts["Acme"])
    leave_room(workspace, 2)
    typed_into(window, key)
    assert window.notices.text.startswith("Not saved: the disk is full.")
    assert window.top.saved.text == "Not saved"
    again = next(made for made in window.notices.findChildren(QPushButton) if made.text() == "Save again")
    again.click()
    assert window.notices.text.startswith("Not saved: the disk is full.")
    assert note(workspace, key) is None
    leave_room(workspace, 10_000)
    again.click()
    assert note(workspace, key) == LONG.strip()
    assert window.top.saved.text == "All changes saved"


def test_it_is_still_there_after_other_records_were_looked_at(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    key = workspace.do(add_action, "Send offer", TODAY, account_id=accounts["Acme"])
    other = workspace.do(add_action, "Call Ana", TODAY, account_id=accounts["Acme"])
    leave_room(workspace, 2)
    typed_into(window, key)
    window.go("actions", other)
    form = window.page.details.form
    assert form.editors["note"].toPlainText() == ""
    window.go("actions", key)
    assert form.key == key
    assert form.editors["note"].toPlainText().strip() == LONG.strip()
    leave_room(workspace, 10_000)
    window.notices.act()
    assert note(workspace, key) == LONG.strip()


def test_a_command_that_found_no_room_is_done_again(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    key = workspace.do(add_action, "Send offer", TODAY, account_id=accounts["Acme"])
    leave_room(workspace, 2)
    assert not window.desk.attempt(lambda: workspace.do(edit_action, key, note=LONG))
    leave_room(workspace, 10_000)
    window.notices.act()
    assert note(workspace, key) == LONG.strip()


def test_a_notice_waits_for_who_reads_it(window: MainWindow) -> None:
    window.desk.say("Something was done.")
    assert window.notices._timer.isActive()
    at = QPointF(5, 5)
    QApplication.sendEvent(window.notices, QEnterEvent(at, at, at))
    assert not window.notices._timer.isActive()
    QApplication.sendEvent(window.notices, QEvent(QEvent.Type.Leave))
    assert window.notices._timer.isActive()
