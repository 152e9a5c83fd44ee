"""What an account is made of: its units and sites, where it is, and what we know about it."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.choice import Choice
from workbench.kernel.entity import Entity, Name, Note
from workbench.kernel.words import N_


class UnitKind(Choice):
    """A part of an account that decides for itself, or a place where it works."""

    UNIT = "unit", N_("Business unit")
    SITE = "site", N_("Site")


class Confidence(Choice):
    """How far a fact can be trusted."""

    ASSUMED = "assumed", N_("Assumed")
    CONFIRMED = "confirmed", N_("Confirmed")


class Unit(Entity):
    """A business unit or a site of an account."""

    __tablename__ = "unit"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    name: Mapped[Name]
    kind: Mapped[UnitKind] = mapped_column(default=UnitKind.UNIT)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id", ondelete="SET NULL"), index=True, default=None)
    place: Mapped[Name | None] = mapped_column(default=None)
    headcount: Mapped[int | None] = mapped_column(default=None)
    buys: Mapped[bool | None] = mapped_column(default=None)
    note: Mapped[Note | None] = mapped_column(default=None)


class Address(Entity):
    """Where an account can be found or written to."""

    __tablename__ = "address"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    label: Mapped[Name | None] = mapped_column(default=None)
    street: Mapped[Name | None] = mapped_column(default=None)
    postcode: Mapped[Name | None] = mapped_column(default=None)
    city: Mapped[Name | None] = mapped_column(default=None)
    region: Mapped[Name | None] = mapped_column(default=None)
    country: Mapped[Name | None] = mapped_column(default=None)


class Fact(Entity):
    """Something we know about an account, with its source, its date and how far it can be trusted."""

    __tablename__ = "fact"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    name: Mapped[Name]
    value: Mapped[Note]
    source: Mapped[Name | None] = mapped_column(default=None)
    as_of: Mapped[date | None] = mapped_column(default=None)
    confidence: Mapped[Confidence] = mapped_column(default=Confidence.ASSUMED)
    position: Mapped[int] = mapped_column(default=0)
