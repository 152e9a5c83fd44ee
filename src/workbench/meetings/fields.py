"""The fields of a meeting as the user knows them."""

from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_
from workbench.meetings.model import Meeting
from workbench.meetings.proceedings import AgendaPoint, Attendance, Decision

TITLE = Field(Meeting.title, N_("Title"), shared=True)
DAY = Field(Meeting.day, N_("Day"), Kind.DAY, shared=True)
START = Field(Meeting.start, N_("Starts at"), Kind.TIME, shared=True)
MINUTES = Field(Meeting.minutes, N_("Minutes"), Kind.NUMBER, shared=True)
KIND = Field(Meeting.kind, N_("Kind"), Kind.CHOICE, shared=True)
STATUS = Field(Meeting.status, N_("Status"), Kind.CHOICE)
PLACE = Field(Meeting.place, N_("Place"), shared=True)
ACCOUNT = Field(Meeting.account_id, N_("Account"), Kind.REFERENCE, shared=True)
PURPOSE = Field(Meeting.purpose, N_("Purpose"), Kind.NOTE)
NOTES = Field(Meeting.notes, N_("Notes"), Kind.NOTE)
FIELDS = (
    TITLE,
    ACCOUNT,
    DAY,
    START,
    MINUTES,
    Field(Meeting.end_day, N_("Last day"), Kind.DAY, shared=True),
    Field(Meeting.time_zone, N_("Time zone"), shared=True),
    KIND,
    STATUS,
    PLACE,
    Field(Meeting.phone, N_("Phone"), Kind.PHONE, shared=True),
    PURPOSE,
    Field(Meeting.outcome, N_("Wanted outcome"), Kind.NOTE),
    Field(Meeting.numbers, N_("Numbers they will ask for"), Kind.NOTE),
    Field(Meeting.say, N_("Say"), Kind.NOTE),
    Field(Meeting.do_not_say, N_("Do not say"), Kind.NOTE),
    NOTES,
    Field(Meeting.rule, N_("Repeats"), Kind.RULE),
    Field(Meeting.external_id, N_("External id"), editable=False),
)
AGENDA_FIELDS = (
    Field(AgendaPoint.title, N_("Agenda point"), shared=True),
    Field(AgendaPoint.minutes, N_("Minutes"), Kind.NUMBER, shared=True),
    Field(AgendaPoint.member_id, N_("Led by"), Kind.REFERENCE, shared=True),
    Field(AgendaPoint.person_id, N_("Led by (client)"), Kind.REFERENCE, shared=True),
    Field(AgendaPoint.result, N_("Wanted result"), Kind.NOTE),
)
ATTENDANCE_FIELDS = (
    Field(Attendance.person_id, N_("Person"), Kind.REFERENCE, shared=True),
    Field(Attendance.member_id, N_("Member"), Kind.REFERENCE, shared=True),
    Field(Attendance.name, N_("Name"), shared=True),
    Field(Attendance.note, N_("Note"), Kind.NOTE),
    Field(Attendance.was_present, N_("Was present"), Kind.FLAG),
)
DECISION_FIELDS = (Field(Decision.text, N_("Decision"), Kind.NOTE, shared=True),)
