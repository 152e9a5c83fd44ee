"""A plan is reviewed among ourselves: planned with questions, held, closed, and what follows becomes an action."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.kam.conftest import TODAY, Team
from workbench.action_items.commands import delete_actions
from workbench.action_items.model import ActionItem, Direction
from workbench.kam.model import Review, ReviewQuestion, ReviewStatus
from workbench.kam.review.commands import (
    FollowedUp,
    NotHeld,
    add_question,
    close_review,
    delete_questions,
    edit_question,
    edit_review,
    follow_up,
    hold_review,
    plan_review,
)
from workbench.kam.review.queries import card, newest_of
from workbench.kam.review.questions import QUESTIONS
from workbench.kam.review.views import ReviewCard
from workbench.kernel.editing import Gone
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.plans.commands import delete_plans, edit_plan, start_plan
from workbench.team.commands import delete_members, edit_member

EN = Words.of("en")


@pytest.fixture
def plan(workspace: Workspace, team: Team) -> int:
    return workspace.do(start_plan, team.account, "Plan 2026–2028", TODAY, date(2028, 12, 31))


def read(workspace: Workspace, review: int) -> ReviewCard:
    with workspace.read() as session:
        found = card(session, review)
    assert found is not None
    return found


def test_a_review_begins_with_the_questions_of_the_method_and_is_presented_by_who_owns_the_plan(
    workspace: Workspace, team: Team, plan: int
) -> None:
    first = read(workspace, workspace.do(plan_review, plan, TODAY, EN))
    assert [asked.text for asked in first.questions] == list(QUESTIONS)
    assert (first.presenter and first.presenter.name, first.coach, first.answered) == ("Carla Peña", None, 0)
    workspace.do(edit_plan, plan, owner_id=team.andres, sponsor_id=team.berta)
    second = read(workspace, workspace.do(plan_review, plan, TODAY, Words.of("es")))
    assert (second.presenter and second.presenter.name, second.coach and second.coach.name) == (
        "Andrés Molina",
        "Berta Soto",
    )
    assert second.questions[0].text.startswith("¿Se puede decir la misión")
    workspace.undo()
    with workspace.read() as session:
        assert newest_of(session, plan) == first.id


def test_it_is_held_before_it_is_closed(workspace: Workspace, plan: int) -> None:
    review = workspace.do(plan_review, plan, TODAY + timedelta(7), EN)
    with pytest.raises(NotHeld):
        workspace.do(close_review, review)
    workspace.do(hold_review, review, TODAY)
    assert (read(workspace, review).status, read(workspace, review).on) == (ReviewStatus.HELD, TODAY)
    workspace.do(close_review, review)
    assert read(workspace, review).status is ReviewStatus.CLOSED
    workspace.undo()
    assert read(workspace, review).status is ReviewStatus.HELD


def test_an_answer_is_followed_up_by_who_gave_it_once(workspace: Workspace, team: Team, plan: int) -> None:
    review = workspace.do(plan_review, plan, TODAY, EN)
    question = read(workspace, review).questions[2].id
    workspace.do(edit_question, question, answer="Nobody knows Paula Costa", member_id=team.andres)
    action = workspace.do(follow_up, question, TODAY)
    with workspace.read() as session:
        made = session.get_one(ActionItem, action)
        assert (made.title, made.account_id, made.member_id, made.department_id) == (
            "Nobody knows Paula Costa",
            team.account,
            team.andres,
            team.service,
        )
        assert (made.direction, made.due) == (Direction.INTERNAL, TODAY + timedelta(14))
    assert read(workspace, review).questions[2].action == "Nobody knows Paula Costa"
    with pytest.raises(FollowedUp) as refused:
        workspace.do(follow_up, question, TODAY)
    assert "Nobody knows Paula Costa" in str(refused.value)
    # an action that is gone can be made again
    workspace.do(delete_actions, [action])
    assert workspace.do(follow_up, question, TODAY) != action


def test_a_question_without_an_answer_is_followed_up_by_its_own_words_and_by_me(
    workspace: Workspace, team: Team, plan: int
) -> None:
    review = workspace.do(plan_review, plan, TODAY, EN)
    asked = workspace.do(add_question, review, "Who pays for the pilot?")
    action = workspace.do(follow_up, asked, TODAY)
    with workspace.read() as session:
        made = session.get_one(ActionItem, action)
        assert (made.title, made.member_id) == ("Who pays for the pilot?", team.carla)
    workspace.do(delete_questions, [asked])
    assert len(read(workspace, review).questions) == len(QUESTIONS)


def test_the_same_person_may_present_and_coach_and_those_who_leave_are_told(
    workspace: Workspace, team: Team, plan: int
) -> None:
    review = workspace.do(plan_review, plan, TODAY, EN)
    workspace.do(edit_review, review, presenter_id=team.carla, coach_id=team.carla)
    assert read(workspace, review).is_alone
    workspace.do(edit_review, review, coach_id=team.berta)
    assert not read(workspace, review).is_alone
    workspace.do(edit_member, team.berta, left_on=TODAY)
    coach = read(workspace, review).coach
    assert coach is not None
    assert coach.left_on == TODAY
    workspace.do(delete_members, [team.berta])
    assert read(workspace, review).coach is None


def test_with_its_plan_a_review_is_gone(workspace: Workspace, plan: int) -> None:
    review = workspace.do(plan_review, plan, TODAY, EN)
    workspace.do(delete_plans, [plan])
    with workspace.read() as session:
        assert card(session, review) is None
        assert session.scalars(select(Review)).all() == session.scalars(select(ReviewQuestion)).all() == []
    for command in (
        lambda: workspace.do(hold_review, review, TODAY),
        lambda: workspace.do(plan_review, plan, TODAY, EN),
    ):
        with pytest.raises(Gone):
            command()
    workspace.undo()
    assert len(read(workspace, review).questions) == len(QUESTIONS)
