"""The fields of a review and of its questions as the user knows them."""

from workbench.kam.model import Review, ReviewQuestion
from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_

FIELDS = (
    Field(Review.on, N_("Day"), Kind.DAY),
    Field(Review.status, N_("State"), Kind.CHOICE),
    Field(Review.presenter_id, N_("Presents"), Kind.REFERENCE),
    Field(Review.coach_id, N_("Coaches"), Kind.REFERENCE),
    Field(Review.summary, N_("What came of it"), Kind.NOTE),
)
QUESTION_FIELDS = (
    Field(ReviewQuestion.text, N_("Question"), Kind.NOTE),
    Field(ReviewQuestion.answer, N_("Answer"), Kind.NOTE),
    Field(ReviewQuestion.member_id, N_("Answered by"), Kind.REFERENCE),
    Field(ReviewQuestion.action_id, N_("Follow-up"), Kind.REFERENCE),
)
