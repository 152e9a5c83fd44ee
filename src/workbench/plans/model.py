"""Strategic account plans: where an account shall go, and how."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.choice import Choice
from workbench.kernel.entity import Cents, Entity, Name, Note
from workbench.kernel.words import N_


class PlanStatus(Choice):
    """How far a plan has come."""

    DRAFT = "draft", N_("Draft")
    SUBMITTED = "submitted", N_("Submitted")
    PUBLISHED = "published", N_("Published")


class ObjectiveStatus(Choice):
    """How an objective is doing."""

    NOT_STARTED = "not_started", N_("Not started")
    ON_TRACK = "on_track", N_("On track")
    AT_RISK = "at_risk", N_("At risk")
    OFF_TRACK = "off_track", N_("Off track")
    REACHED = "reached", N_("Reached")


class SwotKind(Choice):
    """The four fields of a SWOT."""

    STRENGTH = "strength", N_("Strengths")
    WEAKNESS = "weakness", N_("Weaknesses")
    OPPORTUNITY = "opportunity", N_("Opportunities")
    THREAT = "threat", N_("Threats")


class Plan(Entity):
    """A strategic account plan for a period. `mission` fits in 160 characters; `asks` has one request a line."""

    __tablename__ = "plan"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    title: Mapped[Name]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    status: Mapped[PlanStatus] = mapped_column(default=PlanStatus.DRAFT)
    version: Mapped[Name] = mapped_column(default="1.0")
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None)
    sponsor_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None
    )
    mission: Mapped[Note | None] = mapped_column(default=None)
    summary: Mapped[Note | None] = mapped_column(default=None)
    asks: Mapped[Note | None] = mapped_column(default=None)
    next_review_on: Mapped[date | None] = mapped_column(default=None)


class PlanVersion(Entity):
    """A version of a plan that was given out: its number, the day, to whom, and what had changed."""

    __tablename__ = "plan_version"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    number: Mapped[Name]
    given_on: Mapped[date]
    given_to: Mapped[Name | None] = mapped_column(default=None)
    change: Mapped[Note | None] = mapped_column(default=None)


class Objective(Entity):
    """What a plan wants to reach: one measure, from a baseline to a target, by a day, with one owner.

    `weight` is what it counts in the progress of the plan, against 1 of those without one (ME15).
    """

    __tablename__ = "objective"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    title: Mapped[Name]
    position: Mapped[int] = mapped_column(default=0)
    why: Mapped[Note | None] = mapped_column(default=None)
    measure: Mapped[Name | None] = mapped_column(default=None)
    baseline: Mapped[Name | None] = mapped_column(default=None)
    now: Mapped[Name | None] = mapped_column(default=None)
    target: Mapped[Name | None] = mapped_column(default=None)
    by: Mapped[date | None] = mapped_column(default=None)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None)
    status: Mapped[ObjectiveStatus] = mapped_column(default=ObjectiveStatus.NOT_STARTED)
    weight: Mapped[float | None] = mapped_column(default=None)
    note: Mapped[Note | None] = mapped_column(default=None)


class ObjectiveSkill(Entity):
    """A skill that an objective needs; where the team lacks it, the gap is shown beside the objective."""

    __tablename__ = "objective_skill"

    objective_id: Mapped[int] = mapped_column(ForeignKey("objective.id", ondelete="CASCADE"), index=True)
    skill_id: Mapped[int] = mapped_column(ForeignKey("skill.id", ondelete="CASCADE"), index=True)


class SwotItem(Entity):
    """One line of a SWOT."""

    __tablename__ = "swot_item"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    kind: Mapped[SwotKind]
    text: Mapped[Note]
    position: Mapped[int] = mapped_column(default=0)


class Risk(Entity):
    """What may go wrong. Probability and impact go from 1 to 5; `at_stake` is in hundredths of the currency."""

    __tablename__ = "risk"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    title: Mapped[Name]
    effect: Mapped[Note | None] = mapped_column(default=None)
    probability: Mapped[int | None] = mapped_column(default=None)
    impact: Mapped[int | None] = mapped_column(default=None)
    at_stake: Mapped[Cents | None] = mapped_column(default=None)
    trigger: Mapped[Note | None] = mapped_column(default=None)
    response: Mapped[Note | None] = mapped_column(default=None)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None)
    due: Mapped[date | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)
