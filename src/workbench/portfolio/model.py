"""How accounts are compared: criteria with weights, and what each account was given."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.choice import Choice
from workbench.kernel.entity import Entity, Name, Note
from workbench.kernel.words import N_

# ratings go from 0 to 5
RATINGS = range(6)


class Scheme(Choice):
    """What a criterion is for."""

    SELECTION = "selection", N_("Key-account selection")
    ATTRACTIVENESS = "attractiveness", N_("Attractiveness")
    STRENGTH = "strength", N_("Our strength")
    GATE = "gate", N_("Gate")


class Ground(Choice):
    """The three grounds on which an account becomes a key account (ME1)."""

    VOLUME = "volume", N_("Sales volume")
    POTENTIAL = "potential", N_("Strategic potential")
    BRAND = "brand", N_("Brand image")


class Axis(Choice):
    """What an axis of the portfolio matrix measures; every one goes from 0 to 100 (ME2)."""

    ATTRACTIVENESS = "attractiveness", N_("Attractiveness")
    STRENGTH = "strength", N_("Our position")
    SELECTION = "selection", N_("Selection score")
    HEALTH = "health", N_("Health score")
    REVENUE = "revenue", N_("Revenue")
    GROWTH = "growth", N_("Growth")


class Strategy(Choice):
    """What to do with an account where it stands in the matrix (ME2)."""

    INVEST = "invest", N_("Invest")
    BUILD = "build", N_("Build")
    MAINTAIN = "maintain", N_("Maintain")
    HARVEST = "harvest", N_("Harvest")
    SERVE = "serve", N_("Serve at low cost")
    DEVELOP = "develop", N_("Invest to develop")
    PARTNER = "partner", N_("Invest to partner")
    EFFICIENCY = "efficiency", N_("Run for efficiency")


class HealthPart(Choice):
    """What a health score is made of (ME20)."""

    RELATIONSHIP = "relationship", N_("Relationship")
    FRESHNESS = "freshness", N_("Contact rhythm")
    DELIVERY = "delivery", N_("Delivery and issues")
    COMMERCIAL = "commercial", N_("Revenue against target")
    SATISFACTION = "satisfaction", N_("Satisfaction")
    EXECUTION = "execution", N_("Plan execution")


class Light(Choice):
    """A health score in one word; its letter stands beside the number."""

    GREEN = "green", N_("Green")
    AMBER = "amber", N_("Amber")
    RED = "red", N_("Red")


class Criterion(Entity):
    """Something accounts are rated by, from 0 to 5.

    `weight` is in percent of its scheme; a gate has none and is passed from a rating of 1 on. `anchors` says in six
    lines what 0, 1, … 5 mean.
    """

    __tablename__ = "criterion"

    name: Mapped[Name]
    scheme: Mapped[Scheme] = mapped_column(default=Scheme.SELECTION)
    ground: Mapped[Ground | None] = mapped_column(default=None)
    weight: Mapped[float] = mapped_column(default=0.0)
    anchors: Mapped[Note | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)


class Rating(Entity):
    """What an account was given for a criterion in a year, and on what evidence.

    For a criterion of strength `rival` is what the best rival gets, as the customer sees it.
    """

    __tablename__ = "rating"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    criterion_id: Mapped[int] = mapped_column(ForeignKey("criterion.id", ondelete="CASCADE"), index=True)
    year: Mapped[int]
    value: Mapped[int]
    rival: Mapped[int | None] = mapped_column(default=None)
    evidence: Mapped[Note | None] = mapped_column(default=None)
    rated_on: Mapped[date | None] = mapped_column(default=None)
    rater_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None)


class Aim(Entity):
    """Where an account is meant to stand on an axis of the matrix, from 0 to 100."""

    __tablename__ = "aim"
    __table_args__ = (UniqueConstraint("account_id", "axis"),)

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    axis: Mapped[Axis]
    value: Mapped[int]
