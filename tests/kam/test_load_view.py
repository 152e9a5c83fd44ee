"""The workload of a team on the screen: cells walked by keys, actions behind them, what would be, and what helps."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.kam.conftest import TODAY, Team
from tests.kam.screen import window_over
from tests.support.books import demo_workspace
from workbench.accounts.model import Account
from workbench.action_items.commands import add_action, delete_actions
from workbench.action_items.model import ActionItem
from workbench.kam.load.ui.grid import MIME, LoadGrid
from workbench.kam.load.ui.parts import PartsList
from workbench.kam.load.ui.view import LoadView
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.team.assignments import Assignment, TeamRole
from workbench.team.commands import add_member, assign, delete_assignments, edit_member
from workbench.ui.announce import HEARD
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import Said, plainly

WEEK_11, WEEK_12, WEEK_13 = date(2026, 3, 9), date(2026, 3, 16), date(2026, 3, 23)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def workload(window: MainWindow, account: int) -> LoadView:
    """The view, reached like a person reaches it: the tab, then the switch."""
    window.go("account", account)
    next(entry for entry in window.all_entries() if entry.label == "Team board").run()
    next(entry for entry in window.all_entries() if entry.label == "Workload").run()
    assert window.page is not None
    view = window.page.findChild(LoadView)
    assert view is not None
    return view


@pytest.fixture
def julia(workspace: Workspace, team: Team) -> int:
    made = workspace.do(add_member, "Julia Sanz", department_id=team.service, hours_per_week=40.0)
    workspace.do(assign, team.account, made, TeamRole.CORE, hours_per_week=12.0)
    return made


@pytest.fixture
def cause(workspace: Workspace, team: Team) -> int:
    return workspace.do(
        add_action, "Root cause", TODAY, account_id=team.account, member_id=team.andres, effort=18.0, due=TODAY
    )


@pytest.fixture
def report(workspace: Workspace, team: Team) -> int:
    """Three hours in week 11 and one in week 12."""
    days = {"start": date(2026, 3, 11), "due": date(2026, 3, 16)}
    return workspace.do(add_action, "Report", TODAY, account_id=team.account, member_id=team.andres, effort=4.0, **days)


@pytest.fixture
def view(
    workspace: Workspace, team: Team, julia: int, cause: int, report: int, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> LoadView:
    made = workload(window_over(workspace, "en", theme, tmp_path, qtbot), team.account)
    QAbstractItemModelTester(made.grid.grid, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    QAbstractItemModelTester(made.pane.list.parts, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def stored(workspace: Workspace, key: int) -> ActionItem:
    with workspace.read() as session:
        return session.get_one(ActionItem, key)


def said(grid: LoadGrid, member: int, week: date) -> str:
    index = grid.grid.place(member, week)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def listed(parts: PartsList) -> list[str]:
    return [str(parts.parts.index(row, 0).data()) for row in range(parts.parts.rowCount())]


def test_it_begins_where_the_trouble_is(view: LoadView, team: Team) -> None:
    assert view.grid.currentIndex() == view.grid.grid.place(team.andres, WEEK_11)
    assert said(view.grid, team.andres, WEEK_11) == "Andrés Molina, week 11 from 9 Mar, 21 of 20 h, over capacity"
    assert said(view.grid, team.andres, WEEK_12) == "Andrés Molina, week 12 from 16 Mar, 1 of 20 h"


def test_enter_lists_what_lies_behind_a_cell_and_escape_goes_back(view: LoadView, qtbot: QtBot) -> None:
    qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    assert view.pane.isVisible()
    assert listed(view.pane.list) == ["Root cause", "Report"]
    assert view.pane.list.hasFocus()
    qtbot.keyClick(view.pane.list, Qt.Key.Key_Escape)
    assert not view.pane.isVisible()
    assert view.grid.hasFocus()


def test_the_list_follows_the_cell(view: LoadView, qtbot: QtBot) -> None:
    qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    view.grid.setFocus()
    qtbot.keyClick(view.grid, Qt.Key.Key_Right)
    assert listed(view.pane.list) == ["Report"]


def test_what_is_suggested_is_done_with_one_key_and_undone_with_one(
    view: LoadView, workspace: Workspace, julia: int, team: Team, report: int, qtbot: QtBot
) -> None:
    changes = len(workspace.stacks().done)
    qtbot.keyClick(view.grid, Qt.Key.Key_M)
    assert stored(workspace, report).member_id == julia
    assert stored(workspace, report).due == date(2026, 3, 16)
    assert len(workspace.stacks().done) == changes + 1
    assert said(view.grid, team.andres, WEEK_11).endswith("18 of 20 h")
    assert said(view.grid, julia, WEEK_11).endswith("3 of 12 h")
    assert not view.strip.relieve.isVisible()
    workspace.undo()
    assert stored(workspace, report).member_id == team.andres


def test_another_week_is_tried_before_it_is_taken(
    view: LoadView, workspace: Workspace, team: Team, report: int, qtbot: QtBot
) -> None:
    qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    view.pane.list.go_to(view.pane.list.parts.row_of(report))
    qtbot.keyClick(view.pane.list, Qt.Key.Key_Right, CTRL)
    # shown, but not stored
    assert said(view.grid, team.andres, WEEK_12).endswith("3 of 20 h")
    assert stored(workspace, report).due == date(2026, 3, 16)
    assert any("“Report” would be with Andrés Molina" in text for text in HEARD)
    qtbot.keyClick(view.pane.list, Qt.Key.Key_Escape)
    assert said(view.grid, team.andres, WEEK_12).endswith("1 of 20 h")
    assert view.pane.isVisible()
    qtbot.keyClick(view.pane.list, Qt.Key.Key_Right, CTRL)
    qtbot.keyClick(view.pane.list, Qt.Key.Key_Return)
    found = stored(workspace, report)
    assert (found.start, found.due) == (date(2026, 3, 18), date(2026, 3, 23))
    workspace.undo()
    found = stored(workspace, report)
    assert (found.start, found.due) == (date(2026, 3, 11), date(2026, 3, 16))


def test_another_colleague_is_tried_with_the_arrows(
    view: LoadView, workspace: Workspace, julia: int, report: int, qtbot: QtBot
) -> None:
    qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    view.pane.list.go_to(view.pane.list.parts.row_of(report))
    qtbot.keyClick(view.pane.list, Qt.Key.Key_Down, CTRL)
    assert said(view.grid, julia, WEEK_11).endswith("3 of 12 h")
    qtbot.keyClick(view.pane.list, Qt.Key.Key_Up, CTRL)
    assert not view.strip.accept.isVisible()
    qtbot.keyClick(view.pane.list, Qt.Key.Key_Down, CTRL)
    qtbot.keyClick(view.pane.list, Qt.Key.Key_Return)
    assert stored(workspace, report).member_id == julia


def test_nothing_is_tried_into_weeks_that_are_over(view: LoadView, report: int, qtbot: QtBot) -> None:
    qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    view.pane.list.go_to(view.pane.list.parts.row_of(report))
    for _ in range(4):
        qtbot.keyClick(view.pane.list, Qt.Key.Key_Left, CTRL)
    task = view.load.task(report)
    assert task is not None
    assert task.work.due == date(2026, 3, 9)


def test_dropping_an_action_on_a_cell_shows_what_would_be(
    view: LoadView, workspace: Workspace, julia: int, report: int, qtbot: QtBot
) -> None:
    qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    target = view.grid.grid.place(julia, WEEK_13)
    carried = QMimeData()
    carried.setData(MIME, str(report).encode())
    place = QPointF(view.grid.visualRect(target).center())
    buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.grid.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, carried, buttons, held))
    assert said(view.grid, julia, WEEK_13).endswith("3 of 12 h")
    assert stored(workspace, report).member_id != julia
    view.strip.accept.click()
    found = stored(workspace, report)
    assert (found.member_id, found.start, found.due) == (julia, date(2026, 3, 25), date(2026, 3, 30))


def test_the_weeks_are_turned_over_the_edge_and_back(view: LoadView, qtbot: QtBot) -> None:
    for _ in range(8):
        qtbot.keyClick(view.grid, Qt.Key.Key_Right)
    assert view.load.weeks[0] == WEEK_12
    qtbot.keyClick(view.grid, Qt.Key.Key_PageDown)
    assert view.load.weeks[0] == date(2026, 4, 13)
    qtbot.keyClick(view.grid, Qt.Key.Key_T)
    assert view.load.weeks[0] == WEEK_11


def test_what_is_odd_is_said_in_a_sentence(
    view: LoadView, workspace: Workspace, team: Team, julia: int, report: int
) -> None:
    workspace.do(assign, team.account, team.berta, TeamRole.CORE, hours_per_week=35.0)
    workspace.do(edit_member, team.andres, left_on=date(2026, 3, 1))
    said_now = view.strip.odd.text()
    assert "Berta Soto is promised to accounts for 45 h a week and works 40 h." in said_now
    assert "Andrés Molina left on 1 Mar 2026 and still has 2 open actions." in said_now


def test_an_account_without_a_team_says_so(view: LoadView, workspace: Workspace, cause: int, report: int) -> None:
    with workspace.read() as session:
        keys = list(session.scalars(select(Assignment.id)))
    workspace.do(delete_assignments, keys)
    workspace.do(delete_actions, [cause, report])
    assert not view.grid.isVisible()
    assert view.empty.isVisible()


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Workspace]:
    with demo_workspace(tmp_path, "es", clock_at(TODAY, "Europe/Madrid")) as workspace:
        yield workspace


def test_repairing_the_workload_with_five_keys(demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    """From the cell that holds too much: Enter, D, a day, Enter – and the cell follows."""
    window = window_over(demo, "es", theme, tmp_path, qtbot)
    with demo.read() as session:
        account = session.scalars(select(Account.id).where(Account.name == "Iberlogística Grupo")).one()
    view = workload(window, account)
    assert str(view.grid.currentIndex().data()) == "26"
    qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    first = view.pane.list.task()
    assert first is not None
    assert first.title.startswith("Segunda furgoneta")
    qtbot.keyClick(view.pane.list, Qt.Key.Key_D)
    line = QApplication.focusWidget()
    qtbot.keyClicks(line, "lun 23")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert stored(demo, first.id).due == date(2026, 3, 23)
    # thirty hours on eleven working days instead of ten, five of them in this week
    assert str(view.grid.currentIndex().data()) == "24,6"
    assert demo.stacks().done[-1].label == "Change due dates"


def test_a_week_with_a_public_holiday_says_so(view: LoadView, workspace: Workspace, team: Team) -> None:
    workspace.do(edit_member, team.andres, region="ES-MD")
    holy = date(2026, 3, 30)
    cell = view.grid.grid.place(team.andres, holy)
    said = (
        "Andrés Molina, week 14 from 30 Mar, 0 of 12 h, holidays: Thu 2 Apr (Maundy Thursday), Fri 3 Apr (Good Friday)"
    )
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == said
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == plainly(said)
    view.grid.setFocus()
    view.grid.setCurrentIndex(cell)
    QTest.keyClick(view.grid, Qt.Key.Key_Return)
    assert said.split(", ", 3)[3] in [one.text() for one in view.pane.findChildren(Said)]
    # the hours behind a name are those of a week without holidays
    assert view.grid.grid.called(view.load.person(team.andres)) == "Andrés Molina (20)"
