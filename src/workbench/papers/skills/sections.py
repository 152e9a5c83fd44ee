"""The skill matrix, what its gaps endanger, gaps by priority, and the training plan with hours and cost."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from workbench.kernel.words import N_
from workbench.papers.skills.views import SkillsView
from workbench.plans.needs.views import request
from workbench.report.marks import Mark
from workbench.report.press import NAME_LINES, Press
from workbench.report.shapes import Box
from workbench.report.styles import BLACK, CELL_GREY, CELL_STRONG, MIDDLE, WHITE
from workbench.report.table import Cell, Column, Look, Row
from workbench.team.growing.views import Bench, Effort, Ground, MatrixRow, Standing, TrainingLine, totals
from workbench.team.growth import TrainingStatus

ACROSS = 9  # skills side by side; more of them go into a table below
NAME = 42.0  # millimetres
SIDE = 3.4
GAPS = (
    Column(N_("Priority"), 16, CELL_STRONG, "right"),
    Column(N_("Member"), 46, CELL_STRONG, most=3),
    Column(N_("Skill"), 56, most=NAME_LINES),
    Column(N_("Now"), 14, align="right"),
    Column(N_("Required"), 20, align="right"),
    Column(N_("Gap"), 14, align="right"),
    Column(N_("Importance"), 22, align="right"),
    Column(N_("Training"), 70, CELL_GREY, most=NAME_LINES),
)
PLAN = (
    Column(N_("Member"), 42, CELL_STRONG, most=3),
    Column(N_("Training"), 74, most=NAME_LINES),
    Column(N_("Closes the gap in"), 46, CELL_GREY, most=NAME_LINES),
    Column(N_("Status"), 26),
    Column(N_("Day"), 26),
    Column(N_("Hours"), 18, align="right"),
    Column(N_("Cost"), 25, align="right"),
)
YEARS = (
    Column(N_("Member"), 60, CELL_STRONG, most=3),
    Column(N_("Year"), 24, align="right"),
    Column(N_("Hours done"), 40, align="right"),
    Column(N_("Cost done"), 40, align="right"),
    Column(N_("Hours to come"), 44, align="right"),
    Column(N_("Cost to come"), 49, align="right"),
)


def headline(view: SkillsView, press: Press) -> list[Flowable]:
    """How many gaps there are, and in which skills nobody is ready."""
    gaps = len(view.matrix.gaps())
    said = press.words.many("{n} gap between what is required and what is there", "{n} gaps between what is required "
        "and what is there", gaps)  # fmt: skip
    if not gaps:
        said = press.say(N_("Everybody is where they must be"))
    flowables = [press.kicker(press.say(N_("Skill matrix"))), press.headline(said)]
    if view.matrix.without_bench:
        many = press.words.many
        text = many("In {n} skill nobody is ready.", "In {n} skills nobody is ready.", view.matrix.without_bench)
        flowables.append(press.prose(text))
    return flowables


def levels(view: SkillsView, press: Press) -> list[Flowable]:
    """Members by skills, with a pattern for each gap."""
    matrix = view.matrix
    if not matrix.skills or not matrix.rows:
        return [press.missing(press.say(N_("No skills or no members are known yet.")))]
    flowables: list[Flowable] = []
    for first in range(0, len(matrix.skills), ACROSS):
        places = range(first, min(first + ACROSS, len(matrix.skills)))
        rest = (press.paper.text_width - NAME) / len(places)
        heads = [_head(matrix.skills[place].name, matrix.skills[place].importance, press) for place in places]
        columns = [Column(N_("Member"), NAME, CELL_STRONG, most=3), *(Column(head, rest) for head in heads)]
        rows: list[Row] = [_row(row, places, press) for row in matrix.rows]
        rows.append([Cell(press.say(N_("Bench")), CELL_STRONG), *(_bench(matrix.bench(n), press) for n in places)])
        flowables.append(press.set_table(columns, rows, Look(padding=1.1)))
    return [*flowables, _legend(press)]


def _head(name: str, importance: int, press: Press) -> str:
    return press.say(N_("{skill} (×{n})"), skill=press.shortened(name, 40), n=importance)


def _row(row: MatrixRow, places: range, press: Press) -> Row:
    return [row.name, *(_level(row.standings[place], press) for place in places)]


def _level(one: Standing, press: Press) -> Cell:
    if not one.required:
        return Cell(str(one.current) if one.current else "–", CELL_GREY)
    under = press.say(N_("priority {n}"), n=one.priority) if one.gap else ""
    return Cell(f"{one.current} / {one.required}", None, _sign(one.ground), under=under)


def _bench(bench: Bench, press: Press) -> Cell:
    if not bench.needed:
        return Cell("–", CELL_GREY)
    text = press.say(N_("{ready} of {needed}"), ready=bench.ready, needed=bench.needed)
    return Cell(text, CELL_STRONG, _sign(bench.ground))


def _sign(ground: Ground) -> Mark | None:
    """White with a frame is ready, hatched is a gap of one, black a wider one: the same in grey."""
    looks: dict[Ground, Box] = {
        Ground.READY: Box(0.1, 0.1, SIDE, SIDE, fill=WHITE, ink=MIDDLE, weight=0.8),
        Ground.GAP: Box(0.1, 0.1, SIDE, SIDE, fill=WHITE, ink=BLACK, weight=0.6, hatch=0.9),
        Ground.WIDE: Box(0.1, 0.1, SIDE, SIDE, fill=BLACK, ink=BLACK, weight=0.6),
    }
    return Mark((looks[ground],)) if ground in looks else None


def _legend(press: Press) -> Flowable:
    said = (
        (Ground.READY, N_("ready")),
        (Ground.GAP, N_("one level short")),
        (Ground.WIDE, N_("two levels or more short, or nobody ready")),
    )
    signs = [((sign.shapes, SIDE, press.say(text))) for ground, text in said if (sign := _sign(ground))]
    rule = press.say(N_("level now / required, 0 to 4; priority = gap × importance"))
    return press.legend([*signs, ((), 0, rule)])


def endangered(view: SkillsView, press: Press) -> list[Flowable]:
    """The training requests: each gap beside the objective it endangers."""
    if not view.needs:
        return []
    said = [" ".join(request(need, press.formats)) for need in view.needs]
    return [press.heading(press.say(N_("What the gaps endanger"))), press.ticks(said)]


def gaps(view: SkillsView, press: Press) -> list[Flowable]:
    """Every gap, the most pressing first."""
    rows = [_gap(one, view, press) for one in view.matrix.gaps()]
    return press.titled(press.say(N_("Gaps by priority")), GAPS, rows) if rows else []


def _gap(one: Standing, view: SkillsView, press: Press) -> Row:
    skill = view.matrix.skill(one.skill_id)
    ahead = [line for line in view.trainings if line.member_id == one.member_id and line.skill_id == one.skill_id]
    planned = "; ".join(_planned(line, press) for line in ahead if line.status is not TrainingStatus.DROPPED)
    return [
        Cell(str(one.priority), CELL_STRONG),
        view.matrix.name_of(one.member_id),
        skill.name if skill else "",
        str(one.current),
        str(one.required),
        str(one.gap),
        str(one.importance),
        planned or Cell(press.say(N_("none planned")), CELL_GREY),
    ]


def _planned(line: TrainingLine, press: Press) -> str:
    day = press.day(line.on) if line.on else press.say(N_("no day yet"))
    status = press.say(line.status.label)
    return press.say(N_("{title} ({status}, {day})"), title=press.shortened(line.title), status=status, day=day)


def plan(view: SkillsView, press: Press) -> list[Flowable]:
    """What is booked and planned, then what was done."""
    if not view.trainings:
        return []
    rows = [_training(line, view.currency, press) for line in _in_order(view.trainings)]
    years = [
        [
            year.member,
            str(year.year) if year.year else press.say(N_("no day yet")),
            *_effort(year.done, view.currency, press),
            *_effort(year.ahead, view.currency, press),
        ]
        for year in totals(view.trainings)
    ]
    return [
        *press.titled(press.say(N_("Training plan")), PLAN, rows),
        *press.titled(press.say(N_("Hours and cost by member and year")), YEARS, years),
    ]


def _in_order(lines: Sequence[TrainingLine]) -> Iterator[TrainingLine]:
    for status in (TrainingStatus.BOOKED, TrainingStatus.PLANNED, TrainingStatus.DONE, TrainingStatus.DROPPED):
        yield from (line for line in lines if line.status is status)


def _training(line: TrainingLine, currency: str, press: Press) -> Row:
    return [
        line.member,
        line.title,
        line.skill or "–",
        press.status(line.status),
        press.day(line.on),
        *_effort(Effort(line.hours, line.cost), currency, press),
    ]


def _effort(effort: Effort, currency: str, press: Press) -> list[str]:
    hours = press.formats.number(effort.hours) if effort.hours else "–"
    return [hours, press.formats.money(effort.cost, currency) if effort.cost else "–"]
