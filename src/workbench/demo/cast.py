"""Records made of the demo's tables: columns are filled as their type asks, keys of others become identities."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Any

from sqlalchemy import Date, Enum, Text, Time
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import KeyedColumnElement

from workbench.demo.telling import Telling
from workbench.kernel.entity import Entity

MONEY = {"revenue", "invoiced", "potential", "at_stake", "cost"}  # in euros there, in cents here
Row = Mapping[str, Any]


@dataclass
class Cast:
    """Everybody and everything that has entered so far, by the table and the key of the demo's text."""

    telling: Telling
    known: dict[tuple[str, str], int] = field(default_factory=dict)
    records: dict[str, list[Entity]] = field(default_factory=dict)

    def enter(self, kind: type[Entity], row: Row, /, **more: Any) -> int:  # noqa: ANN401 - the values of any column
        """A record of `kind` from a table of the text; `more` is given as it is stored."""
        columns = kind.__table__.columns
        values = {name: value for column in columns for name, value in self._filled(column, row)}
        record = kind(**(values | more))
        self.records.setdefault(kind.__tablename__, []).append(record)
        if "key" in row:
            self.known[kind.__tablename__, row["key"]] = record.id
        return record.id

    def find(self, table: str, key: str | None) -> int | None:
        """The identity of what the text calls `key`; a wrong key is a mistake in the text and raises."""
        return None if key is None else self.known[table, key]

    def side(self, key: str | None) -> dict[str, int]:
        """The member of ours or the person of the client that the text calls `key`."""
        if key is None:
            return {}
        ours = self.known.get(("member", key))
        return {"member_id": ours} if ours else {"person_id": self.known["person", key]}

    def save(self, session: Session) -> None:
        """Store everything, what is pointed at before what points at it."""
        for table in Entity.metadata.sorted_tables:
            session.add_all(self.records.get(table.name, ()))
            session.flush()

    def _filled(self, column: KeyedColumnElement[Any], row: Row) -> list[tuple[str, Any]]:
        name = column.key
        for reference in column.foreign_keys:
            said = name.removesuffix("_id")
            if said in row:
                return [(name, self.known[reference.column.table.name, row[said]])]
        return [(name, self._value(column, row[name]))] if name in row else []

    def _value(self, column: KeyedColumnElement[Any], said: Any) -> Any:  # noqa: ANN401
        kind = column.type
        if isinstance(kind, Enum):
            return kind.enum_class(said) if kind.enum_class else said
        if isinstance(kind, Date):
            return self.telling.day(said)
        if isinstance(kind, Time):
            return time.fromisoformat(said)
        if isinstance(kind, Text):
            return self.telling.text(said)
        return said * 100 if column.key in MONEY else said
