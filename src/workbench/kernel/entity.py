"""What every stored thing has in common, and the vocabulary of column types."""

from datetime import UTC, datetime
from typing import Annotated, Any, ClassVar

from sqlalchemy import DateTime, Dialect, Enum, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from workbench.kernel.choice import Choice
from workbench.kernel.identity import new_id


class Utc(TypeDecorator[datetime]):
    """A moment: aware in the program, stored in UTC without a mark."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - signature
        return None if value is None else value.replace(tzinfo=UTC)


Name = Annotated[str, mapped_column(Text)]
Note = Annotated[str, mapped_column(Text)]
Cents = Annotated[int, mapped_column()]
Stamp = Annotated[datetime, mapped_column(Utc)]


class Entity(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False):
    """Something the portfolio remembers."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        Choice: Enum(Choice, native_enum=False, length=20, values_callable=lambda kind: [m.value for m in kind]),
    }

    id: Mapped[int] = mapped_column(primary_key=True, init=False, default_factory=new_id)


def columns(kind: type[Entity]) -> Any:  # noqa: ANN401 - one name for each column, of its own type
    """The columns of what is stored, for questions that want values and no records.

    SQLAlchemy asks them in half the time, and need not have mapped anything to anything else by then (decision 17).
    """
    return kind.__table__.c
