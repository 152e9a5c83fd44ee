"""Steps of an action, and the open promises of people and members."""

from dataclasses import replace
from datetime import timedelta

from workbench.action_items import commands, fields
from workbench.action_items.model import OPEN, ActionItem, Direction, Step
from workbench.contacts.positions import ContactRole
from workbench.kernel.words import N_
from workbench.ui.children import Children, Chosen, Verb
from workbench.ui.desk import Desk


def _step(desk: Desk, action_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(commands.add_step, action_id, chosen.text)


def _done(desk: Desk, key: int) -> None:
    desk.workspace.do(commands.complete, [key], desk.clock.today())
    desk.done(desk.words.many("{n} action done.", "{n} actions done.", 1))


def _today(desk: Desk, key: int) -> None:
    desk.workspace.do(commands.reschedule, [key], desk.clock.today())


def _week(desk: Desk, key: int) -> None:
    desk.workspace.do(commands.reschedule, [key], desk.clock.today() + timedelta(days=7))


FEW = 6
STEPS = Children(
    key="action.steps",
    title=N_("Steps"),
    new=N_("Step"),
    kind=Step,
    parent=Step.action_id,
    fields=fields.STEP_FIELDS,
    add=_step,
    edit=commands.edit_step,
    delete=commands.delete_steps,
    strong=("title",),
    tick="is_done",
    order=commands.order_steps,
    leads=True,
)
VERBS = (
    Verb(N_("Done"), "Space", _done),
    Verb(N_("Due today"), "T", _today),
    Verb(N_("Move by a week"), "W", _week),
)
THEY_PROMISED = Children(
    key="person.they_promised",
    title=N_("They promised"),
    new="",
    kind=ActionItem,
    parent=ActionItem.person_id,
    fields=fields.FIELDS,
    add=None,
    edit=commands.edit_action,
    delete=commands.delete_actions,
    strong=("title",),
    weak=("due", "account_id"),
    chip="state",
    due="due",
    most=FEW,
    by=(ActionItem.due,),
    conditions=(ActionItem.state.in_(OPEN),),
    opens="actions",
    verbs=VERBS,
)
# what we owe is owed to an account; a person sees that of the accounts where they have a role
WE_PROMISED = replace(
    THEY_PROMISED,
    key="person.we_promised",
    title=N_("We promised"),
    parent=ContactRole.person_id,
    weak=("due", "member_id"),
    conditions=(
        ActionItem.account_id == ContactRole.account_id,
        ActionItem.direction == Direction.WE_OWE,
        ActionItem.state.in_(OPEN),
    ),
)
OWNED = replace(THEY_PROMISED, key="member.actions", title=N_("Open actions"), parent=ActionItem.member_id)
PROMISES = (THEY_PROMISED, WE_PROMISED)
