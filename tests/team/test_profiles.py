"""Profiles, skills and trainings: what is refused, and what undo brings back."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.support.dump import dump
from tests.team.conftest import TODAY, People
from workbench.accounts.commands import add_account
from workbench.kernel.command import Command
from workbench.kernel.editing import NameMissing
from workbench.kernel.errors import UserError
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.team.assignments import TeamRole
from workbench.team.commands import NoHoursOfAWeek, add_member, assign, delete_members, edit_assignment, edit_member
from workbench.team.growing import commands
from workbench.team.growing.gaps import Standing
from workbench.team.growing.queries import matrix, profile, standing_of
from workbench.team.growth import Qualification, QualificationKind, Training, TrainingStatus
from workbench.team.queries import allocated


@pytest.mark.parametrize(
    ("command", "given", "said"),
    [
        (commands.set_level, {"current": 5}, "from 0 to 4"),
        (commands.set_level, {"required": -1}, "from 0 to 4"),
        (commands.add_qualification, {"level": "C3"}, "“C3” is no level"),
        (commands.add_qualification, {"years": -1.0}, "less than nothing"),
        (commands.plan_training, {"cost": -1}, "less than nothing"),
        (commands.plan_training, {"hours": -0.5}, "less than nothing"),
        (commands.add_goal, {"progress": 101}, "0 to 100"),
    ],
)
def test_what_is_off_its_scale_is_refused_in_a_sentence(
    workspace: Workspace, people: People, command: Command[..., Any], given: dict[str, Any], said: str
) -> None:
    more = {
        commands.set_level: {"skill_id": people.data},
        commands.add_qualification: {"kind": QualificationKind.LANGUAGE, "title": "English"},
    }.get(command, {"title": "A title"})
    before = dump(workspace)
    with pytest.raises(UserError) as told:
        workspace.do(command, people.ana, **more, **given)
    assert said in told.value.sentence(Words.english())
    assert dump(workspace) == before


@pytest.mark.parametrize("hours", [-1.0, 169.0])
def test_hours_that_no_week_has_are_refused_for_members_and_assignments(
    workspace: Workspace, people: People, hours: float
) -> None:
    account = workspace.do(add_account, "Acme")
    held = workspace.do(assign, account, people.ana, TeamRole.CORE, hours_per_week=20.0)
    for act in (
        lambda: workspace.do(edit_member, people.ana, hours_per_week=hours),
        lambda: workspace.do(edit_assignment, held, hours_per_week=hours),
        lambda: workspace.do(assign, account, people.bruno, TeamRole.CORE, hours_per_week=hours),
        lambda: workspace.do(add_member, "Carla", hours_per_week=hours),
    ):
        with pytest.raises(NoHoursOfAWeek, match="not those of a week"):
            act()


def test_hours_promised_to_accounts_are_added_up_for_today(workspace: Workspace, people: People) -> None:
    today = workspace.clock.today()
    first, second, third = (workspace.do(add_account, name) for name in ("Acme", "Umbrella", "Initech"))
    workspace.do(edit_member, people.ana, hours_per_week=40.0)
    held = workspace.do(assign, first, people.ana, TeamRole.CORE, hours_per_week=30.0)
    workspace.do(assign, second, people.ana, TeamRole.CORE, hours_per_week=15.0, since=today)
    workspace.do(assign, third, people.ana, TeamRole.CORE, hours_per_week=20.0, until=today - timedelta(1))
    with workspace.read() as session:
        assert allocated(session, held, today) == (45.0, 40.0)


def test_a_language_level_is_written_in_capitals(workspace: Workspace, people: People) -> None:
    made = workspace.do(commands.add_qualification, people.ana, QualificationKind.LANGUAGE, "English", level=" b2 ")
    with workspace.read() as session:
        assert session.get(Qualification, made).level == "B2"  # type: ignore[union-attr]


def test_a_skill_is_there_once_and_has_a_name(workspace: Workspace, people: People) -> None:
    with pytest.raises(commands.SkillThereAlready):
        workspace.do(commands.add_skill, " NEGOTIATION ")
    with pytest.raises(commands.SkillThereAlready):
        workspace.do(commands.edit_skill, people.data, name="negotiation")
    with pytest.raises(NameMissing):
        workspace.do(commands.add_skill, "  ")
    workspace.do(commands.edit_skill, people.data, name="DATA")


def test_a_member_goes_with_the_profile_and_undo_brings_all_of_it_back(workspace: Workspace, people: People) -> None:
    workspace.do(commands.add_qualification, people.ana, QualificationKind.CERTIFICATE, "Lead", expires_on=TODAY)
    workspace.do(commands.plan_training, people.ana, "Course", skill_id=people.negotiation)
    workspace.do(commands.add_goal, people.ana, "Goal", progress=40)
    workspace.do(commands.thank, people.ana, "Thanks", TODAY, from_id=people.bruno)
    before = dump(workspace)
    workspace.do(delete_members, [people.ana])
    with workspace.read() as session:
        assert profile(session, people.ana, TODAY) is None
        assert [row.name for row in matrix(session, TODAY).rows] == ["Bruno"]
    workspace.undo()
    assert dump(workspace) == before


def test_a_deleted_skill_takes_its_levels_along_and_leaves_the_training(workspace: Workspace, people: People) -> None:
    workspace.do(commands.plan_training, people.ana, "Course", skill_id=people.negotiation)
    before = dump(workspace)
    workspace.do(commands.delete_skills, [people.negotiation])
    with workspace.read() as session:
        assert [skill.name for skill in matrix(session, TODAY).skills] == ["Data"]
        assert standing_of(session, people.ana, people.negotiation) is None
    workspace.undo()
    assert dump(workspace) == before


def test_a_training_that_is_done_raises_the_level_in_one_step(workspace: Workspace, people: People) -> None:
    training = workspace.do(
        commands.plan_training, people.ana, "Course", skill_id=people.negotiation, on=date(2026, 5, 1)
    )
    before = dump(workspace)
    workspace.do(commands.finish_training, training, TODAY, level=3)
    with workspace.read() as session:
        stored = session.get(Training, training)
        standing = standing_of(session, people.ana, people.negotiation)
    assert stored is not None
    assert standing is not None
    assert (stored.status, stored.on) == (TrainingStatus.DONE, TODAY)
    assert (standing.current, standing.as_of, standing.evidence) == (3, TODAY, "Course")
    workspace.undo()
    assert dump(workspace) == before


@pytest.mark.parametrize(("required", "current", "expected"), [(4, 2, 3), (3, 2, 3), (2, 2, 2), (0, 3, 3)])
def test_a_training_is_expected_to_bring_one_level_at_most_what_is_required(
    required: int, current: int, expected: int
) -> None:
    assert commands.raised(Standing(1, 1, required, current)) == expected
