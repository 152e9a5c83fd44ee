"""The parts of the scoreboard: the message, the figures with their bars, and the promises that were broken."""

from reportlab.platypus import Flowable

from workbench.kernel.words import N_
from workbench.papers.promises import left_out
from workbench.papers.scoreboard.views import BrokenLine, ScoreLine, ScorePart, ScoresView, Share
from workbench.report import marks
from workbench.report.press import Press
from workbench.report.shapes import Box, Label, Shapes, moved, rectangle
from workbench.report.styles import (
    ACCENT,
    CELL,
    CELL_GREY,
    CELL_MEDIUM,
    CELL_STRONG,
    CRITICAL,
    RULE,
    SMALL,
    WARNING,
    WHITE,
)
from workbench.report.table import Cell, Column, Look, Row

BAR, HIGH, MOST = 22, 2.8, 24  # millimetres, and lines
DENSE = 0.8  # millimetres above and below a line: departments and people on one page
BROKEN = (
    Column(N_("Promise"), 103, CELL_STRONG, most=2),
    Column(N_("Whose"), 50, most=2),
    Column(N_("Account"), 40, CELL_GREY, most=1),
    Column(N_("First promised"), 28),
    Column(N_("How it ended"), 36),
)


def headline(view: ScoresView, press: Press) -> list[Flowable]:
    """How many promises of our departments were kept this quarter."""
    quarter = press.formats.quarter(view.quarter)
    sums = [line.kept for part in view.parts for line in part.lines if line.is_sum]
    kept = sums[0] if sums else Share()
    message = (
        press.words.many(
            "{kept} of {n} promise kept in {quarter}",
            "{kept} of {n} promises kept in {quarter}",
            kept.total,
            kept=kept.kept,
            quarter=quarter,
        )
        if kept.total
        else press.say(N_("No promise was due in {quarter}"), quarter=quarter)
    )
    return [press.kicker(press.say(N_("Scoreboard of promises"))), press.headline(message)]


def parts(view: ScoresView, press: Press) -> list[Flowable]:
    """A table for the departments, for us, and for the client's people."""
    if not view.parts:
        return [press.missing(press.say(N_("No promise was made yet.")))]
    return [flowable for part in view.parts for flowable in _part(part, view, press)]


def _part(part: ScorePart, view: ScoresView, press: Press) -> list[Flowable]:
    now, before = press.formats.quarter(view.quarter), press.formats.quarter(view.quarter_before)
    columns = (
        Column("", 57, most=1),
        Column(press.say(N_("Kept {quarter}"), quarter=now), 52),
        Column(press.say(N_("Kept {quarter}"), quarter=before), 52),
        Column(press.say(N_("Days {quarter}"), quarter=now), 20, align="right"),
        Column(press.say(N_("Days {quarter}"), quarter=before), 20, align="right"),
        Column(N_("Open now"), 19, align="right"),
        Column(N_("Blocked now"), 21, align="right"),
        Column(N_("Oldest"), 18, align="right"),
    )
    title = press.say(part.title)
    look = Look(continued=press.say(N_("{title} (continued)"), title=title), padding=DENSE)
    return [press.heading(title), press.set_table(columns, [_row(line, press) for line in part.lines], look)]


def _row(line: ScoreLine, press: Press) -> Row:
    name = press.say(line.name) if line.is_sum else line.name
    number = press.formats.number
    blocked = Cell(number(line.blocked), CELL_MEDIUM.inked(WARNING), marks.octagon(WARNING)) if line.blocked else "0"
    return [
        Cell(name, CELL_STRONG if line.is_sum else CELL),
        _share(line.kept, press),
        _share(line.kept_before, press),
        number(line.days),
        number(line.days_before),
        number(line.open),
        blocked,
        number(line.oldest),
    ]


def _share(share: Share, press: Press) -> Cell:
    """A bar, dark in an outline, with what it says beside it."""
    if not share.total:
        return Cell("–", CELL_GREY)
    said = press.say(N_("{n} of {total}"), n=share.kept, total=share.total)
    percent = press.formats.percent(share.kept / share.total)

    def drawn(_width: float, height: float) -> Shapes:
        bar = (
            Box(0, 0, BAR, HIGH, fill=WHITE, ink=RULE, weight=0.5),
            rectangle(0, 0, BAR * share.kept / share.total, HIGH, ACCENT),
            Label(BAR + 1.6, -0.5, f"{percent} · {said}", SMALL),
        )
        return moved(bar, 0, (height - HIGH) / 2)

    return Cell(drawn=drawn)


def broken(view: ScoresView, press: Press) -> list[Flowable]:
    """The promises that were broken this quarter, the oldest first."""
    if not view.broken:
        return []
    title = press.say(N_("Broken this quarter"))
    columns = BROKEN if not view.account else tuple(one for one in BROKEN if one.head != "Account")
    rows = [_broken(line, view, press) for line in view.broken[:MOST]]
    return [
        press.heading(title),
        press.set_table(columns, rows, Look(press.say(N_("{title} (continued)"), title=title), padding=DENSE)),
        *left_out(len(view.broken) - MOST, press),
    ]


def _broken(line: BrokenLine, view: ScoresView, press: Press) -> Row:
    if line.done_on is not None:
        ended = Cell(press.say(N_("done {day}"), day=press.day(line.done_on)))
    elif line.is_open:
        ended = Cell(press.say(N_("still open")), CELL_MEDIUM.inked(CRITICAL), marks.circle_alert())
    else:
        ended = Cell(press.say(N_("refused")), CELL_GREY)
    account = [] if view.account else [line.account]
    return [line.title, line.whose, *account, press.day(line.due), ended]


def how(view: ScoresView, press: Press) -> list[Flowable]:
    """How it was counted, in small print."""
    if not view.parts:
        return []
    said = N_(
        "A promise counts in the quarter of the day it was first promised for, and is kept if it is answered or done "
        "by then. Days are the median of working days from the question to the answer. Open, blocked and oldest (in "
        "working days) are as of today."
    )
    return [press.prose(press.say(said), SMALL)]


SECTIONS = (headline, parts, how, broken)
