"""Repetition: RRULE (RFC 5545, 3.3.10) checked, expanded to days and put into words.

Days are wall days: a meeting at ten stays at ten when the clocks change. Files of other programs bring rules made
in error or in malice, so every expansion looks at a bounded stretch of days, whatever the rule says.
"""

from calendar import monthrange
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum
from itertools import islice
from zoneinfo import ZoneInfo

from workbench.kernel.errors import UserError
from workbench.kernel.words import N_

MOST = 1000  # occurrences of one expansion
HORIZON = timedelta(366 * 30)  # no expansion looks further than this
LONGEST = 1000  # letters of a rule
WIDEST = 1000  # INTERVAL; a larger one is a mistake
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
IGNORED = {"WKST", "BYHOUR", "BYMINUTE", "BYSECOND"}  # the time of a meeting is its own


class BadRule(UserError):
    message = N_("“{rule}” is no repetition that this program knows.")
    advice = N_("Write it like “every Monday” or “every 6 weeks”.")


class TooOften(UserError):
    message = N_("“{rule}” repeats more often than once a day.")
    advice = N_("Repeat it daily or less often.")


class Every(IntEnum):
    """What a rule counts."""

    DAILY = 1
    WEEKLY = 2
    MONTHLY = 3
    YEARLY = 4


@dataclass(frozen=True)
class Rule:
    """A checked rule. `weekdays` holds pairs of a number (0: every such day) and a weekday, Monday being 0."""

    every: Every
    interval: int = 1
    count: int | None = None
    until: date | None = None
    weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()

    def text(self) -> str:
        """The rule as RRULE, without its name."""
        parts = [f"FREQ={self.every.name}"]
        parts += [f"INTERVAL={self.interval}"] if self.interval > 1 else []
        parts += [f"COUNT={self.count}"] if self.count else []
        parts += [f"UNTIL={self.until:%Y%m%d}"] if self.until else []
        lists = {name: ",".join(map(str, getattr(self, field))) for name, (field, _) in LISTS.items()}
        lists["BYDAY"] = ",".join(f"{n or ''}{WEEKDAYS[weekday]}" for n, weekday in self.weekdays)
        return ";".join(parts + [f"{name}={value}" for name, value in lists.items() if value])


LISTS = {
    "BYMONTH": ("months", 12),
    "BYWEEKNO": ("weeks", 53),
    "BYYEARDAY": ("year_days", 366),
    "BYMONTHDAY": ("month_days", 31),
    "BYSETPOS": ("positions", 366),
}


def read_rule(text: str, zone: str = "UTC") -> Rule:
    """The rule that an RRULE says; BadRule or TooOften if we cannot follow it. `zone` is where an UNTIL in UTC ends."""
    shown = text.strip()[:80]
    try:
        parts = _parts(text)
        if parts["FREQ"] in {"SECONDLY", "MINUTELY", "HOURLY"} or _many_a_day(parts):
            raise TooOften(rule=shown)
        return _rule(parts, zone)
    except (ValueError, KeyError, OverflowError) as problem:
        raise BadRule(rule=shown) from problem


def _parts(text: str) -> dict[str, str]:
    line = text.strip().upper().removeprefix("RRULE:").strip(";")
    if len(line) > LONGEST:
        raise ValueError(len(line))
    pairs = [part.partition("=") for part in line.split(";")]
    parts = {name.strip(): value.strip() for name, _, value in pairs}
    known = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", *LISTS, *IGNORED}
    if len(parts) != len(pairs) or not parts.keys() <= known or not all(parts.values()):
        raise ValueError(text)
    return parts


def _many_a_day(parts: dict[str, str]) -> bool:
    return any("," in parts.get(name, "") for name in IGNORED)


def _rule(parts: dict[str, str], zone: str) -> Rule:
    lists = {field: _numbers(parts[name], largest) for name, (field, largest) in LISTS.items() if name in parts}
    rule = Rule(
        Every[parts["FREQ"]],
        interval=_number(parts.get("INTERVAL", "1"), WIDEST),
        count=min(int(parts["COUNT"]), MOST) if "COUNT" in parts else None,
        until=_until(parts["UNTIL"], zone) if "UNTIL" in parts else None,
        weekdays=_weekdays(parts["BYDAY"]) if "BYDAY" in parts else (),
        **lists,
    )
    if rule.count is not None and rule.count < 1:
        raise ValueError(rule.count)
    if rule.every < Every.MONTHLY:
        return replace(rule, weekdays=tuple(sorted({(0, weekday) for _, weekday in rule.weekdays})))
    return rule


def _number(text: str, largest: int) -> int:
    number = int(text)
    if not 1 <= number <= largest:
        raise ValueError(text)
    return number


def _numbers(text: str, largest: int) -> tuple[int, ...]:
    numbers = {int(part) for part in text.split(",")}
    if 0 in numbers or any(abs(number) > largest for number in numbers):
        raise ValueError(text)
    return tuple(sorted(numbers))


def _weekdays(text: str) -> tuple[tuple[int, int], ...]:
    days = {(int(part[:-2] or 0), WEEKDAYS.index(part[-2:])) for part in text.split(",")}
    if any(abs(n) > 53 for n, _ in days):  # the weeks of a year
        raise ValueError(text)
    return tuple(sorted(days, key=lambda day: (day[0], day[1])))


def _until(text: str, zone: str) -> date:
    if text.endswith("Z"):
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).date()
    return date(int(text[:4]), int(text[4:6]), int(text[6:8]))


def occurrences(rule: Rule, first_day: date, excluded: Collection[date], begin: date, end: date) -> list[date]:
    """The days of `rule` from `begin` to `end`, both included; the first day always counts as one of them."""
    return list(islice((day for day in _between(rule, first_day, begin, end) if day not in excluded), MOST))


def next_after(text: str, first_day: date, after: date) -> date | None:
    """The first day of a rule later than both `first_day` and `after`; None if there is none, or no readable rule."""
    try:
        rule = read_rule(text)
    except UserError:
        return None
    begin = _later(max(first_day, after), timedelta(1))
    return next(_between(rule, first_day, begin, _later(begin, HORIZON)), None)


def _between(rule: Rule, first_day: date, begin: date, end: date) -> Iterator[date]:
    end = min(end, rule.until or end, _later(max(begin, first_day), HORIZON))
    return (day for day in _days(rule, first_day, begin, end) if begin <= day)


def _days(rule: Rule, first_day: date, begin: date, end: date) -> Iterator[date]:
    """The days from the first, or from about `begin` where nothing has to be counted, until `end`."""
    if first_day > end:
        return
    yield first_day
    left = MOST if rule.count is None else rule.count - 1
    for day in _matching(_completed(rule, first_day), first_day, begin, end):
        if left == 0:
            return
        if day >= begin or rule.count is not None:
            left -= 1
            yield day


def _completed(rule: Rule, first_day: date) -> Rule:
    """The rule with everything said that the first day implies."""
    if rule.every is Every.DAILY or rule.weekdays or rule.month_days or rule.year_days:
        return rule
    if rule.every is Every.WEEKLY or rule.weeks:
        return replace(rule, weekdays=((0, first_day.weekday()),))
    months = (first_day.month,) if rule.every is Every.YEARLY and not rule.months else rule.months
    return replace(rule, month_days=(first_day.day,), months=months)


def _matching(rule: Rule, first_day: date, begin: date, end: date) -> Iterator[date]:
    counted_from = first_day if rule.count is not None else max(first_day, begin)
    end = min(end, _later(counted_from, HORIZON))
    start = _start(rule.every, first_day)
    skipped = _periods_between(rule.every, start, _start(rule.every, counted_from)) // rule.interval
    n = skipped * rule.interval
    while (period := _nth(rule.every, start, n)) is not None and period <= end:
        chosen = [day for day in _days_of(rule.every, period) if _fits(rule, day)]
        for day in _at_positions(chosen, rule.positions):
            if first_day < day <= end:
                yield day
        n += rule.interval


def _start(every: Every, day: date) -> date:
    """The first day of the period that `day` is in."""
    if every is Every.WEEKLY:
        return date.fromordinal(max(day.toordinal() - day.weekday(), 1))
    if every is Every.MONTHLY:
        return day.replace(day=1)
    return day.replace(month=1, day=1) if every is Every.YEARLY else day


def _periods_between(every: Every, earlier: date, later: date) -> int:
    if every is Every.DAILY or every is Every.WEEKLY:
        return (later - earlier).days // (7 if every is Every.WEEKLY else 1)
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months // 12 if every is Every.YEARLY else months


def _nth(every: Every, start: date, n: int) -> date | None:
    """The beginning of the nth period after `start`; None beyond the calendar."""
    if every is Every.DAILY or every is Every.WEEKLY:
        ordinal = start.toordinal() + n * (7 if every is Every.WEEKLY else 1)
        return date.fromordinal(ordinal) if ordinal <= date.max.toordinal() else None
    year, month = divmod(start.year * 12 + start.month - 1 + n * (12 if every is Every.YEARLY else 1), 12)
    return date(year, month + 1, 1) if year <= date.max.year else None


def _days_of(every: Every, start: date) -> Iterator[date]:
    lengths = {Every.DAILY: 1, Every.WEEKLY: 7, Every.MONTHLY: monthrange(start.year, start.month)[1]}
    length = lengths.get(every) or date(start.year, 12, 31).timetuple().tm_yday
    ordinal = start.toordinal()
    return (date.fromordinal(n) for n in range(ordinal, min(ordinal + length, date.max.toordinal() + 1)))


def _fits(rule: Rule, day: date) -> bool:
    return (
        (not rule.months or day.month in rule.months)
        and (not rule.month_days or _counted(day.day, monthrange(day.year, day.month)[1], rule.month_days))
        and (not rule.weekdays or any(_is_weekday(rule, day, n, weekday) for n, weekday in rule.weekdays))
        and (not rule.year_days or _counted(_year_day(day), _year_day(date(day.year, 12, 31)), rule.year_days))
        and (not rule.weeks or _counted(day.isocalendar().week, _weeks_of(day), rule.weeks))
    )


def _is_weekday(rule: Rule, day: date, n: int, weekday: int) -> bool:
    if day.weekday() != weekday:
        return False
    if n == 0:
        return True
    if rule.every is Every.YEARLY and not rule.months:
        place, length = _year_day(day), _year_day(date(day.year, 12, 31))
    else:
        place, length = day.day, monthrange(day.year, day.month)[1]
    return (place - 1) // 7 + 1 == n if n > 0 else (length - place) // 7 + 1 == -n


def _counted(place: int, length: int, wanted: tuple[int, ...]) -> bool:
    """Whether a place is among the wanted ones; a negative one counts from the end."""
    return place in wanted or place - length - 1 in wanted


def _year_day(day: date) -> int:
    return day.timetuple().tm_yday


def _weeks_of(day: date) -> int:
    return date(day.isocalendar().year, 12, 28).isocalendar().week


def _at_positions(days: list[date], positions: tuple[int, ...]) -> list[date]:
    if not positions:
        return days
    places = {n - 1 if n > 0 else len(days) + n for n in positions}
    return [day for place, day in enumerate(days) if place in places]


def _later(day: date, by: timedelta) -> date:
    return day + by if date.max - day > by else date.max
