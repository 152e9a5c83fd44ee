"""The front of a plan: its cover and the plan on one page."""

from collections.abc import Sequence
from functools import partial

from reportlab.platypus import Flowable

from workbench.kernel.words import N_
from workbench.plans.views import MeetingLine, ObjectiveLine, PlanView, RiskLine
from workbench.report import marks
from workbench.report.press import Press
from workbench.report.shapes import Line, Shapes, rectangle
from workbench.report.styles import (
    ACCENT,
    CELL,
    CELL_MEDIUM,
    CELL_STRONG,
    COVER,
    COVER_CLIENT,
    COVER_LINE,
    CRITICAL,
    NEUTRAL,
    SMALL,
    STRONG,
    WARNING,
)
from workbench.report.table import Cell, Column, Look, Row

KICKER_HEIGHT = 6  # millimetres that the name of the section takes
HEAVY, GRAVE = 8, 15  # probability times impact


def cover(plan: PlanView, press: Press) -> list[Flowable]:
    """Whose plan it is, for what time, in which version, and who may see it: on one page."""
    airs = ((38, 4, 160), (20, 4, 160), (8, 3, 80), (2, 2, 40))
    return press.first_fitting(partial(_cover, plan, press, *air) for air in airs)


def _cover(plan: PlanView, press: Press, air: float, lines: int, letters: int) -> list[Flowable]:
    paper = press.paper
    bar = (rectangle(-paper.left, -paper.top, paper.width, 6, ACCENT),)
    stroke: Shapes = (Line(((0, 3), (48, 3)), ACCENT, 2),)
    top = [
        press.picture(bar, 0),
        press.gap(8),
        press.prose(plan.company or " ", COVER_LINE, 2),
        press.gap(air),
        press.prose(press.say(N_("Strategic account plan")), COVER),
        press.prose(plan.account, COVER_CLIENT, lines),
        press.picture(stroke, 9),
        press.prose(_period_line(plan, press), COVER_LINE, 3),
    ]
    pairs = [(label, press.shortened(text, letters)) for label, text in _cover_pairs(plan, press)]
    return press.spread(top, [press.pairs(pairs, 0.28), press.gap(8), *_classified(press)])


def _period_line(plan: PlanView, press: Press) -> str:
    days = press.formats.day
    if plan.next_review_on is None:
        return press.say(N_("Period {first} – {last}"), first=days(plan.starts_on), last=days(plan.ends_on))
    return press.say(
        N_("Period {first} – {last} · Next review {review}"),
        first=days(plan.starts_on),
        last=days(plan.ends_on),
        review=days(plan.next_review_on),
    )


def _cover_pairs(plan: PlanView, press: Press) -> list[tuple[str, str]]:
    say, formats = press.say, press.formats
    members = ", ".join(member.name for member in plan.team[:8])
    return [
        (say(N_("Plan")), plan.title),
        (say(N_("Key account manager")), formats.plain(plan.owner)),
        (say(N_("Executive sponsor")), formats.plain(plan.sponsor)),
        (say(N_("Account team")), formats.plain(members)),
        (say(N_("Version")), f"{formats.plain(plan.version)} · {formats.choice(plan.status)}"),
        (say(N_("As of")), formats.day(plan.as_of)),
    ]


def _classified(press: Press) -> list[Flowable]:
    title = Cell(
        press.say(N_("INTERNAL EDITION")),
        STRONG,
        under=press.say(N_("Contains personal assessments and price strategy. Not for the client. Shred after use.")),
    )
    row = [Cell(mark=marks.lock()), title]
    table = press.set_table((Column("", 8), Column("", 152)), [row], Look(padding=0.4, has_rules=False))
    return [press.framed([table])]


def on_one_page(plan: PlanView, press: Press) -> list[Flowable]:
    """The plan on a page: figures, where we stand, what we want, what may go wrong, what comes next."""
    budgets = ((14, 5, 3), (9, 5, 2), (5, 4, 2), (3, 3, 1), (2, 2, 1))
    return press.first_fitting((partial(_one_page, plan, press, *budget) for budget in budgets), KICKER_HEIGHT)


def _one_page(plan: PlanView, press: Press, lines: int, rows: int, points: int) -> list[Flowable]:
    mission = [press.boxed(press.say(N_("Our mission for this account")), plan.mission, 3)] if plan.mission else []
    return [
        press.headline(press.say(N_("The account on one page"))),
        press.figures(_key_figures(plan, press)),
        press.rule(),
        *mission,
        press.beside(_standing(plan, press, lines), _asks(plan, press, rows), weights=(60, 40)),
        *_objectives(plan.objectives, press, rows),
        press.beside(
            _top_risks(plan.risks, press, points),
            _chances(plan, press, points),
            _dates(plan, press),
            weights=(1, 1, 1),
        ),
    ]


def _key_figures(plan: PlanView, press: Press) -> list[tuple[str, str, str]]:
    say, many, formats, profile = press.say, press.words.many, press.formats, plan.profile
    late = sum(action.is_late(plan.as_of) for action in plan.actions)
    money = formats.compact_money
    figures = (
        (N_("Invoiced per year"), money(profile.invoiced, profile.currency), formats.choice(profile.tier)),
        (N_("Their revenue"), money(profile.revenue, profile.currency), formats.plain(profile.sector)),
        (N_("Health"), formats.choice(profile.health), profile.health_reason or ""),
        (N_("Renewal"), formats.day(profile.renewal_on), _until(plan, press)),
        (N_("Open actions"), formats.number(len(plan.actions)), many("{n} late", "{n} late", late)),
    )
    return [(say(label), figure, note) for label, figure, note in figures]


def _until(plan: PlanView, press: Press) -> str:
    if plan.profile.renewal_on is None:
        return ""
    days = (plan.profile.renewal_on - plan.as_of).days
    if days < 0:
        return press.words.many("{n} day ago", "{n} days ago", -days)
    return press.words.many("in {n} day", "in {n} days", days)


def _standing(plan: PlanView, press: Press, lines: int) -> list[Flowable]:
    heading = press.heading(press.say(N_("Where we stand")))
    if not plan.summary:
        return [heading, press.missing(press.say(N_("Not written yet: two or three sentences on where we stand.")))]
    return [heading, press.prose(plan.summary, most=lines)]


def _asks(plan: PlanView, press: Press, rows: int) -> list[Flowable]:
    heading = press.heading(press.say(N_("What we ask the board")))
    if not plan.asks:
        return [heading, press.missing(press.say(N_("No requests are written down.")))]
    return [heading, press.ticks(plan.asks[:rows], CELL, most=3)]


def _objectives(objectives: Sequence[ObjectiveLine], press: Press, rows: int) -> list[Flowable]:
    heading = press.heading(press.say(N_("Objectives")))
    if not objectives:
        return [heading, press.missing(press.say(N_("No objectives are set yet.")))]
    columns = (
        Column("", 8, CELL_STRONG, most=1),
        Column(N_("Objective"), 66, CELL, most=2),
        Column(N_("Owner"), 26, CELL, most=2),
        Column(N_("Now"), 18, CELL, most=2),
        Column(N_("Target"), 18, CELL, most=2),
        Column(N_("Progress"), 20),
        Column(N_("Status"), 27, CELL, most=2),
    )
    lines: list[Row] = [
        [
            objective.code,
            objective.title,
            press.formats.plain(objective.owner),
            press.formats.plain(objective.now),
            press.formats.plain(objective.target),
            press.progress(objective.progress),
            press.status(objective.status),
        ]
        for objective in objectives[:rows]
    ]
    return [heading, press.table(columns, lines), *_more(press, len(objectives) - rows)]


def _top_risks(risks: Sequence[RiskLine], press: Press, points: int) -> list[Flowable]:
    heading = press.heading(press.say(N_("Top risks")))
    if not risks:
        return [heading, press.missing(press.say(N_("No risks are written down yet.")))]
    rows = [[Cell(risk.title, CELL_MEDIUM, _risk_mark(risk), under=risk.effect or "")] for risk in risks[:points]]
    return [heading, press.set_table((Column("", 1, most=3),), rows, Look(padding=0.9, has_rules=False))]


def _risk_mark(risk: RiskLine) -> marks.Mark:
    if risk.weight >= GRAVE:
        return marks.octagon(CRITICAL)
    return marks.triangle(WARNING) if risk.weight >= HEAVY else marks.circle(NEUTRAL)


def _chances(plan: PlanView, press: Press, points: int) -> list[Flowable]:
    heading = press.heading(press.say(N_("Top opportunities")))
    if not plan.swot.opportunities:
        return [heading, press.missing(press.say(N_("No opportunities are written down yet.")))]
    rows = [[Cell(text, CELL, marks.chevrons(1, ACCENT))] for text in plan.swot.opportunities[:points]]
    return [heading, press.set_table((Column("", 1, most=4),), rows, Look(padding=0.9, has_rules=False))]


def _dates(plan: PlanView, press: Press) -> list[Flowable]:
    heading = press.heading(press.say(N_("Next dates")))
    if not plan.meetings:
        return [heading, press.missing(press.say(N_("No meeting is planned.")))]
    columns = (Column("", 20, CELL_MEDIUM), Column("", 30, most=2))
    rows: list[Row] = [[_when(meeting, press), meeting.title] for meeting in plan.meetings[:3]]
    return [heading, press.set_table(columns, rows, Look(padding=0.9, has_rules=False))]


def _when(meeting: MeetingLine, press: Press) -> Cell:
    return Cell(press.formats.weekday(meeting.day), under=press.formats.time(meeting.start) if meeting.start else "")


def _more(press: Press, count: int) -> list[Flowable]:
    """What a budget leaves out is said, not hidden."""
    text = press.words.many("{n} more in the program", "{n} more in the program", count) if count > 0 else ""
    return [press.prose(text, SMALL)] if text else []
