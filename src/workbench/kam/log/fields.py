"""The fields of an entry of the log as the user knows them."""

from workbench.kam.model import LogEntry
from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_

FIELDS = (
    Field(LogEntry.title, N_("Entry")),
    Field(LogEntry.kind, N_("Kind"), Kind.CHOICE),
    Field(LogEntry.on, N_("Day"), Kind.DAY),
    Field(LogEntry.text, N_("Text"), Kind.NOTE),
    Field(LogEntry.member_id, N_("Who"), Kind.REFERENCE),
    Field(LogEntry.department_id, N_("Department"), Kind.REFERENCE),
    Field(LogEntry.meeting_id, N_("From meeting"), Kind.REFERENCE),
    Field(LogEntry.resolution, N_("Resolution"), Kind.NOTE),
    Field(LogEntry.resolved_on, N_("Resolved on"), Kind.DAY),
    Field(LogEntry.lesson, N_("Lesson"), Kind.NOTE),
)
