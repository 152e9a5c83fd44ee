"""Which skill gaps endanger which objectives, counted by hand from a small team."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.support.books import fresh_portfolio
from workbench.accounts.commands import add_account
from workbench.kernel.clock import clock_at
from workbench.kernel.formats import Formats
from workbench.kernel.workspace import Workspace
from workbench.opening import Access
from workbench.plans.commands import add_objective, edit_objective, start_plan
from workbench.plans.model import ObjectiveSkill, ObjectiveStatus
from workbench.plans.needs.commands import delete_needs, need_skill
from workbench.plans.needs.queries import endangered_by, lacking, needs
from workbench.plans.needs.views import Shortfall, request, warning
from workbench.team.assignments import TeamRole
from workbench.team.commands import add_member, assign
from workbench.team.growing.commands import add_skill, plan_training, set_level
from workbench.team.growing.gaps import Bench
from workbench.team.growth import TrainingStatus

TODAY = date(2026, 3, 10)


@dataclass(frozen=True)
class World:
    """Ana (2 of 4) and Carla (3 of 4) work for the account; Bruno, who is ready, does not."""

    workspace: Workspace
    account: int
    first: int
    second: int
    negotiation: int
    ana: int
    bruno: int
    carla: int


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = fresh_portfolio(tmp_path / "small.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    account = made.do(add_account, "Talleres Norte", invoiced=790_000_00)
    plan = made.do(start_plan, account, "Plan", date(2026, 1, 1), date(2026, 12, 31))
    first = made.do(add_objective, plan, "Win the tender.")
    second = made.do(add_objective, plan, "Renew the contract.")
    negotiation = made.do(add_skill, "Negotiation", importance=3)
    ana, bruno, carla = (made.do(add_member, name) for name in ("Ana", "Bruno", "Carla"))
    for member, current in ((ana, 2), (bruno, 4), (carla, 3)):
        made.do(set_level, member, negotiation, required=4, current=current)
    for member in (ana, carla):
        made.do(assign, account, member, TeamRole.CORE)
    made.do(need_skill, second, negotiation)
    yield World(made, account, first, second, negotiation, ana, bruno, carla)
    made.close()


def test_nobody_of_the_account_team_is_ready_and_the_nearest_comes_first(world: World) -> None:
    with world.workspace.read() as session:
        (need,) = needs(session, TODAY)
    assert (need.number, need.objective, need.account, need.bench) == (
        2,
        "Renew the contract.",
        "Talleres Norte",
        Bench(0, 2),
    )
    assert need.short == (Shortfall(world.carla, "Carla", 3, 4), Shortfall(world.ana, "Ana", 2, 4))
    assert need.is_endangered
    assert warning(need, Formats.of("en")) == "Nobody is ready; the nearest is Carla with 3 of 4."


def test_the_request_names_the_objective_the_money_and_what_is_planned(world: World) -> None:
    planned, done = TrainingStatus.PLANNED, TrainingStatus.DONE
    do, skill = world.workspace.do, world.negotiation
    do(plan_training, world.ana, "A", skill_id=skill, hours=16.0, cost=900_00, status=planned)
    do(plan_training, world.carla, "B", skill_id=skill, hours=8.0, cost=100_00, status=done)
    do(plan_training, world.bruno, "C", skill_id=skill, hours=99.0, cost=1_00)
    with world.workspace.read() as session:
        (need,) = needs(session, TODAY)
    assert list(request(need, Formats.of("en"))) == [
        "Training in Negotiation is needed for objective O2 of Talleres Norte: Renew the contract.",
        "Nobody is ready; the nearest is Carla with 3 of 4.",
        "Talleres Norte is invoiced €790,000 this year.",
        "Planned so far: 16 h and €900.",
    ]
    spanish = " ".join(request(need, Formats.of("es")))
    assert "para el objetivo O2 de Talleres Norte" in spanish
    assert "790.000" in spanish


def test_somebody_who_is_ready_ends_the_danger(world: World) -> None:
    do = world.workspace.do
    do(assign, world.account, world.bruno, TeamRole.EXTENDED)
    with world.workspace.read() as session:
        assert lacking(session, TODAY, world.second) == []
        (need,) = needs(session, TODAY)
    assert need.bench == Bench(1, 3)
    assert warning(need, Formats.of("en")) == "1 of 3 ready"


def test_a_skill_that_nobody_has_to_master_is_lacking_too(world: World) -> None:
    data = world.workspace.do(add_skill, "Data")
    world.workspace.do(need_skill, world.first, data)
    with world.workspace.read() as session:
        (need,) = lacking(session, TODAY, world.first)
    assert "No level is required" in warning(need, Formats.of("en"))


def test_what_is_reached_needs_nothing_and_what_is_not_a_gap_of_hers_is_not_told_of_her(world: World) -> None:
    with world.workspace.read() as session:
        assert [need.number for need in endangered_by(session, TODAY, world.negotiation)] == [2]
        assert [need.number for need in endangered_by(session, TODAY, world.negotiation, world.ana)] == [2]
        assert endangered_by(session, TODAY, world.negotiation, world.bruno) == []
    world.workspace.do(edit_objective, world.second, status=ObjectiveStatus.REACHED)
    with world.workspace.read() as session:
        assert needs(session, TODAY) == []


def test_a_skill_is_needed_once_and_can_be_taken_away(world: World) -> None:
    before = len(world.workspace.stacks().done)
    again = world.workspace.do(need_skill, world.second, world.negotiation)
    assert len(world.workspace.stacks().done) == before
    world.workspace.do(delete_needs, [again])
    with world.workspace.read() as session:
        assert session.query(ObjectiveSkill).count() == 0
    world.workspace.undo()
    with world.workspace.read() as session:
        assert len(needs(session, TODAY)) == 1
