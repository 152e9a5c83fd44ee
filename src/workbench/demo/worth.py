"""What the team worked for the key account, and what came of having somebody for it."""

from datetime import timedelta
from typing import Any

from workbench.demo.cast import Cast
from workbench.kam.model import Benefit, HoursSpent

WEEK = timedelta(7)
Book = dict[str, Any]


def hours(cast: Cast, book: Book, _zone: str) -> None:
    """What the team worked for the key account, two entries in each week."""
    monday = cast.telling.today - timedelta(cast.telling.today.weekday())
    for row in book["hours"]:
        for ago, spent in enumerate(row["weeks"], 1):
            if spent:
                # nobody works a whole week in one day: halves on Tuesday and Thursday
                for day in (1, 3):
                    cast.enter(HoursSpent, row, on=monday - WEEK * ago + timedelta(day), hours=spent / 2)


def benefits(cast: Cast, book: Book, _zone: str) -> None:
    """The numbers of the last years, the newest one last."""
    for row in book["benefit"]:
        first = cast.telling.today.year - len(row["values"]) + 1
        for place, value in enumerate(row["values"]):
            cast.enter(Benefit, row, year=first + place, value=float(value))
