"""Laying work on other people and other weeks."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.action_items.model import ActionItem
from workbench.kernel.command import command
from workbench.kernel.editing import edited, found
from workbench.kernel.words import N_
from workbench.team.model import Member


@command(N_("Replan action"))
def replan(session: Session, action_id: int, to: int, start: date | None, due: date | None) -> None:
    """Give an action to a member and to other days; its department goes along where it was that of its owner."""
    action, values = found(session, ActionItem, action_id), {"member_id": to, "start": start, "due": due}
    of = select(Member.department_id)
    before = session.scalar(of.where(Member.id == action.member_id))
    if action.department_id in (None, before):
        values["department_id"] = session.scalar(of.where(Member.id == to))
    edited(session, ActionItem, action_id, {**values, "person_id": None})
