"""What was invoiced to an account, quarter by quarter."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.entity import Cents, Entity, Note


class Revenue(Entity):
    """What an account brought in a quarter, in hundredths of its currency. `starts_on` is the quarter's first day."""

    __tablename__ = "revenue"
    __table_args__ = (UniqueConstraint("account_id", "starts_on"),)

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    starts_on: Mapped[date]
    invoiced: Mapped[Cents]
    target: Mapped[Cents | None] = mapped_column(default=None)
    note: Mapped[Note | None] = mapped_column(default=None)
