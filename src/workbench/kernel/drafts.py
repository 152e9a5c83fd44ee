"""Half-typed texts, kept in the portfolio until they are saved or given up: a crash costs a second of typing."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint, delete, insert, select, update
from sqlalchemy.orm import Session

from workbench.kernel.entity import Entity
from workbench.kernel.journal import OWN

DRAFT = Table(
    "draft",
    Entity.metadata,
    Column("id", Integer, primary_key=True),
    Column("entity", Text, nullable=False),
    Column("entity_id", Integer, nullable=False),
    Column("attribute", Text, nullable=False),
    Column("text", Text, nullable=False),
    UniqueConstraint("entity", "entity_id", "attribute", name="uq_draft_place"),
    info=OWN,
)


@dataclass(frozen=True)
class Place:
    """Where a text is being typed."""

    entity: str
    entity_id: int
    attribute: str


def keep(session: Session, place: Place, text: str) -> None:
    """Remember what is typed there now."""
    forget(session, place)
    session.execute(
        insert(DRAFT).values(entity=place.entity, entity_id=place.entity_id, attribute=place.attribute, text=text)
    )


def forget(session: Session, place: Place) -> None:
    """The text was saved, or given up."""
    session.execute(
        delete(DRAFT).where(
            DRAFT.c.entity == place.entity,
            DRAFT.c.entity_id == place.entity_id,
            DRAFT.c.attribute == place.attribute,
        )
    )


def waiting(session: Session) -> list[tuple[Place, str]]:
    """The drafts a crash left behind."""
    rows = session.execute(select(DRAFT.c.entity, DRAFT.c.entity_id, DRAFT.c.attribute, DRAFT.c.text))
    return [(Place(entity, key, attribute), text) for entity, key, attribute, text in rows]


def restore(session: Session) -> int:
    """Make every draft the value of its field; how many there were. Undo takes them back."""
    drafts = waiting(session)
    for place, text in drafts:
        table: Any = Entity.metadata.tables.get(place.entity)
        if table is not None and place.attribute in table.c:
            session.execute(update(table).where(table.c.id == place.entity_id).values({place.attribute: text}))
    session.execute(delete(DRAFT))
    return len(drafts)
