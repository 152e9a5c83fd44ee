"""The journal: every change to the portfolio, cell by cell, written by triggers.

Undo, history, "what changed since", import batches and sharing all read from it. `change` has one row per command,
import batch or revert; `cell` has one row per inserted record, per changed attribute, per value of a deleted record.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text, func, select
from sqlalchemy.orm import Session
from sqlalchemy.types import UserDefinedType

from workbench.kernel.entity import Entity, Utc
from workbench.kernel.identity import new_id
from workbench.kernel.words import N_


class AsStored(UserDefinedType[Any]):
    """A column without a declared type, which keeps the type that SQLite stored."""

    cache_ok = True

    def get_col_spec(self, **_options: object) -> str:
        return ""


class Verb(IntEnum):
    """What happened to a record."""

    INSERT = 1
    UPDATE = 2
    DELETE = 3


OWN = {"journal": False}
CHANGE = Table(
    "change",
    Entity.metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),  # the order in this file, whatever the clock says
    Column("uid", Integer, nullable=False, unique=True),
    Column("at", Utc, nullable=False),
    Column("author", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("batch", Text),
    Column("reverts", Integer),
    info=OWN,
    sqlite_autoincrement=True,
)
CELL = Table(
    "cell",
    Entity.metadata,
    Column("seq", Integer, primary_key=True),
    Column("change_id", Integer, nullable=False),
    Column("verb", Integer, nullable=False),
    Column("entity", Text, nullable=False),
    Column("entity_id", Integer, nullable=False),
    Column("attribute", Text),
    Column("old", AsStored),
    Column("new", AsStored),
    Index("ix_cell_change", "change_id"),
    Index("ix_cell_entity", "entity_id"),
    info=OWN,
)
# on the writing connection only: what a revert in progress leaves alone
KEPT = Table("kept", MetaData(), Column("id", Integer, primary_key=True))


@dataclass(frozen=True)
class Conflict:
    """A value that has moved on since, and so was left as it is. `attribute` is empty for a whole record."""

    entity: str
    entity_id: int
    attribute: str = ""


@dataclass(frozen=True)
class Author:
    """Who changes things, and on which computer."""

    name: str
    device: str


@dataclass(frozen=True)
class Change:
    """What one command did: its label, and the identities of the records it touched, by entity."""

    id: int
    label: str
    about: str = ""
    reverts: int | None = None
    rows: Mapping[str, frozenset[int]] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)

    def ids(self, entity: str) -> frozenset[int]:
        """The records of that table which this change touched."""
        return self.rows.get(entity, frozenset())


@dataclass(frozen=True)
class Past:
    """One line of the journal, as it is told to people."""

    id: int
    at: datetime
    author: str
    label: str
    about: str
    reverts: int | None


@dataclass(frozen=True)
class Edit:
    """One cell of a record's history; `old` and `new` are the stored values."""

    change: Past
    verb: Verb
    attribute: str | None
    old: object
    new: object


def kept_tables(metadata: MetaData) -> list[Table]:
    """The tables whose changes are journalled, parents before children."""
    return [table for table in metadata.sorted_tables if table.info.get("journal", True)]


def triggers(metadata: MetaData) -> Iterator[str]:
    """The statements that make a writing connection keep the journal."""
    yield "CREATE TEMP TABLE now(change_id INTEGER NOT NULL)"
    yield "INSERT INTO now VALUES (0)"
    yield "CREATE TEMP TRIGGER begin_change AFTER INSERT ON main.change BEGIN UPDATE now SET change_id = new.id; END"
    yield "CREATE TEMP TABLE kept(id INTEGER PRIMARY KEY)"
    for table in kept_tables(metadata):
        columns = [column.name for column in table.columns if column.name != "id"]
        yield _trigger(table.name, "INSERT", f"SELECT change_id, 1, '{table.name}', new.id, NULL, NULL, NULL FROM now")
        yield _trigger(table.name, "UPDATE", _cells(table.name, 2, columns, "old.{0} IS NOT new.{0}", "new.{0}"))
        yield _trigger(table.name, "DELETE", _cells(table.name, 3, columns, "old.{0} IS NOT NULL", "NULL"))


def _trigger(table: str, event: str, rows: str) -> str:
    moment = "BEFORE" if event == "DELETE" else "AFTER"
    return (
        f'CREATE TEMP TRIGGER journal_{table}_{event} {moment} {event} ON main."{table}" BEGIN '
        f"INSERT INTO cell(change_id, verb, entity, entity_id, attribute, old, new) {rows}; END"
    )


def _cells(table: str, verb: int, columns: list[str], when: str, new: str) -> str:
    cells = " UNION ALL ".join(
        f"SELECT '{c}' AS a, old.\"{c}\" AS o, {new.format(_quoted(c))} AS n WHERE {when.format(_quoted(c))}"
        for c in columns
    )
    # a deleted record without any value still leaves one line
    bare = " UNION ALL SELECT NULL, NULL, NULL" if verb == Verb.DELETE else ""
    return f"SELECT now.change_id, {verb}, '{table}', old.id, a, o, n FROM now, ({cells}{bare})"


def _quoted(column: str) -> str:
    return f'"{column}"'


@dataclass(frozen=True)
class Intent:
    """What is about to be done: its English label, what it is about, and the change it takes back, if it does."""

    label: str
    about: str = ""
    reverts: int | None = None


def begin(session: Session, intent: Intent, author: Author, at: datetime) -> int:
    """Open a change; what happens from now on in this transaction belongs to it."""
    # written as the driver wants it: this runs inside every change, and SQLAlchemy's own way costs as much as the rest
    book = session.connection()
    moment = at.astimezone(UTC).strftime(STORED_MOMENT)
    row = (new_id(), moment, author.name, author.device, intent.label, intent.about, intent.reverts)
    return int(book.exec_driver_sql(_OPEN, row).lastrowid)


def finish(session: Session, change_id: int) -> dict[str, frozenset[int]]:
    """Close a change: the records it touched. A change that touched nothing leaves no line.

    An undo always does, or the change that it could not take back would stand in the way of all older ones.
    """
    book = session.connection()
    rows: dict[str, set[int]] = {}
    cursor: Any = book.exec_driver_sql(_TOUCHED, (change_id,)).cursor  # plain rows: an import has a hundred thousand
    for entity, entity_id in cursor.fetchall():
        rows.setdefault(entity, set()).add(entity_id)
    if not rows:
        book.exec_driver_sql("DELETE FROM change WHERE id = ? AND reverts IS NULL", (change_id,))
    return {entity: frozenset(ids) for entity, ids in rows.items()}


def defer_foreign_keys(session: Session) -> None:
    """Let children be replayed before their parents; checked when the transaction ends."""
    session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")


@dataclass(frozen=True)
class Stacks:
    """What can be undone and redone, newest last."""

    done: tuple[Past, ...]
    undone: tuple[Past, ...]


FOUNDING = N_("Load demo")


def stacks(session: Session, limit: int = 400) -> Stacks:
    """Undo and redo, told from the journal alone, so that both survive a restart.

    A change that reverts the newest done one is an undo; one that reverts the newest undo is a redo; a change that
    reverts an older one ("revert this") is a new change like any other.
    """
    done: list[Past] = []
    undone: list[Past] = []
    for past in reversed(recent(session, limit)):
        if past.label == FOUNDING:
            # what a file began with is no step of the user's: Ctrl+Z must not take the whole demo away
            continue
        if past.reverts is not None and done and past.reverts == done[-1].id:
            done.pop()
            undone.append(past)
        elif past.reverts is not None and undone and past.reverts == undone[-1].id:
            undone.pop()
            done.append(past)
        else:
            done.append(past)
            undone.clear()
    return Stacks(tuple(done), tuple(undone))


def recent(session: Session, limit: int = 200) -> list[Past]:
    """The newest changes, newest first."""
    rows = session.execute(select(*_PAST).order_by(CHANGE.c.id.desc()).limit(limit))
    return [Past(*row) for row in rows]


def past(session: Session, change_id: int) -> Past | None:
    """One change of the journal."""
    row = session.execute(select(*_PAST).where(CHANGE.c.id == change_id)).one_or_none()
    return Past(*row) if row else None


def history(session: Session, entity: str, entity_id: int) -> list[Edit]:
    """Everything that ever happened to one record, newest first."""
    rows = session.execute(
        select(*_PAST, CELL.c.verb, CELL.c.attribute, CELL.c.old, CELL.c.new)
        .join(CELL, CELL.c.change_id == CHANGE.c.id)
        .where(CELL.c.entity_id == entity_id, CELL.c.entity == entity)
        .order_by(CELL.c.seq.desc())
    )
    return [Edit(Past(*row[:6]), Verb(row[6]), row[7], row[8], row[9]) for row in rows]


def newest_of(session: Session, entity: str, entity_id: int, limit: int) -> list[Past]:
    """The newest changes that touched one record, newest first."""
    touched = select(CELL.c.change_id).where(CELL.c.entity_id == entity_id, CELL.c.entity == entity).distinct()
    rows = session.execute(select(*_PAST).where(CHANGE.c.id.in_(touched)).order_by(CHANGE.c.id.desc()).limit(limit))
    return [Past(*row) for row in rows]


def changed_since(session: Session, change_id: int, entity: str) -> dict[int, set[str | None]]:
    """The attributes of each record that changed after a mark."""
    cells = select(CELL.c.entity_id, CELL.c.attribute).where(CELL.c.change_id > change_id, CELL.c.entity == entity)
    found: dict[int, set[str | None]] = {}
    for entity_id, attribute in session.execute(cells.distinct()):
        found.setdefault(entity_id, set()).add(attribute)
    return found


def touched(session: Session, change_id: int, limit: int = 500, verb: Verb | None = None) -> dict[str, frozenset[int]]:
    """The records of a change, by entity; of a large one as many as `limit`. `verb` narrows to what it befell."""
    rows: dict[str, set[int]] = {}
    found = select(CELL.c.entity, CELL.c.entity_id).where(CELL.c.change_id == change_id).distinct().limit(limit)
    if verb is not None:
        found = found.where(CELL.c.verb == verb)
    for entity, entity_id in session.execute(found):
        rows.setdefault(entity, set()).add(entity_id)
    return {entity: frozenset(ids) for entity, ids in rows.items()}


def last_known(session: Session, entity: str, ids: Collection[int], attribute: str) -> dict[int, object]:
    """The values that deleted records had, by identity."""
    cells = (
        select(CELL.c.entity_id, CELL.c.old)
        .where(CELL.c.entity == entity, CELL.c.entity_id.in_(ids), CELL.c.attribute == attribute)
        .where(CELL.c.verb == Verb.DELETE)
        .order_by(CELL.c.seq)
    )
    return {row[0]: row[1] for row in session.execute(cells)} if ids else {}


def mark(session: Session) -> int:
    """The newest change, to compare with later."""
    return int(session.scalar(select(func.max(CHANGE.c.id))) or 0)


STORED_MOMENT = "%Y-%m-%d %H:%M:%S.%f"  # as `Utc` stores it
_OPEN = "INSERT INTO change(uid, at, author, device, label, about, reverts) VALUES (?, ?, ?, ?, ?, ?, ?)"
_TOUCHED = "SELECT entity, entity_id FROM cell WHERE change_id = ?"  # a set tells twins faster than SQLite
_PAST = (CHANGE.c.id, CHANGE.c.at, CHANGE.c.author, CHANGE.c.label, CHANGE.c.about, CHANGE.c.reverts)
