"""Sentences about a request: how its clock stands, how a promise moved, what an escalation says."""

from datetime import date
from typing import Protocol

from workbench.kam.model import RequestState
from workbench.kam.requests.clock import Moved
from workbench.kam.requests.promises import Asked, clock_of, due_on, is_open, slip
from workbench.kernel.formats import Formats
from workbench.team.regions import calendar_of


class Told(Asked, Protocol):
    """A request with the names that a sentence needs."""

    @property
    def title(self) -> str: ...
    @property
    def department(self) -> str: ...
    @property
    def account(self) -> str | None: ...
    @property
    def stake(self) -> str | None: ...
    @property
    def accepted_on(self) -> date | None: ...


def moved_sentence(found: Moved, formats: Formats) -> str:
    """Why another day counts than the one that was said."""
    said, to = formats.weekday(found.said), formats.weekday(found.to)
    if found.holiday:
        return formats.words(
            "{said} is a holiday there ({holiday}): {to} counts.", said=said, holiday=found.holiday, to=to
        )
    return formats.words("{said} is a weekend: {to} counts.", said=said, to=to)


def clock_sentence(request: Asked, today: date, formats: Formats) -> str:
    """How the clock of a request stands, in working days."""
    found, words = clock_of(request, today), formats.words
    if is_open(request):
        if found.late:
            return words.many("{n} working day late.", "{n} working days late.", found.late)
        if found.promised is None:
            return words.many("{n} working day without a promise.", "{n} working days without a promise.", found.passed)
        return words.many(
            "{passed} of {n} working day has passed.",
            "{passed} of {n} working days have passed.",
            found.promised,
            passed=found.passed,
        )
    if request.state is RequestState.REFUSED:
        return words.many("Refused after {n} working day.", "Refused after {n} working days.", found.passed)
    return words.many("Answered after {n} working day.", "Answered after {n} working days.", found.passed)


def slip_sentence(request: Asked, formats: Formats) -> str:
    """How far the promise has moved since it was first given; empty where it has not."""
    moved = slip(request)
    if not moved:
        return ""
    first = formats.weekday(request.first_promised)
    return formats.words.many(
        "First promised for {day}, moved by {n} working day since.",
        "First promised for {day}, moved by {n} working days since.",
        moved,
        day=first,
    )


def calendar_sentence(request: Asked, formats: Formats) -> str:
    """By which calendar the days are counted; a promise that falls on a holiday of it is named."""
    calendar, words, promised = calendar_of(request.region), formats.words, request.promised_for
    if promised is not None and calendar.is_free(promised):
        due = due_on(request)
        holiday = calendar.named(promised.year, words.language).get(promised)
        return moved_sentence(Moved(promised, due or promised, holiday), formats)
    if not calendar.region:
        return words("Counted without public holidays.")
    return words("Counted with the public holidays of {region}.", region=calendar.region)


def escalation_text(request: Told, today: date, formats: Formats) -> str:
    """What to say to who decides: what was asked, how it stands, and what the client loses."""
    words = formats.words
    asked = words(
        "On {day} we asked {department}: {title}",
        day=formats.long_weekday(request.asked_on),
        department=request.department,
        title=request.title,
    )
    parts = [asked, _standing(request, today, formats)]
    if request.stake:
        stake = words("What {account} has at stake: {stake}", account=request.account or "–", stake=request.stake)
        parts.append(stake)
    parts.append(words("Please decide who answers it and by when."))
    return "\n\n".join(parts)


def _standing(request: Told, today: date, formats: Formats) -> str:
    sentence = clock_sentence(request, today, formats)
    if request.promised_for is None:
        return sentence
    day, words = formats.long_weekday(request.promised_for), formats.words
    is_promised = request.accepted_on is not None
    due = words("It was promised for {day}.", day=day) if is_promised else words("It is needed by {day}.", day=day)
    return f"{due} {sentence}"
