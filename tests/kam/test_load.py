"""Who has how much to do in which week, who has too much, and what would help."""

from datetime import date

import pytest

from tests.kam.conftest import TODAY, Team
from workbench.accounts.commands import add_account
from workbench.action_items.commands import add_action, block, complete
from workbench.action_items.model import Direction
from workbench.kam.load.queries import load_of, week_loads
from workbench.kam.load.weeks import Colleague, Fill, Load, fill, relief
from workbench.kernel.settings import REGION, change_setting
from workbench.kernel.workspace import Workspace
from workbench.team.assignments import TeamRole
from workbench.team.commands import add_member, assign, edit_member

MONDAY = date(2026, 3, 9)
FRIDAY = date(2026, 3, 13)


@pytest.fixture
def julia(workspace: Workspace, team: Team) -> int:
    """A colleague of Andrés with twelve hours."""
    made = workspace.do(add_member, "Julia Sanz", department_id=team.service, hours_per_week=40.0)
    workspace.do(assign, team.account, made, TeamRole.CORE, hours_per_week=12.0)
    return made


def promise(workspace: Workspace, team: Team, title: str, hours: float, **more: object) -> int:
    given = {"due": FRIDAY, "member_id": team.andres} | more
    return workspace.do(add_action, title, TODAY, account_id=team.account, effort=hours, **given)


def load(workspace: Workspace, team: Team) -> Load:
    with workspace.read() as session:
        return load_of(session, team.account, TODAY)


def person(load: Load, name: str) -> Colleague:
    return next(one for one in load.people if one.name.startswith(name))


def test_people_stand_by_department_with_the_hours_of_their_assignment(workspace: Workspace, team: Team) -> None:
    found = load(workspace, team)
    assert [(one.code, one.name, one.capacity[0]) for one in found.people] == [
        ("SAL", "Carla Peña", 20),
        ("SER", "Andrés Molina", 20),
        ("FIN", "Berta Soto", 10),
    ]
    assert len(found.weeks) == 8
    assert found.weeks[0] == MONDAY


def test_a_week_over_the_capacity_is_named(workspace: Workspace, team: Team) -> None:
    promise(workspace, team, "Root cause", 16)
    promise(workspace, team, "Report", 5)
    found = load(workspace, team)
    assert [(one.name, weeks) for one, weeks in found.overloads()] == [("Andrés Molina", [MONDAY])]
    assert found.hours(team.andres, MONDAY) == 21
    assert [(task.title, hours) for task, hours in found.behind(team.andres, MONDAY)] == [
        ("Root cause", 16),
        ("Report", 5),
    ]
    with workspace.read() as session:
        assert week_loads(session, team.account, TODAY)[team.andres] == (21, 20)


def test_what_is_done_is_no_load(workspace: Workspace, team: Team) -> None:
    action = promise(workspace, team, "Root cause", 16)
    workspace.do(complete, [action], TODAY)
    assert load(workspace, team).hours(team.andres, MONDAY) == 0


def test_relief_is_the_action_that_fits_a_colleague_of_the_same_department(
    workspace: Workspace, team: Team, julia: int
) -> None:
    promise(workspace, team, "Root cause", 16)
    promise(workspace, team, "Report", 5)
    promise(workspace, team, "Kit", 6, member_id=julia)
    move = relief(load(workspace, team))
    assert move is not None
    assert (move.task.title, move.giver.name, move.taker.name, move.free) == (
        "Report",
        "Andrés Molina",
        "Julia Sanz",
        6,
    )


def test_what_is_blocked_is_not_given_away(workspace: Workspace, team: Team, julia: int) -> None:
    promise(workspace, team, "Root cause", 16)
    report = promise(workspace, team, "Report", 5)
    workspace.do(block, [report], "No figures")
    assert relief(load(workspace, team)) is None


def test_without_room_anywhere_nothing_is_suggested(workspace: Workspace, team: Team) -> None:
    promise(workspace, team, "Everything", 60)
    found = load(workspace, team)
    assert [one.name for one, _ in found.overloads()] == ["Andrés Molina"]
    assert relief(found) is None


def test_what_would_be_if_an_action_moved(workspace: Workspace, team: Team) -> None:
    action = promise(workspace, team, "Report", 5, start=date(2026, 3, 12))
    found = load(workspace, team)
    task = found.task(action)
    assert task is not None
    later = found.with_task(task.later(1, TODAY))
    assert (later.hours(team.andres, MONDAY), later.hours(team.andres, date(2026, 3, 16))) == (0, 5)
    assert found.hours(team.andres, MONDAY) == 5


def test_what_is_late_moves_on_from_this_week(workspace: Workspace, team: Team) -> None:
    found = load(workspace, team)
    late = promise(workspace, team, "Late", 5, due=date(2026, 2, 5))
    found = load(workspace, team)
    task = found.task(late)
    assert task is not None
    # a Thursday in the week after this one
    assert task.later(1, TODAY).work.due == date(2026, 3, 19)
    assert task.later(0, TODAY).work.due == date(2026, 2, 5)


def test_more_roles_of_a_member_add_up(workspace: Workspace, team: Team) -> None:
    workspace.do(assign, team.account, team.berta, TeamRole.EXTENDED, hours_per_week=4.0)
    found = load(workspace, team)
    assert [one.name for one in found.people].count("Berta Soto") == 1
    assert person(found, "Berta").capacity[0] == 14


def test_capacity_ends_with_the_assignment_and_is_else_that_of_the_member(workspace: Workspace, team: Team) -> None:
    dora = workspace.do(add_member, "Dora Gil", hours_per_week=30.0)
    workspace.do(assign, team.account, dora, TeamRole.CORE, hours_per_week=5.0, until=date(2026, 3, 18))
    assert person(load(workspace, team), "Dora").capacity[:3] == (5, 5, 30)


def test_a_public_holiday_takes_its_hours_from_the_week(workspace: Workspace, team: Team) -> None:
    holy, after = date(2026, 3, 30), date(2026, 4, 6)
    workspace.do(edit_member, team.andres, region="ES-MD")
    workspace.do(change_setting, REGION, "ES-CT")
    promise(workspace, team, "Root cause", 10, start=holy, due=after)
    found = load(workspace, team)
    andres, carla = person(found, "Andrés"), person(found, "Carla")
    # in Madrid nobody works on Maundy Thursday and Good Friday; in Catalonia on Good Friday and Easter Monday
    assert [found.capacity(andres, week) for week in (MONDAY, holy, after)] == [20, 20 / 5 * 3, 20]
    assert [found.capacity(carla, week) for week in (MONDAY, holy, after)] == [20, 20 / 5 * 4, 20 / 5 * 4]
    assert (andres.agreed, carla.agreed) == (20, 20)
    # three days before Easter and one after it
    assert [found.hours(team.andres, week) for week in (holy, after)] == [7.5, 2.5]
    task = found.of(team.andres)[0]
    assert [found.part(task, week, team.carla) for week in (holy, after)] == [10, 0]
    assert [*found.holidays(andres, holy, "en").values()] == ["Maundy Thursday", "Good Friday"]
    assert found.holidays(andres, after, "es") == {}


def test_promised_to_all_accounts_more_than_there_is(workspace: Workspace, team: Team) -> None:
    other = workspace.do(add_account, "Solventa Retail")
    workspace.do(assign, other, team.andres, TeamRole.CORE, hours_per_week=24.0)
    andres = person(load(workspace, team), "Andrés")
    assert (andres.promised, andres.has, andres.is_overpromised) == (44, 40, True)
    assert not person(load(workspace, team), "Carla").is_overpromised


def test_who_left_with_open_work_is_still_there_without_hours(workspace: Workspace, team: Team, julia: int) -> None:
    promise(workspace, team, "Kit", 6, member_id=julia)
    workspace.do(edit_member, julia, left_on=date(2026, 3, 1))
    found = load(workspace, team)
    gone = person(found, "Julia")
    assert (gone.left_on, gone.capacity[0], found.fill(gone, MONDAY)) == (date(2026, 3, 1), 0, Fill.OVER)


def test_what_cannot_be_laid_on_a_week_is_named(workspace: Workspace, team: Team) -> None:
    promise(workspace, team, "No effort", 0)
    promise(workspace, team, "Less than nothing", -3)
    promise(workspace, team, "No day", 4, due=None)
    promise(workspace, team, "Turned", 4, start=date(2026, 3, 30))
    workspace.do(
        add_action, "Theirs", TODAY, account_id=team.account, direction=Direction.THEY_OWE, effort=5.0, due=FRIDAY
    )
    found = load(workspace, team)
    assert [task.title for task in found.unlaid] == ["No effort", "Less than nothing", "No day"]
    assert [task.title for task in found.turned] == ["Turned"]
    assert found.unowned == 0


def test_steps_of_fullness() -> None:
    steps = [fill(hours, 20) for hours in (0, 4, 5, 12, 20, 20.5)]
    assert steps == [Fill.NONE, Fill.LIGHT, Fill.HALF, Fill.FULL, Fill.FULL, Fill.OVER]
    assert fill(400, None) is Fill.LIGHT
    assert fill(1, 0) is Fill.OVER
