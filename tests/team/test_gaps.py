"""The skill matrix recomputed by hand (ME29)."""

from datetime import date

import pytest

from tests.team.conftest import TODAY, People
from workbench.kernel.workspace import Workspace
from workbench.team.commands import edit_member
from workbench.team.growing.commands import plan_training
from workbench.team.growing.gaps import Bench, Ground, Standing, Validity, shown_mean, validity
from workbench.team.growing.queries import Among, matrix, trainings
from workbench.team.growing.views import Effort, YearOfTraining, totals
from workbench.team.growth import TrainingStatus


def test_gap_and_priority_of_each_cell(workspace: Workspace, people: People) -> None:
    with workspace.read() as session:
        found = matrix(session, TODAY)
    assert [row.name for row in found.rows] == ["Ana", "Bruno"], "by department; who has left is not asked"
    assert [skill.name for skill in found.skills] == ["Negotiation", "Data"]
    ana, bruno = found.rows
    assert [(one.gap, one.priority) for one in ana.standings] == [(2, 6), (0, 0)]
    assert [(one.gap, one.priority) for one in bruno.standings] == [(0, 0), (3, 3)]
    assert [(one.member_id, one.skill_id) for one in found.gaps()] == [
        (people.ana, people.negotiation),
        (people.bruno, people.data),
    ]
    assert [found.bench(column) for column in (0, 1)] == [Bench(1, 2), Bench(0, 1)]


def test_the_matrix_is_narrowed_to_a_team_or_a_department(workspace: Workspace, people: People) -> None:
    with workspace.read() as session:
        assert [row.name for row in matrix(session, TODAY, Among(account_id=people.account)).rows] == ["Ana"]
    workspace.do(edit_member, people.bruno, department_id=None)
    with workspace.read() as session:
        assert [row.name for row in matrix(session, TODAY).rows] == ["Ana", "Bruno"]
        assert matrix(session, TODAY, Among(department_id=0)).rows == ()


@pytest.mark.parametrize(
    ("required", "current", "ground"),
    [(0, 0, Ground.NOT_NEEDED), (0, 3, Ground.NOT_NEEDED), (2, 2, Ground.READY), (2, 4, Ground.READY),
     (3, 2, Ground.GAP), (4, 2, Ground.WIDE)],
)  # fmt: skip
def test_each_ground_stands_for_a_gap(required: int, current: int, ground: Ground) -> None:
    assert Standing(1, 1, required, current).ground is ground


@pytest.mark.parametrize(
    ("ready", "needed", "ground"),
    [(0, 0, Ground.NOT_NEEDED), (0, 2, Ground.WIDE), (1, 2, Ground.GAP), (2, 2, Ground.READY)],
)
def test_a_bench_with_nobody_on_it_is_the_widest_gap(ready: int, needed: int, ground: Ground) -> None:
    assert Bench(ready, needed).ground is ground


@pytest.mark.parametrize(
    ("day", "expected"),
    [(None, Validity.HOLDS), (date(2026, 3, 9), Validity.EXPIRED), (date(2026, 3, 10), Validity.SOON),
     (date(2026, 6, 8), Validity.SOON), (date(2026, 6, 9), Validity.HOLDS)],
)  # fmt: skip
def test_a_certificate_warns_ninety_days_before_it_expires(day: date | None, expected: Validity) -> None:
    assert validity(day, TODAY) is expected


def test_no_mean_of_fewer_than_three_answers() -> None:
    assert shown_mean([]) is None
    assert shown_mean([5, 5]) is None
    assert shown_mean([5, 4, 3]) == 4


def test_hours_and_cost_add_up_by_member_and_year(workspace: Workspace, people: People) -> None:
    done, booked = TrainingStatus.DONE, TrainingStatus.BOOKED
    workspace.do(plan_training, people.ana, "A", status=done, on=date(2026, 1, 9), hours=8.0, cost=100_00)
    workspace.do(plan_training, people.ana, "B", status=done, on=date(2026, 2, 9), hours=4.0, cost=50_00)
    workspace.do(plan_training, people.ana, "C", status=booked, on=date(2026, 9, 9), hours=2.5)
    workspace.do(plan_training, people.ana, "D", status=done, on=date(2025, 9, 9), hours=1.0, cost=1)
    workspace.do(plan_training, people.bruno, "E", hours=6.0)
    workspace.do(plan_training, people.bruno, "F", status=TrainingStatus.DROPPED, on=date(2026, 9, 9), hours=99.0)
    with workspace.read() as session:
        found = list(totals(trainings(session)))
    assert found == [
        YearOfTraining("Ana", 2026, Effort(12.0, 150_00), Effort(2.5, 0)),
        YearOfTraining("Ana", 2025, Effort(1.0, 1), Effort()),
        YearOfTraining("Bruno", 0, Effort(), Effort(6.0, 0)),
    ]
