"""Who does what, by when: the grid of letters with its strip of dates, then the next ninety days to tick off."""

from collections.abc import Sequence
from datetime import date, timedelta

from reportlab.platypus import Flowable, PageBreak

from workbench.kam.horizon.views import HorizonItem
from workbench.kam.model import Letter
from workbench.kam.raci.views import RaciColumn, RaciRow, RaciView, Work
from workbench.kernel.words import N_
from workbench.papers.raci.views import RaciPaper
from workbench.report import charts, marks
from workbench.report.press import NAME_LINES, Press
from workbench.report.shapes import Box, Drawn, Label, Line, Shape, Shapes
from workbench.report.styles import (
    ACCENT,
    BLACK,
    CELL,
    CELL_GREY,
    CELL_MEDIUM,
    CELL_STRONG,
    CRITICAL,
    LABEL,
    PLANNED,
    RULE,
    SMALL,
    WARNING,
    WHITE,
)
from workbench.report.table import Band, Cell, Column, Look, Row

PITCH, SQUARE, WIDE = 8.0, 5.6, 7.4  # millimetres
WHAT, OWNER, DUE, GUTTERS, LEAST_STRIP = 66.0, 28.0, 26.0, 12.0, 34.0
DENSE = 1.0  # millimetres above and below the texts of a row
BEFORE, AFTER = 14, 91  # days that the strip shows around the day of the paper


def headline(paper: RaciPaper, press: Press) -> list[Flowable]:
    """What kind of page this is, and what the audit says."""
    kind = press.kicker(press.say(N_("RACI")))
    head = press.headline(press.say(N_("Who does what, by when")))
    if not paper.grid.rows:
        return [kind, head, press.missing(press.say(N_("No workstream was begun for this account yet.")))]
    first, *warnings = paper.warnings
    sound = marks.circle_alert() if paper.grid.faulty else marks.circle_check()
    said = [Cell(first, CELL_MEDIUM.inked(sound.ink), sound)]
    rows = [said, *([Cell(warning, CELL_MEDIUM.inked(WARNING), marks.triangle())] for warning in warnings)]
    return [kind, head, press.pairs((("", cell) for (cell,) in rows), 0.001, has_rules=False)]


def grid(view: RaciView, press: Press) -> list[Flowable]:
    """A row for each piece of work: one filled A, the other letters, who owns it, its dates, what is wrong with it."""
    if not view.rows:
        return []
    letters = PITCH * len(view.columns)
    strip = max(LEAST_STRIP, press.paper.text_width - GUTTERS - WHAT - OWNER - DUE - letters)
    columns = (
        Column(N_("What"), WHAT, most=NAME_LINES),
        Column(N_("Owner"), OWNER, CELL_GREY, most=2),
        Column("", letters, scale=_codes(view.columns)),
        Column(N_("Due"), DUE),
        Column("", strip, scale=_months(view.as_of, press)),
    )
    rows: list[Row] = [_row(row, view, press) for row in view.rows]
    rows.append(_totals(view, press))
    # above the grid, for below it the legend would go to a page of its own
    return [
        *_legend(press),
        press.gap(1),
        press.set_table(columns, rows, Look(press.say(N_("Who does what (continued)")), padding=DENSE)),
    ]


def _row(row: RaciRow, view: RaciView, press: Press) -> Row:
    is_stream = row.work is Work.WORKSTREAM
    wrong = press.say(row.faults[0].label) if row.faults else ""
    mark = marks.circle_alert() if wrong else marks.circle_check() if row.is_done else None
    under = press.say(N_("Problem: {problem}."), problem=wrong) if wrong else _share(row, press)
    due = press.due(row.due, view.as_of, is_open=not row.is_done)
    return [
        Cell(row.label, CELL_STRONG if is_stream else CELL, mark, under),
        press.formats.plain(row.owner),
        _letters(row, view.columns, press),
        due,
        Cell(drawn=_bar(row, view.as_of)),
    ]


def _share(row: RaciRow, press: Press) -> str:
    if row.progress is None:
        return ""
    return press.say(N_("{share} done"), share=press.formats.percent(row.progress))


def _letters(row: RaciRow, columns: Sequence[RaciColumn], press: Press) -> Cell:
    """The letters in their columns; a web page names the department with each, for whoever listens."""
    if press.is_web:
        held = ((column.code, row.letters[column.id].value) for column in columns if column.id in row.letters)
        return Cell(", ".join(f"{code} {letter}" for code, letter in held))
    shown = [row.letters.get(column.id) for column in columns]

    def drawn(width: float, height: float) -> Shapes:
        pitch = width / len(shown)
        found: list[Shape] = []
        for place, letter in enumerate(shown):
            if letter is not None:
                found += _letter(letter, (place + 0.5) * pitch, height / 2)
        return tuple(found)

    return Cell(drawn=drawn)


def _width(letter: Letter) -> float:
    return WIDE if letter is Letter.BOTH else SQUARE


def _letter(letter: Letter, x: float, y: float) -> list[Shape]:
    """White on a filled square, black in an outlined one, or plain."""
    half, width = SQUARE / 2, _width(letter)
    style = CELL_STRONG.inked(WHITE) if letter.accounts else CELL_STRONG
    text = Label(x, y - 2.1, letter.value, style if letter in FRAMED else CELL, "middle")
    if letter.accounts:
        return [Box(x - width / 2, y - half, width, SQUARE, fill=BLACK, radius=0.6), text]
    if letter is Letter.RESPONSIBLE:
        return [Box(x - half, y - half, SQUARE, SQUARE, fill=WHITE, ink=BLACK, weight=0.9, radius=0.6), text]
    return [text]


FRAMED = (Letter.ACCOUNTABLE, Letter.BOTH, Letter.RESPONSIBLE)


def _totals(view: RaciView, press: Press) -> Row:
    """How many A each column holds."""
    counts = [press.formats.number(view.accountable[column.id]) for column in view.columns]
    if press.is_web:
        pairs = ", ".join(f"{column.code} {count}" for column, count in zip(view.columns, counts, strict=True))
        return [Cell(press.say(N_("A per column")), CELL_GREY), "", pairs, "", ""]

    def drawn(width: float, height: float) -> Shapes:
        pitch = width / len(counts)
        places = enumerate(counts)
        return tuple(Label((n + 0.5) * pitch, height / 2 - 2.1, count, CELL_MEDIUM, "middle") for n, count in places)

    return [Cell(press.say(N_("A per column")), CELL_GREY), "", Cell(drawn=drawn), "", ""]


def _codes(columns: Sequence[RaciColumn]) -> Drawn:
    def drawn(width: float, height: float) -> Shapes:
        pitch = width / len(columns)
        return tuple(
            Label((n + 0.5) * pitch, height - 4.94, column.code, LABEL, "middle", pitch)
            for n, column in enumerate(columns)
        )

    return drawn


def _scale(today: date, width: float) -> charts.Scale:
    return charts.Scale(today - timedelta(BEFORE), today + timedelta(AFTER), width)


def _months(today: date, press: Press) -> Drawn:
    def drawn(width: float, height: float) -> Shapes:
        scale = _scale(today, width)
        names = [(day, press.formats.month(day)) for day in (scale.first, *charts.months(scale.first, scale.last))]
        return charts.scale_head(scale, names, height)

    return drawn


def _bar(row: RaciRow, today: date) -> Drawn:
    """A workstream is a bar, what it hands over a diamond; an action has both."""

    def drawn(width: float, height: float) -> Shapes:
        scale = _scale(today, width)
        behind = charts.grid(scale, charts.months(scale.first, scale.last), today, height)
        if row.due is None:
            return behind
        is_late = not row.is_done and row.due < today
        first = row.starts_on or (row.due if row.work is Work.DELIVERABLE else row.due - timedelta(7))
        if first > scale.last or row.due < scale.first:
            return behind
        if row.work is Work.DELIVERABLE:
            return (*behind, *charts.diamond_at(scale, row.due, height, is_done=row.is_done))
        return (*behind, *charts.bar(scale, charts.Span(first, row.due, is_late, first <= today), height))

    return drawn


def _legend(press: Press) -> list[Flowable]:
    letters = [
        (tuple(_letter(letter, _width(letter) / 2, 1.7)), _width(letter), press.say(letter.label)) for letter in Letter
    ]
    bars = [
        ((Box(0, 0.2, 8, 3, fill=ACCENT),), 8.0, press.say(N_("running"))),
        ((Box(0, 0.2, 8, 3, fill=PLANNED, ink=RULE, weight=0.5),), 8.0, press.say(N_("planned"))),
        ((Box(0, 0.2, 8, 3, fill=WHITE, ink=BLACK, weight=0.6, hatch=0.9),), 8.0, press.say(N_("late"))),
        (marks.diamond().shapes, 3.6, press.say(N_("due"))),
        ((Line(((1, -0.4), (1, 3.8)), BLACK, 0.9, (1, 0.8)),), 2.0, press.say(N_("today"))),
    ]
    return [press.legend(letters), press.legend(bars)]


def horizon(paper: RaciPaper, press: Press) -> list[Flowable]:
    """The open actions of the next ninety days, each with a box to tick."""
    if not paper.items:
        return []
    late = sum(item.is_late for item in paper.items)
    message = press.words.many(
        "{n} open action, {late} late", "{n} open actions, {late} late", len(paper.items), late=late
    )
    columns = (
        Column("", 5),
        Column(N_("Obj."), 7, CELL_STRONG, most=1),
        Column(N_("Action"), 90, most=NAME_LINES),
        Column(N_("Owner"), 27, CELL_GREY, most=2),
        Column(N_("Dept."), 11, CELL_MEDIUM, most=1),
        Column(N_("Due"), 33),
        Column(N_("Slip"), 12),
        Column(N_("Workstream"), 76, SMALL, most=2),
    )
    return [
        PageBreak(),
        press.kicker(press.say(N_("Next ninety days"))),
        press.headline(message),
        press.set_table(
            columns, _items(paper, press), Look(press.say(N_("Next ninety days (continued)")), padding=DENSE)
        ),
    ]


def _items(paper: RaciPaper, press: Press) -> list[Row]:
    """What is late first, then each part of the horizon under its name."""
    late = tuple(item for item in paper.items if item.is_late)
    groups: dict[str, list[HorizonItem]] = {press.say(N_("Late")): list(late)}
    for item in paper.items:
        if not item.is_late:
            groups.setdefault(press.say(item.bucket.label), []).append(item)
    rows: list[Row] = []
    for name, items in groups.items():
        if items:
            rows.append(Band(f"{name} · {press.formats.number(len(items))}"))
            rows += [_item(item, paper.as_of, press) for item in items]
    return rows


def _item(item: HorizonItem, today: date, press: Press) -> Row:
    sign = "+" if item.slip > 0 else "−"
    slip = press.say(N_("{sign}{n} d"), sign=sign, n=press.formats.number(abs(item.slip))) if item.slip else ""
    return [
        Cell(mark=marks.tick_box()),
        item.objective or "",
        Cell(item.title, under=press.say(N_("Blocked")) if item.is_blocked else ""),
        press.formats.plain(item.owner),
        item.code or "",
        press.due(item.due, today),
        Cell(slip, CELL_STRONG.inked(CRITICAL) if item.slip > 0 else SMALL),
        item.stream or "",
    ]
