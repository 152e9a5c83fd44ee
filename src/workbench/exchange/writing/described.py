"""Records as tables by the fields that describe them: written for people and spreadsheets, not read again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from workbench.accounts import fields as accounts
from workbench.accounts.structure import Fact, Unit
from workbench.business.fields import COST_FIELDS, REVENUE_FIELDS, SATISFACTION_FIELDS
from workbench.business.model import Cost, Revenue, Satisfaction
from workbench.contacts import fields as contacts
from workbench.contacts.positions import Assessment, Seat
from workbench.exchange.rows import WRITTEN
from workbench.exchange.writing.tabular import Sheet, Value, spoken
from workbench.kam.hours import fields as hours
from workbench.kam.log import fields as log
from workbench.kam.model import (
    Benefit,
    Deliverable,
    HoursSpent,
    LogEntry,
    Raci,
    Request,
    Review,
    ReviewQuestion,
    Workstream,
)
from workbench.kam.requests import fields as requests
from workbench.kam.review import fields as reviews
from workbench.kam.workstreams import fields as streams
from workbench.kernel.entity import Entity
from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_, Words
from workbench.meetings import fields as meetings
from workbench.meetings.proceedings import AgendaPoint, Decision
from workbench.plans import fields as plans
from workbench.plans.model import Objective, Plan, PlanVersion, Risk, SwotItem
from workbench.portfolio.model import Aim, Rating
from workbench.team import fields as team
from workbench.team.assignments import Assignment
from workbench.team.growing import fields as growing
from workbench.team.growth import Goal, Lesson, Qualification, Recognition, SkillLevel, Training

ACCOUNT = N_("Account")
NAMES = ("name", "title")
Ways = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Described:
    """A kind of record: its fields, and the ways from it to its account over the tables named; none where it has no
    account, or where the account is one of its fields."""

    entity: type[Entity]
    fields: Sequence[Field]
    ways: Ways = ()

    @property
    def table(self) -> Table:
        assert isinstance(self.entity.__table__, Table)
        return self.entity.__table__


def _of(attribute: Any, label: str) -> Field:  # noqa: ANN401 - a mapped attribute
    """What a record belongs to, by its name."""
    return Field(attribute, label, Kind.REFERENCE)


PROFILE_FIELDS = (
    _of(Qualification.member_id, N_("Member")),
    Field(Qualification.kind, N_("Kind"), Kind.CHOICE),
    growing.QUALIFICATION_TITLE,
    *growing.LANGUAGE_FIELDS[1:],
    growing.SECTOR_FIELDS[1],
    *growing.CERTIFICATE_FIELDS[2:],
)
RACI_FIELDS = (
    _of(Raci.workstream_id, N_("Workstream")),
    _of(Raci.deliverable_id, N_("Deliverable")),
    _of(Raci.action_id, N_("Action")),
    _of(Raci.department_id, N_("Department")),
    _of(Raci.member_id, N_("Member")),
    Field(Raci.letter, N_("RACI letter"), Kind.CHOICE),
)
REQUEST_FIELDS = (
    *requests.FIELDS,
    requests.STATE,
    Field(Request.first_promised, N_("First promised"), Kind.DAY),
    Field(Request.accepted_on, N_("Accepted on"), Kind.DAY),
    Field(Request.escalated_on, N_("Escalated on"), Kind.DAY),
)
BENEFIT_FIELDS = (
    Field(Benefit.advantage, N_("Advantage"), Kind.CHOICE),
    Field(Benefit.indicator, N_("Indicator")),
    Field(Benefit.year, N_("Year"), Kind.NUMBER),
    Field(Benefit.value, N_("Value"), Kind.NUMBER),
    Field(Benefit.note, N_("Note"), Kind.NOTE),
)
RATING_FIELDS = (
    _of(Rating.criterion_id, N_("Criterion")),
    Field(Rating.year, N_("Year"), Kind.NUMBER),
    Field(Rating.value, N_("Rating"), Kind.NUMBER),
    Field(Rating.rival, N_("Best rival"), Kind.NUMBER),
    Field(Rating.evidence, N_("Evidence"), Kind.NOTE),
    Field(Rating.rated_on, N_("Rated on"), Kind.DAY),
    _of(Rating.rater_id, N_("Rated by")),
)
AIM_FIELDS = (
    Field(Aim.axis, N_("Axis"), Kind.CHOICE),
    Field(Aim.value, N_("Value"), Kind.NUMBER),
)
OWN: Ways = ((),)
OF_PLAN: Ways = (("plan",),)
OF_MEETING: Ways = (("meeting",),)
DESCRIBED: Mapping[str, Described] = {
    "assignments": Described(Assignment, team.ASSIGNMENT_FIELDS, OWN),
    "units": Described(Unit, accounts.UNIT_FIELDS, OWN),
    "facts": Described(Fact, accounts.FACT_FIELDS, OWN),
    "seats": Described(Seat, contacts.SEAT_FIELDS, OWN),
    "assessments": Described(Assessment, (_of(Assessment.person_id, N_("Person")), *contacts.ASSESSMENT_FIELDS), OWN),
    "agenda": Described(AgendaPoint, (_of(AgendaPoint.meeting_id, N_("Meeting")), *meetings.AGENDA_FIELDS), OF_MEETING),
    "decisions": Described(Decision, (_of(Decision.meeting_id, N_("Meeting")), *meetings.DECISION_FIELDS), OF_MEETING),
    "plans": Described(Plan, plans.FIELDS, OWN),
    "versions": Described(PlanVersion, (_of(PlanVersion.plan_id, N_("Plan")), *plans.VERSION_FIELDS), OF_PLAN),
    "objectives": Described(Objective, (_of(Objective.plan_id, N_("Plan")), *plans.OBJECTIVE_FIELDS), OF_PLAN),
    "swot": Described(SwotItem, plans.SWOT_FIELDS, OF_PLAN),
    "risks": Described(Risk, plans.RISK_FIELDS, OF_PLAN),
    "workstreams": Described(Workstream, streams.STREAM_FIELDS, OWN),
    "deliverables": Described(
        Deliverable,
        (_of(Deliverable.workstream_id, N_("Workstream")), *streams.DELIVERABLE_FIELDS),
        (("workstream",),),
    ),
    "letters": Described(Raci, RACI_FIELDS, (("workstream",), ("deliverable", "workstream"), ("action_item",))),
    "requests": Described(Request, REQUEST_FIELDS, OWN),
    "log": Described(LogEntry, log.FIELDS, OWN),
    "reviews": Described(Review, reviews.FIELDS, OF_PLAN),
    "questions": Described(ReviewQuestion, reviews.QUESTION_FIELDS, (("review", "plan"),)),
    "hours": Described(HoursSpent, hours.FIELDS, OWN),
    "benefits": Described(Benefit, BENEFIT_FIELDS, OWN),
    "revenue": Described(Revenue, REVENUE_FIELDS, OWN),
    "costs": Described(Cost, COST_FIELDS, OWN),
    "satisfaction": Described(Satisfaction, SATISFACTION_FIELDS, OWN),
    "ratings": Described(Rating, RATING_FIELDS, OWN),
    "aims": Described(Aim, AIM_FIELDS, OWN),
    "profiles": Described(Qualification, PROFILE_FIELDS),
    "skills": Described(SkillLevel, (_of(SkillLevel.member_id, N_("Member")), *growing.MEMBER_LEVEL_FIELDS)),
    "trainings": Described(Training, growing.TRAINING_FIELDS),
    "goals": Described(Goal, (_of(Goal.member_id, N_("Member")), *growing.GOAL_FIELDS)),
    "recognition": Described(Recognition, (_of(Recognition.member_id, N_("Member")), *growing.RECOGNITION_FIELDS)),
    "playbook": Described(Lesson, growing.LESSON_FIELDS),
}


def sheet_of(session: Session, kind: str, words: Words) -> Sheet:
    """All records of a kind as a table, spoken in the language of `words`."""
    what = DESCRIBED[kind]
    columns = [_column(session, what.table, field, words) for field in what.fields]
    headers = [words(field.label) for field in what.fields]
    if what.ways:
        columns.insert(0, _accounts(session, what))
        headers.insert(0, words(ACCOUNT))
    keys = session.scalars(select(what.table.c.id).order_by(what.table.c.id))
    rows = tuple(tuple(column.get(key) for column in columns) for key in keys)
    return Sheet(kind, words(WRITTEN[kind]), tuple(headers), rows)


def _column(session: Session, table: Table, field: Field, words: Words) -> dict[int, Value]:
    """What the records of a table say in one field."""
    stored = table.c[field.attribute.key]
    if field.kind is Kind.REFERENCE:
        (key,) = stored.foreign_keys
        target = key.column.table.alias()
        name = next(target.c[name] for name in NAMES if name in target.c)
        rows = select(table.c.id, name).join(target, target.c.id == stored)
        return dict(session.execute(rows).all())
    found: dict[int, Any] = dict(session.execute(select(table.c.id, stored).where(stored.is_not(None))).all())
    if field.kind is Kind.MONEY:
        return {key: Decimal(value) / 100 for key, value in found.items()}
    return {key: spoken(value, words) for key, value in found.items()}


def _accounts(session: Session, what: Described) -> dict[int, Value]:
    """The names of the accounts that the records belong to, over the first way that leads there."""
    tables, found = Entity.metadata.tables, dict[int, Value]()
    for way in what.ways:
        rows, here = select(what.table.c.id, tables["account"].c.name), what.table
        rows = rows.select_from(what.table)
        for name in way:
            column = here.c["action_id" if name == "action_item" else f"{name}_id"]
            here = tables[name]
            rows = rows.join(here, here.c.id == column)
        rows = rows.join(tables["account"], tables["account"].c.id == here.c.account_id)
        found |= dict(session.execute(rows).all())
    return found
