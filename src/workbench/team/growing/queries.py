"""Reading what our people bring along, can do, learn and want."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from workbench.accounts.model import Account
from workbench.kernel.field import Field, Kind
from workbench.kernel.folding import fold
from workbench.kernel.listing import Listing
from workbench.kernel.words import N_
from workbench.team.assignments import Assignment
from workbench.team.growing import fields
from workbench.team.growing.gaps import Standing, Validity, shown_mean, validity
from workbench.team.growing.usual import PULSE_QUESTIONS
from workbench.team.growing.views import (
    Matrix,
    MatrixRow,
    Profile,
    PulseQuestion,
    PulseRound,
    SkillColumn,
    Thanks,
    TrainingLine,
    totals,
)
from workbench.team.growth import Lesson, PulseAnswer, Qualification, Recognition, Skill, SkillLevel, Training
from workbench.team.model import Department, Member

ROUNDS = 6

TRAININGS = Listing(
    select(Training).join(Member, Member.id == Training.member_id).outerjoin(Skill, Skill.id == Training.skill_id),
    key=Training.id,
    fields=(
        fields.TRAINING_TITLE,
        Field(Member.name, N_("Member"), Kind.REFERENCE, key="member", editable=False),
        Field(Skill.name, N_("Closes the gap in"), Kind.REFERENCE, key="skill", editable=False),
        *fields.TRAINING_FIELDS[3:7],
    ),
    search=(Training.title, Member.name, Skill.name, Training.note),
    order=Field(Training.on, N_("Day"), Kind.DAY),
    descending=True,
)
LESSONS = Listing(
    select(Lesson).outerjoin(Account, Account.id == Lesson.account_id).outerjoin(Member, Member.id == Lesson.member_id),
    key=Lesson.id,
    fields=(
        fields.LESSON_TITLE,
        fields.LESSON_FIELDS[1],
        fields.LESSON_FIELDS[7],
        Field(Account.name, N_("Account"), Kind.REFERENCE, key="account", editable=False),
        Field(Member.name, N_("Told by"), Kind.REFERENCE, key="member", editable=False),
        fields.LESSON_FIELDS[6],
    ),
    search=(Lesson.title, Lesson.situation, Lesson.advice, Lesson.tags, Account.name, Member.name),
    order=fields.LESSON_TITLE,
)


@dataclass(frozen=True)
class Among:
    """Whose skills are looked at: those who work for an account, those of a department, or everybody."""

    account_id: int | None = None
    department_id: int | None = None


def matrix(session: Session, today: date, among: Among = Among()) -> Matrix:
    """The skill matrix of those who are still here, by department and name (ME29)."""
    skills = session.scalars(select(Skill).order_by(Skill.position, Skill.id)).all()
    members = _members(session, today, among)
    levels = {(level.member_id, level.skill_id): level for level in session.scalars(select(SkillLevel))}
    rows = [
        MatrixRow(
            member.id,
            member.name,
            department or "",
            tuple(_standing(member.id, skill, levels.get((member.id, skill.id))) for skill in skills),
        )
        for member, department in members
    ]
    return Matrix(tuple(SkillColumn(one.id, one.name, one.importance) for one in skills), tuple(rows))


def _members(session: Session, today: date, among: Among) -> list[tuple[Member, str | None]]:
    rows = (
        select(Member, Department.name, Department.position)
        .outerjoin(Department, Department.id == Member.department_id)
        .where(or_(Member.left_on.is_(None), Member.left_on > today))
    )
    if among.account_id is not None:
        assigned = select(Assignment.member_id).where(
            Assignment.account_id == among.account_id, or_(Assignment.until.is_(None), Assignment.until >= today)
        )
        rows = rows.where(Member.id.in_(assigned))
    if among.department_id is not None:
        rows = rows.where(Member.department_id == among.department_id)
    found = session.execute(rows).all()
    last = len(found)
    ordered = sorted(found, key=lambda row: (last if row[2] is None else row[2], fold(row[1] or ""), fold(row[0].name)))
    return [(row[0], row[1]) for row in ordered]


def _standing(member_id: int, skill: Skill, level: SkillLevel | None) -> Standing:
    if level is None:
        return Standing(member_id, skill.id, importance=skill.importance)
    return Standing(
        member_id,
        skill.id,
        level.required,
        level.current,
        skill.importance,
        level.id,
        level.as_of,
        level.evidence,
    )


def standing_of(session: Session, member_id: int, skill_id: int) -> Standing | None:
    """How a member stands in a skill; None if the skill is gone."""
    skill = session.get(Skill, skill_id)
    if skill is None:
        return None
    level = session.scalar(select(SkillLevel).where(SkillLevel.member_id == member_id, SkillLevel.skill_id == skill_id))
    return _standing(member_id, skill, level)


def levels_of(session: Session, skill_id: int) -> int:
    """How many members have a level in a skill."""
    return int(session.scalar(select(func.count()).where(SkillLevel.skill_id == skill_id)) or 0)


def groups(session: Session) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """The accounts that have a team and the departments that have members, to narrow the matrix."""
    accounts = select(Account.id, Account.name).where(Account.id.in_(select(Assignment.account_id)))
    departments = (
        select(Department.id, Department.name)
        .where(Department.id.in_(select(Member.department_id)))
        .order_by(Department.position)
    )
    named = sorted(((row[0], row[1]) for row in session.execute(accounts)), key=lambda row: fold(row[1]))
    return named, [(row[0], row[1]) for row in session.execute(departments)]


def trainings(session: Session, member_ids: Sequence[int] | None = None) -> tuple[TrainingLine, ...]:
    """The trainings of some members, or of all; those to come by day, then those that are over."""
    rows = (
        select(Training, Member.name, Skill.name)
        .join(Member, Member.id == Training.member_id)
        .outerjoin(Skill, Skill.id == Training.skill_id)
        .order_by(Training.on.is_(None), Training.on, Training.id)
    )
    if member_ids is not None:
        rows = rows.where(Training.member_id.in_(member_ids))
    return tuple(
        TrainingLine(
            one.id,
            one.member_id,
            name,
            one.title,
            one.skill_id,
            skill or "",
            one.status,
            one.on,
            one.hours or 0,
            one.cost or 0,
        )
        for one, name, skill in session.execute(rows)
    )


def profile(session: Session, member_id: int, today: date) -> Profile | None:
    """The head of a member's page; None if the member is gone."""
    found = session.execute(
        select(Member, Department.name)
        .outerjoin(Department, Department.id == Member.department_id)
        .where(Member.id == member_id)
    ).one_or_none()
    if found is None:
        return None
    member, department = found
    ends = session.scalars(select(Qualification.expires_on).where(Qualification.member_id == member_id))
    valid = [validity(day, today) for day in ends]
    gap = select(func.count()).where(SkillLevel.member_id == member_id, SkillLevel.required > SkillLevel.current)
    return Profile(
        member.id,
        member.name,
        member.title or "",
        department or "",
        member.office or "",
        valid.count(Validity.EXPIRED),
        valid.count(Validity.SOON),
        int(session.scalar(gap) or 0),
        tuple(totals(trainings(session, [member_id]))),
    )


def wall(session: Session, most: int = 200) -> list[Thanks]:
    """The words of thanks, newest first."""
    sender = aliased(Member)
    rows = session.execute(
        select(Recognition, Member.name, sender.name, Account.name)
        .join(Member, Member.id == Recognition.member_id)
        .outerjoin(sender, sender.id == Recognition.from_id)
        .outerjoin(Account, Account.id == Recognition.account_id)
        .order_by(Recognition.on.desc(), Recognition.id.desc())
        .limit(most)
    )
    return [Thanks(one.id, name, one.text, one.on, by or "", account or "") for one, name, by, account in rows]


def pulse(session: Session) -> list[PulseRound]:
    """The newest rounds of the pulse, newest first: only means, and none of fewer than three answers."""
    given: dict[date, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    rows = select(PulseAnswer.round, PulseAnswer.question, PulseAnswer.answer).order_by(PulseAnswer.round.desc())
    for month, question, answer in session.execute(rows):
        given[month][question].append(answer)
    months = list(given)[: ROUNDS + 1]
    found = []
    for place, month in enumerate(months[:ROUNDS]):
        before = given[months[place + 1]] if place + 1 < len(months) else {}
        asked = tuple(
            PulseQuestion(question, shown_mean(answers), shown_mean(before.get(question, ())))
            for question, answers in sorted(given[month].items(), key=_in_order)
        )
        found.append(PulseRound(month, max(map(len, given[month].values())), asked))
    return found


def _in_order(asked: tuple[str, list[int]]) -> tuple[int, str]:
    """As they are asked today; questions of former days come last."""
    question = asked[0]
    return PULSE_QUESTIONS.index(question) if question in PULSE_QUESTIONS else len(PULSE_QUESTIONS), question
