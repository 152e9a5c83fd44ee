"""The page of a meeting with what both sides promised beside it."""

from dataclasses import replace

from workbench.action_items.commands import add_action
from workbench.action_items.model import OPEN, ActionItem, Direction
from workbench.action_items.ui.lists import THEY_PROMISED
from workbench.kernel.words import N_
from workbench.meetings.ui.meeting_page import MeetingPage
from workbench.portfolio.standing import late_promises
from workbench.ui.children import Chosen
from workbench.ui.desk import Desk


def _we_owe(desk: Desk, account_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(add_action, chosen.text, desk.clock.today(), account_id=account_id)


def _they_owe(desk: Desk, account_id: int, chosen: Chosen) -> int:
    values = {"account_id": account_id, "direction": Direction.THEY_OWE}
    return desk.workspace.do(add_action, chosen.text, desk.clock.today(), **values)


WE_OWE = replace(
    THEY_PROMISED,
    key="meeting.we_promised",
    title=N_("We promised"),
    new=N_("Promise of ours"),
    parent=ActionItem.account_id,
    weak=("due", "member_id"),
    add=_we_owe,
    conditions=(ActionItem.direction == Direction.WE_OWE, ActionItem.state.in_(OPEN)),
)
THEY_OWE = replace(
    WE_OWE,
    key="meeting.they_promised",
    title=N_("They promised"),
    new=N_("Promise of theirs"),
    weak=("due", "person_id"),
    add=_they_owe,
    conditions=(ActionItem.direction == Direction.THEY_OWE, ActionItem.state.in_(OPEN)),
)


class PreparedMeeting(MeetingPage):
    """A meeting, and the open promises of its account: Space ticks one off, T and W move it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, (WE_OWE, THEY_OWE))

    def late_promises(self, account_id: int | None) -> int:
        if account_id is None:
            return 0
        with self.desk.workspace.read() as session:
            return late_promises(session, account_id, self.desk.clock.today())
