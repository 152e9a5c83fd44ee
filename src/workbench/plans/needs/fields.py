"""The fields of a needed skill as the user knows them."""

from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_
from workbench.plans.model import ObjectiveSkill

NEED_FIELDS = (Field(ObjectiveSkill.skill_id, N_("Skill"), Kind.REFERENCE),)
