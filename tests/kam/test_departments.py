"""Departments managed in the list of our people, reached from anywhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.kam.conftest import Team
from tests.kam.test_board import promise, values
from tests.kam.test_board_view import window_over
from workbench.kernel.workspace import Workspace
from workbench.team.model import Department
from workbench.ui.announce import HEARD
from workbench.ui.list_page import ListPage
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.widgets.ask import Ask


@pytest.fixture
def window(workspace: Workspace, team: Team, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    return window_over(workspace, tmp_path, qtbot, team.account)


def run(window: MainWindow, label: str) -> Ask:
    """Run a command as the palette does, and give back the question it asks."""
    next(entry.run for entry in window.all_entries() if entry.label == label)()
    QApplication.processEvents()
    assert isinstance(window.page, ListPage)
    found = window.page.findChild(Ask)
    assert found is not None
    assert found.isVisible()
    assert found.line.hasFocus()
    return found


def answer(ask: Ask, text: str) -> None:
    QTest.keyClicks(ask.line, text)
    QTest.keyClick(ask.line, Qt.Key.Key_Return)
    QApplication.processEvents()


def names(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return list(session.scalars(select(Department.name).order_by(Department.position)))


def test_a_department_is_dissolved_from_anywhere_and_its_work_goes_to_another(
    window: MainWindow, workspace: Workspace, team: Team
) -> None:
    key = promise(workspace, team, "Report")
    window.go("today")
    ask = run(window, "Dissolve department…")
    answer(ask, "Legal")
    assert "Legal" in ask._why.text()
    ask.line.clear()
    answer(ask, "SER")
    assert ask.line.accessibleName() == "Dissolve After-sales; its work goes to"
    answer(ask, "")
    assert "After-sales still has work – open actions: 1, requests: 0, people: 1" in ask._why.text()
    answer(ask, "fin")
    assert not ask.isVisible()
    assert HEARD[-1] == "After-sales is dissolved; its work stays."
    assert names(workspace) == ["Sales", "Finance"]
    assert values(workspace, key).department_id == team.finance
    assert workspace.undo_label == "Dissolve department"
    workspace.undo()
    assert names(workspace) == ["Sales", "After-sales", "Finance"]


def test_enter_takes_the_department_of_the_chosen_colleague(
    window: MainWindow, workspace: Workspace, team: Team
) -> None:
    window.go("team", team.berta)
    ask = run(window, "Rename department…")
    assert ask.line.placeholderText() == "Enter: Finance"
    answer(ask, "")
    answer(ask, "Money, mon")
    assert names(workspace)[-1] == "Money"
    answer(run(window, "Add department…"), "Legal, LEG")
    assert names(workspace)[-1] == "Legal"


def test_each_command_of_departments_stands_in_the_menus_once(window: MainWindow) -> None:
    for page in ("today", "team", "account"):
        window.go(page)
        for verb in ("Add department…", "Rename department…", "Dissolve department…"):
            assert len([entry for entry in window.all_entries() if entry.label.startswith(verb)]) == 1, (page, verb)
