"""Months, quarters and years, and what was planned in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.kernel.choice import Choice
from workbench.kernel.words import N_
from workbench.team.regions import WEEKENDS_ONLY, Calendar

MONTHS = 12


class Span(Choice):
    """How long a period is."""

    MONTH = "month", N_("Month")
    QUARTER = "quarter", N_("Quarter")
    YEAR = "year", N_("Year")


LENGTH = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}


@dataclass(frozen=True)
class Period:
    """A month, a quarter or a year, by its first day."""

    span: Span
    first: date

    @staticmethod
    def of(span: Span, day: date) -> "Period":
        """The period that a day is in."""
        length = LENGTH[span]
        return Period(span, date(day.year, (day.month - 1) // length * length + 1, 1))

    @property
    def last(self) -> date:
        return self.moved(1).first - timedelta(1)

    def moved(self, count: int) -> "Period":
        """The period so many later; at the ends of the calendar it stays."""
        months = self.first.year * MONTHS + self.first.month - 1 + count * LENGTH[self.span]
        if not MONTHS <= months < date.max.year * MONTHS:
            return self
        return Period(self.span, date(months // MONTHS, months % MONTHS + 1, 1))


@dataclass(frozen=True)
class Stint:
    """A time during which somebody is assigned for so many hours a week."""

    hours: float
    since: date | None = None
    until: date | None = None


def planned(stints: Iterable[Stint], first: date, last: date, calendar: Calendar = WEEKENDS_ONLY) -> float:
    """The hours that assignments hold between two days: those of a week lie evenly on its working days.

    On a public holiday nobody works, and nothing is planned.
    """
    return sum(
        stint.hours
        / calendar.days_a_week
        * calendar.working_days(max(first, stint.since or first), min(last, stint.until or last))
        for stint in stints
    )
