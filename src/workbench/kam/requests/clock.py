"""The department clock: working days between two days, by the calendar of whoever was asked."""

from dataclasses import dataclass
from datetime import date, timedelta

from workbench.team.regions import Calendar

DAY = timedelta(days=1)
LONGEST = 4000  # working days; more is a slip of the finger


def working_days(first: date, last: date, calendar: Calendar) -> int:
    """How many working days come after `first` up to and with `last`; negative where `last` comes before."""
    if last < first:
        return -working_days(last, first, calendar)
    return calendar.working_days(first, last) - (not calendar.is_free(first))


def add_working_days(day: date, count: int, calendar: Calendar) -> date:
    """The day so many working days later, or earlier with a negative count; nothing is added to none."""
    step = DAY if count > 0 else -DAY
    left = min(abs(count), LONGEST)
    while left:
        day += step
        left -= not calendar.is_free(day)
    return day


def next_working_day(day: date, calendar: Calendar) -> date:
    """The day itself where somebody works then, else the first one after it."""
    while calendar.is_free(day) and day < date.max:
        day += DAY
    return day


@dataclass(frozen=True)
class Moved:
    """A promise for a day on which nobody works: the day it moved to, and the holiday, or none for a weekend."""

    said: date
    to: date
    holiday: str | None = None


def moved(day: date, calendar: Calendar, language: str) -> Moved | None:
    """How a promise moves that was given for a weekend or a holiday; None where it may stay."""
    to = next_working_day(day, calendar)
    return Moved(day, to, calendar.named(day.year, language).get(day)) if to != day else None


@dataclass(frozen=True)
class Clock:
    """Working days: how many have passed since the question, how many were promised, how many it is late."""

    passed: int
    promised: int | None = None
    late: int = 0


def clock(asked: date, promised: date | None, until: date, calendar: Calendar) -> Clock:
    """The clock of a request as it stood on `until`: today, or the day it was answered."""
    passed = max(0, working_days(asked, until, calendar))
    if promised is None:
        return Clock(passed)
    due = next_working_day(promised, calendar)
    return Clock(passed, max(0, working_days(asked, due, calendar)), max(0, working_days(due, until, calendar)))
