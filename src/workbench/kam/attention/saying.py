"""Why something needs attention, in one sentence, for screen and paper alike."""

from collections.abc import Callable

from workbench.kam.attention.alerts import Alert, Evidence, Why
from workbench.kernel.formats import Formats


def sentence(alert: Alert, formats: Formats) -> str:
    """The reason of an alert, in the language of `formats`."""
    return _SPOKEN[alert.why](formats, alert.evidence)


def _silent(formats: Formats, told: Evidence) -> str:
    return formats.words.many(
        "Nobody has spoken to them for {n} day.", "Nobody has spoken to them for {n} days.", told.n
    )


def _silent_beyond_rhythm(formats: Formats, told: Evidence) -> str:
    return formats.words.many(
        "Silent for {n} day, agreed every {rhythm}.",
        "Silent for {n} days, agreed every {rhythm}.",
        told.n,
        rhythm=formats.number(told.rhythm),
    )


def _moved(formats: Formats, told: Evidence) -> str:
    return formats.words.many(
        "Moved {n} time since it was promised for {first}.",
        "Moved {n} times since it was promised for {first}.",
        told.n,
        first=formats.short_day(told.day),
    )


def _later(formats: Formats, told: Evidence) -> str:
    return formats.words.many(
        "{n} day later than promised, which was {first}.",
        "{n} days later than promised, which was {first}.",
        told.n,
        first=formats.short_day(told.day),
    )


def _vacant(formats: Formats, told: Evidence) -> str:
    if told.day is None:
        return formats.words("Nobody is known on this seat.")
    return formats.words("This seat has been vacant since {day}.", day=formats.day(told.day))


def _unaccompanied(formats: Formats, _told: Evidence) -> str:
    return formats.words("Nobody of ours looks after this person of weight.")


def _unmanned(formats: Formats, _told: Evidence) -> str:
    return formats.words("This department has work for the account, and nobody in its team.")


def _blocked(formats: Formats, told: Evidence) -> str:
    return formats.words.many(
        "Blocked for {n} day: {reason}", "Blocked for {n} days: {reason}", told.n, reason=told.detail
    )


def _over_capacity(formats: Formats, told: Evidence) -> str:
    return formats.words(
        "{hours} h this week of {capacity} h. The largest action: {action}",
        hours=formats.number(round(told.hours, 1)),
        capacity=formats.number(round(told.capacity, 1)),
        action=told.detail,
    )


def _not_begun(formats: Formats, told: Evidence) -> str:
    due, owner = formats.weekday(told.day), told.owner
    if owner is None:
        return formats.words("Due on {day}, not begun, and nobody owns it.", day=due)
    return formats.words("Due on {day} and not begun by {owner}.", day=due, owner=owner)


def _stuck(formats: Formats, told: Evidence) -> str:
    return formats.words("Due on {day}, and blocked.", day=formats.weekday(told.day))


def _unanswered(formats: Formats, told: Evidence) -> str:
    day = formats.weekday(told.day)
    return formats.words("{department} promised it for {day}, and has not answered.", department=told.detail, day=day)


def _overdue(formats: Formats, told: Evidence) -> str:
    return formats.words.many(
        "{department} promised it for {day}: {n} day ago.",
        "{department} promised it for {day}: {n} days ago.",
        told.n,
        department=told.detail,
        day=formats.weekday(told.day),
    )


_SPOKEN: dict[Why, Callable[[Formats, Evidence], str]] = {
    Why.SILENT: _silent,
    Why.SILENT_BEYOND_RHYTHM: _silent_beyond_rhythm,
    Why.MOVED: _moved,
    Why.LATER: _later,
    Why.VACANT: _vacant,
    Why.UNACCOMPANIED: _unaccompanied,
    Why.UNMANNED: _unmanned,
    Why.BLOCKED: _blocked,
    Why.OVER_CAPACITY: _over_capacity,
    Why.NOT_BEGUN: _not_begun,
    Why.STUCK: _stuck,
    Why.UNANSWERED: _unanswered,
    Why.OVERDUE: _overdue,
}
