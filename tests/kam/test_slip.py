"""How far a promise has slipped from the day it was first given for (ME17)."""

from datetime import date

from workbench.action_items.commands import add_action, edit_action, reschedule, shift_due
from workbench.action_items.model import ActionItem
from workbench.kernel.workspace import Workspace

FIRST, LATER = date(2026, 3, 10), date(2026, 3, 24)


def slip(workspace: Workspace, action: int) -> int:
    with workspace.read() as session:
        return session.get_one(ActionItem, action).slip


def test_a_promise_that_keeps_its_day_has_not_slipped(workspace: Workspace) -> None:
    assert slip(workspace, workspace.do(add_action, "Send the offer", due=FIRST)) == 0


def test_every_way_to_give_it_another_day_counts_from_the_first(workspace: Workspace) -> None:
    action = workspace.do(add_action, "Send the offer", due=FIRST)
    workspace.do(edit_action, action, due=LATER)
    assert slip(workspace, action) == 14
    workspace.do(shift_due, [action], 2, FIRST)
    assert slip(workspace, action) == 16
    workspace.do(reschedule, [action], FIRST)
    assert slip(workspace, action) == 0


def test_a_day_that_comes_later_is_the_first_one(workspace: Workspace) -> None:
    action = workspace.do(add_action, "Send the offer")
    workspace.do(reschedule, [action], FIRST)
    workspace.do(reschedule, [action], LATER)
    assert slip(workspace, action) == 14


def test_undo_takes_the_first_day_back_too(workspace: Workspace) -> None:
    action = workspace.do(add_action, "Send the offer")
    workspace.do(reschedule, [action], FIRST)
    workspace.undo()
    workspace.do(reschedule, [action], LATER)
    assert slip(workspace, action) == 0
