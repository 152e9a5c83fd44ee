"""What a meeting owns: its agenda, who is there, what was decided."""

from workbench.contacts.model import Person
from workbench.kernel.words import N_
from workbench.meetings import commands, fields
from workbench.meetings.proceedings import AgendaPoint, Attendance, Decision
from workbench.team.model import Member
from workbench.ui.children import Children, Chosen
from workbench.ui.desk import Desk

SIDES = {Person.__tablename__: "person_id", Member.__tablename__: "member_id"}


def _point(desk: Desk, meeting_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(commands.add_agenda_point, meeting_id, chosen.text)


def _attendee(desk: Desk, meeting_id: int, chosen: Chosen) -> int:
    """A person or a member, or just a name where nobody is called so."""
    values = {SIDES[chosen.entity]: chosen.key} if chosen.key else {"name": chosen.text}
    return desk.workspace.do(commands.add_attendee, meeting_id, **values)


def _decision(desk: Desk, meeting_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(commands.add_decision, meeting_id, chosen.text)


AGENDA = Children(
    key="meeting.agenda",
    title=N_("Agenda"),
    new=N_("Agenda point"),
    kind=AgendaPoint,
    parent=AgendaPoint.meeting_id,
    fields=fields.AGENDA_FIELDS,
    add=_point,
    edit=commands.edit_agenda_point,
    delete=commands.delete_agenda_points,
    strong=("title",),
    weak=("minutes", "member_id", "person_id", "result"),
    order=commands.order_agenda_points,
    leads=True,
)
ATTENDEES = Children(
    key="meeting.people",
    title=N_("Who is in the room"),
    new=N_("Somebody – a name"),
    kind=Attendance,
    parent=Attendance.meeting_id,
    fields=fields.ATTENDANCE_FIELDS,
    add=_attendee,
    edit=commands.edit_attendee,
    delete=commands.remove_attendees,
    strong=("person_id", "member_id", "name"),
    weak=("note", "was_present"),
    by=(Attendance.member_id.is_not(None), Attendance.position),
    picks=(Person, Member),
    leads=True,
)
DECISIONS = Children(
    key="meeting.decisions",
    title=N_("Decisions"),
    new=N_("Decision"),
    kind=Decision,
    parent=Decision.meeting_id,
    fields=fields.DECISION_FIELDS,
    add=_decision,
    edit=commands.edit_decision,
    delete=commands.delete_decisions,
    strong=("text",),
    order=commands.order_decisions,
    mark="D",
)
LISTS = (AGENDA, ATTENDEES, DECISIONS)
