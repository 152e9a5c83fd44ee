"""Hours of work laid on weeks: evenly over the working days from the start of an action to its due day."""

from dataclasses import dataclass
from datetime import date, timedelta

from workbench.team.regions import WEEK, WEEKENDS_ONLY, Calendar

SUNDAY = timedelta(WEEK - 1)


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


def hours_in(work: Work, week: date, today: date, calendar: Calendar = WEEKENDS_ONLY) -> float:
    """The hours of open work that lie in the week that begins on a Monday, by the calendar of whoever does it.

    Without a start, or with one after the due day, all of it lies in the week of the due day; what is late lies in
    this week; what has no due day lies in the week it starts, and without a start nowhere.
    """
    days = _days(work, today)
    if days is None or work.hours <= 0:
        return 0.0
    first, last = days
    if week > last or (first - week).days >= WEEK:
        return 0.0
    total = calendar.working_days(first, last)
    if not total:
        # a weekend or a holiday has no working day, and yet the work is there
        return work.hours if monday(last) == week else 0.0
    return work.hours * calendar.working_days(max(first, week), min(last, week + SUNDAY)) / total


def _days(work: Work, today: date) -> tuple[date, date] | None:
    if work.due is None:
        return (max(work.start, today),) * 2 if work.start else None
    if work.due < today:
        return today, today
    return (work.due if work.start is None or work.is_turned else work.start), work.due
