"""The next ninety days in the window, by keys and by dragging."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.kam.conftest import TODAY, Team
from workbench.action_items.commands import add_action
from workbench.action_items.model import ActionItem, Direction, State
from workbench.kam.horizon.ui.model import HorizonModel
from workbench.kam.horizon.ui.view import HorizonBoardView
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.plans.commands import start_plan
from workbench.ui.announce import HEARD
from workbench.ui.app import build_window
from workbench.ui.theme import Theme, load_fonts

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def actions(workspace: Workspace, team: Team) -> dict[str, int]:
    """Four open actions by title, in the order in which they are due."""
    days = {"Offer": 3, "Rota": 5, "Report": 45, "Idea": None}
    made = {}
    for title, ahead in days.items():
        due = TODAY.replace(day=10).fromordinal(TODAY.toordinal() + ahead) if ahead is not None else None
        made[title] = workspace.do(add_action, title, TODAY, account_id=team.account, due=due, member_id=team.andres)
    return made


@pytest.fixture
def view(
    workspace: Workspace, team: Team, actions: dict[str, int], tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> HorizonBoardView:
    load_fonts()
    theme = Theme("light")
    theme.apply(qapp)
    window = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    window.go("account", team.account)
    assert window.page is not None
    window.page.restore({"tab": 1, "view": "horizon"})
    found: HorizonBoardView = window.findChild(HorizonBoardView)
    found.home().setFocus()
    QApplication.processEvents()
    return found


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def due(workspace: Workspace, key: int) -> int | None:
    """In how many days an action is due."""
    with workspace.read() as session:
        day = session.scalar(select(ActionItem.due).where(ActionItem.id == key))
    return (day - TODAY).days if day else None


def columns(view: HorizonBoardView) -> dict[str, int]:
    model = view.model
    return {item.title: model.find(item.id).column() for item in model.view.items}


def test_control_and_an_arrow_move_an_action_to_another_part_and_show_its_slip(
    view: HorizonBoardView, workspace: Workspace, actions: dict[str, int], qtbot: QtBot
) -> None:
    assert columns(view) == {"Offer": 0, "Rota": 0, "Report": 1, "Idea": 3}
    HEARD.clear()
    press(qtbot, Qt.Key.Key_Right, CTRL)
    assert list(HEARD) == ["1 action moved to: 31 to 60 days."]
    assert columns(view)["Offer"] == 1
    assert due(workspace, actions["Offer"]) == 34
    card = str(view.model.find(actions["Offer"]).data(Qt.ItemDataRole.AccessibleTextRole))
    assert card == "Offer, To do, Monday 13 April, +31 d, owner Andrés Molina, SER"
    assert view.chosen() == [actions["Offer"]]
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert columns(view)["Offer"] == 0
    assert view.isVisible()


def test_several_are_chosen_and_moved_by_weeks_in_one_step(
    view: HorizonBoardView, workspace: Workspace, actions: dict[str, int], qtbot: QtBot
) -> None:
    steps = len(workspace.stacks().done)
    view.table.clearSelection()
    press(qtbot, Qt.Key.Key_X)
    press(qtbot, Qt.Key.Key_X)
    press(qtbot, Qt.Key.Key_P)
    qtbot.keyClicks(QApplication.focusWidget(), "soon")
    press(qtbot, Qt.Key.Key_Return)
    assert len(workspace.stacks().done) == steps
    QApplication.focusWidget().selectAll()  # type: ignore[union-attr]
    qtbot.keyClicks(QApplication.focusWidget(), "2")
    press(qtbot, Qt.Key.Key_Return)
    assert [due(workspace, actions[name]) for name in ("Offer", "Rota", "Report")] == [17, 19, 45]
    assert len(workspace.stacks().done) == steps + 1
    assert view.table.hasFocus()


def test_space_ticks_and_the_keys_stay_on_the_board(
    view: HorizonBoardView, workspace: Workspace, actions: dict[str, int], qtbot: QtBot
) -> None:
    press(qtbot, Qt.Key.Key_Space)
    with workspace.read() as session:
        assert session.get_one(ActionItem, actions["Offer"]).state is State.DONE
    assert "Offer" not in columns(view)
    assert view.table.hasFocus()
    assert view.chosen() == [actions["Rota"]]


def test_dragging_is_the_same_as_the_keys(
    view: HorizonBoardView, workspace: Workspace, actions: dict[str, int], qtbot: QtBot
) -> None:
    model: HorizonModel = view.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dragged = model.mimeData([model.find(actions["Idea"]), model.find(actions["Rota"])])
    steps = len(workspace.stacks().done)
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, model.index(0, 2))
    assert columns(view) == {"Offer": 0, "Rota": 2, "Report": 1, "Idea": 2}
    assert len(workspace.stacks().done) == steps + 1
    assert not model.dropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, QModelIndex())


def test_a_part_of_the_plan_that_is_over_is_told_and_nothing_moves(
    view: HorizonBoardView, workspace: Workspace, team: Team, actions: dict[str, int], qtbot: QtBot
) -> None:
    workspace.do(start_plan, team.account, "Plan", date(2026, 1, 1), date(2028, 12, 31))
    view.reload()
    view._plan.click()
    assert columns(view) == {"Offer": 2, "Rota": 2, "Report": 3, "Idea": 3}
    steps = len(workspace.stacks().done)
    view.show_part("action_item", actions["Offer"])
    view.table.setFocus()
    HEARD.clear()
    press(qtbot, Qt.Key.Key_Left, CTRL)
    assert list(HEARD) == ["That part is over. Choose a later one."]
    assert len(workspace.stacks().done) == steps


def test_lanes_show_departments_and_the_client(
    view: HorizonBoardView, workspace: Workspace, team: Team, qtbot: QtBot
) -> None:
    workspace.do(add_action, "Forecast", TODAY, account_id=team.account, direction=Direction.THEY_OWE)
    press(qtbot, Qt.Key.Key_G)
    assert [line.lane for line in view.model.lines if line.lane] == ["After-sales · 4", "Client · 1"]
    for row, line in enumerate(view.model.lines):
        assert view.table.columnSpan(row, 0) == (4 if line.lane else 1)
    press(qtbot, Qt.Key.Key_G)
    assert [line.lane for line in view.model.lines if line.lane] == []
