"""What a plan owns: objectives, the four fields of a SWOT, risks."""

from workbench.kernel.words import N_
from workbench.plans import commands, fields
from workbench.plans.model import Objective, PlanVersion, Risk, SwotItem, SwotKind
from workbench.plans.needs.ui.lists import NEEDS, warn_of_objective
from workbench.ui.children import Children, Chosen
from workbench.ui.desk import Desk


def _objective(desk: Desk, plan_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(commands.add_objective, plan_id, chosen.text)


def _risk(desk: Desk, plan_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(commands.add_risk, plan_id, chosen.text)


def _version(desk: Desk, plan_id: int, chosen: Chosen) -> int:
    """“3.4: prices of the new year” is a version with what changed; it was given out today until somebody says else."""
    number, _, change = (part.strip() for part in chosen.text.partition(":"))
    return desk.workspace.do(commands.add_version, plan_id, number, desk.clock.today(), change=change or None)


class _Swot:
    """Adds to one field of the SWOT."""

    def __init__(self, kind: SwotKind) -> None:
        self._kind = kind

    def __call__(self, desk: Desk, plan_id: int, chosen: Chosen) -> int:
        return desk.workspace.do(commands.add_swot_item, plan_id, self._kind, chosen.text)


def _swot(kind: SwotKind, new: str) -> Children:
    return Children(
        key=f"plan.{kind.value}",
        title=kind.label,
        new=new,
        kind=SwotItem,
        parent=SwotItem.plan_id,
        fields=fields.SWOT_FIELDS[::-1],
        add=_Swot(kind),
        edit=commands.edit_swot_item,
        delete=commands.delete_swot_items,
        strong=("text",),
        order=commands.order_swot_items,
        conditions=(SwotItem.kind == kind,),
    )


OBJECTIVES = Children(
    key="plan.objectives",
    title=N_("Objectives"),
    new=N_("Objective"),
    kind=Objective,
    parent=Objective.plan_id,
    fields=fields.OBJECTIVE_FIELDS,
    add=_objective,
    edit=commands.edit_objective,
    delete=commands.delete_objectives,
    strong=("title",),
    weak=("measure", "now", "target", "by", "owner_id"),
    chip="status",
    order=commands.order_objectives,
    mark="O",
    warns=warn_of_objective,
    nested=(NEEDS,),
)
RISKS = Children(
    key="plan.risks",
    title=N_("Risks"),
    new=N_("Risk"),
    kind=Risk,
    parent=Risk.plan_id,
    fields=fields.RISK_FIELDS,
    add=_risk,
    edit=commands.edit_risk,
    delete=commands.delete_risks,
    strong=("title",),
    weak=("probability", "impact", "due", "owner_id"),
    order=commands.order_risks,
    mark="R",
)
VERSIONS = Children(
    key="plan.versions",
    title=N_("Versions given out"),
    new=N_("Version – “3.4: what changed”"),
    kind=PlanVersion,
    parent=PlanVersion.plan_id,
    fields=fields.VERSION_FIELDS,
    add=_version,
    edit=commands.edit_version,
    delete=commands.delete_versions,
    strong=("number", "change"),
    weak=("given_on", "given_to"),
    by=(PlanVersion.given_on.desc(), PlanVersion.id.desc()),
)
SWOT = (
    _swot(SwotKind.STRENGTH, N_("Strength")),
    _swot(SwotKind.WEAKNESS, N_("Weakness")),
    _swot(SwotKind.OPPORTUNITY, N_("Opportunity")),
    _swot(SwotKind.THREAT, N_("Threat")),
)
LISTS = (OBJECTIVES, *SWOT, RISKS, VERSIONS)
