"""What belongs to one meeting: who is there, what is on the agenda, what was decided. The first page needs none."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.entity import Entity, Name, Note


class Attendance(Entity):
    """Somebody at a meeting: a person of the client, a member of ours, or just a name."""

    __tablename__ = "attendance"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True, default=None)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True, default=None)
    name: Mapped[Name | None] = mapped_column(default=None)
    note: Mapped[Note | None] = mapped_column(default=None)
    was_present: Mapped[bool | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)


class AgendaPoint(Entity):
    """One point of the agenda, with its minutes, who leads it, and the action it is about, if it is about one."""

    __tablename__ = "agenda_point"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    title: Mapped[Name]
    position: Mapped[int] = mapped_column(default=0)
    minutes: Mapped[int | None] = mapped_column(default=None)
    member_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None
    )
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, default=None
    )
    action_id: Mapped[int | None] = mapped_column(
        ForeignKey("action_item.id", ondelete="SET NULL"), index=True, default=None
    )
    result: Mapped[Note | None] = mapped_column(default=None)


class Decision(Entity):
    """What was decided at a meeting."""

    __tablename__ = "decision"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    text: Mapped[Note]
    position: Mapped[int] = mapped_column(default=0)
