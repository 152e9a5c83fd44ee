"""The parts of a benefit scorecard (ME30)."""

from reportlab.platypus import Flowable

from workbench.kam.benefits.views import START, Benefit, Scorecard, Way, kept
from workbench.kernel.words import N_
from workbench.report.press import Press
from workbench.report.shapes import Box, Line, Shapes
from workbench.report.styles import ACCENT, BLACK, CELL, CELL_GREY, CELL_STRONG, MIDDLE, RULE, SMALL, WHITE
from workbench.report.table import Cell, Column, Look, Row

LEAST_SCALE = 150.0
COLUMNS = (
    Column("", 56, CELL_STRONG),
    Column(N_("Year by year"), 48, CELL_GREY),
    Column(N_("Against the first year (100)"), 42),
    Column(N_("Now"), 24, CELL_STRONG, align="right"),
)


def front(card: Scorecard, press: Press) -> list[Flowable]:
    """How many advantages are better than they were, and how to read the page."""
    message = press.words.many(
        "{better} of {n} measured advantage stands above its start",
        "{better} of {n} measured advantages stand above their start",
        len(card.measured),
        better=len(card.better),
    )
    if not card.measured:
        message = press.say(N_("No advantage is measured yet"))
    reading = N_("Bar: the last year. Thin line below it: the year before. Upright line: the first year, which is 100.")
    return [
        press.kicker(press.say(N_("Benefits of key account management"))),
        press.headline(message),
        press.prose(press.say(reading), CELL),
    ]


def benefits(card: Scorecard, press: Press) -> list[Flowable]:
    """The six advantages, a line each."""
    scale = max(
        [LEAST_SCALE, *(index for one in card.benefits for year in one.years if (index := one.index(year)) is not None)]
    )
    rows = [_row(one, scale, press) for one in card.benefits]
    return [press.gap(3), press.set_table(COLUMNS, rows, Look(padding=2.4))]


def _row(one: Benefit, scale: float, press: Press) -> Row:
    named = one.indicator if one.is_typed else press.say(one.indicator)
    return [
        Cell(press.say(one.advantage.label), under=press.shortened(named, 90)),
        Cell(_years(one, press), under=_made(one, press)),
        Cell(drawn=lambda width, height: _bar(one, scale, width - 2, height)),
        _now(one, press),
    ]


def _years(one: Benefit, press: Press) -> str:
    formats = press.formats
    said = [
        press.say(N_("{year}: {value}"), year=year, value=formats.number(round(one.value(year) or 0, 1)))
        for year in one.years
    ]
    # a year stays with its number
    return " · ".join(text.replace(" ", "\u00a0") for text in said) or press.say(N_("not measured"))


def _made(one: Benefit, press: Press) -> str:
    """What the last number was made of."""
    if one.is_typed or not one.years:
        return ""
    facts = one.behind(one.years[-1])
    if one.way is Way.PART:
        return press.words.many("{kept} of {n} in time", "{kept} of {n} in time", len(facts), kept=kept(facts))
    return press.words.many("of {n} record", "of {n} records", len(facts))


def _now(one: Benefit, press: Press) -> Cell:
    if one.latest is None:
        return Cell("–", CELL_GREY)
    index = press.formats.number(round(one.latest))
    if one.change is None:
        return Cell(index, CELL_STRONG)
    sign = "+" if one.change > 0 else "−" if one.change < 0 else "±"
    points = press.formats.number(abs(round(one.change)))
    return Cell(index, CELL_STRONG, under=press.say(N_("{change} in a year"), change=f"{sign}{points}"))


def _bar(one: Benefit, scale: float, width: float, height: float) -> Shapes:
    """A bar that can be read in grey: filled to the last year, a line for the year before, a tick at the start."""
    top, high = height / 2 - 2.2, 3.2
    at = width * START / scale
    shapes: list[Box | Line] = [Box(0, top, width, high, fill=WHITE, ink=RULE, weight=0.5)]
    if one.latest is not None:
        shapes.append(Box(0, top, width * one.latest / scale, high, fill=ACCENT))
    before = one.index(one.years[-2]) if len(one.years) > 1 else None
    if before is not None:
        shapes.append(Box(0, top + high + 0.6, width * before / scale, 0.9, fill=MIDDLE))
    return (*shapes, Line(((at, top - 1.2), (at, top + high + 1.8)), BLACK, 1.0))


def sources(card: Scorecard, press: Press) -> list[Flowable]:
    """Where the numbers come from."""
    typed = sum(one.is_typed for one in card.benefits)
    text = press.words.many(
        "{n} number was typed by the account team; the others are counted from its records.",
        "{n} numbers were typed by the account team; the others are counted from its records.",
        typed,
    )
    return [press.prose(text, SMALL)]
