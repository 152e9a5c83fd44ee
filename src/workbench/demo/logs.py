"""The chapter of the demo that keeps the log and reviews the plan."""

from typing import Any

from workbench.demo.cast import Cast
from workbench.kam.model import LogEntry, Review, ReviewQuestion


def logs(cast: Cast, book: dict[str, Any], _zone: str) -> None:
    """What was logged for the key account, and how its plan was reviewed."""
    for row in book["log"]:
        cast.enter(LogEntry, row)
    for row in book["review"]:
        review = cast.enter(Review, row)
        for position, question in enumerate(row["question"]):
            cast.enter(ReviewQuestion, question, review_id=review, position=position)
