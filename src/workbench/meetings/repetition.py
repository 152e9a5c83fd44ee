"""A repetition in words: "every Monday", "cada 6 semanas"."""

from workbench.kernel.formats import Formats
from workbench.kernel.words import N_, Words
from workbench.meetings.recurrence import Every, Rule

WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
NTH = {1: N_("first"), 2: N_("second"), 3: N_("third"), 4: N_("fourth"), 5: N_("fifth"), -1: N_("last")}
WORKING_DAYS = tuple((0, n) for n in range(5))


def describe(rule: Rule, formats: Formats) -> str:
    """The rule in words, with its end if it has one."""
    words = formats.words
    said = _pattern(rule, words)
    if rule.until:
        return words(N_("{rule}, until {day}"), rule=said, day=formats.day(rule.until))
    if rule.count:
        return words.many("{rule}, {n} time", "{rule}, {n} times", rule.count, rule=said)
    return said


def _pattern(rule: Rule, words: Words) -> str:
    if rule.every is Every.WEEKLY and rule.weekdays and not (rule.months or rule.positions):
        return _weekly(rule, words)
    if rule.every is Every.MONTHLY and not (rule.months or rule.positions):
        monthly = _monthly(rule, words)
        if monthly:
            return monthly
    base = _base(rule, words)
    chosen = rule.weekdays or rule.month_days or rule.year_days or rule.weeks or rule.positions
    return words(N_("{rule}, on certain days"), rule=base) if chosen else base


def _base(rule: Rule, words: Words) -> str:
    n = rule.interval
    match rule.every:
        case Every.DAILY:
            return words.many("every day", "every {n} days", n)
        case Every.WEEKLY:
            return words.many("every week", "every {n} weeks", n)
        case Every.MONTHLY:
            return words.many("every month", "every {n} months", n)
        case Every.YEARLY:
            return words.many("every year", "every {n} years", n)


def _weekly(rule: Rule, words: Words) -> str:
    days = _listed([words(WEEKDAYS[weekday]) for _, weekday in rule.weekdays], words)
    if rule.weekdays == WORKING_DAYS:
        days = words(N_("working day"))
    return words.many("every {days}", "every {n} weeks: {days}", rule.interval, days=days)


def _monthly(rule: Rule, words: Words) -> str:
    if len(rule.weekdays) == 1 and not rule.month_days and rule.weekdays[0][0] in NTH:
        n, weekday = rule.weekdays[0]
        place = {"nth": words(NTH[n]), "weekday": words(WEEKDAYS[weekday])}
        return words.many(
            "the {nth} {weekday} of every month", "every {n} months on the {nth} {weekday}", rule.interval, **place
        )
    if rule.month_days == (-1,) and not rule.weekdays:
        return words.many("the last day of every month", "every {n} months on the last day", rule.interval)
    if len(rule.month_days) == 1 and rule.month_days[0] > 0 and not rule.weekdays:
        return words.many(
            "day {day} of every month", "every {n} months on day {day}", rule.interval, day=rule.month_days[0]
        )
    return ""


def _listed(parts: list[str], words: Words) -> str:
    if len(parts) == 1:
        return parts[0]
    return words(N_("{first} and {last}"), first=", ".join(parts[:-1]), last=parts[-1])
