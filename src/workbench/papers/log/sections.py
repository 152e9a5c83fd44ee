"""The printed log: what is open first, then what was decided, how conflicts were settled, and the notes."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from workbench.kam.log.views import LogLine
from workbench.kam.model import LogKind
from workbench.kernel.words import N_
from workbench.papers.log.views import LogView
from workbench.report import marks
from workbench.report.press import Press
from workbench.report.styles import CELL_GREY, CELL_MEDIUM, GOOD, WARNING
from workbench.report.table import Cell, Column, Row

DECIDED = (
    Column(N_("Day"), 23),
    Column(N_("Decision"), 92),
    Column(N_("Who"), 23, CELL_GREY, most=2),
    Column(N_("Meeting"), 40, CELL_GREY, most=2),
)
SETTLED = (
    Column(N_("Day"), 23),
    Column(N_("What"), 55),
    Column(N_("Who"), 26, CELL_GREY, most=2),
    Column(N_("State"), 30),
    Column(N_("Resolution and lesson"), 49),
)
NOTED = (
    Column(N_("Day"), 23),
    Column(N_("Note"), 129),
    Column(N_("Who"), 26, CELL_GREY, most=2),
)


def headline(view: LogView, press: Press) -> list[Flowable]:
    """How much of it is open."""
    is_open = sum(line.is_open for line in view.lines)
    message = press.words.many(
        "{n} entry in the log, {open} still open",
        "{n} entries in the log, {open} still open",
        len(view.lines),
        open=press.formats.number(is_open),
    )
    return [press.kicker(press.say(N_("Decision and issue log"))), press.headline(message)]


def told_in_plan(view: LogView, press: Press) -> list[Flowable]:
    """The head of the page in a strategic plan."""
    is_open = sum(line.is_open for line in view.lines)
    message = press.words.many(
        "{n} issue or conflict is still open", "{n} issues and conflicts are still open", is_open
    )
    return [press.headline(message)]


def unsettled(view: LogView, press: Press) -> list[Flowable]:
    """Issues and conflicts that wait to be settled, with room to write how."""
    lines = [line for line in view.lines if line.is_open]
    if not lines:
        return []
    texts = [_titled(line, press) for line in lines]
    return [press.heading(press.say(N_("Still open"))), press.ticks(texts, most=4), press.note_lines(1)]


def settled(view: LogView, press: Press) -> list[Flowable]:
    """Issues and conflicts, how each was settled and what was learnt."""
    found = [line for line in view.lines if line.kind in (LogKind.ISSUE, LogKind.CONFLICT)]
    return _part(press, N_("Issues and conflicts"), SETTLED, [_issue(line, press) for line in found])


def decisions(view: LogView, press: Press) -> list[Flowable]:
    """What was decided, at a meeting or without one."""
    found = [line for line in view.lines if line.kind is LogKind.DECISION]
    rows = [[*_told(line, press), press.formats.plain(line.meeting)] for line in found]
    return _part(press, N_("Decisions"), DECIDED, rows)


def notes(view: LogView, press: Press) -> list[Flowable]:
    """What the team noted."""
    found = [line for line in view.lines if line.kind is LogKind.NOTE]
    return _part(press, N_("Notes"), NOTED, [_told(line, press) for line in found])


def nothing(view: LogView, press: Press) -> list[Flowable]:
    """What is said instead of an empty page."""
    return [] if view.lines else [press.missing(press.say(N_("Nothing is in the log of this account yet.")))]


def _part(press: Press, title: str, columns: Sequence[Column], rows: Sequence[Row]) -> list[Flowable]:
    if not rows:
        return []
    said = press.say(title)
    # a single row needs less room below its heading
    return [press.heading(said, needs=27 if len(rows) > 1 else 18), press.table(columns, rows, said)]


def _told(line: LogLine, press: Press) -> list[Cell | str]:
    who = Cell(press.formats.plain(line.who or line.department), under=(line.who and line.department) or "")
    return [press.day(line.on), Cell(line.title, under=_text(line)), who]


def _issue(line: LogLine, press: Press) -> Row:
    kind = press.say(line.kind.label)
    if line.is_open:
        state = Cell(press.say(N_("Still open")), CELL_MEDIUM.inked(WARNING), marks.triangle(), under=kind)
    else:
        style = CELL_MEDIUM.inked(GOOD)
        state = Cell(press.day(line.resolved_on), style, marks.circle_check(), under=kind)
    lesson = press.say(N_("Lesson: {lesson}"), lesson=line.lesson) if line.lesson else ""
    return [*_told(line, press), state, Cell(line.resolution or "", under=lesson)]


def _text(line: LogLine) -> str:
    """The text without the title that was cut from it, which would be told twice."""
    text = (line.text or "").strip()
    start = line.title.removesuffix("…")
    return text.removeprefix(start).strip() if line.title.endswith("…") else text.removeprefix(line.title).strip()


def _titled(line: LogLine, press: Press) -> str:
    return press.say(N_("{day}: {title}"), day=press.formats.short_day(line.on), title=line.title)
