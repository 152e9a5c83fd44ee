"""The fields of a request as the user knows them."""

from workbench.kam.model import Request
from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_

TITLE = Field(Request.title, N_("Request"))
STATE = Field(Request.state, N_("State"), Kind.CHOICE, editable=False)
DEPARTMENT = Field(Request.department_id, N_("Department"), Kind.REFERENCE)
MEMBER = Field(Request.member_id, N_("Asked of"), Kind.REFERENCE)
ASKED_BY = Field(Request.asked_by_id, N_("Asked by"), Kind.REFERENCE)
ASKED_ON = Field(Request.asked_on, N_("Asked on"), Kind.DAY)
PROMISED_FOR = Field(Request.promised_for, N_("Promised for"), Kind.DAY)
STAKE = Field(Request.stake, N_("The client's stake"), Kind.NOTE)
DETAILS = Field(Request.details, N_("What is needed"), Kind.NOTE)
ANSWER = Field(Request.answer, N_("Answer"), Kind.NOTE)
ANSWERED_ON = Field(Request.answered_on, N_("Answered on"), Kind.DAY)
BLOCKED = Field(Request.blocked_reason, N_("Blocked because"), Kind.NOTE)
ESCALATION = Field(Request.escalation, N_("Escalation"), Kind.NOTE)
ACTION = Field(Request.action_id, N_("For the action"), Kind.REFERENCE)
OBJECTIVE = Field(Request.objective_id, N_("For the objective"), Kind.REFERENCE)
ACCOUNT = Field(Request.account_id, N_("Account"), Kind.REFERENCE)
FIELDS = (
    TITLE,
    PROMISED_FOR,
    STAKE,
    DETAILS,
    ANSWER,
    ANSWERED_ON,
    DEPARTMENT,
    MEMBER,
    ASKED_BY,
    ASKED_ON,
    ACTION,
    OBJECTIVE,
    BLOCKED,
    ESCALATION,
)
