"""An entry of hours read from one line: “2,5 h marta ayer informe”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.kernel.days import find_days
from workbench.kernel.errors import UserError
from workbench.kernel.folding import fold
from workbench.kernel.words import N_

MINUTES, WEEK, FEBRUARY = 60, 7, 2
# with a unit, as on a clock, and bare
MEASURED = re.compile(r"(?<![\w,.:/-])(\d{1,3})(?:[.,](\d{1,2}))?\s*(h|hrs?|hours?|horas?|min|minutes|minutos)\b", re.I)
CLOCK = re.compile(r"(?<![\w,.:/-])(\d{1,2}):([0-5]\d)(?!\w)")
BARE = re.compile(r"(?<![\w,.:/-])(\d{1,3})(?:[.,](\d{1,2}))?(?![\w/:-])")


class NoHours(UserError):
    message = N_("“{text}” names no hours.")
    consequence = N_("Nothing was logged.")
    advice = N_("Write it like this: 2.5 h Marta yesterday uptime report")


@dataclass(frozen=True)
class Known:
    """Somebody whose name may stand in a line."""

    id: int
    name: str
    initials: str = ""


class NoSuchDay(UserError):
    message = N_("There is no such day: “{text}”.")
    advice = N_("Write another day, or none for today.")


@dataclass(frozen=True)
class Entry:
    """What a line says; without a member it is the user's own time."""

    hours: float
    on: date
    member_id: int | None = None
    note: str = ""


def read_entry(text: str, today: date, language: str, people: Sequence[Known]) -> Entry:
    """The entry of a line; NoHours if there is no number of hours in it, NoSuchDay if its day cannot be."""
    hours, rest = _hours(text, today, language)
    if hours is None:
        raise NoHours(text=text.strip())
    found = find_days(rest, today, language)
    days = [one for one in found if one.day]
    if found and not days:
        raise NoSuchDay(text=rest[found[0].begin : found[0].end])
    on = today
    if days:
        on = _past(days[0].day or today, today)
        rest = rest[: days[0].begin] + " " + rest[days[0].end :]
    member, rest = _member(rest, people)
    return Entry(hours, on, member, " ".join(rest.split()))


def _past(day: date, today: date) -> date:
    """The day that is meant: what was worked lies in the past, while days without a year are read as coming ones."""
    if day <= today:
        return day
    if day - today <= timedelta(WEEK):
        return day - timedelta(WEEK)
    # the 29th of February is no day in the year before
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == FEBRUARY else day.day)


def _hours(text: str, today: date, language: str) -> tuple[float | None, str]:
    clock = CLOCK.search(text)
    if clock:
        return int(clock[1]) + int(clock[2]) / MINUTES, text[: clock.start()] + " " + text[clock.end() :]
    found = MEASURED.search(text)
    if found is None:
        # a bare number is no hours where it is part of a day
        spans = [(day.begin, day.end) for day in find_days(text, today, language)]
        bare = (one for one in BARE.finditer(text) if not any(a <= one.start() < b for a, b in spans))
        found = next(bare, None)
    if found is None:
        return None, text
    number = float(f"{found[1]}.{found[2] or 0}")
    unit = found[3] if found.re is MEASURED else "h"
    rest = text[: found.start()] + " " + text[found.end() :]
    return (number / MINUTES if unit.lower().startswith("min") else number), rest


def _member(text: str, people: Sequence[Known]) -> tuple[int | None, str]:
    """Who is named by the whole name, by initials or by the first name; with the text that is left."""
    folded = fold(text)
    named = [(one.name, one) for one in people]
    short = [(one.initials, one) for one in people]
    first = [(one.name.partition(" ")[0], one) for one in people]
    for called, one in (*named, *short, *first):
        place = re.search(rf"(?<!\w)@?{re.escape(fold(called))}(?!\w)", folded) if called else None
        # where folding changed the length, the place in one is none in the other
        if place and len(folded) == len(text):
            return one.id, text[: place.start()] + " " + text[place.end() :]
    return None, text
