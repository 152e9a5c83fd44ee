"""What a user can ask for with the skills that objectives need."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, removed
from workbench.kernel.words import N_
from workbench.plans.model import ObjectiveSkill


@command(N_("Add needed skill"))
def need_skill(session: Session, objective_id: int, skill_id: int) -> int:
    """Say that an objective needs a skill; what is said twice is said once."""
    same = select(ObjectiveSkill.id).where(
        ObjectiveSkill.objective_id == objective_id, ObjectiveSkill.skill_id == skill_id
    )
    known = session.scalar(same)
    return known or added(session, ObjectiveSkill(objective_id=objective_id, skill_id=skill_id))


@command(N_("Edit needed skill"))
def edit_need(session: Session, need_id: int, skill_id: int) -> None:
    edited(session, ObjectiveSkill, need_id, {"skill_id": skill_id})


@command(N_("Delete needed skills"))
def delete_needs(session: Session, need_ids: Sequence[int]) -> None:
    removed(session, ObjectiveSkill, need_ids)
