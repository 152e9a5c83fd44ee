"""What a user can ask for with the reviews of a plan."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.action_items.commands import add_action
from workbench.action_items.model import ActionItem, Direction
from workbench.kam.log.writing import titled
from workbench.kam.model import Review, ReviewQuestion, ReviewStatus
from workbench.kam.review.questions import QUESTIONS
from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, found, next_position, removed, reordered
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_, Words
from workbench.plans.model import Plan
from workbench.team.model import Member

TIME = timedelta(days=14)  # for what follows from a question


class NotHeld(UserError):
    message = N_("This review has not been held yet.")
    advice = N_("Hold it first, or delete it.")


class FollowedUp(UserError):
    message = N_("This question has its action already: “{title}”.")


@command(N_("Plan a review"))
def plan_review(session: Session, plan_id: int, on: date, words: Words) -> int:
    """A review on a day with the questions that are asked of every plan, presented by who owns the plan."""
    plan = found(session, Plan, plan_id)
    presenter = plan.owner_id or session.scalar(select(Member.id).where(Member.is_me))
    review = added(session, Review(plan_id=plan_id, on=on, presenter_id=presenter, coach_id=plan.sponsor_id))
    for position, question in enumerate(QUESTIONS):
        session.add(ReviewQuestion(review_id=review, text=words(question), position=position))
    return review


@command(N_("Edit review"))
def edit_review(session: Session, /, review_id: int, **values: Any) -> None:
    edited(session, Review, review_id, values)


@command(N_("Hold review"))
def hold_review(session: Session, review_id: int, on: date) -> None:
    """The review took place on a day."""
    edited(session, Review, review_id, {"status": ReviewStatus.HELD, "on": on})


@command(N_("Close review"))
def close_review(session: Session, review_id: int) -> None:
    """What was asked is settled; NotHeld where nobody was asked yet."""
    if found(session, Review, review_id).status is ReviewStatus.PLANNED:
        raise NotHeld
    edited(session, Review, review_id, {"status": ReviewStatus.CLOSED})


@command(N_("Delete reviews"))
def delete_reviews(session: Session, review_ids: Sequence[int]) -> None:
    """Delete reviews with their questions; the actions that followed stay."""
    removed(session, Review, review_ids)


@command(N_("Add question"))
def add_question(session: Session, /, review_id: int, text: str, **values: Any) -> int:
    found(session, Review, review_id)
    position = next_position(session, ReviewQuestion, ReviewQuestion.review_id, review_id)
    return added(session, ReviewQuestion(review_id=review_id, text=text.strip(), position=position, **values))


@command(N_("Edit question"))
def edit_question(session: Session, /, question_id: int, **values: Any) -> None:
    edited(session, ReviewQuestion, question_id, values)


@command(N_("Delete questions"))
def delete_questions(session: Session, question_ids: Sequence[int]) -> None:
    removed(session, ReviewQuestion, question_ids)


@command(N_("Order questions"))
def order_questions(session: Session, question_ids: Sequence[int]) -> None:
    """Put the questions of a review in this order."""
    reordered(session, ReviewQuestion, question_ids)


@command(N_("Follow up a question"))
def follow_up(session: Session, question_id: int, on: date) -> int:
    """An internal action of whoever answered, due in two weeks; FollowedUp where there is one. Returns the action."""
    question = found(session, ReviewQuestion, question_id)
    known = session.get(ActionItem, question.action_id) if question.action_id else None
    if known is not None:
        raise FollowedUp(title=known.title)
    review = found(session, Review, question.review_id)
    title, text = titled(question.answer or question.text)
    action = add_action.body(
        session,
        title,
        on,
        account_id=found(session, Plan, review.plan_id).account_id,
        direction=Direction.INTERNAL,
        member_id=question.member_id,
        due=on + TIME,
        note=text or question.text,
    )
    question.action_id = action
    return action
