"""The open format: every table with every column, out of a portfolio and into another one."""

import base64
import binascii
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Enum,
    Float,
    Integer,
    LargeBinary,
    Table,
    Text,
    Time,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Session

from workbench.exchange import policy
from workbench.exchange.batch.outcome import Outcome
from workbench.exchange.policy import Policy
from workbench.exchange.rows import BadRow, Remark
from workbench.kernel import journal
from workbench.kernel.choice import Choice
from workbench.kernel.entity import Entity, Utc
from workbench.kernel.words import N_

AT_ONCE = 500
KIND_OF = {
    "account": "accounts",
    "person": "contacts",
    "member": "team",
    "meeting": "meetings",
    "action_item": "actions",
}
LARGEST = 2**63 - 1
Row = dict[str, Any]


def tables() -> list[Table]:
    """What belongs to the open format: all that is journalled and may leave the portfolio, parents before children."""
    return [table for table in journal.kept_tables(Entity.metadata) if table.info.get("leaves", True)]


def rows_of(session: Session, table: Table, keys: Collection[int] | None = None) -> Iterator[Row]:
    """The rows of a table, or those with some identities, as plain values.

    Identities are written as texts, days and moments in ISO, pictures in base64.
    """
    rows = select(table).order_by(table.c.id).execution_options(yield_per=AT_ONCE)
    for row in session.execute(rows if keys is None else rows.where(table.c.id.in_(keys))).mappings():
        yield {
            column.name: _plain(column, row[column.name]) for column in table.columns if row[column.name] is not None
        }


def store(
    session: Session, given: Mapping[str, Sequence[Mapping[str, Any]]], how: Policy, tick: Callable[[int, int], None]
) -> Outcome:
    """Store rows of the open format; a record with the same identity is the same record."""
    journal.defer_foreign_keys(session)
    outcome = Outcome()
    total, done = sum(map(len, given.values())), 0
    known = {table.name: table for table in tables()}
    for name in given.keys() - known.keys():
        outcome.warn(0, N_("The table “{name}” is not known here; it was left out."), name=name[:60])
    lines = 0
    identities: dict[str, set[int]] = {}
    for table in known.values():
        rows = given.get(table.name, ())
        for begin in range(0, len(rows), AT_ONCE):
            good = _read_rows(table, rows[begin : begin + AT_ONCE], lines + begin + 1, outcome)
            good = _with_targets(session, table, good, identities, outcome)
            _store_rows(session, table, good, how, outcome)
            done += AT_ONCE
            tick(min(done, total), total)
        lines += len(rows)
    return outcome


def _read_rows(table: Table, rows: Sequence[Mapping[str, Any]], first: int, outcome: Outcome) -> list[tuple[int, Row]]:
    good: list[tuple[int, Row]] = []
    for number, row in enumerate(rows, start=first):
        try:
            good.append((number, _read_row(table, row)))
        except (BadRow, ValueError, TypeError, binascii.Error, OverflowError):
            outcome.unread.append(
                Remark(number, N_("A row of {table} makes no sense."), {"table": table.name}, str(dict(row))[:2000])
            )
    return good


def _read_row(table: Table, row: Mapping[str, Any]) -> Row:
    found = {
        column.name: _stored(column, row[column.name]) for column in table.columns if row.get(column.name) is not None
    }
    for column in table.columns:
        if not column.nullable and column.name not in found:
            if column.default is None:
                raise BadRow(N_("A row of {table} makes no sense."), table=table.name)
            found[column.name] = column.default.arg  # type: ignore[attr-defined]
    return found


def _with_targets(
    session: Session, table: Table, rows: list[tuple[int, Row]], known: dict[str, set[int]], outcome: Outcome
) -> list[tuple[int, Row]]:
    """The rows whose references point to something; a reference that may be empty is emptied."""
    known.setdefault(table.name, set()).update(row["id"] for _, row in rows)
    kept: list[tuple[int, Row]] = []
    for number, row in rows:
        is_whole = True
        for key in table.foreign_keys:
            name, target = key.parent.name, key.column.table
            if row.get(name) is None or target is table or _exists(session, target, row[name], known):
                continue
            if key.parent.nullable:
                row[name] = None
            else:
                is_whole = False
        if is_whole:
            kept.append((number, row))
        else:
            text = N_("A row of {table} belongs to a record that is not there.")
            outcome.unread.append(Remark(number, text, {"table": table.name}, str(row)[:2000]))
    return kept


def _exists(session: Session, target: Table, key: int, known: dict[str, set[int]]) -> bool:
    there = known.setdefault(target.name, set())
    if key not in there and session.scalar(select(target.c.id).where(target.c.id == key)) is not None:
        there.add(key)
    return key in there


def _store_rows(session: Session, table: Table, rows: list[tuple[int, Row]], how: Policy, outcome: Outcome) -> None:
    keys = [row["id"] for _, row in rows]
    there = {row["id"]: dict(row) for row in session.execute(select(table).where(table.c.id.in_(keys))).mappings()}
    kind = KIND_OF.get(table.name, "records")
    nothing = dict.fromkeys(column.name for column in table.columns)
    new = {row["id"]: nothing | row for _, row in rows if row["id"] not in there}
    if new:
        session.execute(insert(table), list(new.values()))
        outcome.created[kind] += len(new)
    for _, row in rows:
        if row["id"] in there:
            told = policy.changes(there[row["id"]], row, how)
            if told:
                session.execute(
                    update(table).where(table.c.id == bindparam("this_row")), [{"this_row": row["id"], **told}]
                )
            (outcome.updated if told else outcome.unchanged)[kind] += 1


def _plain(column: Column[Any], value: Any) -> Any:  # noqa: ANN401 - a stored value
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return str(value) if column.primary_key or column.foreign_keys else value


def _stored(column: Column[Any], value: Any) -> Any:  # noqa: ANN401
    kind = column.type
    if column.primary_key or column.foreign_keys:
        return _whole(int(value))
    if isinstance(kind, Enum):
        return kind.enum_class(value) if kind.enum_class else str(value)
    if isinstance(kind, Utc):
        moment = datetime.fromisoformat(value)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    readers: dict[type, Callable[[Any], Any]] = {
        Date: date.fromisoformat,
        Time: time.fromisoformat,
        Boolean: bool,
        Float: float,
        Integer: lambda number: _whole(int(number)),
        LargeBinary: lambda text: base64.b64decode(text, validate=True),
        Text: str,
    }
    reader = next((reader for type_, reader in readers.items() if isinstance(kind, type_)), str)
    return reader(value)


def _whole(number: int) -> int:
    if not -LARGEST <= number <= LARGEST:
        raise BadRow(N_("A row of {table} makes no sense."))
    return number
