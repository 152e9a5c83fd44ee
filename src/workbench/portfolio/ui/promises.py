"""The open promises of an account, of both sides and among ourselves: added, ticked off and moved in place."""

from dataclasses import replace

from workbench.action_items.commands import add_action
from workbench.action_items.model import OPEN, ActionItem, Direction
from workbench.action_items.ui.lists import THEY_PROMISED
from workbench.kernel.words import N_
from workbench.ui.children import Chosen
from workbench.ui.desk import Desk

MOST = 6


def _we_owe(desk: Desk, account_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(add_action, chosen.text, desk.clock.today(), account_id=account_id)


def _they_owe(desk: Desk, account_id: int, chosen: Chosen) -> int:
    values = {"account_id": account_id, "direction": Direction.THEY_OWE}
    return desk.workspace.do(add_action, chosen.text, desk.clock.today(), **values)


WE_OWE = replace(
    THEY_PROMISED,
    key="account.we_promised",
    title=N_("We promised"),
    new=N_("Promise of ours"),
    parent=ActionItem.account_id,
    weak=("due", "member_id"),
    most=MOST,
    add=_we_owe,
    conditions=(ActionItem.direction == Direction.WE_OWE, ActionItem.state.in_(OPEN)),
)
THEY_OWE = replace(
    WE_OWE,
    key="account.they_promised",
    title=N_("They promised"),
    new=N_("Promise of theirs"),
    weak=("due", "person_id"),
    add=_they_owe,
    conditions=(ActionItem.direction == Direction.THEY_OWE, ActionItem.state.in_(OPEN)),
)
INTERNAL = replace(
    WE_OWE,
    key="account.internal",
    title=N_("Internal actions"),
    new="",
    add=None,
    conditions=(ActionItem.direction == Direction.INTERNAL, ActionItem.state.in_(OPEN)),
)
