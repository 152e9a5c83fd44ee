"""The fields of an account's business as the user knows them."""

from workbench.business.model import Cost, Revenue, Satisfaction
from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_

REVENUE_FIELDS = (
    Field(Revenue.starts_on, N_("Quarter from"), Kind.DAY),
    Field(Revenue.invoiced, N_("Invoiced"), Kind.MONEY),
    Field(Revenue.target, N_("Target"), Kind.MONEY),
    Field(Revenue.note, N_("Note"), Kind.NOTE),
)
COST_FIELDS = (
    Field(Cost.starts_on, N_("Quarter from"), Kind.DAY),
    Field(Cost.kind, N_("Kind of cost"), Kind.CHOICE),
    Field(Cost.amount, N_("Amount"), Kind.MONEY),
    Field(Cost.note, N_("Note"), Kind.NOTE),
)
SATISFACTION_FIELDS = (
    Field(Satisfaction.score, N_("Satisfaction, 0 to 10"), Kind.NUMBER),
    Field(Satisfaction.asked_on, N_("Day of the answer"), Kind.DAY),
    Field(Satisfaction.person_id, N_("Who answered"), Kind.REFERENCE),
    Field(Satisfaction.way, N_("How they were asked"), Kind.CHOICE),
    Field(Satisfaction.note, N_("In their words"), Kind.NOTE),
)
