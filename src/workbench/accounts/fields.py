"""The fields of an account as the user knows them."""

from workbench.accounts.model import Account
from workbench.accounts.structure import Address, Fact, Unit
from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_

NAME = Field(Account.name, N_("Name"), shared=True)
TIER = Field(Account.tier, N_("Tier"), Kind.CHOICE)
LIFECYCLE = Field(Account.lifecycle, N_("Lifecycle"), Kind.CHOICE)
PARENT = Field(Account.parent_id, N_("Parent company"), Kind.REFERENCE, shared=True)
OWNER = Field(Account.owner_id, N_("Owner"), Kind.REFERENCE, shared=True)
SECTOR = Field(Account.sector, N_("Sector"), shared=True)
TAX_ID = Field(Account.tax_id, N_("Tax number"), shared=True)
WEBSITE = Field(Account.website, N_("Website"), Kind.LINK, shared=True)
PHONE = Field(Account.phone, N_("Phone"), Kind.PHONE, shared=True)
EMAIL = Field(Account.email, N_("E-mail"), Kind.EMAIL, shared=True)
EMPLOYEES = Field(Account.employees, N_("Employees"), Kind.NUMBER, shared=True)
REVENUE = Field(Account.revenue, N_("Their turnover"), Kind.MONEY, shared=True)
INVOICED = Field(Account.invoiced, N_("Invoiced this year"), Kind.MONEY)
POTENTIAL = Field(Account.potential, N_("Potential a year"), Kind.MONEY)
CURRENCY = Field(Account.currency, N_("Currency"))
FOUNDED = Field(Account.founded, N_("Founded"), shared=True)
CUSTOMER_SINCE = Field(Account.customer_since, N_("Customer since"), shared=True)
RHYTHM = Field(Account.rhythm_days, N_("Contact rhythm (days)"), Kind.NUMBER)
RENEWAL = Field(Account.renewal_on, N_("Renewal"), Kind.DAY)
LAST_CONTACT = Field(Account.last_contact_on, N_("Last contact"), Kind.DAY)
HEALTH = Field(Account.health, N_("Health"), Kind.CHOICE)
HEALTH_REASON = Field(Account.health_reason, N_("Reason for the health"), Kind.NOTE)
HEALTH_ON = Field(Account.health_on, N_("Health assessed on"), Kind.DAY)
HEALTH_UNTIL = Field(Account.health_until, N_("The judgement counts until"), Kind.DAY)
TAGS = Field(Account.tags, N_("Tags"), Kind.TAGS)
LANGUAGE = Field(Account.language, N_("Language"), Kind.LANGUAGE, shared=True)
NOTES = Field(Account.notes, N_("Notes"), Kind.NOTE)
EXTERNAL_ID = Field(Account.external_id, N_("External id"))

FIELDS = (
    NAME,
    TIER,
    LIFECYCLE,
    PARENT,
    OWNER,
    SECTOR,
    TAX_ID,
    WEBSITE,
    PHONE,
    EMAIL,
    EMPLOYEES,
    REVENUE,
    INVOICED,
    POTENTIAL,
    CURRENCY,
    FOUNDED,
    CUSTOMER_SINCE,
    RHYTHM,
    RENEWAL,
    LAST_CONTACT,
    HEALTH,
    HEALTH_REASON,
    HEALTH_ON,
    TAGS,
    LANGUAGE,
    NOTES,
    EXTERNAL_ID,
)
FORM = (NAME, TIER, LIFECYCLE, PARENT, OWNER, SECTOR, RHYTHM, RENEWAL, HEALTH, HEALTH_REASON, TAGS, NOTES)
FACTS_IN_PLACE = (
    SECTOR,
    TIER,
    LIFECYCLE,
    PARENT,
    OWNER,
    RHYTHM,
    RENEWAL,
    HEALTH,
    HEALTH_REASON,
    HEALTH_UNTIL,
    INVOICED,
    POTENTIAL,
    REVENUE,
    EMPLOYEES,
    FOUNDED,
    CUSTOMER_SINCE,
    TAX_ID,
    WEBSITE,
    PHONE,
    EMAIL,
    LANGUAGE,
    TAGS,
    NOTES,
)

UNIT_FIELDS = (
    Field(Unit.name, N_("Name"), shared=True),
    Field(Unit.kind, N_("Kind"), Kind.CHOICE, shared=True),
    Field(Unit.parent_id, N_("Part of"), Kind.REFERENCE, shared=True),
    Field(Unit.place, N_("Place"), shared=True),
    Field(Unit.headcount, N_("Headcount"), Kind.NUMBER, shared=True),
    Field(Unit.buys, N_("Buys from us"), Kind.FLAG),
    Field(Unit.note, N_("Note"), Kind.NOTE),
)
ADDRESS_FIELDS = (
    Field(Address.label, N_("Label"), shared=True),
    Field(Address.street, N_("Street"), shared=True),
    Field(Address.postcode, N_("Postcode"), shared=True),
    Field(Address.city, N_("City"), shared=True),
    Field(Address.region, N_("Region"), shared=True),
    Field(Address.country, N_("Country"), Kind.COUNTRY, shared=True),
)
FACT_FIELDS = (
    Field(Fact.name, N_("Fact")),
    Field(Fact.value, N_("Value"), Kind.NOTE),
    Field(Fact.source, N_("Source")),
    Field(Fact.as_of, N_("As of"), Kind.DAY),
    Field(Fact.confidence, N_("Confidence"), Kind.CHOICE),
)
