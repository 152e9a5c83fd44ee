"""Why an account needs attention, as it is written on Today."""

from datetime import date, time, timedelta

from workbench.accounts.commands import edit_account
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_meeting, edit_meeting
from workbench.meetings.model import MeetingStatus
from workbench.portfolio.queries import watched
from workbench.portfolio.ui.attention import attention
from workbench.ui.desk import Desk

TODAY = date(2026, 3, 10)


def lines(desk: Desk, workspace: Workspace, card: str) -> dict[str, tuple[str, str]]:
    with workspace.read() as session:
        cards = attention(desk, watched(session, TODAY), TODAY)
    return {line.name: (line.why, line.kind) for title, _, found in cards if title == card for line in found}


def test_a_meeting_without_an_action_after_it_is_named_by_its_day(
    desk: Desk, workspace: Workspace, accounts: dict[str, int]
) -> None:
    met = workspace.do(add_meeting, "Visit", date(2026, 2, 24), start=time(10), account_id=accounts["Acme"])
    workspace.do(edit_meeting, met, status=MeetingStatus.HELD)
    workspace.do(edit_account, accounts["Acme"], last_contact_on=date(2026, 2, 24))
    workspace.do(edit_account, accounts["Umbrella"], last_contact_on=TODAY - timedelta(47))
    old = workspace.do(add_meeting, "Fair", TODAY - timedelta(47), start=time(10), account_id=accounts["Umbrella"])
    workspace.do(edit_meeting, old, status=MeetingStatus.HELD)
    found = lines(desk, workspace, "No next step")
    assert found["Acme"] == ("met 24 Feb, no action", "warn")
    assert found["Umbrella"] == ("last contact 47 days ago", "warn")


def test_a_renewal_is_a_warning_when_it_is_near(desk: Desk, workspace: Workspace, accounts: dict[str, int]) -> None:
    workspace.do(edit_account, accounts["Acme"], renewal_on=TODAY + timedelta(120))
    workspace.do(edit_account, accounts["Umbrella"], renewal_on=TODAY + timedelta(121))
    found = lines(desk, workspace, "Renewals in 300 days")
    assert [found[name][1] for name in ("Acme", "Umbrella")] == ["warn", "muted"]
