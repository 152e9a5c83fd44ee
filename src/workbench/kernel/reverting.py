"""Taking a change back: every value returns to what it was, unless it has moved on since.

Works on whole sets, so that an import of 100 000 rows is undone in a few statements. Order: values, then records that
were deleted, then records that were added; foreign keys are checked at the end of the transaction.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnClause,
    Select,
    Subquery,
    Table,
    TableClause,
    bindparam,
    case,
    column,
    delete,
    func,
    insert,
    select,
    table,
    update,
)
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from workbench.kernel.entity import Entity
from workbench.kernel.journal import CELL, Conflict, Verb, defer_foreign_keys, kept_tables


def revert(session: Session, change_id: int) -> tuple[Conflict, ...]:
    """Undo everything `change_id` did; what has moved on since is left alone and returned."""
    defer_foreign_keys(session)
    named = session.scalars(select(CELL.c.entity).where(CELL.c.change_id == change_id).distinct()).all()
    tables = [kept for kept in kept_tables(Entity.metadata) if kept.name in named]
    conflicts = [found for each in tables for found in _values(session, change_id, each)]
    conflicts += [found for each in tables for found in _bring_back(session, change_id, each)]
    conflicts += [found for each in reversed(tables) for found in _take_away(session, change_id, each)]
    return tuple(conflicts)


def _values(session: Session, change_id: int, of: Table) -> Iterator[Conflict]:
    raw, gone = _raw(of), _ended_as(change_id, of, Verb.DELETE)
    added = _began_as(change_id, of, Verb.INSERT)
    olds, news = _edges(change_id, of)
    pairs = session.execute(
        select(olds.c.entity_id, olds.c.attribute, olds.c.old, news.c.new)
        .join(news, (news.c.entity_id == olds.c.entity_id) & (news.c.attribute == olds.c.attribute))
        .where(olds.c.entity_id.not_in(gone), olds.c.entity_id.not_in(added))
    ).all()
    by_attribute: dict[str, list[dict[str, Any]]] = {}
    for entity_id, attribute, old, new in pairs:
        by_attribute.setdefault(attribute, []).append({"key": entity_id, "old": old, "new": new})
    for attribute, cells in by_attribute.items():
        yield from _set_back(session, raw, attribute, cells)


def _set_back(session: Session, raw: TableClause, attribute: str, cells: list[dict[str, Any]]) -> Iterator[Conflict]:
    value = raw.c[attribute]
    rows = session.execute(select(raw.c.id, value).where(raw.c.id.in_([cell["key"] for cell in cells])))
    now = {row[0]: row[1] for row in rows}
    ready = [cell for cell in cells if cell["key"] in now and _same(now[cell["key"]], cell["new"])]
    if ready:
        statement = update(raw).where(raw.c.id == _given("key")).values({attribute: _given("old")})
        session.connection().execute(statement, [{"key": c["key"], "old": c["old"]} for c in ready])
    done = {cell["key"] for cell in ready}
    for cell in cells:
        if cell["key"] not in done and not _same(now.get(cell["key"]), cell["old"]):
            yield Conflict(raw.name, cell["key"], attribute)


def _bring_back(session: Session, change_id: int, of: Table) -> Iterator[Conflict]:
    raw = _raw(of)
    olds, _ = _edges(change_id, of, with_deleted=True)
    gone = _ended_as(change_id, of, Verb.DELETE).except_(_began_as(change_id, of, Verb.INSERT)).subquery()
    there = set(session.scalars(select(raw.c.id).where(raw.c.id.in_(select(gone.c.entity_id)))))
    columns = [c.name for c in of.columns if c.name != "id"]
    values = (func.max(case((olds.c.attribute == name, olds.c.old))) for name in columns)
    rows = (
        select(olds.c.entity_id, *values)
        .where(olds.c.entity_id.in_(select(gone.c.entity_id)), olds.c.entity_id.not_in(select(raw.c.id)))
        .group_by(olds.c.entity_id)
    )
    session.execute(insert(raw).from_select(["id", *columns], rows))
    for key in there:
        yield Conflict(of.name, key)


def _take_away(session: Session, change_id: int, of: Table) -> Iterator[Conflict]:
    raw = _raw(of)
    mine = _began_as(change_id, of, Verb.INSERT).except_(_ended_as(change_id, of, Verb.DELETE)).subquery()
    added = select(mine.c.entity_id)
    kept = _edited_since(session, change_id, of, added) | _relied_upon(session, change_id, of, added)
    statement = delete(raw).where(raw.c.id.in_(added))
    session.execute(statement.where(raw.c.id.not_in(kept)) if kept else statement)
    for key in kept:
        yield Conflict(of.name, key)


def _edited_since(session: Session, change_id: int, of: Table, added: Select[Any]) -> set[int]:
    """Added records whose values differ from those they were added with."""
    raw = _raw(of)
    later = (
        select(CELL.c.entity_id, CELL.c.attribute, CELL.c.old, func.min(CELL.c.seq))
        .where(
            CELL.c.change_id > change_id,
            CELL.c.entity == of.name,
            CELL.c.verb == Verb.UPDATE,
            CELL.c.entity_id.in_(added),
        )
        .group_by(CELL.c.entity_id, CELL.c.attribute)
    )
    edited = set()
    for key, attribute, first, _ in session.execute(later).all():
        now = session.execute(select(raw.c[attribute]).where(raw.c.id == key)).one_or_none()
        if now and not _same(now[0], first):
            edited.add(key)
    return edited


def _relied_upon(session: Session, change_id: int, of: Table, added: Select[Any]) -> set[int]:
    """Added records that newer records hang on and would be lost with them."""
    relied: set[int] = set()
    for child in kept_tables(Entity.metadata):
        own = select(CELL.c.entity_id).where(
            CELL.c.change_id == change_id, CELL.c.entity == child.name, CELL.c.verb == Verb.INSERT
        )
        for key in child.foreign_keys:
            if key.column.table is of and key.ondelete == "CASCADE":
                raw = _raw(child)
                to = raw.c[key.parent.name]
                relied |= set(session.scalars(select(to).where(to.in_(added), raw.c.id.not_in(own)).distinct()))
    return relied


def _edges(change_id: int, of: Table, *, with_deleted: bool = False) -> tuple[Subquery, Subquery]:
    """The first old and the last new value of every attribute that the change touched.

    In SQLite a bare column beside min() or max() comes from the row that holds the minimum or maximum.
    """
    verbs = [Verb.UPDATE, Verb.DELETE] if with_deleted else [Verb.UPDATE]
    cells = select(CELL.c.entity_id, CELL.c.attribute, CELL.c.old, CELL.c.new).where(
        CELL.c.change_id == change_id, CELL.c.entity == of.name, CELL.c.verb.in_(verbs)
    )
    first = cells.add_columns(func.min(CELL.c.seq)).group_by(CELL.c.entity_id, CELL.c.attribute).subquery("first_cell")
    last = cells.add_columns(func.max(CELL.c.seq)).group_by(CELL.c.entity_id, CELL.c.attribute).subquery("last_cell")
    return first, last


def _began_as(change_id: int, of: Table, verb: Verb) -> Select[Any]:
    return _of_edge(change_id, of, verb, func.min(CELL.c.seq))


def _ended_as(change_id: int, of: Table, verb: Verb) -> Select[Any]:
    return _of_edge(change_id, of, verb, func.max(CELL.c.seq))


def _of_edge(change_id: int, of: Table, verb: Verb, edge: Any) -> Select[Any]:  # noqa: ANN401
    rows = (
        select(CELL.c.entity_id, CELL.c.verb, edge)
        .where(CELL.c.change_id == change_id, CELL.c.entity == of.name)
        .group_by(CELL.c.entity_id)
        .subquery()
    )
    return select(rows.c.entity_id).where(rows.c.verb == verb)


def _raw(of: Table) -> TableClause:
    # without types: the journal keeps what SQLite stores, not what Python makes of it
    columns: list[ColumnClause[Any]] = [column(c.name, NullType()) for c in of.columns]
    return table(of.name, *columns)


def _given(name: str) -> Any:  # noqa: ANN401
    return bindparam(name, type_=NullType())


def _same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other
