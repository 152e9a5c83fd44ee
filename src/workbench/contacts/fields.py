"""The fields of people, roles, seats and assessments as the user knows them."""

from workbench.contacts.model import Person
from workbench.contacts.positions import Assessment, ContactPoint, ContactRole, Seat
from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_

NAME = Field(Person.name, N_("Name"), shared=True)
LANGUAGE = Field(Person.language, N_("Language"), Kind.LANGUAGE, shared=True)
RHYTHM = Field(Person.rhythm_days, N_("Contact rhythm (days)"), Kind.NUMBER)
LAST_CONTACT = Field(Person.last_contact_on, N_("Last contact"), Kind.DAY)
FIELDS = (
    NAME,
    Field(Person.given_name, N_("Given name"), shared=True),
    Field(Person.family_name, N_("Family name"), shared=True),
    Field(Person.salutation, N_("Salutation"), shared=True),
    LANGUAGE,
    Field(Person.is_placeholder, N_("Name not known yet"), Kind.FLAG),
    Field(Person.birthday, N_("Birthday"), Kind.DAY),
    RHYTHM,
    LAST_CONTACT,
    Field(Person.note, N_("Note"), Kind.NOTE),
    Field(Person.tags, N_("Tags"), Kind.TAGS),
    Field(Person.external_id, N_("External id")),
)
ROLE_FIELDS = (
    Field(ContactRole.account_id, N_("Account"), Kind.REFERENCE, shared=True),
    Field(ContactRole.title, N_("Position"), shared=True),
    Field(ContactRole.department, N_("Department"), shared=True),
    Field(ContactRole.since, N_("Since"), Kind.DAY, shared=True),
    Field(ContactRole.until, N_("Until"), Kind.DAY, shared=True),
)
POINT_FIELDS = (
    Field(ContactPoint.kind, N_("Kind"), Kind.CHOICE, shared=True),
    Field(ContactPoint.label, N_("Label"), shared=True),
    Field(ContactPoint.value, N_("Value"), shared=True),
)
SEAT_FIELDS = (
    Field(Seat.title, N_("Seat"), shared=True),
    Field(Seat.unit_id, N_("Unit"), Kind.REFERENCE, shared=True),
    Field(Seat.reports_to_id, N_("Reports to"), Kind.REFERENCE, shared=True),
    Field(Seat.person_id, N_("Held by"), Kind.REFERENCE, shared=True),
    Field(Seat.vacant_since, N_("Vacant since"), Kind.DAY),
)
ASSESSMENT_FIELDS = (
    Field(Assessment.attitude, N_("Attitude"), Kind.CHOICE),
    Field(Assessment.influence, N_("Influence"), Kind.CHOICE),
    Field(Assessment.buying_role, N_("Buying role"), Kind.CHOICE),
    Field(Assessment.owner_id, N_("Our owner"), Kind.REFERENCE),
    Field(Assessment.made_on, N_("Assessed on"), Kind.DAY),
    Field(Assessment.note, N_("Note"), Kind.NOTE),
)
