"""Meetings: planned, held, minuted; once or again and again."""

from datetime import date, time

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.choice import Choice
from workbench.kernel.entity import Entity, Name, Note, Stamp
from workbench.kernel.words import N_


class MeetingKind(Choice):
    """What a meeting is for."""

    VISIT = "visit", N_("Visit")
    CALL = "call", N_("Call")
    REVIEW = "review", N_("Business review")
    STEERING = "steering", N_("Steering committee")
    NEGOTIATION = "negotiation", N_("Negotiation")
    KICK_OFF = "kick_off", N_("Kick-off")
    INTERNAL = "internal", N_("Internal meeting")
    EVENT = "event", N_("Event")
    OTHER = "other", N_("Meeting")


class MeetingStatus(Choice):
    """How far a meeting has come."""

    PLANNED = "planned", N_("Planned")
    HELD = "held", N_("Held")
    MINUTED = "minuted", N_("Minuted")
    CANCELLED = "cancelled", N_("Cancelled")


class Meeting(Entity):
    """A meeting, or a series of them.

    The wall time (`day`, `start`, `time_zone`) is the truth and `starts_at` its moment in UTC, for order. Without
    `start` it lasts the whole day, until `end_day`. `rule` is an RRULE (RFC 5545, 3.3.10) without its name; `excluded`
    holds the ISO days that were taken out, separated by commas; a meeting with `series_id` replaces that series on
    `occurrence_on`.
    """

    __tablename__ = "meeting"

    title: Mapped[Name]
    day: Mapped[date] = mapped_column(index=True)
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True, default=None
    )
    kind: Mapped[MeetingKind] = mapped_column(default=MeetingKind.OTHER)
    status: Mapped[MeetingStatus] = mapped_column(default=MeetingStatus.PLANNED)
    start: Mapped[time | None] = mapped_column(default=None)
    minutes: Mapped[int | None] = mapped_column(default=None)
    end_day: Mapped[date | None] = mapped_column(default=None, index=True)
    time_zone: Mapped[Name] = mapped_column(default="UTC")
    starts_at: Mapped[Stamp | None] = mapped_column(default=None, index=True)
    purpose: Mapped[Note | None] = mapped_column(default=None)
    outcome: Mapped[Note | None] = mapped_column(default=None)
    place: Mapped[Name | None] = mapped_column(default=None)
    phone: Mapped[Name | None] = mapped_column(default=None)
    say: Mapped[Note | None] = mapped_column(default=None)
    do_not_say: Mapped[Note | None] = mapped_column(default=None)
    numbers: Mapped[Note | None] = mapped_column(default=None)
    notes: Mapped[Note | None] = mapped_column(default=None)
    rule: Mapped[Name | None] = mapped_column(default=None, index=True)
    excluded: Mapped[Note | None] = mapped_column(default=None)
    series_id: Mapped[int | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True, default=None
    )
    occurrence_on: Mapped[date | None] = mapped_column(default=None)
    external_id: Mapped[Name | None] = mapped_column(default=None, index=True)

    @property
    def is_all_day(self) -> bool:
        return self.start is None
