"""Our side: departments, the people in them, and who works for which account."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.choice import Choice
from workbench.kernel.entity import Entity, Name, Note
from workbench.kernel.words import N_


class TeamRole(Choice):
    """What a member is for an account."""

    LEAD = "lead", N_("Lead")
    SPONSOR = "sponsor", N_("Executive sponsor")
    CORE = "core", N_("Core team")
    EXTENDED = "extended", N_("Extended team")


class Department(Entity):
    """A department of our company; `code` is its three letters on boards and paper."""

    __tablename__ = "department"

    name: Mapped[Name]
    code: Mapped[Name]
    position: Mapped[int] = mapped_column(default=0)


class Member(Entity):
    """Somebody of our company. One of them is the user of this portfolio.

    `region` is where the member's public holidays are kept: an ISO 3166 country, or a country and its part ("ES-MD").
    """

    __tablename__ = "member"

    name: Mapped[Name] = mapped_column(index=True)
    initials: Mapped[Name | None] = mapped_column(default=None)
    title: Mapped[Name | None] = mapped_column(default=None)
    department_id: Mapped[int | None] = mapped_column(
        ForeignKey("department.id", ondelete="SET NULL"), index=True, default=None
    )
    manager_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None
    )
    office: Mapped[Name | None] = mapped_column(default=None)
    email: Mapped[Name | None] = mapped_column(default=None)
    phone: Mapped[Name | None] = mapped_column(default=None)
    hours_per_week: Mapped[float | None] = mapped_column(default=None)
    is_me: Mapped[bool] = mapped_column(default=False)
    left_on: Mapped[date | None] = mapped_column(default=None)
    leads_department: Mapped[bool] = mapped_column(default=False)
    region: Mapped[Name | None] = mapped_column(default=None)
    note: Mapped[Note | None] = mapped_column(default=None)
    external_id: Mapped[Name | None] = mapped_column(default=None, index=True)


class Assignment(Entity):
    """A member working for an account."""

    __tablename__ = "assignment"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    role: Mapped[TeamRole] = mapped_column(default=TeamRole.CORE)
    hours_per_week: Mapped[float | None] = mapped_column(default=None)
    since: Mapped[date | None] = mapped_column(default=None)
    until: Mapped[date | None] = mapped_column(default=None)
