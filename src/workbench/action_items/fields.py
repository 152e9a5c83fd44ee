"""The fields of an action as the user knows them."""

from workbench.action_items.model import ActionItem, Step
from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_

TITLE = Field(ActionItem.title, N_("Action"), shared=True)
ACCOUNT = Field(ActionItem.account_id, N_("Account"), Kind.REFERENCE, shared=True)
DIRECTION = Field(ActionItem.direction, N_("Direction"), Kind.CHOICE, shared=True)
MEMBER = Field(ActionItem.member_id, N_("Owner (us)"), Kind.REFERENCE, shared=True)
PERSON = Field(ActionItem.person_id, N_("Owner (client)"), Kind.REFERENCE, shared=True)
DEPARTMENT = Field(ActionItem.department_id, N_("Department"), Kind.REFERENCE)
START = Field(ActionItem.start, N_("Start"), Kind.DAY)
DUE = Field(ActionItem.due, N_("Due"), Kind.DAY, shared=True)
STATE = Field(ActionItem.state, N_("State"), Kind.CHOICE, shared=True)
PRIORITY = Field(ActionItem.priority, N_("Priority"), Kind.CHOICE)
NOTE = Field(ActionItem.note, N_("Note"), Kind.NOTE)
CAPTURED = Field(ActionItem.captured, N_("As it was captured"), Kind.NOTE, editable=False)
FIELDS = (
    TITLE,
    ACCOUNT,
    DIRECTION,
    MEMBER,
    PERSON,
    DEPARTMENT,
    START,
    DUE,
    STATE,
    Field(ActionItem.waiting_for, N_("Waiting for")),
    Field(ActionItem.waiting_since, N_("Waiting since"), Kind.DAY),
    Field(ActionItem.blocked_reason, N_("Blocked because"), Kind.NOTE),
    PRIORITY,
    Field(ActionItem.effort, N_("Effort (hours)"), Kind.NUMBER),
    Field(ActionItem.meeting_id, N_("From meeting"), Kind.REFERENCE),
    Field(ActionItem.objective_id, N_("For objective"), Kind.REFERENCE),
    Field(ActionItem.done_on, N_("Done on"), Kind.DAY, shared=True),
    Field(ActionItem.rule, N_("Repeats"), Kind.RULE),
    NOTE,
    Field(ActionItem.external_id, N_("External id"), editable=False),
)
STEP_FIELDS = (Field(Step.title, N_("Step")), Field(Step.is_done, N_("Done"), Kind.FLAG))
