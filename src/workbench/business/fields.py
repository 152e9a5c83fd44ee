"""The fields of an account's business as the user knows them."""

from workbench.business.model import Revenue
from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_

REVENUE_FIELDS = (
    Field(Revenue.starts_on, N_("Quarter from"), Kind.DAY),
    Field(Revenue.invoiced, N_("Invoiced"), Kind.MONEY),
    Field(Revenue.target, N_("Target"), Kind.MONEY),
    Field(Revenue.note, N_("Note"), Kind.NOTE),
)
