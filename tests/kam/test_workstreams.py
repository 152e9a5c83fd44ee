"""Workstreams from a template, and how far the work has come, recomputed by hand."""

from datetime import date

import pytest

from tests.kam.conftest import TODAY, Team
from workbench.action_items.commands import add_action, add_step, edit_step
from workbench.action_items.model import State
from workbench.kam.model import Letter
from workbench.kam.progress.queries import of_plan, of_workstreams
from workbench.kam.raci.queries import raci_view
from workbench.kam.raci.views import Work
from workbench.kam.workstreams.commands import (
    EndsBeforeItStarts,
    add_deliverable,
    add_workstream,
    edit_workstream,
    hand_in,
    use_template,
)
from workbench.kam.workstreams.templates import DEPARTMENTS, TEMPLATES, letters_in
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.plans.commands import NoSuchWeight, add_objective, edit_objective, start_plan
from workbench.plans.progress import Part, Progress, of_action, rolled_up


@pytest.mark.parametrize("key", TEMPLATES)
def test_every_row_of_a_template_is_sound(key: str) -> None:
    for stream in TEMPLATES[key].streams:
        for said in (stream.letters, *(part.letters for part in stream.parts)):
            letters = letters_in(said)
            held = list(letters.values())
            assert held.count(Letter.ACCOUNTABLE) == 1
            assert Letter.RESPONSIBLE in held
            assert set(letters) <= {*DEPARTMENTS, "client"}
        assert stream.home in DEPARTMENTS


def test_a_template_is_one_step_in_the_language_of_the_window(workspace: Workspace, team: Team) -> None:
    workspace.do(use_template, team.account, "chain", TODAY, Words.of("es"))
    with workspace.read() as session:
        rows = raci_view(session, team.account, TODAY, Words.of("es")).rows
    streams = [row for row in rows if row.work is Work.WORKSTREAM]
    assert [row.title for row in streams] == ["Estrategia de ventas", "Marketing para la cuenta", "Posventa"]
    assert streams[0].letters == {
        team.sales: Letter.ACCOUNTABLE,
        team.finance: Letter.RESPONSIBLE,
        team.service: Letter.INFORMED,
        None: Letter.CONSULTED,
    }
    assert (streams[0].starts_on, streams[0].due) == (date(2026, 3, 10), date(2026, 4, 21))
    assert len(rows) == 9
    workspace.undo()
    with workspace.read() as session:
        assert raci_view(session, team.account, TODAY, Words.of("es")).rows == ()


def test_a_workstream_does_not_end_before_it_starts(workspace: Workspace, team: Team) -> None:
    key = workspace.do(add_workstream, team.account, "Renewal", starts_on=TODAY)
    with pytest.raises(EndsBeforeItStarts):
        workspace.do(edit_workstream, key, ends_on=date(2026, 3, 1))


def test_an_action_counts_by_its_effort_and_its_steps() -> None:
    assert of_action(is_done=True, effort=8) == Part(1.0, 8)
    assert of_action(is_done=False, steps=4, ticked=1) == Part(0.25, 1.0)
    assert of_action(is_done=False) == Part(0.0, 1.0)
    assert rolled_up([Part(1.0, 3), Part(0.0, 1)]) == Part(0.75, 4)
    assert rolled_up([]) is None


def test_progress_rolls_up_from_actions_to_the_plan(workspace: Workspace, team: Team) -> None:
    plan = workspace.do(start_plan, team.account, "Plan", date(2026, 1, 1), date(2028, 12, 31))
    first = workspace.do(add_objective, plan, "Renew")
    second = workspace.do(add_objective, plan, "Uptime")
    third = workspace.do(add_objective, plan, "Nothing is done for it yet")
    stream = workspace.do(add_workstream, team.account, "Renewal", objective_id=first)
    of_stream = {"account_id": team.account, "workstream_id": stream}
    workspace.do(add_action, "Done, 8 h", TODAY, state=State.DONE, effort=8.0, **of_stream)
    half = workspace.do(add_action, "Half done, 4 h", TODAY, effort=4.0, **of_stream)
    step = workspace.do(add_step, half, "One")
    workspace.do(add_step, half, "Two")
    workspace.do(edit_step, step, is_done=True)
    workspace.do(add_action, "Dropped", TODAY, state=State.DROPPED, effort=100.0, **of_stream)
    handed = workspace.do(add_deliverable, stream, "Handed over")
    workspace.do(add_deliverable, stream, "To come")
    workspace.do(hand_in, [handed], TODAY)
    workspace.do(add_action, "Loose, open", TODAY, account_id=team.account, objective_id=first, effort=2.0)
    workspace.do(add_action, "Loose, done", TODAY, state=State.DONE, account_id=team.account, objective_id=second)
    # 8·1 + 4·½ + 1·1 + 1·0 = 11 of 14 hours; with the loose action 11 of 16; the plan is the mean of 11/16 and 1
    with workspace.read() as session:
        assert of_workstreams(session, team.account) == {stream: pytest.approx(11 / 14)}
        found = of_plan(session, plan)
    assert found == Progress(pytest.approx((11 / 16 + 1) / 2), {first: pytest.approx(11 / 16), second: 1.0})
    assert third not in found.objectives
    # an objective that weighs three times as much: (3·11/16 + 1) of 4; and one that weighs nothing is left out
    for weight, expected in ((3.0, (3 * 11 / 16 + 1) / 4), (0.0, 1.0)):
        workspace.do(edit_objective, first, weight=weight)
        with workspace.read() as session:
            assert of_plan(session, plan).plan == pytest.approx(expected)
    with pytest.raises(NoSuchWeight):
        workspace.do(edit_objective, first, weight=-1.0)
