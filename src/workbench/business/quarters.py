"""Quarters of a year, as people write them."""

import re
from datetime import date

from workbench.kernel.errors import UserError
from workbench.kernel.words import N_

MONTHS = 3
# "Q1 2026", "2026 Q1", "T1 2026", "1T26" and "Q1/26"
QUARTER = re.compile(
    r"\s*(?:[qt]([1-4])|([1-4])[qt])[\s/-]*(\d{4}|\d{2})\s*|\s*(\d{4})[\s/-]*(?:[qt]([1-4])|([1-4])[qt])\s*", re.I
)
THIS_CENTURY = 2000


class NoQuarter(UserError):
    message = N_("“{text}” is no quarter with an amount.")
    consequence = N_("Nothing was added.")
    advice = N_("Write it like this: Q1 2026: 120,000")


def quarter_of(text: str) -> date | None:
    """The first day of the quarter that a text names, None if it names none."""
    found = QUARTER.fullmatch(text)
    if found is None:
        return None
    number = next(int(found[place]) for place in (1, 2, 5, 6) if found[place])
    year = int(found[3] or found[4])
    return date(year if year > 99 else THIS_CENTURY + year, (number - 1) * MONTHS + 1, 1)


def beginning(day: date) -> date:
    """The first day of the quarter that a day is in."""
    return date(day.year, (day.month - 1) // MONTHS * MONTHS + 1, 1)


def quarter_before(day: date, ago: int) -> date:
    """The first day of a quarter that is so many quarters before the one a day is in."""
    count = day.year * 4 + (day.month - 1) // MONTHS - ago
    return date(count // 4, count % 4 * MONTHS + 1, 1)
