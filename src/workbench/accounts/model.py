"""The companies we care for."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.choice import Choice
from workbench.kernel.entity import Cents, Entity, Name, Note
from workbench.kernel.words import N_


class Tier(Choice):
    """How much care an account gets."""

    KEY = "key", N_("Key")
    A = "a", N_("A")
    B = "b", N_("B")
    C = "c", N_("C")
    PROSPECT = "prospect", N_("Prospect")


class Lifecycle(Choice):
    """Where the relation with an account stands."""

    PROSPECT = "prospect", N_("Prospect")
    ACTIVE = "active", N_("Active")
    DORMANT = "dormant", N_("Dormant")
    CLOSED = "closed", N_("Closed")


class Health(Choice):
    """How we judge the relation, with a reason and a date."""

    UNKNOWN = "unknown", N_("Not assessed")
    GOOD = "good", N_("Good")
    ATTENTION = "attention", N_("Attention")
    AT_RISK = "at_risk", N_("At risk")


class Account(Entity):
    """A company we care for. Money is in hundredths of `currency`; `tags` are separated by commas.

    `potential` is what it could buy from us in a year, what it buys already included.
    `health` is a judgement that stands in place of the computed score until `health_until`; `tier_reason` says why the
    tier is another one than the scores propose.
    """

    __tablename__ = "account"

    name: Mapped[Name] = mapped_column(index=True)
    tier: Mapped[Tier] = mapped_column(default=Tier.C)
    lifecycle: Mapped[Lifecycle] = mapped_column(default=Lifecycle.ACTIVE)
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True, default=None
    )
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None)
    sector: Mapped[Name | None] = mapped_column(default=None)
    tax_id: Mapped[Name | None] = mapped_column(default=None, index=True)
    website: Mapped[Name | None] = mapped_column(default=None)
    phone: Mapped[Name | None] = mapped_column(default=None)
    email: Mapped[Name | None] = mapped_column(default=None, index=True)
    employees: Mapped[int | None] = mapped_column(default=None)
    revenue: Mapped[Cents | None] = mapped_column(default=None)
    invoiced: Mapped[Cents | None] = mapped_column(default=None)
    potential: Mapped[Cents | None] = mapped_column(default=None)
    currency: Mapped[Name] = mapped_column(default="EUR")
    founded: Mapped[int | None] = mapped_column(default=None)
    customer_since: Mapped[int | None] = mapped_column(default=None)
    rhythm_days: Mapped[int | None] = mapped_column(default=None)
    renewal_on: Mapped[date | None] = mapped_column(default=None)
    last_contact_on: Mapped[date | None] = mapped_column(default=None)
    health: Mapped[Health] = mapped_column(default=Health.UNKNOWN)
    health_reason: Mapped[Note | None] = mapped_column(default=None)
    health_on: Mapped[date | None] = mapped_column(default=None)
    health_until: Mapped[date | None] = mapped_column(default=None)
    tier_reason: Mapped[Note | None] = mapped_column(default=None)
    tags: Mapped[Name | None] = mapped_column(default=None)
    language: Mapped[Name | None] = mapped_column(default=None)
    notes: Mapped[Note | None] = mapped_column(default=None)
    external_id: Mapped[Name | None] = mapped_column(default=None, index=True)
