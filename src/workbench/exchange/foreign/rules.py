"""Rules of repetition (RFC 5545): which ones are taken over, and which could keep a computer busy for ever."""

import re

from workbench.exchange.rows import BadRow
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.meetings.recurrence import read_rule

KNOWN = frozenset(
    {
        "FREQ",
        "INTERVAL",
        "COUNT",
        "UNTIL",
        "BYDAY",
        "BYMONTHDAY",
        "BYMONTH",
        "BYYEARDAY",
        "BYWEEKNO",
        "BYSETPOS",
        "WKST",
    }
)
CLOCK = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
SLOW = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
LONGEST = 500
NO_SENSE = N_("The rule “{rule}” makes no sense; only the first day was taken over.")
LARGEST_INTERVAL = 1_000
_DAYS = re.compile(r"^[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)$")
_MOMENT = re.compile(r"^\d{8}(T\d{6}Z?)?$")
DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
RANGES = {"BYMONTHDAY": 31, "BYMONTH": 12, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}


def taken_over(rule: str) -> str:
    """A rule as it is stored; BadRow for one that repeats faster than daily, never moves on, or makes no sense."""
    text = re.sub(r"\s", "", rule).upper().removeprefix("RRULE:")
    if len(text) > LONGEST:
        raise BadRow(N_("The rule of repetition is too long; only the first day was taken over."))
    parts = dict(part.split("=", 1) for part in text.split(";") if "=" in part)
    if parts.get("FREQ") not in SLOW:
        raise BadRow(N_("“{rule}” repeats faster than daily; only the first day was taken over."), rule=text[:80])
    if not all(_makes_sense(name, value) for name, value in parts.items()) or _never_comes(parts):
        raise BadRow(NO_SENSE, rule=text[:80])
    kept = ";".join(f"{name}={value}" for name, value in parts.items() if name in KNOWN)
    try:
        read_rule(kept)
    except UserError as problem:
        raise BadRow(NO_SENSE, rule=text[:80]) from problem
    return kept


def _makes_sense(name: str, value: str) -> bool:
    if name == "INTERVAL":
        return value.isdecimal() and 1 <= int(value) <= LARGEST_INTERVAL
    if name == "COUNT":
        return value.isdecimal() and int(value) >= 1
    if name == "UNTIL":
        return bool(_MOMENT.match(value))
    if name == "BYDAY":
        return all(_DAYS.match(day) for day in value.split(","))
    if name in CLOCK:
        # several times a day would be faster than daily
        return value.isdecimal()
    if name in RANGES:
        return all(_within(number, RANGES[name]) for number in value.split(","))
    return True


def _never_comes(parts: dict[str, str]) -> bool:
    # the 30th of February: looking for it would take until the end of the calendar
    days = [int(day) for day in parts.get("BYMONTHDAY", "1").split(",")]
    months = [int(month) for month in parts.get("BYMONTH", "1").split(",")]
    return min(map(abs, days)) > max(DAYS_IN[abs(month) - 1] for month in months)


def _within(number: str, largest: int) -> bool:
    return bool(re.match(r"^[+-]?\d{1,3}$", number)) and 1 <= abs(int(number)) <= largest
