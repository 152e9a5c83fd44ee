"""Commands that every kind of record shares: add one, change fields, delete some."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import delete, func, inspect, select, update
from sqlalchemy.orm import Session

from workbench.kernel.entity import Entity
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_

E = TypeVar("E", bound=Entity)


class NameMissing(UserError):
    message = N_("A name is missing.")
    advice = N_("Type a name, or press Esc to leave everything as it was.")


class Gone(UserError):
    message = N_("This record is no longer there.")
    advice = N_("It was deleted; undo brings it back.")


def added(session: Session, record: E) -> int:
    """Store a new record and return its identity; a required text must not be empty."""
    for column in inspect(type(record)).columns:
        if not column.nullable and getattr(record, column.key, None) == "":
            raise NameMissing
    session.add(record)
    session.flush()
    return record.id


def found(session: Session, kind: type[E], record_id: int) -> E:
    """The record of that identity; Gone if there is none."""
    record = session.get(kind, record_id)
    if record is None:
        raise Gone
    return record


def edited(session: Session, kind: type[E], record_id: int, values: Mapping[str, Any]) -> E:
    """Give a record's attributes other values; texts lose the blanks around them, and empty ones become nothing."""
    record = found(session, kind, record_id)
    columns = inspect(kind).columns
    for attribute, given in values.items():
        value = (given.strip() or None) if isinstance(given, str) else given
        if value is None and not columns[attribute].nullable:
            raise NameMissing
        setattr(record, attribute, value)
    return record


def removed(session: Session, kind: type[Entity], ids: Sequence[int]) -> None:
    """Delete records; what hangs on them goes too, and undo brings all of it back."""
    session.execute(delete(kind).where(kind.id.in_(ids)))


def next_position(session: Session, kind: type[Entity], parent: Any, parent_id: int) -> int:  # noqa: ANN401 - a mapped column
    """The place after the last one in an ordered list."""
    last = session.scalar(select(func.max(kind.__table__.c.position)).where(parent == parent_id))
    return 0 if last is None else int(last) + 1


def reordered(session: Session, kind: type[Entity], ids: Sequence[int]) -> None:
    """Give records of an ordered list the places in which their identities stand here."""
    table: Any = kind.__table__
    for position, record_id in enumerate(ids):
        session.execute(update(kind).where(kind.id == record_id).values({table.c.position: position}))
