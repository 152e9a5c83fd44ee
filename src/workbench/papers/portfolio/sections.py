"""The portfolio overview: the matrix with its table, the rhythm with the renewals, and what is open."""

from datetime import date, timedelta
from functools import partial
from itertools import zip_longest

from reportlab.platypus import Flowable, PageBreak

from workbench.kernel.words import N_
from workbench.papers.portfolio.views import AccountRow, PortfolioView, Promise, Side
from workbench.papers.promises import left_out
from workbench.portfolio.model import Light
from workbench.report import charts, marks
from workbench.report.bubbles import Bubble
from workbench.report.matrix import matrix
from workbench.report.press import Press
from workbench.report.shapes import Box, Circle, Drawn, Label, Polygon, Shape, Shapes
from workbench.report.styles import (
    BLACK,
    CELL,
    CELL_GREY,
    CELL_MEDIUM,
    CELL_STRONG,
    CRITICAL,
    FOOT_STRONG,
    GOOD,
    SMALL,
    WARNING,
    WHITE,
)
from workbench.report.table import Cell, Column, Look, Row

SHOWN = 25  # accounts of a page
TABLE, TALL, GUTTER = 146.0, 102.0, 4.0  # millimetres of the table and the matrix
BACK, AHEAD = 92, 274  # days of the strip
TIGHT = 0.55  # millimetres around a line: 25 of them fill a page
LIGHTS = {
    Light.GREEN: (N_("G"), GOOD),
    Light.AMBER: (N_("A"), WARNING),
    Light.RED: (N_("R"), CRITICAL),
}
STANDING = (
    Column(N_("#"), 4.5, CELL_STRONG, "right"),
    Column(N_("Account"), 28, SMALL.inked(BLACK), most=1),
    Column(N_("Class"), 14.5, SMALL, most=1),
    Column(N_("↑"), 6, align="right"),
    Column(N_("→"), 6, align="right"),
    Column(N_("Revenue"), 14.2, align="right", most=1),
    Column(N_("Strategy"), 24.5, SMALL, most=1),
    Column(N_("Score"), 8.8, align="right"),
    Column(N_("Health"), 13.4, align="right"),
)


def standing(view: PortfolioView, press: Press) -> list[Flowable]:
    """Left the matrix, right every account with the same numbers."""
    ours = [row for row in view.rows if row.is_known and row.spot]
    message = press.words.many(
        "{n} account, {placed} of them rated", "{n} accounts, {placed} of them rated", len(view.rows), placed=len(ours)
    )
    head: list[Flowable] = [press.kicker(press.say(N_("Portfolio overview"))), press.headline(message)]
    if not view.rows:
        return [*head, press.missing(press.say(N_("There are no accounts yet.")))]
    picture = [_matrix(view, press), press.prose(press.say(LEGEND), SMALL), press.prose(_mean(view, press), SMALL)]
    table = press.set_table(STANDING, [_standing(row, press) for row in view.rows[:SHOWN]], Look(padding=TIGHT))
    rest = [_standing(row, press) for row in view.rows[SHOWN:]]
    weights = (_left(press), press.paper.text_width - _left(press) - GUTTER)
    following: list[Flowable] = []
    if rest:
        title = press.say(N_("The other accounts"))
        following = [PageBreak(), press.heading(title), press.set_table(STANDING, rest, Look(title, padding=TIGHT))]
    return [*head, press.beside(picture, [table], weights=weights, gutter=GUTTER), *following]


def _left(press: Press) -> float:
    """The room of the matrix: what the table leaves, so that no column is cut on the narrower sheet."""
    return press.paper.text_width - TABLE - GUTTER


def _mean(view: PortfolioView, press: Press) -> str:
    """What a health score is the mean of (ME20)."""
    parts = [
        press.say(N_("{weight} × {part}"), weight=press.formats.number(weight), part=press.say(part.label).lower())
        for part, weight in view.parts
        if weight
    ]
    known = N_("Health score: the mean of {parts}, each from 0 to 100; what is not known is left out.")
    return press.say(known, parts=", ".join(parts))


def _matrix(view: PortfolioView, press: Press) -> Flowable:
    placed = [(row, row.spot) for row in view.rows if row.spot is not None]
    bubbles = [
        Bubble(row.number, *spot, row.revenue, row.before, row.is_known, row.potential, row.aim) for row, spot in placed
    ]
    fields = [
        [(press.say(name.label) if name else "", is_tinted) for name, is_tinted in names] for names in view.fields
    ]
    across, up = press.say(view.across.label).lower(), press.say(view.upwards.label).lower()
    axes = press.say(N_("→ {axis}"), axis=across), press.say(N_("↑ {axis}"), axis=up)
    return press.picture(matrix(bubbles, fields, axes, (_left(press), TALL)), TALL + 2, _left(press))


def _standing(row: AccountRow, press: Press) -> Row:
    number = press.formats.number
    proposed = press.say(N_("{tier} → {proposed}?"), tier=press.say(row.tier.label), proposed=_tier(row, press))
    style = CELL if row.is_known else CELL_GREY
    return [
        number(row.number),
        row.name,
        proposed if row.proposed else press.say(row.tier.label),
        Cell(press.formats.number(row.up), style),
        Cell(press.formats.number(row.across), style),
        press.formats.compact_money(row.revenue, row.currency).replace(" ", "\u00a0"),
        press.say(row.strategy.label) if row.strategy else "–" if row.is_known else press.say(N_("insufficient data")),
        number(row.score),
        _health(row, press),
    ]


def _tier(row: AccountRow, press: Press) -> str:
    return press.say(row.proposed.label) if row.proposed else ""


def _health(row: AccountRow, press: Press) -> Cell:
    """The number with its letter; with a star what somebody judged, which counts, behind a stroke if it differs."""
    counts = row.judged or row.light
    if counts is None:
        return Cell("–", CELL_GREY)
    letters = [press.say(LIGHTS[one][0]) if one else "–" for one in (row.light, row.judged)]
    judged = press.say(N_("{letter}*"), letter=letters[1])
    letter = judged if row.judged is row.light else letters[0]
    said = press.say(N_("{n} {letter}"), n=row.health, letter=letter) if row.light else letter
    if row.judged and row.judged is not row.light:
        said = press.say(N_("{counted} / {judged}"), counted=said, judged=judged)
    return Cell(said, CELL_MEDIUM.inked(LIGHTS[counts][1]))


def rhythm(view: PortfolioView, press: Press) -> list[Flowable]:
    """When everybody was met, when the next contact is due, and when contracts renew, on one strip of twelve months."""
    silent = sum(_is_silent(row, view.as_of) for row in view.rows)
    message = press.words.many("{n} account out of rhythm", "{n} accounts out of rhythm", silent)
    rows = sorted(view.rows, key=lambda row: (_soonest(row), row.number))[:SHOWN]
    columns = (
        Column(N_("#"), WIDTHS[0], CELL_STRONG, "right"),
        Column(N_("Account"), WIDTHS[1], most=1),
        Column(N_("Last contact"), WIDTHS[2], most=1),
        Column(N_("Rhythm"), WIDTHS[3], align="right"),
        Column(N_("Next contact"), WIDTHS[4], most=1),
        Column("", STRIP, scale=_scale_head(view.as_of, press)),
    )
    table = press.set_table(columns, [_rhythm(row, view.as_of, press) for row in rows], Look(padding=TIGHT))
    legend: list[tuple[Shapes, float, str]] = [
        ((Circle(1.8, 1.8, 1.2, fill=WHITE, ink=BLACK, weight=0.8),), 3.6, press.say(N_("last contact"))),
        ((Polygon(((0.4, 0.8), (3.2, 0.8), (1.8, 3.2)), fill=BLACK),), 3.6, press.say(N_("next contact"))),
        ((Box(0, 0.6, 6, 2.4, fill=WHITE, ink=BLACK, weight=0.5, hatch=0.9),), 6.0, press.say(N_("overdue"))),
        ((_diamond(1.8, 1.8),), 3.6, press.say(N_("renewal"))),
    ]
    return [
        press.kicker(press.say(N_("Rhythm and renewals"))),
        press.headline(message),
        table,
        *left_out(len(view.rows) - len(rows), press),
        press.legend(legend),
    ]


def _is_silent(row: AccountRow, today: date) -> bool:
    if row.rhythm_days is None:
        return False
    return row.next_contact is None or row.next_contact < today


def _soonest(row: AccountRow) -> date:
    return min((day for day in (row.next_contact, row.renewal) if day), default=date.max)


def _scale_head(today: date, press: Press) -> Drawn:
    def drawn(width: float, height: float) -> Shapes:
        scale = charts.Scale(today - timedelta(BACK), today + timedelta(AHEAD), width)
        names = [(day, press.formats.month(day)) for day in charts.months(scale.first, scale.last)]
        return charts.scale_head(scale, names, height)

    return drawn


def _rhythm(row: AccountRow, today: date, press: Press) -> Row:
    days = press.formats.number(row.rhythm_days) if row.rhythm_days else "–"
    silent = Cell(press.day(row.next_contact), CELL_STRONG.inked(CRITICAL), marks.circle_alert())
    return [
        press.formats.number(row.number),
        row.name,
        press.day(row.last_contact),
        press.say(N_("{n} d"), n=days) if row.rhythm_days else Cell("–", CELL_GREY),
        silent if _is_silent(row, today) else Cell(press.day(row.next_contact)),
        Cell(drawn=_strip(row, today, press)),
    ]


def _strip(row: AccountRow, today: date, press: Press) -> Drawn:
    def drawn(width: float, height: float) -> Shapes:
        scale = charts.Scale(today - timedelta(BACK), today + timedelta(AHEAD), width)
        shapes: list[Shape] = [*charts.grid(scale, charts.months(scale.first, scale.last), today, height)]
        middle = height / 2
        if _is_silent(row, today) and row.next_contact:
            left, right = scale.at(row.next_contact), scale.at(today)
            shapes.append(
                Box(left, middle - 1.2, max(right - left, 1), 2.4, fill=WHITE, ink=BLACK, weight=0.5, hatch=0.9)
            )
        if row.last_contact and row.last_contact >= scale.first:
            shapes.append(Circle(scale.at(row.last_contact), middle, 1.2, fill=WHITE, ink=BLACK, weight=0.8))
        if row.next_contact and today <= row.next_contact <= scale.last:
            x = scale.at(row.next_contact)
            shapes.append(Polygon(((x - 1.4, middle - 1), (x + 1.4, middle - 1), (x, middle + 1.4)), fill=BLACK))
        return (*shapes, *_renewal(row, scale, middle, press))

    return drawn


def _renewal(row: AccountRow, scale: charts.Scale, middle: float, press: Press) -> Shapes:
    if row.renewal is None or not scale.first <= row.renewal <= scale.last:
        return ()
    x, text = scale.at(row.renewal), press.formats.short_day(row.renewal)
    is_late = x > scale.width - 16
    label = Label(x - 2.4 if is_late else x + 2.4, middle - 1.6, text, FOOT_STRONG, "right" if is_late else "left", 16)
    return _diamond(x, middle), label


def _diamond(x: float, y: float) -> Polygon:
    size = 1.7
    return Polygon(((x, y - size), (x + size, y), (x, y + size), (x - size, y)), fill=BLACK, ink=WHITE, weight=0.5)


def promises(view: PortfolioView, press: Press) -> list[Flowable]:
    """What both sides owe, account by account: how much, and what comes first, as far as a page has room."""
    ours, late = sum(row.we.open for row in view.rows), sum(row.we.late for row in view.rows)
    message = press.words.many("We owe {n} promise, {late} late", "We owe {n} promises, {late} late", ours, late=late)
    owing = [row for row in view.rows if row.we.open or row.they.open]
    owing.sort(key=lambda row: (-row.we.late, row.we.due or date.max, row.number))
    columns = (
        Column(N_("#"), 7, CELL_STRONG, "right"),
        Column(N_("Account"), 43, most=1),
        Column(N_("We owe"), 24, SMALL, most=1),
        Column(N_("What"), 64, most=1),
        Column(N_("Due"), 19, most=1),
        Column(N_("They owe"), 22, SMALL, most=1),
        Column(N_("What"), 58, most=1),
        Column(N_("Due"), 19, most=1),
    )
    head: list[Flowable] = [press.kicker(press.say(N_("Open promises"))), press.headline(message)]
    if not owing:
        return [*head, press.prose(press.say(N_("Nothing is open.")), CELL_GREY)]

    def of_each(most: int) -> list[Flowable]:
        rows = [line for row in owing[:SHOWN] for line in _promises(row, view.as_of, press, most)]
        table = press.set_table(columns, rows, Look(padding=TIGHT))
        return [*head, table, *left_out(len(owing) - len(owing[:SHOWN]), press)]

    # as many of each account as fit on the page
    return press.first_fitting([partial(of_each, most) for most in range(MOST, 0, -1)])


def _promises(row: AccountRow, today: date, press: Press, most: int) -> list[Row]:
    """The first promises of both sides, side by side; how many there are stands beside the first."""
    sides = (row.we, row.they)
    pairs = list(zip_longest(*(side.promises[:most] for side in sides)))
    first = [press.formats.number(row.number), row.name]
    counts = [_counted(side, press) for side in sides]
    rows: list[Row] = []
    for place, (ours, theirs) in enumerate(pairs):
        said = counts if place == 0 else [Cell(""), Cell("")]
        cells = [[said[n], *_told(one, today, press)] for n, one in enumerate((ours, theirs))]
        rows.append([*(first if place == 0 else ("", "")), *cells[0], *cells[1]])
    return rows


def _counted(side: Side, press: Press) -> Cell:
    if not side.open:
        return Cell("–")
    if side.late:
        return Cell(press.say(N_("{open}, {n} late"), open=press.formats.number(side.open), n=side.late))
    return Cell(press.words.many("{n} open", "{n} open", side.open))


def _told(promise: Promise | None, today: date, press: Press) -> tuple[Cell, Cell]:
    if promise is None:
        return Cell(""), Cell("")
    due = promise.due
    # the year only where it is not this one
    said = press.formats.short_day(due).replace(" ", "\u00a0") if due and due.year == today.year else press.day(due)
    if due is not None and due < today:
        return Cell(promise.title), Cell(said, CELL_STRONG.inked(CRITICAL), marks.circle_alert())
    return Cell(promise.title), Cell(said, CELL if due else CELL_GREY)


MOST = 5  # promises of each side and account
WIDTHS, STRIP = (7, 48, 23, 14, 26), 133
LEGEND = N_(
    "Area: revenue of the last four quarters. Ring: potential. Arrow: from last year's place. Dotted: to the target."
    " Dashed: insufficient data. Our position is ours against the best rival, with parity in the middle. Health: G"
    " green from 70, A amber from 40, R red; with * what a person judged, which counts."
)
