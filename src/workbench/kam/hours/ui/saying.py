"""Hours and their cost in sentences."""

from workbench.kam.hours.periods import Period, Span
from workbench.kam.hours.rates import Band, cost, day_rate
from workbench.kam.hours.views import PeriodHours
from workbench.ui.desk import Desk

DIGITS = 1


def hours(desk: Desk, value: float) -> str:
    return desk.formats.number(round(value, DIGITS))


def period_name(desk: Desk, period: Period) -> str:
    """March 2026, Q1 2026 or 2026."""
    formats = desk.formats
    if period.span is Span.YEAR:
        return str(period.first.year)
    if period.span is Span.QUARTER:
        return formats.quarter(period.first)
    return desk.words("{month} {year}", month=formats.month(period.first), year=period.first.year)


def balance(desk: Desk, found: PeriodHours) -> str:
    """How much was spent of what was planned."""
    words = desk.words
    if not found.planned:
        return words(
            "{spent} h spent, none planned until {day}.", spent=hours(desk, found.spent), day=_until(desk, found)
        )
    return words(
        "{spent} h spent of {planned} h planned until {day} ({part}).",
        spent=hours(desk, found.spent),
        planned=hours(desk, found.planned),
        day=_until(desk, found),
        part=desk.formats.percent(found.spent / found.planned),
    )


def _until(desk: Desk, found: PeriodHours) -> str:
    return desk.formats.day(found.until)


def cost_of_time(desk: Desk, found: PeriodHours, band: Band) -> str:
    """What the hours cost, and what part of the revenue that is."""
    words, formats, amount = desk.words, desk.formats, cost(found.spent, band)
    rate = formats.money(day_rate(band), found.currency)
    said = formats.money(round(amount / 100) * 100, found.currency)
    if not found.revenue:
        return words(
            "The time costs {amount} at {rate} a day; no revenue is known for this period.", amount=said, rate=rate
        )
    return words(
        "The time costs {amount} at {rate} a day: {part} of {revenue} invoiced.",
        amount=said,
        rate=rate,
        part=formats.percent(amount / found.revenue),
        revenue=formats.money(found.revenue, found.currency),
    )
