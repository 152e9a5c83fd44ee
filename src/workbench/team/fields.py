"""The fields of our own people as the user knows them."""

from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_
from workbench.team.assignments import Assignment
from workbench.team.model import Department, Member

NAME = Field(Member.name, N_("Name"), shared=True)
FIELDS = (
    NAME,
    Field(Member.initials, N_("Initials"), shared=True),
    Field(Member.title, N_("Position"), shared=True),
    Field(Member.department_id, N_("Department"), Kind.REFERENCE, shared=True),
    Field(Member.manager_id, N_("Manager"), Kind.REFERENCE),
    Field(Member.office, N_("Office"), shared=True),
    Field(Member.email, N_("E-mail"), Kind.EMAIL, shared=True),
    Field(Member.phone, N_("Phone"), Kind.PHONE, shared=True),
    Field(Member.hours_per_week, N_("Hours per week"), Kind.NUMBER),
    Field(Member.leads_department, N_("Leads the department"), Kind.FLAG),
    Field(Member.region, N_("Public holidays of")),
    Field(Member.is_me, N_("That is me"), Kind.FLAG),
    Field(Member.left_on, N_("Left on"), Kind.DAY),
    Field(Member.note, N_("Note"), Kind.NOTE),
)
DEPARTMENT_FIELDS = (
    Field(Department.name, N_("Department"), shared=True),
    Field(Department.code, N_("Code"), shared=True),
)
ASSIGNMENT_FIELDS = (
    Field(Assignment.member_id, N_("Member"), Kind.REFERENCE, shared=True),
    Field(Assignment.role, N_("Role"), Kind.CHOICE, shared=True),
    Field(Assignment.hours_per_week, N_("Hours per week"), Kind.NUMBER),
    Field(Assignment.since, N_("Since"), Kind.DAY),
    Field(Assignment.until, N_("Until"), Kind.DAY),
)
MEMBER_ASSIGNMENT_FIELDS = (
    Field(Assignment.account_id, N_("Account"), Kind.REFERENCE, shared=True),
    *ASSIGNMENT_FIELDS[1:],
)
