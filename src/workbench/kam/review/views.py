"""What is shown and printed of a review."""

from dataclasses import dataclass
from datetime import date

from workbench.kam.model import ReviewStatus


@dataclass(frozen=True)
class Asked:
    """A question, its answer and who gave it, and the action that follows."""

    id: int
    text: str
    answer: str | None = None
    by: str | None = None
    action: str | None = None
    due: date | None = None
    is_done: bool = False


@dataclass(frozen=True)
class Role:
    """A member in a review; `left_on` where they have left since."""

    id: int
    name: str
    left_on: date | None = None


@dataclass(frozen=True)
class ReviewCard:
    """One review of a plan with its questions."""

    id: int
    plan_id: int
    plan: str
    account_id: int
    account: str
    on: date
    status: ReviewStatus
    presenter: Role | None
    coach: Role | None
    summary: str | None
    questions: tuple[Asked, ...]

    @property
    def answered(self) -> int:
        return sum(bool(asked.answer) for asked in self.questions)

    @property
    def is_alone(self) -> bool:
        """Whether the same member presents and coaches, which is allowed."""
        return self.presenter is not None and self.coach is not None and self.presenter.id == self.coach.id
