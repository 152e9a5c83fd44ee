"""Reading the reviews of a plan."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.model import OPEN, ActionItem
from workbench.kam.model import Review, ReviewQuestion
from workbench.kam.review.views import Asked, ReviewCard, Role
from workbench.plans.model import Plan
from workbench.team.model import Member


def card(session: Session, review_id: int) -> ReviewCard | None:
    """One review, or None if it or its plan is gone."""
    row = session.execute(
        select(Review, Plan.title, Account.id, Account.name)
        .join(Plan, Plan.id == Review.plan_id)
        .join(Account, Account.id == Plan.account_id)
        .where(Review.id == review_id)
    ).one_or_none()
    if row is None:
        return None
    review, plan, account_id, account = row
    return ReviewCard(
        review.id,
        review.plan_id,
        plan,
        account_id,
        account,
        review.on,
        review.status,
        _role(session, review.presenter_id),
        _role(session, review.coach_id),
        review.summary,
        tuple(questions_of(session, review_id)),
    )


def questions_of(session: Session, review_id: int) -> list[Asked]:
    """The questions of a review, in order."""
    rows = session.execute(
        select(ReviewQuestion, Member.name, ActionItem)
        .outerjoin(Member, Member.id == ReviewQuestion.member_id)
        .outerjoin(ActionItem, ActionItem.id == ReviewQuestion.action_id)
        .where(ReviewQuestion.review_id == review_id)
        .order_by(ReviewQuestion.position, ReviewQuestion.id)
    )
    return [
        Asked(
            question.id,
            question.text,
            question.answer,
            by,
            action.title if action else None,
            action.due if action else None,
            action is not None and action.state not in OPEN,
        )
        for question, by, action in rows
    ]


def newest_of(session: Session, plan_id: int) -> int | None:
    """The review of a plan that is next or was last."""
    return session.scalar(select(Review.id).where(Review.plan_id == plan_id).order_by(Review.on.desc()).limit(1))


def _role(session: Session, member_id: int | None) -> Role | None:
    member = session.get(Member, member_id) if member_id is not None else None
    return Role(member.id, member.name, member.left_on) if member else None
