"""What both sides promised, in few lines: for papers of one page."""

from collections.abc import Sequence
from datetime import date

from reportlab.platypus import Flowable

from workbench.kernel.words import N_
from workbench.plans.views import ActionLine
from workbench.report import marks
from workbench.report.press import Press
from workbench.report.styles import CELL, CELL_GREY, CELL_STRONG, CRITICAL, SMALL
from workbench.report.table import Cell, Column, Look, Row

COLUMNS = (Column("", 19, CELL_STRONG), Column("", 101, most=2), Column("", 50, most=1))


def promises(
    ours: Sequence[ActionLine], theirs: Sequence[ActionLine], today: date, press: Press, most: int
) -> list[Flowable]:
    """Ours and theirs, at most so many of each, with boxes to tick; what is left out is counted."""
    heading = press.heading(press.say(N_("We promised / they promised")))
    if not ours and not theirs:
        return [heading, press.prose(press.say(N_("Nothing is open.")), CELL_GREY)]
    sides = ((press.say(N_("We")), ours[:most]), (press.say(N_("They")), theirs[:most]))
    rows = [_promise(side, action, today, press) for side, actions in sides for action in actions]
    return [
        heading,
        press.set_table(COLUMNS, rows, Look(padding=0.9, has_rules=False)),
        *left_out(len(ours) + len(theirs) - len(rows), press),
    ]


def _promise(side: str, action: ActionLine, today: date, press: Press) -> Row:
    return [Cell(side, mark=marks.tick_box()), action.title, due_in_a_line(action, today, press)]


def due_in_a_line(action: ActionLine, today: date, press: Press) -> Cell:
    """When it is due, and on the same line how late it is."""
    if action.due is None or not action.is_late(today):
        return Cell(press.formats.short_day(action.due), CELL_GREY)
    late = press.words.many(
        "{day} – {n} day late",
        "{day} – {n} days late",
        (today - action.due).days,
        day=press.formats.short_day(action.due),
    )
    return Cell(late, CELL_STRONG.inked(CRITICAL), marks.circle_alert())


def left_out(count: int, press: Press) -> list[Flowable]:
    """How much of a list a page of limited size does not show."""
    if count <= 0:
        return []
    return [press.prose(press.words.many("{n} more in the program", "{n} more in the program", count), SMALL)]


def bullets(texts: Sequence[str], most: int, lines: int, press: Press) -> Flowable:
    """Short texts one below the other, each with a dash before it."""
    rows = [[Cell(text, CELL, marks.minus())] for text in texts[:most]]
    return press.set_table((Column("", 1, most=lines),), rows, Look(padding=0.6, has_rules=False))
