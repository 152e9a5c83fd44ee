"""The fields of an entry of hours as the user knows them."""

from workbench.kam.model import HoursSpent
from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_

ON = Field(HoursSpent.on, N_("Day"), Kind.DAY)
MEMBER = Field(HoursSpent.member_id, N_("Member"), Kind.REFERENCE)
HOURS = Field(HoursSpent.hours, N_("Hours"), Kind.NUMBER)
ACTION = Field(HoursSpent.action_id, N_("For action"), Kind.REFERENCE)
NOTE = Field(HoursSpent.note, N_("Note"), Kind.NOTE)
FIELDS = (ON, MEMBER, HOURS, ACTION, NOTE)
