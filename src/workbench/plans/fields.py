"""The fields of a plan and of what it owns, as the user knows them."""

from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_
from workbench.plans.model import Objective, Plan, PlanVersion, Risk, SwotItem

TITLE = Field(Plan.title, N_("Title"), shared=True)
FIELDS = (
    TITLE,
    Field(Plan.starts_on, N_("From"), Kind.DAY, shared=True),
    Field(Plan.ends_on, N_("Until"), Kind.DAY, shared=True),
    Field(Plan.status, N_("Status"), Kind.CHOICE, shared=True),
    Field(Plan.version, N_("Version"), shared=True),
    Field(Plan.owner_id, N_("Owner"), Kind.REFERENCE, shared=True),
    Field(Plan.sponsor_id, N_("Executive sponsor"), Kind.REFERENCE, shared=True),
    Field(Plan.mission, N_("Mission"), Kind.NOTE),
    Field(Plan.summary, N_("Where we stand"), Kind.NOTE),
    Field(Plan.asks, N_("What we ask the board"), Kind.NOTE),
    Field(Plan.next_review_on, N_("Next review"), Kind.DAY, shared=True),
)
OBJECTIVE_FIELDS = (
    Field(Objective.title, N_("Objective"), shared=True),
    Field(Objective.owner_id, N_("Owner"), Kind.REFERENCE, shared=True),
    Field(Objective.measure, N_("Measure"), shared=True),
    Field(Objective.baseline, N_("Baseline"), shared=True),
    Field(Objective.now, N_("Now"), shared=True),
    Field(Objective.target, N_("Target"), shared=True),
    Field(Objective.by, N_("By"), Kind.DAY, shared=True),
    Field(Objective.status, N_("Status"), Kind.CHOICE, shared=True),
    Field(Objective.weight, N_("Weight in the plan"), Kind.NUMBER),
    Field(Objective.why, N_("Why it matters to the client"), Kind.NOTE, shared=True),
    Field(Objective.note, N_("Internal note"), Kind.NOTE),
)
SWOT_FIELDS = (
    Field(SwotItem.kind, N_("Kind"), Kind.CHOICE),
    Field(SwotItem.text, N_("Text"), Kind.NOTE),
)
RISK_FIELDS = (
    Field(Risk.title, N_("Risk")),
    Field(Risk.effect, N_("Effect"), Kind.NOTE),
    Field(Risk.probability, N_("Probability (1–5)"), Kind.NUMBER),
    Field(Risk.impact, N_("Impact (1–5)"), Kind.NUMBER),
    Field(Risk.at_stake, N_("At stake"), Kind.MONEY),
    Field(Risk.trigger, N_("Early sign"), Kind.NOTE),
    Field(Risk.response, N_("Response"), Kind.NOTE),
    Field(Risk.owner_id, N_("Owner"), Kind.REFERENCE),
    Field(Risk.due, N_("Due"), Kind.DAY),
)
VERSION_FIELDS = (
    Field(PlanVersion.number, N_("Version")),
    Field(PlanVersion.given_on, N_("Given out on"), Kind.DAY),
    Field(PlanVersion.given_to, N_("Given to")),
    Field(PlanVersion.change, N_("What changed"), Kind.NOTE),
)
