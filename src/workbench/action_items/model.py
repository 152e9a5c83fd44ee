"""What was promised, by whom and by when: by us, by them, or among ourselves."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, validates

from workbench.kernel.choice import Choice
from workbench.kernel.entity import Entity, Name, Note
from workbench.kernel.words import N_


class Direction(Choice):
    """Who owes it to whom."""

    WE_OWE = "we_owe", N_("We owe")
    THEY_OWE = "they_owe", N_("They owe")
    INTERNAL = "internal", N_("Internal")


class State(Choice):
    """How far an action has come."""

    TODO = "todo", N_("To do")
    IN_PROGRESS = "in_progress", N_("In progress")
    WAITING = "waiting", N_("Waiting")
    DONE = "done", N_("Done")
    DROPPED = "dropped", N_("Dropped")


class Priority(Choice):
    """How much it matters."""

    HIGH = "high", N_("High")
    NORMAL = "normal", N_("Normal")
    LOW = "low", N_("Low")


OPEN = (State.TODO, State.IN_PROGRESS, State.WAITING)


class ActionItem(Entity):
    """A promise. Its one owner is a member of ours or a person of the client; blocked means it has a reason.

    `effort` is in hours; `first_due` is the day it was first promised for, from which its slip is counted (ME17);
    `rule` is an RRULE for one that comes back when it is done; `captured` is the sentence it was captured with, as
    long as it waits in the inbox to be sorted.
    """

    __tablename__ = "action_item"

    title: Mapped[Name]
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True, default=None
    )
    direction: Mapped[Direction] = mapped_column(default=Direction.WE_OWE)
    member_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None
    )
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, default=None
    )
    department_id: Mapped[int | None] = mapped_column(
        ForeignKey("department.id", ondelete="SET NULL"), index=True, default=None
    )
    start: Mapped[date | None] = mapped_column(default=None)
    # before `due`, which fills it
    first_due: Mapped[date | None] = mapped_column(default=None)
    due: Mapped[date | None] = mapped_column(default=None, index=True)
    state: Mapped[State] = mapped_column(default=State.TODO, index=True)
    waiting_for: Mapped[Name | None] = mapped_column(default=None)
    waiting_since: Mapped[date | None] = mapped_column(default=None)
    blocked_reason: Mapped[Note | None] = mapped_column(default=None)
    priority: Mapped[Priority] = mapped_column(default=Priority.NORMAL)
    effort: Mapped[float | None] = mapped_column(default=None)
    done_on: Mapped[date | None] = mapped_column(default=None)
    made_on: Mapped[date | None] = mapped_column(default=None)
    meeting_id: Mapped[int | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), index=True, default=None
    )
    objective_id: Mapped[int | None] = mapped_column(
        ForeignKey("objective.id", ondelete="SET NULL"), index=True, default=None
    )
    workstream_id: Mapped[int | None] = mapped_column(
        ForeignKey("workstream.id", ondelete="SET NULL"), index=True, default=None
    )
    escalated_on: Mapped[date | None] = mapped_column(default=None)
    escalation: Mapped[Note | None] = mapped_column(default=None)
    note: Mapped[Note | None] = mapped_column(default=None)
    rule: Mapped[Name | None] = mapped_column(default=None)
    external_id: Mapped[Name | None] = mapped_column(default=None, index=True)
    captured: Mapped[Note | None] = mapped_column(default=None, index=True)

    @validates("due")
    def _promised(self, _attribute: str, due: date | None) -> date | None:
        if self.first_due is None:
            self.first_due = due
        return due

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def slip(self) -> int:
        """Days between the day it was first promised for and the one it is promised for now (ME17)."""
        return (self.due - self.first_due).days if self.due and self.first_due else 0

    def is_overdue(self, today: date) -> bool:
        return self.is_open and self.due is not None and self.due < today


class Step(Entity):
    """A small part of an action, to tick off."""

    __tablename__ = "step"

    action_id: Mapped[int] = mapped_column(ForeignKey("action_item.id", ondelete="CASCADE"), index=True)
    title: Mapped[Name]
    position: Mapped[int] = mapped_column(default=0)
    is_done: Mapped[bool] = mapped_column(default=False)
