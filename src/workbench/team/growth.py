"""Our people as people: what they bring along, what they must be able to do, what they learn and want to reach."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.choice import Choice
from workbench.kernel.entity import Cents, Entity, Name, Note
from workbench.kernel.words import N_


class QualificationKind(Choice):
    """What somebody brings along."""

    STUDY = "study", N_("Studies")
    LANGUAGE = "language", N_("Language")
    SECTOR = "sector", N_("Sector experience")
    CERTIFICATE = "certificate", N_("Certificate")


class TrainingStatus(Choice):
    """How far a training has come."""

    PLANNED = "planned", N_("Planned")
    BOOKED = "booked", N_("Booked")
    DONE = "done", N_("Done")
    DROPPED = "dropped", N_("Dropped")


class LessonKind(Choice):
    """How we work, and what we learnt."""

    PLAY = "play", N_("Play")
    LESSON = "lesson", N_("Lesson")


# the levels of the Common European Framework of Reference for Languages
LANGUAGE_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
# how well somebody masters a skill: from not at all to teaching others
SKILL_LEVELS = range(5)
# how a member answers a pulse question: from not at all to fully
PULSE_ANSWERS = range(1, 6)


class Qualification(Entity):
    """What a member brings along: studies, a language, experience in a sector, a certificate.

    `level` is that of a language (A1 to C2); `years` that of an experience; `given_by` the school or the issuer.
    """

    __tablename__ = "qualification"

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    kind: Mapped[QualificationKind]
    title: Mapped[Name]
    level: Mapped[Name | None] = mapped_column(default=None)
    given_by: Mapped[Name | None] = mapped_column(default=None)
    years: Mapped[float | None] = mapped_column(default=None)
    gained_on: Mapped[date | None] = mapped_column(default=None)
    expires_on: Mapped[date | None] = mapped_column(default=None)


class Skill(Entity):
    """Something the team must be able to do. `importance` goes from 1 to 3 and weighs the gaps (ME29)."""

    __tablename__ = "skill"

    name: Mapped[Name]
    importance: Mapped[int] = mapped_column(default=2)
    position: Mapped[int] = mapped_column(default=0)


class SkillLevel(Entity):
    """How well a member must master a skill and does, each from 0 to 4 (ME29)."""

    __tablename__ = "skill_level"

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    skill_id: Mapped[int] = mapped_column(ForeignKey("skill.id", ondelete="CASCADE"), index=True)
    required: Mapped[int] = mapped_column(default=0)
    current: Mapped[int] = mapped_column(default=0)
    as_of: Mapped[date | None] = mapped_column(default=None)
    evidence: Mapped[Note | None] = mapped_column(default=None)


class Training(Entity):
    """A course of a member, planned or taken, and the skill whose gap it closes. `cost` is in hundredths."""

    __tablename__ = "training"

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    title: Mapped[Name]
    skill_id: Mapped[int | None] = mapped_column(ForeignKey("skill.id", ondelete="SET NULL"), index=True, default=None)
    status: Mapped[TrainingStatus] = mapped_column(default=TrainingStatus.PLANNED)
    on: Mapped[date | None] = mapped_column(default=None)
    hours: Mapped[float | None] = mapped_column(default=None)
    cost: Mapped[Cents | None] = mapped_column(default=None)
    note: Mapped[Note | None] = mapped_column(default=None)


class Goal(Entity):
    """What a member wants to reach. `progress` is in percent."""

    __tablename__ = "goal"

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    title: Mapped[Name]
    by: Mapped[date | None] = mapped_column(default=None)
    progress: Mapped[int] = mapped_column(default=0)
    note: Mapped[Note | None] = mapped_column(default=None)


class Recognition(Entity):
    """A word of thanks on the wall: for whom, from whom and what for."""

    __tablename__ = "recognition"

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    text: Mapped[Note]
    on: Mapped[date]
    from_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None)
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True, default=None
    )


class PulseAnswer(Entity):
    """An answer to a short question about how the work feels, from 1 to 5, without a name.

    It never leaves this portfolio, and is shown only together with at least two others of its `round`.
    """

    __tablename__ = "pulse_answer"
    __table_args__ = ({"info": {"leaves": False}},)

    round: Mapped[date] = mapped_column(index=True)
    question: Mapped[Name]
    answer: Mapped[int]


class Lesson(Entity):
    """A play that works, or a lesson somebody paid for; `tags` are separated by commas."""

    __tablename__ = "lesson"

    title: Mapped[Name]
    kind: Mapped[LessonKind] = mapped_column(default=LessonKind.LESSON)
    situation: Mapped[Note | None] = mapped_column(default=None)
    advice: Mapped[Note | None] = mapped_column(default=None)
    on: Mapped[date | None] = mapped_column(default=None)
    member_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None
    )
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True, default=None
    )
    tags: Mapped[Name | None] = mapped_column(default=None)
