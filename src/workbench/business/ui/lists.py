"""What an account brought, quarter by quarter, and how satisfied it says it is."""

import re

from workbench.business import commands, fields
from workbench.business.model import Cost, CostKind, Revenue, Satisfaction
from workbench.business.quarters import NoQuarter, quarter_of
from workbench.kernel.errors import UserError
from workbench.kernel.folding import fold
from workbench.kernel.reading import understood
from workbench.kernel.words import N_
from workbench.ui.children import Children, Chosen
from workbench.ui.desk import Desk

SCORE = re.compile(r"\s*(\d+(?:[.,]\d+)?)(?:\s*/\s*10)?\s*[:–-]?\s*(.*)", re.DOTALL)


class NoAnswer(UserError):
    message = N_("“{text}” does not begin with a number from 0 to 10.")
    consequence = N_("Nothing was noted.")
    advice = N_("Write it like this: 8: quick on the telephone")


class NoCostNamed(UserError):
    message = N_("“{text}” is no kind of cost.")
    consequence = N_("Nothing was noted.")
    advice = N_("Write it like this: {kind} Q1 2026: 12,000. There are: {kinds}")


AMOUNT = next(field for field in fields.COST_FIELDS if field.name == "amount")
INVOICED = next(field for field in fields.REVENUE_FIELDS if field.name == "invoiced")


def _revenue(desk: Desk, account_id: int, chosen: Chosen) -> int:
    """“Q1 2026: 120,000” is a quarter with what was invoiced in it."""
    said, _, amount = chosen.text.partition(":")
    first = quarter_of(said)
    if first is None or not amount.strip():
        raise NoQuarter(text=chosen.text)
    cents = understood(INVOICED, amount, desk.formats, desk.clock)
    return desk.workspace.do(commands.add_revenue, account_id, first, cents)


def _satisfaction(desk: Desk, account_id: int, chosen: Chosen) -> int:
    """“8: quick on the telephone” is an answer of today in their words; NoAnswer without a number."""
    said = SCORE.fullmatch(chosen.text)
    if said is None:
        raise NoAnswer(text=chosen.text)
    score, note = float(said[1].replace(",", ".")), said[2].strip() or None
    return desk.workspace.do(commands.note_satisfaction, account_id, score, desk.clock.today(), note=note)


def _cost(desk: Desk, account_id: int, chosen: Chosen) -> int:
    """“Rebates Q1 2026: 12,000” is a cost of a quarter; NoCostNamed, NoQuarter or NotANumber if it is not."""
    said, _, amount = chosen.text.partition(":")
    kind = _kind(desk, said)
    if kind is None:
        names = [desk.words(one.label) for one in CostKind]
        raise NoCostNamed(text=chosen.text, kind=names[1], kinds=", ".join(names))
    first = quarter_of(said.strip()[len(desk.words(kind.label)) :])
    if first is None or not amount.strip():
        raise NoQuarter(text=chosen.text)
    cents = understood(AMOUNT, amount, desk.formats, desk.clock)
    return desk.workspace.do(commands.add_cost, account_id, first, kind, cents)


def _kind(desk: Desk, text: str) -> CostKind | None:
    named = ((one, fold(desk.words(one.label))) for one in CostKind)
    return next((one for one, name in named if fold(text.strip()).startswith(name)), None)


REVENUE = Children(
    key="account.revenue",
    title=N_("Revenue by quarter"),
    new=N_("Quarter – “Q1 2026: 120,000”"),
    kind=Revenue,
    parent=Revenue.account_id,
    fields=fields.REVENUE_FIELDS,
    add=_revenue,
    edit=commands.edit_revenue,
    delete=commands.delete_revenues,
    strong=("invoiced",),
    weak=("starts_on", "target"),
    by=(Revenue.starts_on.desc(),),
)
SATISFACTION = Children(
    key="account.satisfaction",
    title=N_("Satisfaction"),
    new=N_("What they answered – “8: quick on the telephone”"),
    kind=Satisfaction,
    parent=Satisfaction.account_id,
    fields=fields.SATISFACTION_FIELDS,
    add=_satisfaction,
    edit=commands.edit_satisfaction,
    delete=commands.delete_satisfactions,
    strong=("way", "person_id"),
    weak=("asked_on", "note"),
    chip="score",
    by=(Satisfaction.asked_on.desc(), Satisfaction.id.desc()),
)
COSTS = Children(
    key="account.costs",
    title=N_("Costs by quarter"),
    new=N_("Cost – “Rebates Q1 2026: 12,000”"),
    kind=Cost,
    parent=Cost.account_id,
    fields=fields.COST_FIELDS,
    add=_cost,
    edit=commands.edit_cost,
    delete=commands.delete_costs,
    strong=("kind",),
    weak=("starts_on", "note"),
    chip="amount",
    by=(Cost.starts_on.desc(), Cost.kind, Cost.id),
)
