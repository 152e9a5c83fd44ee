"""How one cell of a list is shown: a text, a mark where something is right or wrong, and more in the tooltip."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.kernel.clock import days_between
from workbench.kernel.formats import Formats

NEAR = 6


@dataclass(frozen=True)
class Cell:
    """A text, and the icon of a mark in the colour of a token; `said` is what the mark means for those who listen.

    The mark stands in front of the text and colours it, or `is_behind` it. `tip` is what the tooltip adds.
    """

    text: str
    token: str = ""
    icon: str = ""
    said: str = ""
    tip: str = ""
    is_behind: bool = False

    @property
    def aloud(self) -> str:
        """The cell for a screen reader."""
        return f"{self.text}, {self.said}" if self.said else self.text


@dataclass(frozen=True)
class Row:
    """What a cell may look at to be shown: the day, and every value of its row by the name of the field."""

    formats: Formats
    today: date
    values: Mapping[str, Any]


Look = Callable[[Row], Cell]


def near_day(formats: Formats, day: date | None, today: date) -> Cell:
    """A day as people say it when it is near, as the calendar says it when it is not."""
    if day is None:
        return Cell(formats.day(None))
    away = days_between(today, day)
    if abs(away) > NEAR:
        return Cell(formats.day(day))
    return Cell(_near(formats, day, away), tip=formats.long_day(day))


def late_day(row: Row, name: str, *, is_open: bool) -> Cell:
    """The day something is due, in the colour of delay while it is open and its day is over."""
    day: date | None = row.values[name]
    if day is None or day >= row.today or not is_open:
        return near_day(row.formats, day, row.today)
    words, late = row.formats.words, days_between(day, row.today)
    text = words.many("{n} day late", "{n} days late", late) if late <= NEAR else row.formats.day(day)
    return Cell(text, "crit", "circle-alert", words("overdue"), row.formats.long_day(day))


def _near(formats: Formats, day: date, away: int) -> str:
    words = formats.words
    if away == 0:
        return words("today")
    if away > 0:
        return words("tomorrow") if away == 1 else formats.day_name(day)
    return words("yesterday") if away == -1 else words.many("{n} day ago", "{n} days ago", -away)
