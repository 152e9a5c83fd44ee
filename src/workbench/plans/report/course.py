"""Where the account shall go: objectives, the SWOT they stand on, and what may go wrong."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from workbench.kernel.words import N_
from workbench.plans.views import ObjectiveLine, PlanView, RiskLine
from workbench.report import charts
from workbench.report.press import NAME_LINES, Press
from workbench.report.shapes import Drawn, moved
from workbench.report.styles import BODY, CELL, CELL_GREY, CELL_MEDIUM, CELL_STRONG, SMALL
from workbench.report.table import Cell, Column, Row

SHORT = 14  # letters of a figure that is not broken
SHOWN, LINES = 5, 3  # points in a box of the SWOT, lines of a point


def objectives(plan: PlanView, press: Press) -> list[Flowable]:
    """What we want to reach: measure, baseline, now, target, by when, by whom, and why it matters to the client."""
    reached = sum(objective.status.value in ("on_track", "reached") for objective in plan.objectives)
    message = press.words.many(
        "{n} objective, {good} on track", "{n} objectives, {good} on track", len(plan.objectives), good=reached
    )
    if not plan.objectives:
        missing = press.say(N_("No objectives are set yet: at most five, each with one measure, a date and an owner."))
        return [press.headline(press.say(N_("Our objectives"))), press.missing(missing)]
    columns = (
        Column("", 8, CELL_STRONG, most=1),
        Column(N_("Objective"), 54, CELL_STRONG, most=NAME_LINES),
        Column(N_("Owner"), 22, CELL, most=3),
        Column(N_("From → now → target"), 36, CELL, most=6),
        Column(N_("By"), 23, CELL),
        Column(N_("Status"), 27, CELL),
    )
    rows = [_objective(objective, press) for objective in plan.objectives]
    return [press.headline(message), press.table(columns, rows, press.say(N_("Objectives"))), *_reasons(plan, press)]


def _objective(objective: ObjectiveLine, press: Press) -> Row:
    plain = press.formats.plain
    figures = (plain(figure) for figure in (objective.baseline, objective.now, objective.target))
    way = " → ".join(figure.replace(" ", "\u00a0") if len(figure) <= SHORT else figure for figure in figures)
    return [
        objective.code,
        Cell(objective.title, under=objective.measure or ""),
        plain(objective.owner),
        Cell(way, drawn=_bar_below(objective)),
        press.day(objective.by),
        replace(press.status(objective.status), under=_work(objective, press)),
    ]


def _work(objective: ObjectiveLine, press: Press) -> str:
    """How much of the work is done, where there is any."""
    if objective.work is None:
        return ""
    return press.say(N_("{share} of the work done"), share=press.formats.percent(objective.work))


def _bar_below(objective: ObjectiveLine) -> Drawn | None:
    share = objective.progress
    if share is None:
        return None
    return lambda width, height: moved(charts.bullet(share, width - 4), 0, height - 5.4)


def _reasons(plan: PlanView, press: Press) -> list[Flowable]:
    rows: list[Row] = []
    for objective in plan.objectives:
        if objective.why:
            rows.append([objective.code, Cell(press.say(N_("Why it matters to the client")), CELL_GREY), objective.why])
        if objective.note:
            rows.append([objective.code, Cell(press.say(N_("Internal note")), CELL_GREY), objective.note])
    if not rows:
        return []
    title = press.say(N_("Why these objectives"))
    columns = (Column("", 8, CELL_STRONG, most=1), Column("", 40), Column("", 122))
    return press.titled(title, columns, rows)


def swot(plan: PlanView, press: Press) -> list[Flowable]:
    """Four boxes; what does not fit into them follows in full."""
    headline = press.headline(press.say(N_("What we can build on, and what stands in the way")))
    if not plan.swot:
        return [
            headline,
            press.missing(press.say(N_("No strengths, weaknesses, opportunities or threats are written down yet."))),
        ]
    side = (press.paper.text_width - 4) / 2 - 10
    quadrants = []
    for title, hint, points in _fields(plan):
        texts = [press.lines(point, BODY, side, LINES) for point in points[:SHOWN]] or [(press.say(N_("nothing yet")),)]
        quadrants.append(charts.Quadrant(press.say(title), press.say(hint), tuple(texts)))
    shapes, height = charts.two_by_two(quadrants, press.paper.text_width)
    return [headline, press.picture(shapes, height), *_in_full(plan, press, side)]


def _fields(plan: PlanView) -> tuple[tuple[str, str, Sequence[str]], ...]:
    return (
        (N_("Strengths"), N_("internal · keep"), plan.swot.strengths),
        (N_("Weaknesses"), N_("internal · mend"), plan.swot.weaknesses),
        (N_("Opportunities"), N_("external · win"), plan.swot.opportunities),
        (N_("Threats"), N_("external · guard"), plan.swot.threats),
    )


def _in_full(plan: PlanView, press: Press, side: float) -> list[Flowable]:
    rows: list[Row] = []
    for title, _, points in _fields(plan):
        left_out = [
            point
            for place, point in enumerate(points)
            if place >= SHOWN or len(press.lines(point, BODY, side, LINES + 1)) > LINES
        ]
        rows += [[press.say(title), point] for point in left_out]
    if not rows:
        return []
    heading = press.say(N_("In full"))
    return [press.heading(heading), press.table((Column("", 34, CELL_MEDIUM), Column("", 136)), rows, heading)]


def risks(plan: PlanView, press: Press) -> list[Flowable]:
    """The grid of probability and impact, and the register with what we do about each."""
    if not plan.risks:
        missing = press.say(N_("No risks are written down yet: what would cost us this account?"))
        return [press.headline(press.say(N_("What may go wrong"))), press.missing(missing)]
    grave = sum(risk.weight >= 15 for risk in plan.risks)  # the hatched corner of the grid
    message = press.words.many(
        "{n} risk, {grave} of them grave", "{n} risks, {grave} of them grave", len(plan.risks), grave=grave
    )
    return [press.headline(message), *_grid(plan, press), *_register(plan, press)]


def _grid(plan: PlanView, press: Press) -> list[Flowable]:
    placed = [
        charts.Exposure(number, risk.probability, risk.impact)
        for number, risk in enumerate(plan.risks, 1)
        if risk.probability and risk.impact
    ]
    shapes, width, height = charts.risk_grid(placed, press.say(N_("Impact →")), press.say(N_("Probability ↑")))
    stake = press.formats.compact_money(sum(risk.at_stake or 0 for risk in plan.risks) or None, plan.profile.currency)
    reading = N_("Numbers are those of the list below. The darker a field, the sooner it needs an answer.")
    beside = [
        press.prose(press.say(N_("How to read it")), CELL_STRONG),
        press.prose(press.say(reading), CELL),
        press.gap(3),
        press.figures([(press.say(N_("At stake")), stake, "")]),
        *_unrated(plan, press),
    ]
    left = [press.picture(shapes, height, width)]
    return [press.beside(left, beside, weights=(70, 92)), press.gap(2)]


def _unrated(plan: PlanView, press: Press) -> list[Flowable]:
    count = sum(risk.weight == 0 for risk in plan.risks)
    text = press.words.many("{n} risk is not rated yet.", "{n} risks are not rated yet.", count)
    return [press.gap(2), press.missing(text)] if count else []


def _register(plan: PlanView, press: Press) -> list[Flowable]:
    columns = (
        Column("", 6, CELL_STRONG),
        Column(N_("Risk"), 46, CELL_STRONG, most=NAME_LINES),
        Column(N_("P × I"), 19, CELL),
        Column(N_("At stake"), 24, CELL, align="right"),
        Column(N_("What we do"), 47),
        Column(N_("Owner"), 21, CELL, most=3),
        Column(N_("Due"), 25, CELL),
    )
    rows = [_risk(number, risk, plan, press) for number, risk in enumerate(plan.risks, 1)]
    return [press.table(columns, rows, press.say(N_("Risks")))]


def _risk(number: int, risk: RiskLine, plan: PlanView, press: Press) -> Row:
    sign = press.say(N_("Early sign: {sign}"), sign=risk.trigger) if risk.trigger else ""
    return [
        str(number),
        Cell(risk.title, under=risk.effect or ""),
        f"{risk.probability}\u00a0×\u00a0{risk.impact}\u00a0= {risk.weight}" if risk.weight else Cell("?", SMALL),
        press.formats.money(risk.at_stake, plan.profile.currency),
        Cell(press.formats.plain(risk.response), under=sign),
        press.formats.plain(risk.owner),
        press.due(risk.due, plan.as_of),
    ]
