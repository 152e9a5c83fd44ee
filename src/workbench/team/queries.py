"""Reading our own people: the list, who works for an account, who the user is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from workbench.kernel.field import Field, Kind
from workbench.kernel.folding import fold
from workbench.kernel.listing import Listing
from workbench.kernel.settings import REGION, of_portfolio
from workbench.kernel.words import N_
from workbench.team import fields
from workbench.team.assignments import Assignment, TeamRole
from workbench.team.model import Department, Member
from workbench.team.regions import Calendar, calendar_of

Manager = aliased(Member)
MEMBERS = Listing(
    select(Member)
    .outerjoin(Department, Department.id == Member.department_id)
    .outerjoin(Manager, Manager.id == Member.manager_id),
    key=Member.id,
    fields=(
        fields.NAME,
        Field(Member.title, N_("Position")),
        Field(Department.name, N_("Department"), Kind.REFERENCE, key="department", editable=False),
        Field(Manager.name, N_("Manager"), Kind.REFERENCE, key="manager", editable=False),
        Field(Member.office, N_("Office")),
        Field(Member.email, N_("E-mail"), Kind.EMAIL),
        Field(Member.phone, N_("Phone"), Kind.PHONE),
        Field(Member.hours_per_week, N_("Hours per week"), Kind.NUMBER),
    ),
    search=(Member.name, Member.title, Department.name, Member.office),
    order=fields.NAME,
)


@dataclass(frozen=True)
class TeamCard:
    """A member in an account's team."""

    assignment_id: int
    member_id: int
    name: str
    initials: str
    title: str | None
    department: str | None
    code: str | None
    role: TeamRole
    hours_per_week: float | None
    capacity: float | None


def team_of(session: Session, account_id: int, today: date) -> list[TeamCard]:
    """The members who work for an account now: lead, sponsor, core, extended; then by name."""
    rows = session.execute(
        select(Assignment, Member, Department)
        .join(Member, Member.id == Assignment.member_id)
        .outerjoin(Department, Department.id == Member.department_id)
        .where(Assignment.account_id == account_id, or_(Assignment.until.is_(None), Assignment.until >= today))
    )
    cards = [
        TeamCard(
            assignment.id,
            member.id,
            member.name,
            member.initials or initials_of(member.name),
            member.title,
            department.name if department else None,
            department.code if department else None,
            assignment.role,
            assignment.hours_per_week,
            member.hours_per_week,
        )
        for assignment, member, department in rows
    ]
    order = list(TeamRole)
    return sorted(cards, key=lambda card: (order.index(card.role), fold(card.name)))


def allocated(session: Session, assignment_id: int, today: date) -> tuple[float, float | None]:
    """The hours a week that whoever is assigned is promised to accounts today, and those he or she works."""
    whose = select(Assignment.member_id).where(Assignment.id == assignment_id).scalar_subquery()
    is_current = (
        or_(Assignment.since.is_(None), Assignment.since <= today),
        or_(Assignment.until.is_(None), Assignment.until >= today),
    )
    promised = select(func.sum(Assignment.hours_per_week)).where(Assignment.member_id == whose, *is_current)
    own = session.scalar(select(Member.hours_per_week).where(Member.id == whose))
    return float(session.scalar(promised) or 0), own


def calendars_of(session: Session, member_ids: Iterable[int]) -> dict[int, Calendar]:
    """The calendar of each of some members: of their region, else of the portfolio's."""
    usual = of_portfolio(session, REGION)
    rows = session.execute(select(Member.id, Member.region).where(Member.id.in_(list(member_ids))))
    return {key: calendar_of(region or usual) for key, region in rows}


def departments(session: Session) -> list[Department]:
    """All departments in the user's order."""
    return list(session.scalars(select(Department).order_by(Department.position, Department.id)))


def me(session: Session) -> int | None:
    """The member who uses this portfolio."""
    return session.scalar(select(Member.id).where(Member.is_me))


def initials_of(name: str) -> str:
    """MI of Marta Ibáñez."""
    words = name.split()
    return "".join(word[0] for word in (words[0], words[-1]) if words)[: len(words)].upper() if words else ""
