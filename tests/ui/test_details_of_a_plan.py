"""The plan of an account as a form: an outline with states, and lists that are edited in place and undone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workbench.kernel.workspace import Workspace
from workbench.plans import queries
from workbench.plans.commands import add_objective, start_plan
from workbench.plans.model import SwotKind
from workbench.plans.ui.plan_tab import PlanTab
from workbench.ui.desk import Desk

TODAY = date(2026, 3, 10)
ALT = Qt.KeyboardModifier.AltModifier


class Asker(QWidget):
    """Hears which page is asked for."""

    wanted = Signal(str, object)


@pytest.fixture
def asker(qtbot: QtBot) -> Asker:
    made = Asker()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def plan(workspace: Workspace, accounts: dict[str, int]) -> int:
    made = workspace.do(start_plan, accounts["Acme"], "Plan 2026", TODAY, date(2028, 12, 31))
    for title in ("Renew", "Grow"):
        workspace.do(add_objective, made, title)
    return made


@pytest.fixture
def tab(desk: Desk, asker: Asker, accounts: dict[str, int], qtbot: QtBot) -> PlanTab:
    made = PlanTab(desk, asker.wanted)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show_account(accounts["Acme"])
    made.show()
    return made


def lines(tab: PlanTab, key: str) -> list[str]:
    return [line.accessibleName() for line in tab.lists[key].lines()]


def test_a_plan_is_started_with_one_key_and_undone(tab: PlanTab, qtbot: QtBot) -> None:
    start = tab.findChild(QPushButton, "account.plan.start")
    assert start.isVisible()
    qtbot.keyClick(start, Qt.Key.Key_Space)
    assert (start.isVisible(), tab.outline[0].isVisible()) == (False, True)
    tab._desk.workspace.undo()
    assert start.isVisible()


@pytest.mark.usefixtures("plan")
def test_objectives_are_numbered_and_their_order_can_be_changed(tab: PlanTab, qtbot: QtBot) -> None:
    assert lines(tab, "plan.objectives") == ["O1  Renew, Not started", "O2  Grow, Not started"]
    qtbot.keyClick(tab.lists["plan.objectives"].lines()[1], Qt.Key.Key_Up, ALT)
    assert lines(tab, "plan.objectives") == ["O1  Grow, Not started", "O2  Renew, Not started"]
    tab._desk.workspace.undo()
    assert lines(tab, "plan.objectives")[0] == "O1  Renew, Not started"


def test_each_field_of_the_swot_takes_its_own(tab: PlanTab, plan: int, workspace: Workspace, qtbot: QtBot) -> None:
    tab.show_account(tab._account_id or 0)
    threats = tab.lists["plan.threat"]
    threats.begin_new()
    qtbot.keyClicks(threats.new, "Two bids")
    qtbot.keyClick(threats.new, Qt.Key.Key_Return)
    with workspace.read() as session:
        assert [(item.kind, item.text) for item in queries.swot_of(session, plan)] == [(SwotKind.THREAT, "Two bids")]
    assert (lines(tab, "plan.threat"), lines(tab, "plan.strength")) == (["Two bids"], [])


@pytest.mark.usefixtures("plan")
def test_the_outline_says_what_is_there_and_leads_to_it(tab: PlanTab, qtbot: QtBot) -> None:
    said = [line.accessibleName() for line in tab.outline]
    assert said[:4] == ["Objectives, 2", "SWOT, empty", "Risks, empty", "Mission, empty"]
    qtbot.keyClick(tab.outline[3], Qt.Key.Key_Return)
    mission = tab._form.editors["mission"]
    qtbot.keyClicks(mission, "First choice")
    mission.commit()
    assert tab.outline[3].accessibleName() == "Mission, written"


def test_the_preview_is_of_this_plan(
    tab: PlanTab, plan: int, asker: Asker, accounts: dict[str, int], qtbot: QtBot
) -> None:
    assert plan
    tab.show_account(accounts["Acme"])
    with qtbot.waitSignal(asker.wanted) as heard:
        qtbot.keyClick(tab.findChild(QPushButton, "account.plan.preview"), Qt.Key.Key_Space)
    assert heard.args == ["print", ("plan", accounts["Acme"])]
