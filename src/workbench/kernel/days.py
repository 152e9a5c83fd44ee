"""Days as people type them, in English and Spanish: "fri", "fin de mes", "+3", "12/3", "in 3 days".

Everything here is a pure function: the day it is today is handed in.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from workbench.kernel.day_words import DayWords, day_words
from workbench.kernel.lines import LINE, aligned, blank, without_quotes
from workbench.kernel.times import FoundTime, find_times, read_time
from workbench.kernel.words import N_

__all__ = ["FoundDay", "FoundTime", "find_days", "find_times", "read_day", "read_time", "why_no_day"]

NO_SUCH_DAY = N_("That day does not exist.")
WRONG_WEEKDAY = N_("That day is not on that weekday.")
NOT_A_DAY = N_("That is not a day. Write it like “fri”, “12/3” or “in 3 days”.")

BEFORE = r"(?<![\w/.@#+:€$-])"
AFTER = r"(?![\w/@%€-]|[.,:][0-9])"
ALWAYS = re.compile("24/7(?!/)")  # in a line it is a promise, not a day in July
NEAR_MONTH, NEAR_NUMBER = 19, 39  # what a slip of one digit makes of a month and of its day
NEAR = timedelta(200)  # a day with its weekday but without its year is within half a year


@dataclass(frozen=True)
class FoundDay:
    """A day in a line, from `begin` to `end`. Without `day`, `why` says what is wrong with it."""

    begin: int
    end: int
    day: date | None
    why: str = ""
    is_start: bool = False


class _NoDay(Exception):
    """What is written has the form of a day but is none; `meant` if it cannot be anything else."""

    def __init__(self, why: str, *, meant: bool = True) -> None:
        super().__init__(why)
        self.why = why
        self.meant = meant


DayOf = Callable[[re.Match[str], date], date]


@dataclass(frozen=True)
class _Rule:
    """One way to write a day: its pattern, and what makes a day of a match."""

    pattern: re.Pattern[str]
    day: DayOf


def read_day(text: str, today: date, language: str) -> date | None:
    """The day that the whole of `text` says; None if it says none, see `why_no_day`."""
    found = _whole(text, today, language)
    return found.day if found else None


def why_no_day(text: str, today: date, language: str) -> str:
    """Why `text` is no day, as a sentence marked for the catalogues; empty if it is one."""
    found = _whole(text, today, language)
    return found.why if found else NOT_A_DAY


def find_days(text: str, today: date, language: str) -> list[FoundDay]:
    """Every day in a line, with the words that lead to it; text in quotation marks is left alone."""
    folded = ALWAYS.sub(lambda said: blank(said.group()), aligned(without_quotes(text[:LINE])))
    matches = [(match, rule) for rule in _rules(language) for match in rule.pattern.finditer(folded)]
    matches.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
    return list(_apart(matches, today))


def _apart(matches: list[tuple[re.Match[str], _Rule]], today: date) -> Iterator[FoundDay]:
    reached = 0
    for match, rule in matches:
        if match.start() < reached:
            continue
        try:
            found = _found(match, rule, today)
        except _NoDay as problem:
            if not problem.meant:
                continue
            found = FoundDay(match.start(), match.end(), None, problem.why)
        yield found
        reached = found.end


def _found(match: re.Match[str], rule: _Rule, today: date) -> FoundDay:
    try:
        day = rule.day(match, today)
    except (ValueError, OverflowError) as problem:
        raise _NoDay(NO_SUCH_DAY) from problem
    return FoundDay(match.start(), match.end(), day, is_start=match["since"] is not None)


def _whole(text: str, today: date, language: str) -> FoundDay | None:
    folded = aligned(unicodedata.normalize("NFC", text[:200])).strip()
    refused = None
    for rule in _rules(language):
        match = rule.pattern.fullmatch(folded)
        if match:
            try:
                return _found(match, rule, today)
            except _NoDay as problem:
                refused = FoundDay(0, len(folded), None, problem.why)
    return refused


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    words = day_words(language)
    month_first = language.replace("_", "-").lower() == "en-us"
    return (*_spoken(words), *_counted(words), *_named(words), *_numeric(words, month_first=month_first))


def _rule(words: DayWords, pattern: str, day: DayOf) -> _Rule:
    lead = rf"(?:(?P<since>{words.since})\s+)?(?:(?:{words.lead})\s+){{0,3}}"
    spaced = pattern.replace(" ", r"\s+")
    return _Rule(re.compile(f"{BEFORE}{lead}(?:{spaced}){AFTER}"), day)


def _spoken(words: DayWords) -> Iterator[_Rule]:
    """Today, next week, the end of the month."""
    for phrase, offset in words.offsets.items():
        yield _rule(words, phrase, _days_on(offset))
    yield _rule(words, words.next_week, lambda _, today: _monday_after(today))
    yield _rule(words, words.next_month, lambda _, today: _months_on(today.replace(day=1), 1))
    for what, phrase in words.ends.items():
        yield _rule(words, phrase, _at_end_of(what))
    for month, name in enumerate(words.months, 1):
        yield _rule(words, f"{words.ends_of_month} (?:{name})", _at_end_of_month(month))


def _counted(words: DayWords) -> Iterator[_Rule]:
    """In 3 days, +3, +2w."""
    amount = "|".join(words.numbers)
    shorthand = "".join(words.shorthand)
    yield _Rule(
        re.compile(rf"(?P<since>(?!))?(?<!\S)\+([0-9]{{1,3}})([{shorthand}])?(?![\w+-]|\s?[0-9]|[.,:/][0-9])"),
        lambda match, today: _later(today, int(match[2]), words.shorthand[match[3] or "d"]),
    )
    for unit, name in words.units.items():
        yield _rule(words, f"(?:{words.inside}) (?:([0-9]{{1,4}})|({amount})) (?:{name})", _counted_on(words, unit))


def _days_on(offset: int) -> DayOf:
    return lambda _, today: today + timedelta(offset)


def _at_end_of(what: str) -> DayOf:
    return lambda _, today: _end_of(what, today)


def _at_end_of_month(month: int) -> DayOf:
    return lambda _, today: _last(today.year + (month < today.month), month)


def _counted_on(words: DayWords, unit: str) -> DayOf:
    return lambda match, today: _later(today, int(match[2] or words.numbers[match[3]]), unit)


def _named(words: DayWords) -> Iterator[_Rule]:
    """Friday, Fri 20, Friday next week, Mon 16 Mar 2026, March 12, the 12th."""
    weekday = "(?:" + "|".join(f"(?P<day{n}>{name})" for n, name in enumerate(words.weekdays)) + r")\.?"
    month = "(?:" + "|".join(f"(?P<month{n}>{name})" for n, name in enumerate(words.months, 1)) + r")\.?"
    number = rf"(?P<number>[0-9]{{1,2}}){words.ordinal}?"
    year = r"(?P<year>[0-9]{4})"
    yield _rule(words, weekday, _weekday)
    yield _rule(words, rf"{weekday},?{words.of} {words.next_week}", _weekday_next_week)
    yield _rule(words, rf"{weekday},?(?: dia)? {number}(?![.:h][0-9]|h|\s?[ap]\.?m)", _weekday_and_number)
    yield _rule(words, rf"(?:{weekday},? )?{number}{words.of}[ -]?{month}(?:,?(?:{words.of} |-){year})?", _written)
    yield _rule(words, rf"(?:{weekday},? )?{month} {number}(?:,? {year})?", _written)
    yield _rule(words, words.day_of_month, lambda match, today: _day_of_month(int(match[2]), today))


def _numeric(words: DayWords, *, month_first: bool) -> Iterator[_Rule]:
    """2026-03-12, 12/3/2026, 12.3.2026, 12/3."""
    one, other = ("month", "number") if month_first else ("number", "month")
    yield _rule(words, "(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<number>[0-9]{1,2})", _digits)
    year = "(?P<year>[0-9]{4}|[0-9]{2})"
    for mark in ("/", r"\.", "-"):
        yield _rule(words, f"(?P<{one}>[0-9]{{1,2}}){mark}(?P<{other}>[0-9]{{1,2}}){mark}{year}", _digits)
    yield _rule(words, f"(?P<{one}>[0-9]{{1,2}})/(?P<{other}>[0-9]{{1,2}})", _short_digits)


def _weekday(match: re.Match[str], today: date) -> date:
    return _next(_named_weekday(match), today)


def _weekday_next_week(match: re.Match[str], today: date) -> date:
    return _monday_after(today) + timedelta(_named_weekday(match))


def _weekday_and_number(match: re.Match[str], today: date) -> date:
    number = int(match["number"])
    day = _day_of_month(number, today) if 1 <= number <= 31 else None
    if day is None or day.weekday() != _named_weekday(match):
        # "Friday 3 trucks" is a Friday, not the third
        raise _NoDay(WRONG_WEEKDAY, meant=False)
    return day


def _written(match: re.Match[str], today: date) -> date:
    month = next(n for n in range(1, 13) if match[f"month{n}"])
    weekday = _named_weekday(match) if any(match[f"day{n}"] for n in range(7)) else None
    number = int(match["number"])
    if match["year"]:
        day = date(int(match["year"]), month, number)
        if weekday is not None and day.weekday() != weekday:
            raise _NoDay(WRONG_WEEKDAY)
        return day
    return _coming(month, number, today) if weekday is None else _nearest(month, number, weekday, today)


def _digits(match: re.Match[str], _today: date) -> date:
    year = int(match["year"])
    return date(year + 2000 if len(match["year"]) == 2 else year, int(match["month"]), int(match["number"]))


def _short_digits(match: re.Match[str], today: date) -> date:
    month, number = int(match["month"]), int(match["number"])
    if not 1 <= month <= 12 or not 1 <= number <= 31:
        # 40/90 counts something, "on 32/13" is a slip
        is_led = match.start() < min(match.start("month"), match.start("number"))
        raise _NoDay(NO_SUCH_DAY, meant=is_led and month <= NEAR_MONTH and number <= NEAR_NUMBER)
    return _coming(month, number, today)


def _named_weekday(match: re.Match[str]) -> int:
    return next(n for n in range(7) if match[f"day{n}"])


def _next(weekday: int, today: date) -> date:
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def _monday_after(today: date) -> date:
    return _next(0, today)


def _coming(month: int, number: int, today: date) -> date:
    past = (month, number) < (today.month, today.day)
    return date(today.year + past, month, number)


def _nearest(month: int, number: int, weekday: int, today: date) -> date:
    """The day of that name around today; the year is the one in which it falls on `weekday`."""
    years = [year for year in (today.year, today.year + 1, today.year - 1) if _exists(year, month, number)]
    if not years:
        raise _NoDay(NO_SUCH_DAY)
    for day in (date(year, month, number) for year in years):
        if day.weekday() == weekday and abs(day - today) <= NEAR:
            return day
    raise _NoDay(WRONG_WEEKDAY)


def _exists(year: int, month: int, number: int) -> bool:
    return 1 <= year <= date.max.year and 1 <= number <= monthrange(year, month)[1]


def _day_of_month(number: int, today: date) -> date:
    """The next day with that number, today included."""
    first = today.replace(day=1)
    for ahead in range(13):
        month = _months_on(first, ahead)
        if _exists(month.year, month.month, number) and month.replace(day=number) >= today:
            return month.replace(day=number)
    raise _NoDay(NO_SUCH_DAY)


def _end_of(what: str, today: date) -> date:
    if what == "week":
        return today + timedelta((4 - today.weekday()) % 7)
    if what == "quarter":
        return _last(today.year, (today.month + 2) // 3 * 3)
    if what == "year":
        return date(today.year, 12, 31)
    month = _months_on(today.replace(day=1), 1 if what == "next month" else 0)
    return _last(month.year, month.month)


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _later(today: date, amount: int, unit: str) -> date:
    if unit in ("day", "week"):
        return today + timedelta(amount * (7 if unit == "week" else 1))
    return _months_on(today, amount * (12 if unit == "year" else 1))


def _months_on(day: date, months: int) -> date:
    """The same day of a later month, or that month's last if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= date.max.year:
        raise OverflowError(year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
