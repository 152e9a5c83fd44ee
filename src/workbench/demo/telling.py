"""How the demo's text becomes days and words: in one language, seen from one day.

Days: "+6" and "-5" count from today and avoid weekends, "next mon" is the next such day, "month end +112" the last
month's end within 112 days, "12-31 +2" a date in two years. In texts, "{+6}" is such a day and "{year+1}" a year.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from workbench.kernel.formats import Formats

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SATURDAY = 5
# the public holidays of Spain that are on the same day every year
HOLIDAYS = ((1, 1), (1, 6), (5, 1), (8, 15), (10, 12), (11, 1), (12, 8), (12, 25))
PLACE = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class Telling:
    """The language of the demo and the day it is told."""

    language: str
    today: date

    def day(self, said: str) -> date:
        """The day that an expression of the demo stands for."""
        if said.startswith("next "):
            ahead = (WEEKDAYS.index(said[5:]) - self.today.weekday() - 1) % 7 + 1
            return self.today + timedelta(ahead)
        if said.startswith("holiday "):
            ago, _, after = said[8:].partition(" ")
            return _holiday(self.today + timedelta(int(ago))) + timedelta(int(after or 0))
        if said.startswith("month end "):
            return _month_end(self.today + timedelta(int(said[10:])))
        if re.match(r"\d\d-\d\d", said):
            return date(self.today.year + int(said[5:] or 0), int(said[:2]), int(said[3:5]))
        return self._working_day(int(said))

    def text(self, said: Any) -> str:  # noqa: ANN401 - as TOML gives it: a text, or one per language
        """The text in our language, with its days and years filled in."""
        spoken = said[self.language] if isinstance(said, dict) else said
        return PLACE.sub(lambda place: self._filled(place[1]), spoken)

    def _filled(self, place: str) -> str:
        if place.startswith("year"):
            return str(self.today.year + int(place[4:] or 0))
        formats, day = Formats.of(self.language), self.day(place)
        return formats.short_day(day) if day.year == self.today.year else formats.day(day)

    def _working_day(self, offset: int) -> date:
        day = self.today + timedelta(offset)
        beyond = day.weekday() - SATURDAY
        if offset == 0 or beyond < 0:
            return day
        # away from today: what is late stays late, what is to come stays to come
        return day + timedelta(2 - beyond) if offset > 0 else day - timedelta(1 + beyond)


def _holiday(latest: date) -> date:
    """The last holiday by a day; one on a weekend would be no holiday to notice."""
    days = (date(latest.year - ago, *day) for ago in (0, 1) for day in HOLIDAYS)
    return max(day for day in days if day <= latest and day.weekday() < SATURDAY)


def _month_end(latest: date) -> date:
    end = latest.replace(day=monthrange(latest.year, latest.month)[1])
    return end if end == latest else latest.replace(day=1) - timedelta(1)
