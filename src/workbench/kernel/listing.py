"""Listings: a list of one kind of record; identities are read at once, values by the page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from workbench.kernel.field import Field, Kind
from workbench.kernel.folding import fold

WRITTEN_KINDS = {Kind.TEXT, Kind.NOTE, Kind.REFERENCE, Kind.TAGS, Kind.EMAIL, Kind.LINK, Kind.PHONE}


@dataclass(frozen=True)
class Listing:
    """What is in a list, which fields it shows, what its filter looks at and how it is ordered at first.

    `beside` is read with each row without a column of its own, where how one value is shown depends on another.
    `more` are the fields that can be shown as well.
    """

    select: Select[Any]
    key: InstrumentedAttribute[int]
    fields: Sequence[Field]
    search: Sequence[Any]
    order: Field
    descending: bool = False
    beside: Sequence[Field] = ()
    more: Sequence[Field] = ()

    @property
    def entity(self) -> str:
        """The table whose changes this list shows."""
        return str(self.key.class_.__tablename__)

    def where(self, *conditions: ColumnElement[bool]) -> "Listing":
        """The same list with fewer rows."""
        return replace(self, select=self.select.where(*conditions))

    def field(self, name: str) -> Field:
        """The field of that name; KeyError where the list has none."""
        return next((f for f in self.fields if f.name == name), None) or _unknown(name)

    def keys(
        self, session: Session, wanted: str = "", by: Field | None = None, *, descending: bool | None = None
    ) -> list[int]:
        """The identities of all rows that hold every word of `wanted`, in order; accents and case do not matter."""
        field, down = by or self.order, self.descending if descending is None else descending
        rows = self.select.with_only_columns(self.key, field.attribute)
        for word in fold(wanted).split():
            # the filter looks into all texts together, so that words may stand in different fields
            text = func.fold(func.concat_ws(" ", *self.search), type_=Text)
            rows = rows.where(text.contains(word, autoescape=True))
        if field.kind in WRITTEN_KINDS:
            # straight from the driver's rows: nothing here is an entity, and the types need no change
            cursor: Any = session.connection().execute(rows).cursor
            return _sorted_as_text(cursor.fetchall(), down=down)
        ordered = field.attribute.desc().nulls_last() if down else field.attribute.asc().nulls_last()
        return list(session.scalars(rows.order_by(ordered, self.key)))

    def count(self, session: Session) -> int:
        """How many rows there are."""
        return session.scalar(select(func.count()).select_from(self.select.with_only_columns(self.key).subquery())) or 0

    def values(self, session: Session, keys: Sequence[int]) -> dict[int, tuple[Any, ...]]:
        """The values of the fields and of those beside them, by identity."""
        columns = [field.attribute.label(f"c{n}") for n, field in enumerate((*self.fields, *self.beside))]
        rows = session.execute(self.select.with_only_columns(self.key, *columns).where(self.key.in_(keys)))
        return {row[0]: tuple(row[1:]) for row in rows}


# lists are sorted again and again by the same few columns
_folded = lru_cache(maxsize=200_000)(fold)


def _sorted_as_text(rows: list[Any], *, down: bool) -> list[int]:
    # SQLite sorts Á after Z; folding here costs less than a collation that calls back for every comparison
    rows.sort(key=lambda row: _folded(row[1]), reverse=down)
    ids = [row[0] for row in rows]
    # rows without a text come last in both directions
    empty = 0 if down else next((n for n, row in enumerate(rows) if row[1]), 0)
    return ids[empty:] + ids[:empty]


def _unknown(name: str) -> Field:
    raise KeyError(name)
