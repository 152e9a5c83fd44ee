"""What a figure says: on screen, aloud and on paper alike."""

from datetime import date

from workbench.kam.scoreboard.counting import Figure, Measure, Owed, Whose
from workbench.kernel.formats import NOTHING, Formats
from workbench.kernel.words import N_

SUMS = {
    Whose.DEPARTMENT: N_("All departments"),
    Whose.MEMBER: N_("All of us"),
    Whose.PERSON: N_("All of the client's people"),
}
HEADS = {
    Measure.KEPT: N_("Kept {quarter}"),
    Measure.ANSWER: N_("Days {quarter}"),
    Measure.OPEN: N_("Open now"),
    Measure.BLOCKED: N_("Blocked now"),
    Measure.OLDEST: N_("Oldest, days"),
}


def head(figure: Figure, formats: Formats) -> str:
    """The head of a column of such figures."""
    return formats.words(HEADS[figure.measure], quarter=formats.quarter(figure.quarter))


def short(figure: Figure, formats: Formats) -> str:
    """The value alone."""
    if figure.value is None:
        return NOTHING
    if figure.measure is Measure.KEPT:
        return formats.percent(figure.value)
    return formats.number(figure.value)


def beside(figure: Figure, formats: Formats) -> str:
    """Of how many a share was counted; empty for what is no share."""
    if figure.measure is not Measure.KEPT or figure.value is None:
        return ""
    return formats.words("{n} of {total}", n=round(figure.value * figure.total), total=figure.total)


def sentence(figure: Figure, formats: Formats) -> str:
    """The figure in a sentence that says what was counted."""
    words, quarter = formats.words, formats.quarter(figure.quarter)
    if figure.measure is Measure.KEPT:
        good = round((figure.value or 0) * figure.total)
        if not figure.total:
            return words("No promise was due in {quarter}.", quarter=quarter)
        return words.many(
            "{good} of {n} promise due in {quarter} was kept.",
            "{good} of {n} promises due in {quarter} were kept.",
            figure.total,
            good=good,
            quarter=quarter,
        )
    if figure.measure is Measure.ANSWER:
        if figure.value is None:
            return words("Nothing was answered in {quarter}.", quarter=quarter)
        days = formats.number(figure.value)
        return words.many(
            "{days} working days until {n} answer in {quarter}.",
            "{days} working days until half of {n} answers in {quarter}.",
            figure.total,
            days=days,
            quarter=quarter,
        )
    if figure.measure is Measure.OLDEST:
        if figure.value is None:
            return words("Nothing is open.")
        return words.many(
            "The oldest has waited for {n} working day.",
            "The oldest has waited for {n} working days.",
            int(figure.value),
        )
    if figure.measure is Measure.BLOCKED:
        return words.many("{n} is blocked today.", "{n} are blocked today.", figure.total)
    return words.many("{n} is open today.", "{n} are open today.", figure.total)


def told(one: Owed, figure: Figure, formats: Formats) -> str:
    """Why a record was counted as it was."""
    words = formats.words
    if figure.measure is Measure.ANSWER and one.took is not None:
        return words.many(
            "after {n} working day, on {day}",
            "after {n} working days, on {day}",
            one.took,
            day=formats.day(one.ended_on),
        )
    if figure.measure is Measure.KEPT:
        due = formats.day(one.due)
        if one.done_on is not None:
            return words("due {due}, done {done}", due=due, done=formats.day(one.done_on))
        return words("due {due}, still open", due=due) if one.is_open else words("due {due}, refused", due=due)
    due = words("due {due}", due=formats.day(one.due)) if one.due else words("without a day")
    if one.age is None:
        return due
    return words.many("{due}, {n} working day old", "{due}, {n} working days old", one.age, due=due)


def verdict(one: Owed, figure: Figure, today: date) -> str:
    """The English word for how a record was counted; empty where it is counted without one."""
    if figure.measure is Measure.KEPT:
        return N_("Kept") if one.is_kept(today) else N_("Broken")
    return N_("Blocked") if one.is_blocked and one.is_open else ""
