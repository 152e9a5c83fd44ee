"""Hours of work laid on weeks: evenly over the working days from the start of an action to its due day."""

from dataclasses import dataclass
from datetime import date, timedelta

WEEK = 7
WORKING = 5  # days of a week, from Monday
FRIDAY = timedelta(WORKING - 1)


@dataclass(frozen=True)
class Work:
    """What is still to be done: so many hours, from one day to another."""

    hours: float
    start: date | None = None
    due: date | None = None

    @property
    def is_turned(self) -> bool:
        """Whether it is due before it starts."""
        return self.start is not None and self.due is not None and self.due < self.start


def monday(day: date) -> date:
    """The first day of the week that a day is in; it stands for the week."""
    return day - timedelta(day.weekday())


def hours_in(work: Work, week: date, today: date) -> float:
    """The hours of open work that lie in the week that begins on a Monday.

    Without a start, or with one after the due day, all of it lies in the week of the due day; what is late lies in
    this week; what has no due day lies in the week it starts, and without a start nowhere.
    """
    days = _days(work, today)
    if days is None or work.hours <= 0:
        return 0.0
    first, last = days
    if week > last or (first - week).days >= WEEK:
        return 0.0
    total = working_days(first, last)
    if not total:
        # a weekend has no working day, and yet the work is there
        return work.hours if monday(last) == week else 0.0
    return work.hours * working_days(max(first, week), min(last, week + FRIDAY)) / total


def _days(work: Work, today: date) -> tuple[date, date] | None:
    if work.due is None:
        return (max(work.start, today),) * 2 if work.start else None
    if work.due < today:
        return today, today
    return (work.due if work.start is None or work.is_turned else work.start), work.due


def working_days(first: date, last: date) -> int:
    """How many days from Monday to Friday there are, both ends included."""
    return max(0, _until(last) - _until(first) + (first.weekday() < WORKING)) if first <= last else 0


def _until(day: date) -> int:
    """Working days up to a day, counted from a Monday long ago."""
    weeks, over = divmod(day.toordinal() - 1, WEEK)
    return weeks * WORKING + min(over + 1, WORKING)
