"""What an alert is: of which kind, why, about which record, how bad, and what removes it."""

from dataclasses import dataclass
from datetime import date

from workbench.kernel.choice import Choice
from workbench.kernel.words import N_


class AlertKind(Choice):
    """The rule that an alert comes from, in the order in which alerts are shown."""

    BLOCKED = "blocked", N_("Blocked too long")
    PROMISE = "promise", N_("Promises about to break")
    SLIPPING = "slipping", N_("Slipping")
    OVERLOADED = "overloaded", N_("Overloaded")
    UNCOVERED = "uncovered", N_("Uncovered")
    NEGLECTED = "neglected", N_("Neglected")


class Remedy(Choice):
    """The action that removes an alert."""

    ESCALATE = "escalate", N_("Escalate or unblock")
    ASK = "ask", N_("Ask how it goes")
    AGREE = "agree", N_("Agree on a new day")
    HAND_OVER = "hand_over", N_("Hand over the largest action")
    ASSIGN = "assign", N_("Name somebody")
    CALL = "call", N_("Plan a call")


class Severity(Choice):
    """How bad it is."""

    URGENT = "urgent", N_("Urgent")
    WARNING = "warning", N_("Warning")


class Why(Choice):
    """The reasons there are; `saying.sentence` speaks them."""

    SILENT = "silent", N_("Silent")
    SILENT_BEYOND_RHYTHM = "silent_beyond_rhythm", N_("Silent beyond the rhythm")
    MOVED = "moved", N_("Moved again and again")
    LATER = "later", N_("Later than promised")
    VACANT = "vacant", N_("Vacant")
    UNACCOMPANIED = "unaccompanied", N_("Nobody of ours")
    UNMANNED = "unmanned", N_("No member")
    BLOCKED = "blocked", N_("Blocked")
    OVER_CAPACITY = "over_capacity", N_("Over capacity")
    NOT_BEGUN = "not_begun", N_("Not begun")
    STUCK = "stuck", N_("Blocked before its day")
    UNANSWERED = "unanswered", N_("Not answered")
    OVERDUE = "overdue", N_("Answer overdue")


@dataclass(frozen=True)
class Subject:
    """The record an alert is about and its account; `action_id` is the action to hand over, where there is one."""

    table: str
    id: int
    name: str
    account_id: int
    account: str
    action_id: int | None = None


@dataclass(frozen=True)
class Evidence:
    """What fills the sentence that says why.

    How many days or times, since or until which day, who, how many hours; `detail` is the reason that blocks an action,
    the action to hand over, or the department that was asked.
    """

    n: int = 0
    day: date | None = None
    rhythm: int | None = None
    owner: str | None = None
    hours: float = 0.0
    capacity: float = 0.0
    detail: str = ""


@dataclass(frozen=True)
class Alert:
    """One alert: the rule, the reason, what it is about, how bad it is, and the action that removes it."""

    kind: AlertKind
    why: Why
    subject: Subject
    severity: Severity
    remedy: Remedy
    evidence: Evidence = Evidence()
