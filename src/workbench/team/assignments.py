"""Who works for which account; the first page does not read it."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.choice import Choice
from workbench.kernel.entity import Entity
from workbench.kernel.words import N_


class TeamRole(Choice):
    """What a member is for an account."""

    LEAD = "lead", N_("Lead")
    SPONSOR = "sponsor", N_("Executive sponsor")
    CORE = "core", N_("Core team")
    EXTENDED = "extended", N_("Extended team")


class Assignment(Entity):
    """A member working for an account."""

    __tablename__ = "assignment"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    role: Mapped[TeamRole] = mapped_column(default=TeamRole.CORE)
    hours_per_week: Mapped[float | None] = mapped_column(default=None)
    since: Mapped[date | None] = mapped_column(default=None)
    until: Mapped[date | None] = mapped_column(default=None)
