"""The skills an objective needs, below its fields, with a warning where nobody of the account team has one."""

from PySide6.QtGui import QGuiApplication
from sqlalchemy.orm import Session

from workbench.kernel.words import N_
from workbench.plans.model import ObjectiveSkill
from workbench.plans.needs import commands, fields
from workbench.plans.needs.queries import lacking, needs
from workbench.plans.needs.views import Need, request, warning
from workbench.team.growing.commands import add_skill, plan_training
from workbench.team.growth import Skill
from workbench.ui.children import Children, Chosen, Verb
from workbench.ui.desk import Desk
from workbench.ui.widgets.chips import Chip

SHOWN = 24


def _need(desk: Desk, objective_id: int, chosen: Chosen) -> int:
    with desk.workspace.plain.change(commands.need_skill.label) as session:
        skill_id = chosen.key or add_skill.body(session, chosen.text)
        return commands.need_skill.body(session, objective_id, skill_id)


def _found(desk: Desk, key: int) -> Need | None:
    with desk.workspace.read() as session:
        found = needs(session, desk.clock.today(), ObjectiveSkill.id == key)
    return found[0] if found else None


def _warn(desk: Desk, session: Session, key: int) -> Chip | None:
    found = needs(session, desk.clock.today(), ObjectiveSkill.id == key)
    if not found:
        return None
    look = ("warn", "triangle-alert") if found[0].is_endangered else ("ok", "check")
    return Chip(warning(found[0], desk.formats), *look)


def warn_of_objective(desk: Desk, session: Session, key: int) -> Chip | None:
    """What an objective lacks: “Negotiation: nobody at the required level”."""
    found, words = lacking(session, desk.clock.today(), key), desk.words
    if not found:
        return None
    if len(found) == 1:
        skill = " ".join(found[0].skill.split())
        short = skill if len(skill) <= SHOWN else skill[: SHOWN - 1] + "…"
        return Chip(words("{skill}: nobody at the required level", skill=short), "warn", "triangle-alert")
    return Chip(words.many("{n} skill is lacking", "{n} skills are lacking", len(found)), "warn", "triangle-alert")


def copy_request(desk: Desk, key: int) -> None:
    """Take the sentences that ask for a training."""
    found = _found(desk, key)
    if found:
        QGuiApplication.clipboard().setText(" ".join(request(found, desk.formats)))
        desk.say(desk.words("The training request is on the clipboard."))


def plan(desk: Desk, key: int) -> None:
    """Plan a training for whoever is nearest to the required level."""
    found = _found(desk, key)
    if found is None or not found.short:
        desk.say(desk.words("Nobody of the account team has a gap in it."))
        return
    first = found.short[0]
    made = desk.attempt(lambda: desk.workspace.do(plan_training, first.member_id, found.skill, skill_id=found.skill_id))
    if made:
        desk.done(desk.words("Training planned for {name}: {title}.", name=first.name[:60], title=found.skill[:60]))


NEEDS = Children(
    key="objective.skills",
    title=N_("Skills this objective needs"),
    new=N_("Skill"),
    kind=ObjectiveSkill,
    parent=ObjectiveSkill.objective_id,
    fields=fields.NEED_FIELDS,
    add=_need,
    edit=commands.edit_need,
    delete=commands.delete_needs,
    strong=("skill_id",),
    warns=_warn,
    picks=(Skill,),
    verbs=(
        Verb(N_("Plan a training (P)"), "P", plan),
        Verb(N_("Copy the training request (C)"), "C", copy_request),
    ),
)
