"""The list of actions."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, select

from workbench.action_items import fields
from workbench.action_items.cards import card
from workbench.action_items.commands import (
    add_action,
    complete,
    delete_actions,
    edit_action,
    hand_over,
    move_to_state,
    reschedule,
)
from workbench.action_items.model import OPEN, ActionItem, Direction, State
from workbench.action_items.queries import OPEN_ACTIONS
from workbench.action_items.ui.verbs import ActionVerbs
from workbench.kernel.cells import Cell, Row, late_day
from workbench.kernel.reading import understood
from workbench.kernel.words import N_
from workbench.team.model import Member
from workbench.ui.desk import Desk
from workbench.ui.room import Bulk, Chip, Inline, Room


def _overdue(today: date) -> list[ColumnElement[bool]]:
    return [ActionItem.due < today, ActionItem.state.in_(OPEN)]


def _blocked(_today: date) -> list[ColumnElement[bool]]:
    return [ActionItem.blocked_reason.is_not(None)]


def _they_owe(_today: date) -> list[ColumnElement[bool]]:
    return [ActionItem.direction == Direction.THEY_OWE]


def _add(desk: Desk, title: str) -> int:
    return desk.workspace.do(add_action, title, desk.clock.today())


def _tick(desk: Desk, keys: list[int]) -> None:
    desk.workspace.do(complete, keys, desk.clock.today())
    desk.done(desk.words.many("{n} action done.", "{n} actions done.", len(keys)))


def _mine(_today: date) -> list[ColumnElement[bool]]:
    return [ActionItem.member_id.in_(select(Member.id).where(Member.is_me))]


def _this_week(today: date) -> list[ColumnElement[bool]]:
    return [ActionItem.due >= today, ActionItem.due <= today + timedelta(days=6 - today.weekday())]


def _due(row: Row) -> Cell:
    return late_day(row, "due", is_open=row.values["state"] in OPEN)


def _to_state(desk: Desk, key: int, state: State, _why: str) -> None:
    if state is State.DONE:
        _tick(desk, [key])
    else:
        desk.workspace.do(move_to_state, [key], state)


INLINE = {
    "due": Inline(fields.DUE),
    "owner": Inline(fields.MEMBER),
    "state": Inline(fields.STATE, save=_to_state),
    "direction": Inline(fields.DIRECTION),
    "account": Inline(fields.ACCOUNT),
    "priority": Inline(fields.PRIORITY),
}


def _tick_all(desk: Desk, keys: list[int], _text: str) -> None:
    _tick(desk, keys)


def _move(desk: Desk, keys: list[int], text: str) -> None:
    due = understood(fields.DUE, text, desk.formats, desk.clock)
    desk.workspace.do(reschedule, keys, due)
    said = desk.formats.weekday(due)
    desk.done(desk.words.many("{n} action moved to {day}.", "{n} actions moved to {day}.", len(keys), day=said))


def _hand_over(desk: Desk, keys: list[int], text: str) -> None:
    owner = desk.workspace.do(hand_over, keys, text)
    desk.done(
        desk.words.many(
            "{n} action now belongs to {owner}.", "{n} actions now belong to {owner}.", len(keys), owner=owner
        )
    )


def _by_department(desk: Desk, chosen: Sequence[int]) -> tuple[str, object] | None:
    """The list of the team that the chosen action belongs to."""
    with desk.workspace.read() as session:
        action = card(session, chosen[0]) if chosen else None
    return ("actions-list", action.account_id) if action and action.account_id else None


BULK = (
    Bulk(N_("Tick"), "check", "", _tick_all),
    Bulk(N_("Move due date"), "calendar", N_("A day, such as “fri” or “+3”"), _move),
    Bulk(N_("Set owner"), "user", N_("The name of a colleague"), _hand_over),
)
ROOM = Room(
    key="actions",
    title=N_("Actions"),
    icon="circle-check-big",
    kind=ActionItem,
    listing=OPEN_ACTIONS,
    fields=fields.FIELDS,
    add=_add,
    edit=edit_action,
    delete=delete_actions,
    new=N_("Add action"),
    empty=N_("No open actions. They fill this list from meetings and plans."),
    chips=(
        Chip(N_("Mine"), _mine, is_counted=False),
        Chip(N_("This week"), _this_week),
        Chip(N_("Overdue"), _overdue),
        Chip(N_("Blocked ones"), _blocked),
        Chip(N_("They owe"), _they_owe),
    ),
    looks={"due": _due},
    inline=INLINE,
    bulk=BULK,
    verbs=ActionVerbs,
    paper=_by_department,
)
