"""Who does what: the next ninety days with a strip of dates, the team, and the promises of both sides."""

from collections.abc import Sequence
from datetime import date, timedelta

from reportlab.platypus import Flowable

from workbench.kernel.words import N_
from workbench.plans.views import ActionLine, PlanView, TeamLine
from workbench.report import charts, marks
from workbench.report.press import NAME_LINES, Press
from workbench.report.shapes import Box, Drawn, Line, Shapes
from workbench.report.styles import (
    ACCENT,
    BLACK,
    CELL_GREY,
    CELL_MEDIUM,
    CELL_STRONG,
    CRITICAL,
    PLANNED,
    RULE,
    WHITE,
)
from workbench.report.table import Band, Cell, Column, Row

BEFORE, AFTER = 14, 91  # days that the strip shows around the day of the plan


def action_plan(plan: PlanView, press: Press) -> list[Flowable]:
    """The open actions by when they are due, each with its bar."""
    headline = press.headline(press.say(N_("Who does what, by when")))
    if not plan.actions:
        return [headline, press.missing(press.say(N_("No actions are open: nothing moves this plan forward.")))]
    columns = (
        Column("", 5),
        Column("", 9, CELL_STRONG, most=1),
        Column(N_("Action"), 76, most=NAME_LINES),
        Column(N_("Owner"), 30, CELL_GREY, most=2),
        Column(N_("Dept."), 12, CELL_MEDIUM, most=1),
        Column(N_("Due"), 32),
        Column("", 84, scale=_head(plan, press)),
    )
    rows = [row for title, actions in _groups(plan, press) for row in _group(title, actions, plan, press)]
    return [headline, press.table(columns, rows, press.say(N_("Actions"))), press.legend(_signs(press))]


def _groups(plan: PlanView, press: Press) -> list[tuple[str, Sequence[ActionLine]]]:
    rest = tuple(action for action in plan.actions if action.due is None or (action.due - plan.as_of).days >= AFTER)
    groups = (
        (N_("Late"), plan.due_between(-99_999, -1)),
        (N_("Next 30 days"), plan.due_between(0, 30)),
        (N_("31 to 60 days"), plan.due_between(31, 60)),
        (N_("61 to 90 days"), plan.due_between(61, 90)),
        (N_("Later or without a date"), rest),
    )
    return [(press.say(title), actions) for title, actions in groups if actions]


def _group(title: str, actions: Sequence[ActionLine], plan: PlanView, press: Press) -> list[Row]:
    band = Band(f"{title} · {press.formats.number(len(actions))}")
    return [band, *(_action(action, plan, press) for action in actions)]


def _action(action: ActionLine, plan: PlanView, press: Press) -> Row:
    return [
        Cell(mark=marks.tick_box()),
        action.objective or "",
        Cell(action.title, under=hindrance(action, press)),
        press.formats.plain(action.owner),
        action.code or "",
        press.due(action.due, plan.as_of),
        Cell(drawn=_bar(action, plan)),
    ]


def hindrance(action: ActionLine, press: Press) -> str:
    """What an action waits for or is blocked by, as a sentence; nothing if it can go on."""
    if action.blocked_reason:
        return press.say(N_("Blocked: {reason}"), reason=action.blocked_reason)
    if action.waiting_for and action.waiting_since:
        since = press.formats.day(action.waiting_since)
        return press.say(N_("Waits for {whom} since {day}"), whom=action.waiting_for, day=since)
    return press.say(N_("Waits for {whom}"), whom=action.waiting_for) if action.waiting_for else ""


def _scale(plan: PlanView, width: float) -> charts.Scale:
    return charts.Scale(plan.as_of - timedelta(BEFORE), plan.as_of + timedelta(AFTER), width)


def _bar(action: ActionLine, plan: PlanView) -> Drawn:
    def drawn(width: float, height: float) -> Shapes:
        scale = _scale(plan, width)
        behind = charts.grid(scale, charts.months(scale.first, scale.last), plan.as_of, height)
        if action.due is None:
            return behind
        start = action.start or action.due - timedelta(7)
        span = charts.Span(start, action.due, action.is_late(plan.as_of), action.state.value == "in_progress")
        return (*behind, *charts.bar(scale, span, height))

    return drawn


def _head(plan: PlanView, press: Press) -> Drawn:
    def drawn(width: float, height: float) -> Shapes:
        scale = _scale(plan, width)
        names = [(day, press.formats.month(day)) for day in (scale.first, *charts.months(scale.first, scale.last))]
        return charts.scale_head(scale, names, height)

    return drawn


def _signs(press: Press) -> list[tuple[Shapes, float, str]]:
    return [
        ((Box(0, 0.2, 8, 3, fill=ACCENT),), 8, press.say(N_("in progress"))),
        ((Box(0, 0.2, 8, 3, fill=PLANNED, ink=RULE, weight=0.5),), 8, press.say(N_("planned"))),
        ((Box(0, 0.2, 8, 3, fill=WHITE, ink=BLACK, weight=0.6, hatch=0.9),), 8, press.say(N_("late"))),
        (marks.diamond().shapes, 3.6, press.say(N_("due"))),
        ((Line(((1, -0.4), (1, 3.8)), BLACK, 0.9, (1, 0.8)),), 2, press.say(N_("day of the plan"))),
    ]


def team(plan: PlanView, press: Press) -> list[Flowable]:
    """Who works for this account, and what each department has on its desk."""
    message = press.words.many("{n} of us works for this account", "{n} of us work for this account", len(plan.team))
    if not plan.team:
        return [
            press.headline(press.say(N_("Our team"))),
            press.missing(press.say(N_("Nobody is assigned to this account yet."))),
        ]
    columns = (
        Column(N_("Name"), 50, CELL_STRONG, most=NAME_LINES),
        Column(N_("Role"), 34),
        Column(N_("Department"), 40, most=3),
        Column(N_("Hours per week"), 18, align="right"),
        Column(N_("Open actions"), 15, align="right"),
        Column(N_("Late"), 15),
    )
    rows = [_member(member, press) for member in plan.team]
    return [press.headline(message), press.table(columns, rows, press.say(N_("Our team"))), *_departments(plan, press)]


def _member(member: TeamLine, press: Press) -> Row:
    return [
        Cell(member.name, under=member.title or ""),
        press.formats.choice(member.role),
        _department(member.code, member.department, press),
        press.formats.number(member.hours_per_week),
        press.formats.number(member.open_actions),
        _late(member.late_actions, press),
    ]


def _department(code: str | None, name: str | None, press: Press) -> str:
    return f"{code} · {name}" if code and name and code != name else press.formats.plain(name or code)


def _late(count: int, press: Press) -> Cell:
    if not count:
        return Cell(press.formats.plain(None), CELL_GREY)
    return Cell(press.formats.number(count), CELL_STRONG.inked(CRITICAL), marks.circle_alert())


def _departments(plan: PlanView, press: Press) -> list[Flowable]:
    found: dict[tuple[str, str], list[ActionLine]] = {}
    for action in plan.actions:
        if action.code or action.department:
            found.setdefault((action.code or "", action.department or ""), []).append(action)
    if not found:
        return []
    title = press.say(N_("What the departments have on their desks"))
    columns = (
        Column(N_("Department"), 70, CELL_STRONG, most=3),
        Column(N_("Open actions"), 24, align="right"),
        Column(N_("Late"), 24),
        Column(N_("Next due"), 56),
    )
    rows: list[Row] = [
        [
            _department(code, name, press),
            press.formats.number(len(actions)),
            _late(sum(action.is_late(plan.as_of) for action in actions), press),
            press.day(_next_due(actions, plan.as_of)),
        ]
        for (code, name), actions in sorted(found.items())
    ]
    return press.titled(title, columns, rows)


def _next_due(actions: Sequence[ActionLine], today: date) -> date | None:
    return min((action.due for action in actions if action.due and action.due >= today), default=None)


def promises(plan: PlanView, press: Press) -> list[Flowable]:
    """What we promised and what they promised, with boxes to tick."""
    late = sum(action.is_late(plan.as_of) for action in (*plan.we_owe, *plan.they_owe))
    message = press.say(
        N_("We owe {ours}, they owe {theirs}; late: {late}"),
        ours=len(plan.we_owe),
        theirs=len(plan.they_owe),
        late=late,
    )
    return [
        press.headline(message),
        *_promised(press.say(N_("We promised")), plan.we_owe, plan.as_of, press),
        *_promised(press.say(N_("They promised")), plan.they_owe, plan.as_of, press),
    ]


def _promised(title: str, actions: Sequence[ActionLine], today: date, press: Press) -> list[Flowable]:
    if not actions:
        return [press.heading(title), press.prose(press.say(N_("Nothing is open.")), CELL_GREY)]
    columns = (
        Column("", 5),
        Column(N_("Promise"), 78, most=NAME_LINES),
        Column(N_("Owner"), 32, CELL_GREY, most=3),
        Column(N_("Due"), 27),
        Column(N_("State"), 28),
    )
    rows: list[Row] = [
        [
            Cell(mark=marks.tick_box()),
            Cell(action.title, under=hindrance(action, press)),
            press.formats.plain(action.owner),
            press.due(action.due, today),
            _state(action, press),
        ]
        for action in actions
    ]
    return press.titled(title, columns, rows)


def _state(action: ActionLine, press: Press) -> Cell:
    if action.blocked_reason:
        return Cell(press.say(N_("Blocked")), CELL_MEDIUM.inked(CRITICAL), marks.octagon())
    return press.status(action.state)
