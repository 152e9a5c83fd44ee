"""The list of meetings."""

from collections.abc import Sequence

from workbench.kernel.words import N_
from workbench.meetings import fields
from workbench.meetings.commands import add_meeting, delete_meetings, edit_meeting
from workbench.meetings.model import Meeting
from workbench.meetings.queries import MEETINGS
from workbench.meetings.ui import several
from workbench.ui.desk import Desk
from workbench.ui.room import Room


def _add(desk: Desk, title: str) -> int:
    return desk.workspace.do(add_meeting, title, desk.clock.today(), time_zone=desk.clock.zone)


def _brief(_desk: Desk, chosen: Sequence[int]) -> tuple[str, object] | None:
    """The brief of the chosen meeting."""
    return ("brief", chosen[0]) if chosen else None


ROOM = Room(
    key="meetings",
    title=N_("Meetings"),
    icon="calendar",
    kind=Meeting,
    listing=MEETINGS,
    fields=fields.FIELDS,
    add=_add,
    edit=edit_meeting,
    delete=delete_meetings,
    new=N_("Add meeting"),
    empty=N_("Your meetings will be here. Add one, or import a calendar."),
    chips=several.CHIPS,
    bulk=several.BULK,
    opens="meeting",
    other_way=(N_("Week"), "calendar-days", "week"),
    paper=_brief,
)
