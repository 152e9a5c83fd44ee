"""The people at the client; what they are there is in `positions`."""

from datetime import date

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from workbench.kernel.entity import Entity, Name, Note


class Person(Entity):
    """Somebody at the client. A placeholder is a role whose holder we do not know yet. `photo` is a JPEG."""

    __tablename__ = "person"

    name: Mapped[Name] = mapped_column(index=True)
    given_name: Mapped[Name | None] = mapped_column(default=None)
    family_name: Mapped[Name | None] = mapped_column(default=None)
    salutation: Mapped[Name | None] = mapped_column(default=None)
    language: Mapped[Name | None] = mapped_column(default=None)
    is_placeholder: Mapped[bool] = mapped_column(default=False)
    birthday: Mapped[date | None] = mapped_column(default=None)
    rhythm_days: Mapped[int | None] = mapped_column(default=None)
    last_contact_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[Note | None] = mapped_column(default=None)
    tags: Mapped[Name | None] = mapped_column(default=None)
    photo: Mapped[bytes | None] = mapped_column(LargeBinary, default=None, deferred=True)
    external_id: Mapped[Name | None] = mapped_column(default=None, index=True)
