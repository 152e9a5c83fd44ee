"""The parts of a one-page ask: for whom, what and by when, what is at stake, and room for the answer."""

from dataclasses import dataclass

from reportlab.platypus import Flowable

from workbench.kam.model import RequestState
from workbench.kernel.words import N_
from workbench.papers.ask.views import AskView
from workbench.report import marks
from workbench.report.press import Press
from workbench.report.styles import BODY, CELL_GREY, CELL_STRONG, CRITICAL, GOOD
from workbench.report.table import Cell, Column, Look, Row

COLUMNS = (Column("", 30, CELL_GREY, most=1), Column("", 140, most=2))
ANSWERS = (N_("Yes, by the day above."), N_("Yes, but by another day:"), N_("No, because:"))


@dataclass(frozen=True)
class Budget:
    """How many lines each text may take."""

    title: int = 3
    stake: int = 8
    details: int = 14
    answer: int = 10


BUDGETS = (Budget(), Budget(2, 5, 8, 6), Budget(2, 4, 5, 3), Budget(1, 2, 3, 2))


def head(ask: AskView, press: Press, budget: Budget) -> list[Flowable]:
    """What is asked, of whom, for whom and by whom."""
    who = " · ".join(part for part in (ask.asked_by, ask.asked_by_title, ask.asked_by_email) if part)
    to = " · ".join(part for part in (ask.department, ask.asked_of) if part)
    rows: list[Row] = [[press.say(label), value] for label, value in _pairs(ask, press, who, to) if value]
    return [
        press.kicker(press.say(N_("Request to a department"))),
        press.headline(press.shortened(ask.title, 90 * budget.title)),
        press.set_table(COLUMNS, rows, Look(padding=0.9)),
    ]


def _pairs(ask: AskView, press: Press, who: str, to: str) -> list[tuple[str, Cell | str]]:
    return [
        (N_("For"), Cell(ask.account, CELL_STRONG) if ask.account else ""),
        (N_("Asked of"), to),
        (N_("Asked by"), who),
        (N_("Asked on"), press.formats.long_day(ask.asked_on)),
        (N_("Promised for") if ask.is_promised else N_("Needed by"), _due(ask, press)),
        (ask.state.label, "" if ask.is_open else _ended(ask, press)),
    ]


def _ended(ask: AskView, press: Press) -> Cell | str:
    """When it was closed, and whether the promise was kept."""
    if ask.ended_on is None:
        return ""
    day, many = press.formats.long_day(ask.ended_on), press.words.many
    if ask.late:
        late = many("{day} – {n} working day late", "{day} – {n} working days late", ask.late, day=day)
        return Cell(late, CELL_STRONG.inked(CRITICAL), marks.circle_alert())
    if ask.state is not RequestState.ANSWERED or ask.due is None:
        return day
    return Cell(press.say(N_("{day} – in time"), day=day), CELL_STRONG.inked(GOOD), marks.circle_check())


def _due(ask: AskView, press: Press) -> Cell:
    if ask.due is None or ask.days is None:
        return Cell(press.say(N_("Please name a day.")))
    day, many = press.formats.long_day(ask.due), press.words.many
    if not ask.is_open:
        return Cell(day)
    if ask.days < 0:
        late = many("{day} – {n} working day late", "{day} – {n} working days late", -ask.days, day=day)
        return Cell(late, CELL_STRONG.inked(CRITICAL), marks.circle_alert())
    return Cell(many("{day} – in {n} working day", "{day} – in {n} working days", ask.days, day=day), CELL_STRONG)


def stake(ask: AskView, press: Press, budget: Budget) -> list[Flowable]:
    """What the client has in it; where nobody wrote it down, lines to do so."""
    label = press.say(N_("What is at stake for the client"))
    if not ask.stake:
        return [press.heading(label, needs=0), press.note_lines(2)]
    return [press.gap(3), press.boxed(label, ask.stake, budget.stake), press.gap(1)]


def needed(ask: AskView, press: Press, budget: Budget) -> list[Flowable]:
    """What exactly is needed."""
    if not ask.details:
        return []
    return [press.heading(press.say(N_("What is needed"))), press.prose(ask.details, BODY, budget.details)]


def otherwise(ask: AskView, press: Press, _budget: Budget) -> list[Flowable]:
    """What happens if there is no answer in time."""
    if not ask.is_open:
        return []
    texts = []
    if ask.action:
        action, due = press.shortened(ask.action), ask.action_due
        texts.append(
            press.say(N_("“{action}” cannot be done by {day}."), action=action, day=press.formats.day(due))
            if due
            else press.say(N_("“{action}” cannot go on."), action=action)
        )
    if ask.objective:
        texts.append(press.say(N_("The objective “{title}” is in danger."), title=press.shortened(ask.objective)))
    if ask.account:
        texts.append(press.say(N_("We break a promise to {account}."), account=press.shortened(ask.account)))
    texts.append(press.say(N_("The day after, this request goes to whoever decides for both sides.")))
    rows: list[Row] = [[Cell(text, mark=marks.minus())] for text in texts]
    table = press.set_table((Column("", 1, most=2),), rows, Look(padding=0.6, has_rules=False))
    return [press.heading(press.say(N_("If it does not come"))), table]


def answer(ask: AskView, press: Press, budget: Budget) -> list[Flowable]:
    """The answer that came, or boxes to tick and lines to write on."""
    heading = press.heading(press.say(N_("Answer")), needs=0)
    if ask.answer and not ask.is_open:
        return [heading, press.prose(ask.answer, BODY, budget.answer)]
    ticked: list[Row] = [[Cell(press.say(text), mark=marks.tick_box()), ""] for text in ANSWERS]
    columns = (Column("", 60), Column("", 110))
    return [
        heading,
        press.set_table(columns, ticked, Look(padding=1.6)),
        press.prose(press.say(N_("Name, date")), CELL_GREY),
        press.note_lines(2, to_the_end=True),
    ]


SECTIONS = (head, stake, needed, otherwise, answer)
