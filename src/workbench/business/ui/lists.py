"""What an account brought, quarter by quarter."""

from workbench.business import commands, fields
from workbench.business.model import Revenue
from workbench.business.quarters import NoQuarter, quarter_of
from workbench.kernel.reading import understood
from workbench.kernel.words import N_
from workbench.ui.children import Children, Chosen
from workbench.ui.desk import Desk

INVOICED = next(field for field in fields.REVENUE_FIELDS if field.name == "invoiced")


def _revenue(desk: Desk, account_id: int, chosen: Chosen) -> int:
    """“Q1 2026: 120,000” is a quarter with what was invoiced in it."""
    said, _, amount = chosen.text.partition(":")
    first = quarter_of(said)
    if first is None or not amount.strip():
        raise NoQuarter(text=chosen.text)
    cents = understood(INVOICED, amount, desk.formats, desk.clock)
    return desk.workspace.do(commands.add_revenue, account_id, first, cents)


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
