"""A capture that waits to be sorted: what its sentence says now, and what the action gets when more of it is clear."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.action_items.model import ActionItem, Direction
from workbench.capture.captured import Captured

NAMED = ("title", "account_id", "department_id", "direction", "waiting_for")


@dataclass(frozen=True)
class Waiting:
    """A capture in the inbox: its sentence, the day it was said on, and what it is about by now."""

    id: int
    line: str
    said_on: date | None
    account_id: int | None
    is_dated: bool


def waiting(session: Session, action_id: int) -> Waiting | None:
    """The capture of an action; None if it does not wait."""
    row: Any = session.execute(
        select(
            ActionItem.captured,
            ActionItem.made_on,
            ActionItem.account_id,
            ActionItem.due.is_not(None) | ActionItem.start.is_not(None),
        ).where(ActionItem.id == action_id, ActionItem.captured.is_not(None))
    ).one_or_none()
    return Waiting(action_id, *row) if row else None


def cleared(before: Captured, after: Captured) -> dict[str, Any]:
    """The values an action gets when its line is clearer than before; what was edited elsewhere stays."""
    values = {name: getattr(after, name) for name in NAMED if getattr(after, name) != getattr(before, name)}
    return {"captured": after.line, **values, **_owner(after)}


def _owner(said: Captured) -> dict[str, Any]:
    if said.direction is Direction.THEY_OWE:
        return {"person_id": said.people[0]} if len(said.people) == 1 else {}
    return {"member_id": said.members[0]} if len(said.members) == 1 else {}
