"""What people are at an account: their roles over time, the seats they sit on, how they stand towards us."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.choice import Choice
from workbench.kernel.entity import Entity, Name, Note
from workbench.kernel.words import N_


class PointKind(Choice):
    """A way to reach a person."""

    PHONE = "phone", N_("Phone")
    EMAIL = "email", N_("E-mail")
    LINK = "link", N_("Link")
    ADDRESS = "address", N_("Address")


class Influence(Choice):
    """How much a person weighs in decisions."""

    LOW = "low", N_("Low")
    MEDIUM = "medium", N_("Medium")
    HIGH = "high", N_("High")


class Attitude(Choice):
    """How a person stands towards us."""

    CHAMPION = "champion", N_("Champion")
    SUPPORTS = "supports", N_("Supports")
    NEUTRAL = "neutral", N_("Neutral")
    SCEPTICAL = "sceptical", N_("Sceptical")
    OPPOSES = "opposes", N_("Opposes")
    UNKNOWN = "unknown", N_("Unknown")


class BuyingRole(Choice):
    """What a person does when the client buys."""

    DECIDES = "decides", N_("Decision maker")
    APPROVES = "approves", N_("Approver")
    GATEKEEPER = "gatekeeper", N_("Gatekeeper")
    INFLUENCER = "influencer", N_("Influencer")
    USER = "user", N_("User")


class ContactRole(Entity):
    """What a person is at one account, from when until when; a person may have several."""

    __tablename__ = "contact_role"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    title: Mapped[Name | None] = mapped_column(default=None)
    department: Mapped[Name | None] = mapped_column(default=None)
    since: Mapped[date | None] = mapped_column(default=None)
    until: Mapped[date | None] = mapped_column(default=None)
    is_primary: Mapped[bool] = mapped_column(default=True)

    def is_current(self, today: date) -> bool:
        return (self.since is None or self.since <= today) and (self.until is None or self.until >= today)


class ContactPoint(Entity):
    """A labelled phone, e-mail, link or address of a person. `digits` is what a phone is searched by."""

    __tablename__ = "contact_point"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    kind: Mapped[PointKind]
    value: Mapped[Name] = mapped_column(index=True)
    label: Mapped[Name | None] = mapped_column(default=None)
    digits: Mapped[Name | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)


class Seat(Entity):
    """A position at an account. It reports to a seat, not to a person, and may be vacant."""

    __tablename__ = "seat"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    title: Mapped[Name]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id", ondelete="SET NULL"), index=True, default=None)
    reports_to_id: Mapped[int | None] = mapped_column(
        ForeignKey("seat.id", ondelete="SET NULL"), index=True, default=None
    )
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, default=None
    )
    vacant_since: Mapped[date | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)


class Assessment(Entity):
    """How somebody judged a person at an account on a day. Internal: never leaves in a client edition."""

    __tablename__ = "assessment"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    made_on: Mapped[date]
    author: Mapped[Name | None] = mapped_column(default=None)
    influence: Mapped[Influence | None] = mapped_column(default=None)
    attitude: Mapped[Attitude] = mapped_column(default=Attitude.UNKNOWN)
    buying_role: Mapped[BuyingRole | None] = mapped_column(default=None)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None)
    note: Mapped[Note | None] = mapped_column(default=None)
