"""Records as plain rows with the names of the model: identities as texts, dates in ISO, references with their names."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.kernel.choice import Choice
from workbench.kernel.entity import Entity

Row = dict[str, Any]
NAMES = ("name", "title")


def rows_of(session: Session, kind: type[Entity]) -> Iterator[Row]:
    """Every record of a kind, oldest first; a reference `parent_id` is followed by `parent`, its name."""
    table = kind.__table__
    columns = [column for column in table.columns if not _is_picture(column)]
    names = {column.name: _names(session, column) for column in columns if column.foreign_keys}
    for record in session.execute(select(*columns).order_by(table.c.id)):
        row: Row = {}
        for column, value in zip(columns, record, strict=True):
            row[column.name] = _plain(column, value)
            if column.foreign_keys:
                row[column.name.removesuffix("_id")] = names[column.name].get(value)
        yield row


def _names(session: Session, column: Any) -> dict[Any, str]:
    target = next(iter(column.foreign_keys)).column.table
    named = next((target.c[name] for name in NAMES if name in target.c), None)
    if named is None:
        return {}
    return {row[0]: row[1] for row in session.execute(select(target.c.id, named))}


def _plain(column: Any, value: object) -> object:
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    is_identity = column.primary_key or column.foreign_keys
    return str(value) if is_identity and value is not None else value


def _is_picture(column: Any) -> bool:
    return bool(column.name == "photo")
