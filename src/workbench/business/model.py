"""What an account brings and costs, quarter by quarter, and how satisfied it says it is."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.choice import Choice
from workbench.kernel.entity import Cents, Entity, Note
from workbench.kernel.words import N_

# a client answers on a scale from 0 to 10
MOST_SATISFIED = 10


class Way(Choice):
    """How somebody was asked."""

    TALK = "talk", N_("In a conversation")
    RECOMMENDS = "recommends", N_("“Would you recommend us?”")
    SURVEY = "survey", N_("Survey")


class Revenue(Entity):
    """What an account brought in a quarter, in hundredths of its currency. `starts_on` is the quarter's first day."""

    __tablename__ = "revenue"
    __table_args__ = (UniqueConstraint("account_id", "starts_on"),)

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    starts_on: Mapped[date]
    invoiced: Mapped[Cents]
    target: Mapped[Cents | None] = mapped_column(default=None)
    note: Mapped[Note | None] = mapped_column(default=None)


class CostKind(Choice):
    """What is taken off the revenue of an account before the team's time (ME25)."""

    GOODS = "goods", N_("Cost of goods")
    REBATES = "rebates", N_("Rebates")
    PROMOTIONS = "promotions", N_("Promotions")
    LOGISTICS = "logistics", N_("Logistics")
    PAYMENT = "payment", N_("Payment terms")


class Cost(Entity):
    """What an account cost in a quarter, in hundredths of its currency. Internal: it stands on no paper."""

    __tablename__ = "cost"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    starts_on: Mapped[date]
    kind: Mapped[CostKind]
    amount: Mapped[Cents]
    note: Mapped[Note | None] = mapped_column(default=None)


class Satisfaction(Entity):
    """What a client answered on a day when asked how satisfied they are, from 0 to 10.

    `person_id` is who answered, empty where it is the mean of a survey; `note` holds their own words.
    """

    __tablename__ = "satisfaction"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    asked_on: Mapped[date]
    score: Mapped[float]
    way: Mapped[Way] = mapped_column(default=Way.TALK)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, default=None
    )
    note: Mapped[Note | None] = mapped_column(default=None)
