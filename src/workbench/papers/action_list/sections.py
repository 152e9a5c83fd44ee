"""The team's action list: a block for each department, then what must be decided."""

from datetime import date

from reportlab.platypus import Flowable, PageBreak

from workbench.kernel.words import N_
from workbench.papers.action_list.views import ActionListView, DepartmentBlock
from workbench.plans.report.actions import hindrance
from workbench.plans.views import ActionLine
from workbench.report import marks
from workbench.report.press import NAME_LINES, Press
from workbench.report.styles import CELL_GREY, CELL_MEDIUM, CELL_STRONG, CRITICAL
from workbench.report.table import Cell, Column, Look, Row

WEEK = 7
ROW = 7.0  # millimetres, to write in
COLUMNS = (
    Column("", 5),
    Column(N_("Action"), 84, most=NAME_LINES),
    Column(N_("Owner"), 32, most=2),
    Column(N_("Due"), 28),
    Column(N_("State"), 27),
    Column(N_("Obj."), 10, CELL_STRONG, most=1),
    Column(N_("Waits for / blocked by"), 42, CELL_GREY, most=4),
    Column(N_("Note"), 30),
)


def headline(view: ActionListView, press: Press) -> list[Flowable]:
    """How much is open and late."""
    late = sum(action.is_late(view.as_of) for action in view.actions)
    message = press.words.many(
        "{n} open action, {late} late", "{n} open actions, {late} late", len(view.actions), late=late
    )
    return [press.kicker(press.say(N_("Actions by department"))), press.headline(message)]


def block(department: DepartmentBlock, today: date, press: Press) -> list[Flowable]:
    """One department: who leads it, its load, and its actions, late ones first."""
    nameless = N_("The client") if department.is_client else N_("Without a department")
    parts = (department.code, department.name if department.name != department.code else "")
    title = " · ".join(part for part in parts if part) or press.say(nameless)
    rows = [_row(action, today, press) for action in sorted(department.actions, key=_urgency)]
    look = Look(
        continued=press.say(N_("{title} (continued)"), title=press.shortened(title, 60)), least=ROW, padding=1.3
    )
    return [
        press.heading(press.shortened(title)),
        press.prose(_load(department, today, press), CELL_GREY, 2),
        press.set_table(COLUMNS, rows, look),
    ]


def _urgency(action: ActionLine) -> tuple[bool, date]:
    return action.due is None, action.due or date.max


def _load(department: DepartmentBlock, today: date, press: Press) -> str:
    late = sum(action.is_late(today) for action in department.actions)
    hours = sum(action.effort or 0 for action in department.actions if _is_this_week(action, today))
    lead = press.say(N_("Lead: {name}"), name=press.shortened(department.lead, 60)) if department.lead else ""
    parts = [
        lead,
        press.words.many("{n} open", "{n} open", len(department.actions)),
        press.words.many("{n} late", "{n} late", late),
        _week(hours, department.capacity, press),
    ]
    return " · ".join(part for part in parts if part)


def _week(hours: float, capacity: float | None, press: Press) -> str:
    if capacity:
        said = N_("{hours} h this week of {capacity} h")
        return press.say(said, hours=press.formats.number(hours), capacity=press.formats.number(capacity))
    return press.say(N_("{hours} h this week"), hours=press.formats.number(hours)) if hours else ""


def _is_this_week(action: ActionLine, today: date) -> bool:
    return action.due is not None and (action.due - today).days < WEEK


def _row(action: ActionLine, today: date, press: Press) -> Row:
    return [
        Cell(mark=marks.tick_box()),
        action.title,
        press.formats.plain(action.owner),
        press.due(action.due, today),
        _state(action, press),
        action.objective or "",
        hindrance(action, press),
        "",
    ]


def _state(action: ActionLine, press: Press) -> Cell:
    if action.blocked_reason:
        return Cell(press.say(N_("Blocked")), CELL_MEDIUM.inked(CRITICAL), marks.octagon())
    return press.status(action.state)


def decisions(view: ActionListView, press: Press) -> list[Flowable]:
    """What cannot go on without a decision: blocked, without an owner, without a date; and lines for the rest."""
    needed = [text for action in view.actions if (text := _question(action, press))]
    title = press.say(N_("Decisions needed in this meeting"))
    return [press.heading(title), press.ticks(needed[:20], most=3), press.note_lines(3)]


def _question(action: ActionLine, press: Press) -> str:
    title = press.shortened(action.title)
    if action.blocked_reason:
        reason = press.shortened(action.blocked_reason)
        return press.say(N_("{action}: blocked – {reason}"), action=title, reason=reason)
    if action.owner is None:
        return press.say(N_("{action}: who owns it?"), action=title)
    return press.say(N_("{action}: by when?"), action=title) if action.due is None else ""


def blocks(view: ActionListView, press: Press, *, one_per_page: bool) -> list[Flowable]:
    """All departments; on a page each, to hand out."""
    if not view.blocks:
        return [press.missing(press.say(N_("Nothing is open for this account.")))]
    flowables: list[Flowable] = []
    for place, department in enumerate(view.blocks):
        if place and one_per_page:
            flowables.append(PageBreak())
        flowables += block(department, view.as_of, press)
    return [*flowables, *([PageBreak()] if one_per_page else [])]
