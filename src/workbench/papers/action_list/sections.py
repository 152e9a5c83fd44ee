"""The team's action list: a block for each department, then what must be decided."""

from datetime import date

from reportlab.platypus import Flowable, PageBreak

from workbench.kernel.words import N_
from workbench.papers.action_list.views import ActionListView, DepartmentBlock
from workbench.plans.report.actions import hindrance
from workbench.plans.views import ActionLine
from workbench.report import marks
from workbench.report.press import NAME_LINES, Press
from workbench.report.styles import CELL_GREY, CELL_MEDIUM, CELL_STRONG, CRITICAL, SMALL
from workbench.report.table import Cell, Column, Look, Row

ROW = 7.0  # millimetres, to write in
COLUMNS = (
    Column("", 5),
    Column(N_("Action"), 77, most=NAME_LINES),
    Column(N_("Owner"), 27, most=2),
    Column(N_("Due"), 38),
    Column(N_("RACI"), 38, CELL_GREY, most=2),
    Column(N_("Obj."), 7, CELL_STRONG, most=1),
    Column(N_("State · waits for / blocked by"), 64, SMALL, most=4),
    Column(N_("Note"), 8),
)


def headline(view: ActionListView, press: Press) -> list[Flowable]:
    """How much is open and late."""
    late = sum(action.is_late(view.as_of) for action in view.actions)
    message = press.words.many(
        "{n} open action, {late} late", "{n} open actions, {late} late", len(view.actions), late=late
    )
    return [press.kicker(press.say(N_("Actions by department"))), press.headline(message)]


def block(department: DepartmentBlock, today: date, press: Press) -> list[Flowable]:
    """One department: who leads it, its load, and its actions, late ones first; one line where nothing is open."""
    nameless = N_("The client") if department.is_client else N_("Without a department")
    parts = (department.code, department.name if department.name != department.code else "")
    title = " · ".join(part for part in parts if part) or press.say(nameless)
    rows = [_row(action, today, press) for action in sorted(department.actions, key=_urgency)]
    look = Look(
        continued=press.say(N_("{title} (continued)"), title=press.shortened(title, 60)), least=ROW, padding=1.0
    )
    load = _load(department, today, press)
    if not rows:
        return [press.headed(press.shortened(title), load, needs=0)]
    return [press.headed(press.shortened(title), load), press.set_table(COLUMNS, rows, look)]


def _urgency(action: ActionLine) -> tuple[bool, date]:
    return action.due is None, action.due or date.max


def _load(department: DepartmentBlock, today: date, press: Press) -> str:
    late = sum(action.is_late(today) for action in department.actions)
    lead = press.say(N_("Lead: {name}"), name=press.shortened(department.lead, 60)) if department.lead else ""
    parts = [
        lead,
        press.words.many("{n} open", "{n} open", len(department.actions)),
        press.words.many("{n} late", "{n} late", late),
        _week(department.hours, department.capacity, press),
    ]
    return " · ".join(part for part in parts if part)


def _week(hours: float | None, capacity: float | None, press: Press) -> str:
    number = press.formats.number
    if hours is not None and capacity:
        said = N_("{hours} h this week of {capacity} h")
        return press.say(said, hours=number(round(hours)), capacity=number(round(capacity)))
    return press.say(N_("{hours} h this week"), hours=number(round(hours))) if hours else ""


def _row(action: ActionLine, today: date, press: Press) -> Row:
    return [
        # what is blocked is seen on paper without colour
        Cell(mark=marks.hatched_box() if action.blocked_reason else marks.tick_box()),
        action.title,
        press.formats.plain(action.owner),
        _due(action, today, press),
        "  ".join(f"{letter}\N{NO-BREAK SPACE}{code}" for letter, code in action.letters),
        action.objective or "",
        _state(action, press),
        "",
    ]


def _due(action: ActionLine, today: date, press: Press) -> Cell:
    """The day; of what is late first how late it is, in bold and with its sign."""
    if action.due is None or not action.is_late(today):
        return press.due(action.due, today)
    late = press.words.many("{n} day late", "{n} days late", (today - action.due).days)
    return Cell(late, CELL_STRONG.inked(CRITICAL), marks.circle_alert(), under=press.day(action.due))


def _state(action: ActionLine, press: Press) -> Cell:
    """Where it stands; what it waits for or is blocked by, and why somebody above has to decide."""
    if action.escalation is not None:
        said = press.say(N_("Escalated: {reason}"), reason=action.escalation)
        return Cell(said, CELL_MEDIUM, marks.triangle(CRITICAL), under=hindrance(action, press))
    if action.blocked_reason:
        return Cell(hindrance(action, press), CELL_MEDIUM.inked(CRITICAL), marks.octagon())
    if action.waiting_for:
        return Cell(_waits(action, press), mark=marks.status(action.state))
    return Cell(press.say(action.state.label), mark=marks.status(action.state))


def _waits(action: ActionLine, press: Press) -> str:
    """For whom, and since when, without the year: nobody waits that long."""
    if not action.waiting_since:
        return hindrance(action, press)
    since = press.formats.short_day(action.waiting_since)
    return press.say(N_("Waits for {whom} since {day}"), whom=action.waiting_for, day=since)


def decisions(view: ActionListView, press: Press) -> list[Flowable]:
    """What cannot go on without a decision: blocked, without an owner, without a date; and lines for the rest."""
    needed = [text for action in view.actions if (text := _question(action, press))]
    title = press.say(N_("Decisions needed in this meeting"))
    return [press.heading(title), press.ticks(needed[:20], most=3), press.note_lines(2)]


def _question(action: ActionLine, press: Press) -> str:
    title = press.shortened(action.title)
    if action.blocked_reason:
        reason = press.shortened(action.blocked_reason)
        return press.say(N_("{action}: blocked – {reason}"), action=title, reason=reason)
    if action.owner is None:
        return press.say(N_("{action}: who owns it?"), action=title)
    return press.say(N_("{action}: by when?"), action=title) if action.due is None else ""


def blocks(view: ActionListView, press: Press, *, one_per_page: bool) -> list[Flowable]:
    """All departments, also those with nothing open; to hand out, a page for each that has to do something."""
    if not view.actions:
        return [press.missing(press.say(N_("Nothing is open for this account.")))]
    shown = [department for department in view.blocks if department.actions or not one_per_page]
    flowables: list[Flowable] = []
    for place, department in enumerate(shown):
        if place and one_per_page:
            flowables.append(PageBreak())
        flowables += block(department, view.as_of, press)
    return [*flowables, *([PageBreak()] if one_per_page else [])]
