"""The parts of a day sheet: one block for each meeting, then what is to be done, then room to write."""

from datetime import date

from reportlab.platypus import Flowable

from workbench.kernel.words import N_
from workbench.papers.daysheet.views import DaySheetView, Stop
from workbench.papers.promises import COLUMNS, due_in_a_line, left_out
from workbench.plans.views import ActionLine
from workbench.report import marks
from workbench.report.press import Press
from workbench.report.styles import BODY, CELL_GREY, CELL_STRONG, H1
from workbench.report.table import Cell, Column, Look

PROMISES, TO_DO, LINES = 4, 12, 2
TO_DO_COLUMNS = (Column("", 120, most=2), Column("", 50, most=1))


def head(sheet: DaySheetView, press: Press) -> list[Flowable]:
    """The day, and how full it is."""
    day = press.formats.long_day(sheet.day)
    meetings = press.words.many("{n} meeting", "{n} meetings", len(sheet.stops))
    actions = press.words.many("{n} action", "{n} actions", len(sheet.overdue) + len(sheet.due))
    return [
        press.kicker(press.say(N_("Day sheet"))),
        press.prose(day[:1].upper() + day[1:], H1, 2),
        press.prose(f"{meetings} · {actions}", BODY.inked(CELL_GREY.ink)),
    ]


def stops(sheet: DaySheetView, press: Press) -> list[Flowable]:
    """A block for each meeting, in the order of the day."""
    if not sheet.stops:
        return [press.gap(3), press.prose(press.say(N_("No meetings today.")), CELL_GREY)]
    return [flowable for stop in sheet.stops for flowable in _stop(stop, sheet.as_of, press)]


def _stop(stop: Stop, today: date, press: Press) -> list[Flowable]:
    formats = press.formats
    hours = formats.time(stop.start) if stop.start else press.say(N_("all day"))
    if stop.start and stop.end:
        hours = f"{hours}–{formats.time(stop.end)}"
    where = " · ".join(part for part in (stop.account, stop.place, stop.phone) if part)
    block: list[Flowable] = [press.heading(f"{hours}   {press.shortened(stop.title, 90)}")]
    block += [press.prose(text, CELL_GREY, 2) for text in (where, ", ".join(stop.people)) if text]
    if stop.purpose:
        block.append(press.prose(stop.purpose, BODY, 3))
    return [*block, *_promised(stop, today, press), press.note_lines(LINES)]


def _promised(stop: Stop, today: date, press: Press) -> list[Flowable]:
    sides = ((press.say(N_("We")), stop.we_owe[:PROMISES]), (press.say(N_("They")), stop.they_owe[:PROMISES]))
    rows = [_line(side, action, today, press) for side, actions in sides for action in actions]
    if not rows:
        return []
    rest = len(stop.we_owe) + len(stop.they_owe) - len(rows)
    return [press.set_table(COLUMNS, rows, Look(padding=0.8, has_rules=False)), *left_out(rest, press)]


def _line(side: str, action: ActionLine, today: date, press: Press) -> list[Cell | str]:
    return [Cell(side, CELL_STRONG, marks.tick_box()), action.title, due_in_a_line(action, today, press)]


def to_do(sheet: DaySheetView, press: Press) -> list[Flowable]:
    """What is late, then what is due, with boxes to tick."""
    actions = (*sheet.overdue, *sheet.due)
    if not actions:
        return []
    rows = [
        [Cell(action.title, mark=marks.tick_box()), due_in_a_line(action, sheet.as_of, press)]
        for action in actions[:TO_DO]
    ]
    return [
        press.heading(press.say(N_("To do"))),
        press.set_table(TO_DO_COLUMNS, rows, Look(padding=0.8, has_rules=False)),
        *left_out(len(actions) - len(rows), press),
    ]


def notes(_sheet: DaySheetView, press: Press) -> list[Flowable]:
    """Lines to write on, to the end of the page; a full one has lines below each meeting."""
    return [press.remaining(press.say(N_("Notes")), LINES)]


SECTIONS = (head, stops, to_do, notes)
