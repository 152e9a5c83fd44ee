"""How far the work has come is seen where objectives are: on the plan's form and on its paper."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.kam.conftest import TODAY, Team
from tests.report.printed import flat, needs_poppler
from workbench.action_items.commands import add_action, complete
from workbench.kam.workstreams.commands import use_template
from workbench.kernel.settings import Settings
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.papers.printing import Job, plan
from workbench.plans.commands import add_objective, start_plan
from workbench.plans.ui.plan_tab import PlanTab
from workbench.ui.app import build_window
from workbench.ui.theme import Theme, load_fonts


@pytest.fixture
def half(workspace: Workspace, team: Team) -> int:
    """An account whose one objective is served by two actions of three hours and one; the short one is open."""
    made = workspace.do(start_plan, team.account, "Plan", date(2026, 1, 1), date(2028, 12, 31))
    objective = workspace.do(add_objective, made, "Renew")
    of_objective = {"account_id": team.account, "objective_id": objective}
    done = workspace.do(add_action, "Three hours", TODAY, effort=3.0, **of_objective)
    workspace.do(add_action, "One hour", TODAY, effort=1.0, **of_objective)
    workspace.do(complete, [done], TODAY)
    return team.account


def test_the_form_of_the_plan_shows_it_and_follows_a_tick(
    workspace: Workspace, half: int, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    load_fonts()
    theme = Theme("light")
    theme.apply(qapp)
    window = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.go("account", half)
    assert window.page is not None
    window.page.restore({"tab": 5, "view": "board"})
    tab: PlanTab = window.findChild(PlanTab)
    (line,) = tab.lists["plan.objectives"].lines()
    assert line.accessibleName() == "O1  Renew, Not started, 75% done"
    last = workspace.do(add_action, "Four hours more", TODAY, effort=4.0, account_id=half, objective_id=line.key)
    window.page.restore({"tab": 0, "view": "board"})
    window.page.restore({"tab": 5, "view": "board"})
    assert line.accessibleName().endswith("38% done")
    workspace.do(complete, [last], TODAY)


@needs_poppler
def test_the_plan_has_a_page_of_who_does_what_once_workstreams_were_begun(workspace: Workspace, half: int) -> None:
    def printed() -> str:
        target = BytesIO()
        with workspace.read() as session:
            plan(session, half, Job("en", "a4", workspace.clock)).write(target)
        return flat(target.getvalue())

    assert "A per column" not in printed()
    workspace.do(use_template, half, "chain", TODAY, Words.of("en"))
    text = printed()
    assert "A per column" in text
    assert text.index("A per column") < text.index("Our team", text.index("A per column"))


@needs_poppler
def test_the_paper_of_the_plan_says_it_beside_the_status(workspace: Workspace, half: int) -> None:
    target = BytesIO()
    with workspace.read() as session:
        plan(session, half, Job("en", "a4", workspace.clock)).write(target)
    assert "75% of the work done" in flat(target.getvalue())
