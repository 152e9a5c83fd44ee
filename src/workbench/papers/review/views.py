"""What the sheet of a plan review shows."""

from dataclasses import dataclass
from datetime import date

from workbench.kam.review.views import ReviewCard


@dataclass(frozen=True)
class ReviewSheetView:
    """A review as it is printed on a day."""

    review: ReviewCard
    as_of: date
    company: str
    is_demo: bool
