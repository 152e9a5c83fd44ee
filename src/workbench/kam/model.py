"""The cockpit of a key account: workstreams, RACI, requests to departments, logs, reviews, hours and benefits."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.choice import Choice
from workbench.kernel.entity import Entity, Name, Note
from workbench.kernel.words import N_


class Letter(Choice):
    """What somebody is for a piece of work (ME16); whoever accounts for it may also carry it out."""

    ACCOUNTABLE = "A", N_("Accountable")
    BOTH = "A/R", N_("Accountable and responsible")
    RESPONSIBLE = "R", N_("Responsible")
    CONSULTED = "C", N_("Consulted")
    INFORMED = "I", N_("Informed")
    SUPPORT = "S", N_("Supports")

    @property
    def accounts(self) -> bool:
        return self in (Letter.ACCOUNTABLE, Letter.BOTH)

    @property
    def carries_out(self) -> bool:
        return self in (Letter.RESPONSIBLE, Letter.BOTH)


class RequestState(Choice):
    """How far a request to a department has come."""

    ASKED = "asked", N_("Asked")
    ACCEPTED = "accepted", N_("Accepted")
    ANSWERED = "answered", N_("Answered")
    REFUSED = "refused", N_("Refused")
    ESCALATED = "escalated", N_("Escalated")


# what still waits for an answer
UNANSWERED = (RequestState.ASKED, RequestState.ACCEPTED, RequestState.ESCALATED)


class LogKind(Choice):
    """What the log of an account tells."""

    DECISION = "decision", N_("Decision")
    ISSUE = "issue", N_("Issue")
    CONFLICT = "conflict", N_("Conflict")
    NOTE = "note", N_("Team note")


class ReviewStatus(Choice):
    """How far an internal review of a plan has come."""

    PLANNED = "planned", N_("Planned")
    HELD = "held", N_("Held")
    CLOSED = "closed", N_("Closed")


class Advantage(Choice):
    """The six advantages of having a key account manager (ME30)."""

    DIFFERENTIATION = "differentiation", N_("Differentiation")
    SALES = "sales", N_("Sales")
    RELATIONSHIPS = "relationships", N_("Relationships")
    TEAM_VALUE = "team_value", N_("Value to the team")
    COMMUNICATION = "communication", N_("Communication")
    ORGANISATION = "organisation", N_("Organisation")


class Workstream(Entity):
    """A strand of the work for an account, from sales strategy through marketing to after-sales."""

    __tablename__ = "workstream"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    title: Mapped[Name]
    objective_id: Mapped[int | None] = mapped_column(
        ForeignKey("objective.id", ondelete="SET NULL"), index=True, default=None
    )
    department_id: Mapped[int | None] = mapped_column(
        ForeignKey("department.id", ondelete="SET NULL"), index=True, default=None
    )
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[Note | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)


class Deliverable(Entity):
    """Something a workstream hands over, on a day."""

    __tablename__ = "deliverable"

    workstream_id: Mapped[int] = mapped_column(ForeignKey("workstream.id", ondelete="CASCADE"), index=True)
    title: Mapped[Name]
    due: Mapped[date | None] = mapped_column(default=None)
    done_on: Mapped[date | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)


class Raci(Entity):
    """The letter of a department, or of the client without one, for a workstream, a deliverable or an action.

    `member_id` names the person who stands for the department; for an action's A it is the action's owner.
    """

    __tablename__ = "raci"

    letter: Mapped[Letter]
    workstream_id: Mapped[int | None] = mapped_column(
        ForeignKey("workstream.id", ondelete="CASCADE"), index=True, default=None
    )
    deliverable_id: Mapped[int | None] = mapped_column(
        ForeignKey("deliverable.id", ondelete="CASCADE"), index=True, default=None
    )
    action_id: Mapped[int | None] = mapped_column(
        ForeignKey("action_item.id", ondelete="CASCADE"), index=True, default=None
    )
    department_id: Mapped[int | None] = mapped_column(
        ForeignKey("department.id", ondelete="CASCADE"), index=True, default=None
    )
    member_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None
    )


class Request(Entity):
    """What a department was asked for, with the client's stake in it; its clock counts working days."""

    __tablename__ = "request"

    title: Mapped[Name]
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id", ondelete="RESTRICT"), index=True)
    asked_on: Mapped[date] = mapped_column(index=True)
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True, default=None
    )
    member_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None
    )
    asked_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None
    )
    action_id: Mapped[int | None] = mapped_column(
        ForeignKey("action_item.id", ondelete="SET NULL"), index=True, default=None
    )
    objective_id: Mapped[int | None] = mapped_column(
        ForeignKey("objective.id", ondelete="SET NULL"), index=True, default=None
    )
    details: Mapped[Note | None] = mapped_column(default=None)
    stake: Mapped[Note | None] = mapped_column(default=None)
    promised_for: Mapped[date | None] = mapped_column(default=None)
    first_promised: Mapped[date | None] = mapped_column(default=None)
    state: Mapped[RequestState] = mapped_column(default=RequestState.ASKED, index=True)
    accepted_on: Mapped[date | None] = mapped_column(default=None)
    answer: Mapped[Note | None] = mapped_column(default=None)
    answered_on: Mapped[date | None] = mapped_column(default=None)
    blocked_reason: Mapped[Note | None] = mapped_column(default=None)
    escalation: Mapped[Note | None] = mapped_column(default=None)
    escalated_on: Mapped[date | None] = mapped_column(default=None)


class LogEntry(Entity):
    """A decision, an issue, a conflict or a note of the team about an account; with `resolved_on` it is settled."""

    __tablename__ = "log_entry"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    kind: Mapped[LogKind]
    title: Mapped[Name]
    on: Mapped[date]
    text: Mapped[Note | None] = mapped_column(default=None)
    member_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None
    )
    department_id: Mapped[int | None] = mapped_column(
        ForeignKey("department.id", ondelete="SET NULL"), index=True, default=None
    )
    meeting_id: Mapped[int | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), index=True, default=None
    )
    resolution: Mapped[Note | None] = mapped_column(default=None)
    lesson: Mapped[Note | None] = mapped_column(default=None)
    resolved_on: Mapped[date | None] = mapped_column(default=None)


class Review(Entity):
    """An internal review of a plan: who presents it, who coaches."""

    __tablename__ = "review"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    on: Mapped[date]
    status: Mapped[ReviewStatus] = mapped_column(default=ReviewStatus.PLANNED)
    presenter_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None
    )
    coach_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None)
    summary: Mapped[Note | None] = mapped_column(default=None)


class ReviewQuestion(Entity):
    """A question of a review, its answer, and the action that follows from it."""

    __tablename__ = "review_question"

    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    text: Mapped[Note]
    answer: Mapped[Note | None] = mapped_column(default=None)
    member_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None
    )
    action_id: Mapped[int | None] = mapped_column(
        ForeignKey("action_item.id", ondelete="SET NULL"), index=True, default=None
    )
    position: Mapped[int] = mapped_column(default=0)


class HoursSpent(Entity):
    """Hours that a member worked for an account on a day."""

    __tablename__ = "hours_spent"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    on: Mapped[date] = mapped_column(index=True)
    hours: Mapped[float]
    action_id: Mapped[int | None] = mapped_column(
        ForeignKey("action_item.id", ondelete="SET NULL"), index=True, default=None
    )
    note: Mapped[Note | None] = mapped_column(default=None)


class Benefit(Entity):
    """One of the six advantages at an account, measured for a year; `value` is in the unit that `indicator` names."""

    __tablename__ = "benefit"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    advantage: Mapped[Advantage]
    year: Mapped[int]
    value: Mapped[float]
    indicator: Mapped[Name | None] = mapped_column(default=None)
    note: Mapped[Note | None] = mapped_column(default=None)
