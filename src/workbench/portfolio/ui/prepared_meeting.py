"""The page of a meeting with what both sides promised beside it."""

from workbench.meetings.ui.meeting_page import MeetingPage
from workbench.portfolio.standing import late_promises
from workbench.portfolio.ui.promises import THEY_OWE, WE_OWE
from workbench.ui.desk import Desk


class PreparedMeeting(MeetingPage):
    """A meeting, and the open promises of its account: Space ticks one off, T and W move it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, (WE_OWE, THEY_OWE))

    def late_promises(self, account_id: int | None) -> int:
        if account_id is None:
            return 0
        with self.desk.workspace.read() as session:
            return late_promises(session, account_id, self.desk.clock.today())
