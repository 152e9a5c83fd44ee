"""What was changed lately, as people read it: which records, which fields, from what to what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Column, Table, exists, func, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from workbench.accounts import fields as accounts
from workbench.action_items import fields as actions
from workbench.business import fields as business
from workbench.contacts import fields as contacts
from workbench.kam.hours import fields as hours
from workbench.kam.log import fields as log
from workbench.kam.requests import fields as requests
from workbench.kam.review import fields as reviews
from workbench.kam.workstreams import fields as streams
from workbench.kernel import journal
from workbench.kernel.entity import Entity
from workbench.kernel.field import Field
from workbench.kernel.formats import Formats
from workbench.kernel.journal import CELL, CHANGE, Past, Verb
from workbench.kernel.settings import PortfolioSetting
from workbench.meetings import fields as meetings
from workbench.plans import fields as plans
from workbench.portfolio.places import record_name
from workbench.team import fields as team
from workbench.team.growing import fields as growing

DAYS, MOST, TOLD = 30, 20_000, 60
DIALECT = sqlite.dialect()
NOTHING = "–"


@dataclass(frozen=True)
class Told:
    """One field of one record that a change touched; no field for a record that came or went."""

    name: str
    verb: Verb
    field: Field | None = None
    old: str = ""
    new: str = ""


def since(session: Session, moment: datetime) -> list[Past]:
    """The changes from a moment on, newest first."""
    rows = session.execute(select(*_PAST).where(CHANGE.c.at >= moment).order_by(CHANGE.c.id.desc()).limit(MOST))
    return [Past(*row) for row in rows]


def deletions(session: Session, moment: datetime) -> list[Past]:
    """The changes that deleted something which is not back yet, newest first."""
    first = session.scalar(select(func.min(CHANGE.c.id)).where(CHANGE.c.at >= moment))
    if first is None:
        return []
    gone: set[int] = set()
    for table in journal.kept_tables(Entity.metadata):
        mine = (CELL.c.change_id >= first, CELL.c.verb == Verb.DELETE, CELL.c.entity == table.name)
        back = exists(select(table.c.id).where(table.c.id == CELL.c.entity_id))
        gone.update(session.scalars(select(CELL.c.change_id).where(*mine, ~back).distinct()))
    return [past for past in since(session, moment) if past.id in gone and past.reverts is None]


def told(session: Session, change_id: int, formats: Formats) -> Iterator[Told]:
    """What a change did, field by field; of a large one the beginning."""
    cells = select(CELL.c.entity, CELL.c.entity_id, CELL.c.verb, CELL.c.attribute, CELL.c.old, CELL.c.new)
    seen: set[tuple[str, int, object]] = set()
    for row in session.execute(cells.where(CELL.c.change_id == change_id).order_by(CELL.c.seq).limit(TOLD * 20)):
        field = _fields().get((row.entity, row.attribute)) if row.verb == Verb.UPDATE else None
        mark = (row.entity, row.entity_id, row.attribute if field else row.verb)
        if mark in seen or (row.verb == Verb.UPDATE and field is None):
            continue
        seen.add(mark)
        name = record_name(session, row.entity, row.entity_id)
        if field is None and name and row.entity != PortfolioSetting.__tablename__:
            yield Told(name, Verb(row.verb))
        elif field is not None:
            column = Entity.metadata.tables[row.entity].c[row.attribute]
            old, new = (_said(session, field, column, formats, value) for value in (row.old, row.new))
            yield Told(name, Verb.UPDATE, field, old, new)
        if len(seen) >= TOLD:
            return


def is_there(session: Session, entity: str, key: int) -> bool:
    """Whether a record exists now."""
    stored = Entity.metadata.tables[entity]
    return session.scalar(select(stored.c.id).where(stored.c.id == key)) is not None


def _said(session: Session, field: Field, column: Column[Any], formats: Formats, stored: object) -> str:
    if stored is None:
        return NOTHING
    for reference in column.foreign_keys:
        return record_name(session, reference.column.table.name, int(str(stored))) or NOTHING
    read = column.type.dialect_impl(DIALECT).result_processor(DIALECT, None)
    return field.text(formats, read(stored) if read else stored)


@cache
def _fields() -> dict[tuple[str, str], Field]:
    listed = (
        *(accounts.FIELDS + accounts.UNIT_FIELDS + accounts.ADDRESS_FIELDS + accounts.FACT_FIELDS),
        *(actions.FIELDS + actions.STEP_FIELDS),
        *(contacts.FIELDS + contacts.ROLE_FIELDS + contacts.POINT_FIELDS),
        *(contacts.SEAT_FIELDS + contacts.ASSESSMENT_FIELDS),
        *(meetings.FIELDS + meetings.AGENDA_FIELDS + meetings.ATTENDANCE_FIELDS + meetings.DECISION_FIELDS),
        *(plans.FIELDS + plans.OBJECTIVE_FIELDS + plans.SWOT_FIELDS + plans.RISK_FIELDS),
        *(plans.VERSION_FIELDS + business.REVENUE_FIELDS + business.COST_FIELDS + business.SATISFACTION_FIELDS),
        *(hours.FIELDS + log.FIELDS + requests.FIELDS + reviews.FIELDS + reviews.QUESTION_FIELDS),
        *(streams.STREAM_FIELDS + streams.DELIVERABLE_FIELDS),
        *(team.FIELDS + team.DEPARTMENT_FIELDS + team.ASSIGNMENT_FIELDS + growing.ALL_FIELDS),
    )
    found: dict[tuple[str, str], Field] = {}
    for field in listed:
        if field.is_stored:
            column = field.attribute.property.columns[0]
            table = column.table
            assert isinstance(table, Table)
            found[(table.name, column.name)] = field
    return found


_PAST = (CHANGE.c.id, CHANGE.c.at, CHANGE.c.author, CHANGE.c.label, CHANGE.c.about, CHANGE.c.reverts)
