"""Taking a change back: every value returns to what it was, unless it has moved on since.

Works on whole sets, so that an import of 100 000 rows is undone in a few statements. Order: records that were deleted
come back, then values return, then records that were added go. Nothing goes that others have come to rely on, and
nothing comes back that would point to nothing.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnClause,
    ForeignKey,
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
from workbench.kernel.journal import CELL, KEPT, Conflict, Verb, defer_foreign_keys, kept_tables

PLACES = 20_000  # SQLite takes so many identities in one statement, and more


def revert(session: Session, change_id: int) -> tuple[Conflict, ...]:
    """Undo everything `change_id` did; what has moved on since is left alone and returned."""
    defer_foreign_keys(session)
    named = session.scalars(select(CELL.c.entity).where(CELL.c.change_id == change_id).distinct()).all()
    tables = [kept for kept in kept_tables(Entity.metadata) if kept.name in named]
    conflicts = [found for each in tables for found in _bring_back(session, change_id, each)]
    conflicts += [found for each in tables for found in _values(session, change_id, each)]
    conflicts += [found for each in reversed(tables) for found in _take_away(session, change_id, each)]
    return tuple(conflicts)


def _bring_back(session: Session, change_id: int, of: Table) -> Iterator[Conflict]:
    raw, olds = _raw(of), _edge(change_id, of, func.min(CELL.c.seq), Verb.UPDATE, Verb.DELETE)
    mine = _ended_as(change_id, of, Verb.DELETE).except_(_began_as(change_id, of, Verb.INSERT)).subquery()
    gone = session.scalars(select(mine.c.entity_id)).all()
    there = set(session.scalars(select(raw.c.id).where(raw.c.id.in_(select(mine.c.entity_id)))))
    columns = [c.name for c in of.columns if c.name != "id"]
    values = (func.max(case((olds.c.attribute == name, olds.c.old))) for name in columns)
    rows = (
        select(olds.c.entity_id, *values)
        .where(olds.c.entity_id.in_(select(mine.c.entity_id)), olds.c.entity_id.not_in(select(raw.c.id)))
        .group_by(olds.c.entity_id)
    )
    session.execute(insert(raw).from_select(["id", *columns], rows))
    for key in there:
        yield Conflict(of.name, key)
    for reference in of.foreign_keys:
        yield from _loosen(session, of, reference, [key for key in gone if key not in there])


def _loosen(session: Session, of: Table, reference: ForeignKey, back: Sequence[int]) -> Iterator[Conflict]:
    """What came back without what it belongs to goes again; other references that lead nowhere are emptied."""
    raw, target, name = _raw(of), _raw(reference.column.table), reference.parent.name
    for begin in range(0, len(back), PLACES):
        some = raw.c.id.in_(back[begin : begin + PLACES])
        astray = select(raw.c.id).where(some, raw.c[name].is_not(None), raw.c[name].not_in(select(target.c.id)))
        for key in session.scalars(astray).all():
            here = raw.c.id == key
            if reference.parent.nullable:
                session.execute(update(raw).where(here).values({name: None}))
                yield Conflict(of.name, key, name)
            else:
                session.execute(delete(raw).where(here))
                yield Conflict(of.name, key)


def _values(session: Session, change_id: int, of: Table) -> Iterator[Conflict]:
    olds = _edge(change_id, of, func.min(CELL.c.seq), Verb.UPDATE)
    news = _edge(change_id, of, func.max(CELL.c.seq), Verb.UPDATE)
    passing = (_ended_as(change_id, of, Verb.DELETE), _began_as(change_id, of, Verb.INSERT))
    raw = _raw(of)
    for attribute in session.scalars(select(olds.c.attribute).distinct()).all():
        cells = (
            select(olds.c.entity_id, olds.c.old, news.c.new, raw.c[attribute], raw.c.id)
            .join(news, (news.c.entity_id == olds.c.entity_id) & (news.c.attribute == olds.c.attribute))
            .outerjoin(raw, raw.c.id == olds.c.entity_id)
            .where(olds.c.attribute == attribute, *(olds.c.entity_id.not_in(ids) for ids in passing))
        )
        yield from _set_back(session, of.c[attribute], session.execute(cells).all())


def _set_back(session: Session, attribute: Column[Any], cells: Sequence[Any]) -> Iterator[Conflict]:
    raw, ready = _raw(attribute.table), []
    targets = [_there(session, reference, {cell[1] for cell in cells}) for reference in attribute.foreign_keys]
    for key, old, new, now, present in cells:
        if present and _same(now, new) and (old is None or all(old in target for target in targets)):
            ready.append({"this_row": key, "old_value": old})
        elif not present or not _same(now, old):
            yield Conflict(raw.name, key, attribute.name)
    if ready:
        statement = update(raw).where(raw.c.id == _given("this_row")).values({attribute.name: _given("old_value")})
        session.connection().execute(statement, ready)


def _there(session: Session, reference: ForeignKey, wanted: set[Any]) -> set[int]:
    target = _raw(reference.column.table)
    if len(wanted) > PLACES:
        return set(session.scalars(select(target.c.id)))
    return set(session.scalars(select(target.c.id).where(target.c.id.in_(wanted))))


def _take_away(session: Session, change_id: int, of: Table) -> Iterator[Conflict]:
    raw = _raw(of)
    mine = _began_as(change_id, of, Verb.INSERT).except_(_ended_as(change_id, of, Verb.DELETE)).subquery()
    added = select(mine.c.entity_id)
    session.execute(delete(KEPT))
    _keep_edited(session, change_id, of, added)
    _keep_relied_upon(session, of, added)
    kept = session.scalars(select(KEPT.c.id)).all()
    session.execute(delete(raw).where(raw.c.id.in_(added), raw.c.id.not_in(select(KEPT.c.id))))
    for key in kept:
        yield Conflict(of.name, key)


def _keep_edited(session: Session, change_id: int, of: Table, added: Select[Any]) -> None:
    """Added records whose values differ from those they were added with stay."""
    raw, later = _raw(of), (CELL.c.change_id > change_id, CELL.c.entity == of.name, CELL.c.verb == Verb.UPDATE)
    for attribute in session.scalars(select(CELL.c.attribute).where(*later).distinct()).all():
        first = (
            select(CELL.c.entity_id, CELL.c.old, func.min(CELL.c.seq))
            .where(*later, CELL.c.attribute == attribute, CELL.c.entity_id.in_(added))
            .group_by(CELL.c.entity_id)
            .subquery()
        )
        edited = select(raw.c.id).join(first, first.c.entity_id == raw.c.id)
        _keep(session, edited.where(raw.c[attribute].is_distinct_from(first.c.old)))


def _keep_relied_upon(session: Session, of: Table, added: Select[Any]) -> None:
    """Added records that others point to stay; parts of theirs that were added with them are gone by now."""
    for child in kept_tables(Entity.metadata):
        for key in child.foreign_keys:
            raw = _raw(child)
            to = raw.c[key.parent.name]
            if key.column.table is of and child is not of:
                _keep(session, select(to).where(to.in_(added)))
            elif key.column.table is of:
                _keep(session, select(to).where(to.in_(added), raw.c.id.not_in(added)))
    for key in of.foreign_keys:
        raw, grown = _raw(of), key.column.table is of
        to = raw.c[key.parent.name]
        while grown:
            grown = _keep(session, select(to).where(to.in_(added), raw.c.id.in_(select(KEPT.c.id))))


def _keep(session: Session, ids: Select[Any]) -> bool:
    """Whether any of these were not kept yet."""
    rows = insert(KEPT).from_select(["id"], ids.distinct()).prefix_with("OR IGNORE")
    return session.connection().execute(rows).rowcount > 0


def _edge(change_id: int, of: Table, edge: Any, *verbs: Verb) -> Subquery:  # noqa: ANN401
    """The first or the last cell of every attribute that the change touched.

    In SQLite a bare column beside min() or max() comes from the row that holds the minimum or maximum.
    """
    mine = (CELL.c.change_id == change_id, CELL.c.entity == of.name, CELL.c.verb.in_(verbs))
    cells = select(CELL.c.entity_id, CELL.c.attribute, CELL.c.old, CELL.c.new, edge).where(*mine)
    return cells.group_by(CELL.c.entity_id, CELL.c.attribute).subquery()


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


def _raw(of: Any) -> TableClause:  # noqa: ANN401 - a table, however it is typed
    # without types: the journal keeps what SQLite stores, not what Python makes of it
    columns: list[ColumnClause[Any]] = [column(c.name, NullType()) for c in of.columns]
    return table(of.name, *columns)


def _given(name: str) -> Any:  # noqa: ANN401
    return bindparam(name, type_=NullType())


def _same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other
