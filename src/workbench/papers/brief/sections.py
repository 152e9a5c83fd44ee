"""The parts of a meeting brief, in the order in which they are needed on the way to the door."""

from dataclasses import dataclass

from reportlab.platypus import Flowable

from workbench.kernel.words import N_
from workbench.papers.brief.views import AgendaPoint, BriefView, Guest
from workbench.papers.promises import bullets, left_out, promises
from workbench.report.press import Press
from workbench.report.styles import BODY, CELL, CELL_GREY, CELL_MEDIUM, CELL_STRONG, H1
from workbench.report.table import Column, Look, Row


@dataclass(frozen=True)
class Budget:
    """How much of everything may stand on the page."""

    numbers: int = 99
    guests: int = 99
    promises: int = 99
    agenda: int = 99
    history: int = 5
    lines: int = 3
    purpose: int = 6
    notes: int = 3


SAID = 2  # lines of what to say and what not, however full the page is
# what goes first when a page is too full; promises are counted for each side
BUDGETS = (
    Budget(lines=8),
    Budget(),
    Budget(history=2),
    Budget(history=0),
    Budget(numbers=5, history=0),
    Budget(numbers=5, guests=6, history=0),
    Budget(numbers=5, guests=6, promises=3, history=0, purpose=4),
    Budget(numbers=5, guests=6, promises=3, history=0, purpose=4, lines=2),
    Budget(numbers=5, guests=6, promises=3, agenda=8, history=0, purpose=3, lines=2),
    Budget(numbers=5, guests=6, promises=3, agenda=6, history=0, purpose=3, lines=1),
    Budget(numbers=4, guests=5, promises=2, agenda=5, history=0, purpose=3, lines=1),
    Budget(numbers=4, guests=4, promises=2, agenda=4, history=0, purpose=2, lines=1),
    Budget(numbers=3, guests=3, promises=2, agenda=3, history=0, purpose=2, lines=1, notes=2),
    Budget(numbers=2, guests=2, promises=1, agenda=2, history=0, purpose=1, lines=1, notes=0),
)


def head(brief: BriefView, press: Press, _budget: Budget) -> list[Flowable]:
    """What, when and where."""
    return [
        press.kicker(press.say(N_("Meeting brief"))),
        press.prose(brief.meeting, H1, 2),
        press.prose(_when_and_where(brief, press), BODY.inked(CELL_GREY.ink), 2),
    ]


def _when_and_where(brief: BriefView, press: Press) -> str:
    formats = press.formats
    hours = formats.time(brief.start) if brief.start else press.say(N_("all day"))
    if brief.start and brief.end:
        hours = f"{formats.time(brief.start)}–{formats.time(brief.end)}"
    zone = f"({brief.zone})" if brief.zone and brief.start else ""
    parts = (formats.long_day(brief.day), f"{hours} {zone}".strip(), brief.account, brief.place, brief.phone)
    return " · ".join(part for part in parts if part)


def purpose(brief: BriefView, press: Press, budget: Budget) -> list[Flowable]:
    """What we want to leave with: the one thing to read if there is time for one."""
    texts = [text for text in (brief.purpose, brief.outcome) if text]
    if not texts:
        return [
            press.gap(2),
            press.missing(press.say(N_("No purpose is written down: what do we want to leave with?"))),
        ]
    return [press.gap(2), press.boxed(press.say(N_("Purpose")), "\n".join(texts), budget.purpose)]


def people(brief: BriefView, press: Press, budget: Budget) -> list[Flowable]:
    """Who is in the room, and how they stand towards us."""
    heading = press.heading(press.say(N_("Who is in the room")))
    if not brief.guests:
        return [heading, press.missing(press.say(N_("Nobody of the client is named yet."))), *_ours(brief, press)]
    columns = (
        Column("", 27),
        Column("", 38, CELL_STRONG, most=2),
        Column("", 45, CELL_GREY, most=2),
        Column("", 60, CELL, most=budget.lines),
    )
    rows = [_guest(guest, press) for guest in brief.guests[: budget.guests]]
    table = press.set_table(columns, rows, Look(padding=0.9))
    return [heading, table, *left_out(len(brief.guests) - len(rows), press), *_ours(brief, press)]


def _guest(guest: Guest, press: Press) -> Row:
    role = press.say(guest.buying_role.label) if guest.buying_role else ""
    return [
        press.attitude(guest.attitude),
        guest.name,
        " · ".join(part for part in (guest.title, role) if part),
        guest.note or "",
    ]


def _ours(brief: BriefView, press: Press) -> list[Flowable]:
    if not brief.colleagues:
        return []
    names = ", ".join(f"{one.name} ({one.task})" if one.task else one.name for one in brief.colleagues)
    return [press.prose(press.say(N_("From us: {names}"), names=press.shortened(names, 300)), CELL_GREY, 2)]


def agenda_and_numbers(brief: BriefView, press: Press, budget: Budget) -> list[Flowable]:
    """The points with their times, and beside them the figures they will ask for."""
    return [press.beside(_agenda(brief, press, budget), _numbers(brief, press, budget), weights=(96, 66))]


def _agenda(brief: BriefView, press: Press, budget: Budget) -> list[Flowable]:
    heading = press.heading(press.say(N_("Agenda")))
    if not brief.agenda:
        return [heading, press.missing(press.say(N_("No points yet.")))]
    columns = (Column("", 12, CELL_STRONG), Column("", 64, most=2), Column("", 18, CELL_GREY, align="right"))
    rows = [_point(point, press) for point in brief.agenda[: budget.agenda]]
    table = press.set_table(columns, rows, Look(padding=0.8, has_rules=False))
    return [heading, table, *left_out(len(brief.agenda) - len(rows), press)]


def _point(point: AgendaPoint, press: Press) -> Row:
    title = f"{point.title} – {point.leader}" if point.leader else point.title
    minutes = press.say(N_("{n} min"), n=point.minutes) if point.minutes else ""
    return [press.formats.time(point.at) if point.at else "", title, minutes]


def _numbers(brief: BriefView, press: Press, budget: Budget) -> list[Flowable]:
    say, formats = press.say, press.formats
    known = [
        *brief.numbers,
        *([(say(N_("Invoiced per year")), formats.money(brief.invoiced, brief.currency))] if brief.invoiced else []),
        *([(say(N_("Renewal")), formats.day(brief.renewal_on))] if brief.renewal_on else []),
    ]
    heading = press.heading(say(N_("Numbers they will ask for")))
    if not known:
        return [heading, press.missing(say(N_("No figures are at hand.")))]
    columns = (Column("", 38, most=2), Column("", 28, CELL_MEDIUM, align="right", most=2))
    return [heading, press.set_table(columns, known[: budget.numbers], Look(padding=0.8, has_rules=False))]


def promised(brief: BriefView, press: Press, budget: Budget) -> list[Flowable]:
    """What both sides said they would do until now."""
    return promises(brief.we_owe, brief.they_owe, brief.as_of, press, budget.promises)


def last_time(brief: BriefView, press: Press, budget: Budget) -> list[Flowable]:
    """What was decided at the meeting before."""
    if not brief.last_decisions[: budget.history] or brief.last_day is None:
        return []
    title = press.say(N_("Decided last time, {day}"), day=press.formats.day(brief.last_day))
    return [press.heading(title), bullets(brief.last_decisions, budget.history, 2, press)]


def words_to_choose(brief: BriefView, press: Press, budget: Budget) -> list[Flowable]:
    """What to say, and what not."""
    if not brief.say and not brief.do_not_say:
        return []
    sides = ((N_("Say"), brief.say), (N_("Do not say"), brief.do_not_say))
    columns = [
        [
            press.prose(press.say(label), CELL_STRONG),
            press.prose(text or press.formats.plain(None), CELL, max(budget.lines, SAID)),
        ]
        for label, text in sides
    ]
    return [press.heading(press.say(N_("Say / do not say"))), press.beside(*columns)]


def notes(_brief: BriefView, press: Press, budget: Budget) -> list[Flowable]:
    """Lines to write on, to the end of the page."""
    if not budget.notes:
        return []
    return [press.heading(press.say(N_("Notes")), needs=0), press.note_lines(budget.notes, to_the_end=True)]


SECTIONS = (head, purpose, people, agenda_and_numbers, promised, last_time, words_to_choose, notes)
