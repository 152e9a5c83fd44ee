"""What an account owns: units and sites, addresses, facts."""

from workbench.accounts import commands, fields
from workbench.accounts.structure import Address, Fact, Unit
from workbench.kernel.words import N_
from workbench.ui.children import Children, Chosen
from workbench.ui.desk import Desk


def _unit(desk: Desk, account_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(commands.add_unit, account_id, chosen.text)


def _address(desk: Desk, account_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(commands.add_address, account_id, street=chosen.text)


def _fact(desk: Desk, account_id: int, chosen: Chosen) -> int:
    """“Share of wallet: 34 %” is a fact with its value."""
    name, _, value = (part.strip() for part in chosen.text.partition(":"))
    return desk.workspace.do(commands.add_fact, account_id, name, value or "–", as_of=desk.clock.today())


UNITS = Children(
    key="account.units",
    title=N_("Units and sites"),
    new=N_("Unit or site"),
    kind=Unit,
    parent=Unit.account_id,
    fields=fields.UNIT_FIELDS,
    add=_unit,
    edit=commands.edit_unit,
    delete=commands.delete_units,
    strong=("name",),
    weak=("kind", "place", "headcount"),
    by=(Unit.kind,),
)
ADDRESSES = Children(
    key="account.addresses",
    title=N_("Addresses"),
    new=N_("Address"),
    kind=Address,
    parent=Address.account_id,
    fields=fields.ADDRESS_FIELDS,
    add=_address,
    edit=commands.edit_address,
    delete=commands.delete_addresses,
    strong=("street", "city"),
    weak=("label", "postcode", "country"),
)
FACTS = Children(
    key="account.facts",
    title=N_("What we know"),
    new=N_("Fact – “Our share: 34 %”"),
    kind=Fact,
    parent=Fact.account_id,
    fields=fields.FACT_FIELDS,
    add=_fact,
    edit=commands.edit_fact,
    delete=commands.delete_facts,
    strong=("name", "value"),
    weak=("confidence", "source", "as_of"),
    order=commands.order_facts,
)
LISTS = (FACTS, UNITS, ADDRESSES)
