"""Rows that wait to be stored: whole tables at once, parents first, in slices that let the window breathe."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Insert, Table, Update, bindparam, insert, select, update
from sqlalchemy.orm import Session

from workbench.kernel import journal
from workbench.kernel.entity import Entity
from workbench.kernel.identity import new_ids

AT_ONCE = 500
Row = dict[str, Any]


class Staging:
    """New rows and changed values of one import, until they are written in the order that references need."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.added: dict[Table, dict[int, Row]] = defaultdict(dict)
        self.changed: dict[Table, dict[int, Row]] = defaultdict(dict)
        self._blanks: dict[type[Entity], Row] = {}
        self._ids: Iterator[int] = iter(())

    def add(self, kind: type[Entity], /, **values: Any) -> int:  # noqa: ANN401 - any column of the table
        """A new record; the identity it will have."""
        row = dict(self._blank(kind))
        row.update(values)
        row["id"] = key = self._next_id()
        self.added[kind.__table__][key] = row  # type: ignore[index]
        return key

    def change(self, kind: type[Entity], key: int, values: Row) -> None:
        """Other values for a record, new or old."""
        table: Table = kind.__table__  # type: ignore[assignment]
        if key in self.added[table]:
            self.added[table][key].update(values)
        elif values:
            self.changed[table].setdefault(key, {}).update(values)

    def is_new(self, kind: type[Entity], key: int) -> bool:
        return key in self.added[kind.__table__]  # type: ignore[index]

    def loaded(self, kind: type[Entity], keys: list[int]) -> dict[int, Row]:
        """What the portfolio holds of these records."""
        table: Table = kind.__table__  # type: ignore[assignment]
        found: dict[int, Row] = {}
        for begin in range(0, len(keys), AT_ONCE):
            rows = self.session.execute(select(table).where(table.c.id.in_(keys[begin : begin + AT_ONCE])))
            found.update((row["id"], dict(row)) for row in rows.mappings())
        return found

    def current(self, kind: type[Entity], key: int, stored: dict[int, Row]) -> Row:
        """The values a record has now, with what is waiting for it."""
        table: Table = kind.__table__  # type: ignore[assignment]
        if key in self.added[table]:
            return self.added[table][key]
        return stored.get(key, {}) | self.changed[table].get(key, {})

    def write(self, tick: Callable[[int], None]) -> None:
        """Store everything; `tick` hears how many rows were stored, and may stop it by raising."""
        journal.defer_foreign_keys(self.session)
        for table in Entity.metadata.sorted_tables:
            rows = _evened(list(self.added[table].values()))
            self._run(insert(table).values({name: bindparam(name) for name in rows[0]}) if rows else None, rows, tick)
        for table, changed in self.changed.items():
            for names, rows in _by_columns(changed):
                values = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
                self._run(update(table).where(table.c.id == bindparam("key")).values(values), rows, tick)

    def waiting(self) -> int:
        """How many rows will be written."""
        return sum(len(rows) for rows in (*self.added.values(), *self.changed.values()))

    def _run(self, statement: Insert | Update | None, rows: list[Row], tick: Callable[[int], None]) -> None:
        connection = self.session.connection()
        for begin in range(0, len(rows), AT_ONCE):
            slice_ = rows[begin : begin + AT_ONCE]
            if statement is not None:
                connection.execute(statement, slice_)
            tick(len(slice_))

    def _blank(self, kind: type[Entity]) -> Row:
        """The defaults of a record that are not nothing."""
        if kind not in self._blanks:
            columns = kind.__table__.columns
            self._blanks[kind] = {
                c.name: c.default.arg for c in columns if c.default is not None and c.default.is_scalar
            }
        return self._blanks[kind]

    def _next_id(self) -> int:
        key = next(self._ids, None)
        if key is None:
            self._ids = iter(new_ids(AT_ONCE))
            key = next(self._ids)
        return key


def _evened(rows: list[Row]) -> list[Row]:
    """The same columns for all of them: those that any of them needs."""
    names: Row = {}
    for row in rows:
        names.update(row)
    nothing = dict.fromkeys(names)
    return [nothing | row for row in rows]


def _by_columns(changed: dict[int, Row]) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for key, values in changed.items():
        names = tuple(sorted(values))
        groups[names].append({"key": key} | {f"new_{name}": values[name] for name in names})
    yield from groups.items()
