"""The parts of an account's one-pager."""

from dataclasses import dataclass
from datetime import timedelta

from reportlab.platypus import Flowable

from workbench.kernel.words import N_
from workbench.papers.onepager.views import OnePagerView
from workbench.papers.promises import left_out, promises
from workbench.report import charts, marks
from workbench.report.press import Press
from workbench.report.shapes import moved
from workbench.report.styles import CELL, CELL_GREY, CELL_MEDIUM, CELL_STRONG, H1, WARNING
from workbench.report.table import Cell, Column, Look, Row

YEAR = 365


@dataclass(frozen=True)
class Budget:
    """How much of everything may stand on the page."""

    people: int = 5
    objectives: int = 5
    promises: int = 6
    events: int = 5
    lines: int = 2
    bars: int = 26  # millimetres


BUDGETS = (
    Budget(),
    Budget(promises=4, bars=22),
    Budget(promises=3, events=3, bars=20),
    Budget(people=5, objectives=4, promises=2, events=3, bars=18),
    Budget(people=5, objectives=4, promises=2, events=3, lines=1, bars=18),
    Budget(people=4, objectives=4, promises=2, events=3, lines=1, bars=16),
    Budget(people=4, objectives=3, promises=2, events=2, lines=1, bars=16),
    Budget(people=3, objectives=3, promises=2, events=2, lines=1, bars=16),
    Budget(people=3, objectives=2, promises=2, events=2, lines=1, bars=14),
    Budget(people=3, objectives=2, promises=2, events=1, lines=1, bars=12),
    Budget(people=2, objectives=2, promises=2, events=1, lines=1, bars=16),
    Budget(people=2, objectives=2, promises=1, events=1, lines=1, bars=16),
    Budget(people=2, objectives=2, promises=1, events=1, lines=1, bars=0),
)


def head(view: OnePagerView, press: Press, _budget: Budget) -> list[Flowable]:
    """The account, how it is, and the next step."""
    mark = marks.health(view.profile.health)
    health = Cell(press.say(view.profile.health.label), CELL_MEDIUM.inked(mark.ink), mark)
    columns = (Column("", 45, most=1), Column("", 125, most=2))
    rows: list[Row] = [
        [health, Cell(view.profile.health_reason or press.say(N_("No reason is given.")), CELL)],
        [Cell(press.say(N_("Next step")), CELL_STRONG), Cell(_next_step(view, press), CELL)],
        *_issues(view, press),
    ]
    return [
        press.kicker(press.say(N_("Account on one page"))),
        press.prose(view.account, H1, 2),
        press.set_table(columns, rows, Look(padding=0.8)),
    ]


def _issues(view: OnePagerView, press: Press) -> list[Row]:
    """The newest issue or conflict that is still open, and how many there are."""
    if not view.issues:
        return []
    label = press.words.many("{n} open issue", "{n} open issues", len(view.issues))
    return [[Cell(label, CELL_MEDIUM.inked(WARNING), marks.triangle()), Cell(press.shortened(view.issues[0]), CELL)]]


def _next_step(view: OnePagerView, press: Press) -> str:
    if view.next_meeting:
        return f"{press.formats.weekday(view.next_meeting.day)} · {view.next_meeting.title}"
    if view.next_action:
        return f"{press.formats.weekday(view.next_action.due)} · {view.next_action.title}"
    return press.say(N_("Nothing is planned: agree on a next step."))


def facts(view: OnePagerView, press: Press, _budget: Budget) -> list[Flowable]:
    """Eight facts."""
    say, formats, known = press.say, press.formats, view.profile
    left = (
        (N_("Sector"), formats.plain(known.sector)),
        (N_("Parent company"), formats.plain(known.parent)),
        (N_("Employees"), formats.number(known.employees)),
        (N_("Revenue per year"), formats.compact_money(known.revenue, known.currency)),
    )
    right = (
        (N_("Tier"), formats.choice(known.tier)),
        (N_("Our owner"), formats.plain(view.owner)),
        (N_("Invoiced per year"), formats.compact_money(known.invoiced, known.currency)),
        (N_("Customer since"), formats.plain(known.customer_since)),
    )
    tables = [
        press.pairs([(say(label), press.shortened(text, 60)) for label, text in side], 0.42) for side in (left, right)
    ]
    return [press.gap(2), press.beside(*([table] for table in tables))]


def time_line(view: OnePagerView, press: Press, _budget: Budget) -> list[Flowable]:
    """How much of the contract's last year and of the contact rhythm is over."""
    return [press.beside(_renewal(view, press), _rhythm(view, press))]


def _renewal(view: OnePagerView, press: Press) -> list[Flowable]:
    heading, day = press.heading(press.say(N_("Renewal"))), view.profile.renewal_on
    if day is None:
        return [heading, press.missing(press.say(N_("No renewal date is known.")))]
    left = (day - view.as_of).days
    text = (
        press.words.many("in {n} day", "in {n} days", left)
        if left >= 0
        else press.words.many("{n} day ago", "{n} days ago", -left)
    )
    begun = press.formats.day(day - timedelta(YEAR))
    return [heading, _bar(1 - left / YEAR, (begun, f"{press.formats.day(day)} · {text}"), press)]


def _rhythm(view: OnePagerView, press: Press) -> list[Flowable]:
    heading, last, days = (
        press.heading(press.say(N_("Contact"))),
        view.profile.last_contact_on,
        view.profile.rhythm_days,
    )
    if last is None or not days:
        return [heading, press.missing(press.say(N_("No last contact or no rhythm is known.")))]
    following = press.say(N_("next by {day}"), day=press.formats.day(last + timedelta(days)))
    return [heading, _bar((view.as_of - last).days / days, (press.formats.day(last), following), press)]


def _bar(share: float, texts: tuple[str, str], press: Press) -> Flowable:
    width = (press.paper.text_width - 8) / 2
    return press.picture(moved(charts.share_bar(share, width, texts), 0, 1), 10, width)


def revenue(view: OnePagerView, press: Press, budget: Budget) -> list[Flowable]:
    """What was invoiced in the last quarters; a stroke is what was aimed at."""
    if not view.quarters or not budget.bars:
        return []
    columns = [
        charts.Bar(
            press.formats.quarter(quarter.starts_on),
            quarter.invoiced,
            press.formats.compact_money(quarter.invoiced, view.profile.currency),
            quarter.target,
        )
        for quarter in view.quarters
    ]
    width = press.paper.text_width
    said = press.say(N_("Invoiced by quarter; a stroke is the target"))
    return [press.heading(said), press.picture(charts.bars(columns, width, budget.bars), budget.bars, width)]


def people(view: OnePagerView, press: Press, budget: Budget) -> list[Flowable]:
    """Those who weigh most."""
    heading = press.heading(press.say(N_("People")))
    if not view.people:
        return [heading, press.missing(press.say(N_("Nobody is known here yet: start with who decides and who uses.")))]
    columns = (
        Column("", 27),
        Column("", 42, CELL_STRONG, most=budget.lines),
        Column("", 45, CELL_GREY, most=budget.lines),
        Column("", 30, CELL, most=1),
        Column("", 26, CELL_GREY),
    )
    rows: list[Row] = [
        [
            press.attitude(person.attitude),
            person.name,
            person.title or "",
            press.formats.choice(person.buying_role),
            press.day(person.last_contact_on),
        ]
        for person in view.people[: budget.people]
    ]
    return [heading, press.set_table(columns, rows, Look(padding=0.9)), *left_out(len(view.people) - len(rows), press)]


def objectives(view: OnePagerView, press: Press, budget: Budget) -> list[Flowable]:
    """What we want here, and how far it is."""
    heading = press.heading(press.say(N_("Objectives")))
    if not view.objectives:
        return [heading, press.missing(press.say(N_("No objectives are set yet.")))]
    columns = (
        Column("", 8, CELL_STRONG, most=1),
        Column("", 88, CELL, most=budget.lines),
        Column("", 24, CELL_GREY, most=1),
        Column("", 22),
        Column("", 28),
    )
    rows: list[Row] = [
        [
            objective.code,
            objective.title,
            objective.target or "",
            press.progress(objective.progress),
            press.status(objective.status),
        ]
        for objective in view.objectives[: budget.objectives]
    ]
    table = press.set_table(columns, rows, Look(padding=0.9))
    return [heading, table, *left_out(len(view.objectives) - len(rows), press)]


def promised(view: OnePagerView, press: Press, budget: Budget) -> list[Flowable]:
    """What is open between us."""
    return promises(view.we_owe, view.they_owe, view.as_of, press, budget.promises)


def events(view: OnePagerView, press: Press, budget: Budget) -> list[Flowable]:
    """What happened last."""
    heading = press.heading(press.say(N_("What happened last")))
    if not view.events:
        return [heading, press.prose(press.say(N_("Nothing yet.")), CELL_GREY)]
    columns = (Column("", 30, CELL_GREY), Column("", 140, most=budget.lines))
    rows: list[Row] = [
        [press.day(event.day), Cell(event.title, mark=marks.diamond() if event.is_meeting else marks.circle_check())]
        for event in view.events[: budget.events]
    ]
    return [heading, press.set_table(columns, rows, Look(padding=0.7, has_rules=False))]


SECTIONS = (head, facts, time_line, revenue, people, objectives, promised, events)
