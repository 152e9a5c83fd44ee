"""Our side: departments and the people in them."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.entity import Entity, Name, Note


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
