"""Public holidays of the places where our people work, known offline; a place is "ES", or with its part "ES-MD"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib import import_module
from typing import Any

WEEKEND = frozenset({5, 6})
WEEK = 7
# beyond these years nobody knows what will be a holiday
FIRST, LAST = 2000, 2100
SHAPE = re.compile(r"[A-Z]{2}(-\w[\w ]*)?")


@dataclass(frozen=True)
class Calendar:
    """The days on which nobody works in a region; one whose holidays nobody knows has weekends only.

    `weekend` are weekdays, Monday being 0.
    """

    region: str = ""
    weekend: frozenset[int] = WEEKEND

    def holidays(self, year: int) -> Mapping[date, str]:
        """The public holidays of a year with their English names."""
        return self.named(year, "en")

    def named(self, year: int, language: str) -> Mapping[date, str]:
        """The public holidays of a year with their names in a language, where the region has them in it."""
        return _holidays(self.region, year, language) if self.region and FIRST <= year <= LAST else {}

    def is_weekend(self, day: date) -> bool:
        return day.weekday() in self.weekend

    def is_free(self, day: date) -> bool:
        """Whether nobody works on that day."""
        return self.is_weekend(day) or day in self.holidays(day.year)

    @property
    def days_a_week(self) -> int:
        """On how many days of a week without a holiday people work."""
        return WEEK - len(self.weekend)

    def working_days(self, first: date, last: date) -> int:
        """On how many days from one to another people work, both included; none where the last comes first."""
        if last < first:
            return 0
        weeks, rest = divmod((last - first).days + 1, WEEK)
        count = weeks * self.days_a_week + sum(not self.is_weekend(last - timedelta(n)) for n in range(rest))
        return count - sum(not self.is_weekend(day) for day in self.holidays_between(first, last, "en"))

    def holidays_between(self, first: date, last: date, language: str) -> dict[date, str]:
        """The public holidays from one day to another with their names, in order, those on a weekend too."""
        years = range(max(first.year, FIRST), min(last.year, LAST) + 1) if self.region else ()
        found = {day: name for year in years for day, name in self.named(year, language).items()}
        return {day: found[day] for day in sorted(found) if first <= day <= last}


WEEKENDS_ONLY = Calendar()


@lru_cache(maxsize=256)
def calendar_of(region: str | None) -> Calendar:
    """The calendar of a region; of none, or one that nobody knows, only the weekends."""
    wanted = (region or "").strip().upper()
    known = _known(wanted, FIRST)
    return Calendar(wanted, frozenset(known.weekend)) if known is not None else WEEKENDS_ONLY


def is_known(region: str) -> bool:
    """Whether there is such a region: one with known holidays, or one that looks so where none are known at all."""
    wanted = region.strip().upper()
    return calendar_of(wanted).region != "" if _library() is not None else SHAPE.fullmatch(wanted) is not None


@lru_cache(maxsize=1024)
def _holidays(region: str, year: int, language: str) -> Mapping[date, str]:
    known = _known(region, year, {"en": "en_US"}.get(language, language))
    return dict(known.items()) if known is not None else {}


def _known(region: str, year: int, language: str = "en_US") -> Any:  # noqa: ANN401 - the library's own kind
    if not region:
        return None
    library = _library()
    country, _, part = region.partition("-")
    try:
        return library and library.country_holidays(country, subdiv=part or None, years=year, language=language)
    except NotImplementedError:
        return None


def _library() -> Any:  # noqa: ANN401
    try:
        # not at the start: nobody needs it before the first clock runs, and who packs the program may leave it out
        return import_module("holidays")
    except ImportError:
        return None
