"""Reading who has how much to do for an account."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.action_items.model import OPEN, ActionItem, Direction
from workbench.kam.load.spreading import SUNDAY, Work, monday
from workbench.kam.load.weeks import Colleague, Load, Task, weeks_from
from workbench.kernel.folding import fold
from workbench.team.assignments import Assignment
from workbench.team.model import Department, Member
from workbench.team.queries import calendars_of
from workbench.team.regions import WEEKENDS_ONLY, Calendar

FRIDAY = timedelta(4)


def load_of(session: Session, account_id: int, today: date, first: date | None = None) -> Load:
    """Eight weeks of an account from that of a day, or from this week: its people and what they have to do."""
    weeks = weeks_from(first or today)
    mine = ActionItem.account_id == account_id, ActionItem.state.in_(OPEN)
    tasks = _tasks(session, account_id)
    nobody = select(ActionItem.id).where(
        *mine,
        ActionItem.member_id.is_(None),
        ActionItem.person_id.is_(None),
        ActionItem.direction != Direction.THEY_OWE,
    )
    people = _people(session, account_id, (today, weeks), {task.member_id for task in tasks})
    return Load(today, weeks, tuple(people), tasks, len(session.scalars(nobody).all()))


def week_loads(
    session: Session, account_id: int, today: date, tasks: Sequence[Task] | None = None
) -> dict[int, tuple[float, float | None]]:
    """The hours of this week and the capacity of each member who works for an account.

    `tasks` are the open actions that have an owner, where they are known already.
    """
    known, weeks = _tasks(session, account_id) if tasks is None else tasks, weeks_from(today)
    people = _people(session, account_id, (today, weeks), {task.member_id for task in known})
    week = monday(today)
    load = Load(today, (week,), tuple(people), tuple(known))
    return {one.id: (load.hours(one.id, week), load.capacity(one, week)) for one in load.people}


def _tasks(session: Session, account_id: int) -> tuple[Task, ...]:
    """The open actions of an account that have an owner."""
    columns = (
        ActionItem.id,
        ActionItem.title,
        ActionItem.member_id,
        ActionItem.effort,
        ActionItem.start,
        ActionItem.due,
        ActionItem.blocked_reason.is_not(None),
    )
    owned = select(*columns).where(
        ActionItem.account_id == account_id, ActionItem.state.in_(OPEN), ActionItem.member_id.is_not(None)
    )
    return tuple(
        Task(key, title, member or 0, Work(max(effort or 0.0, 0.0), start, due), is_blocked)
        for key, title, member, effort, start, due, is_blocked in session.execute(owned.order_by(ActionItem.id))
    )


@dataclass
class _Hours:
    """The assignments of a member: those to the account, and the hours of all that hold today; and who works when."""

    here: list[Assignment] = field(default_factory=list)
    promised: float = 0.0
    calendar: Calendar = WEEKENDS_ONLY

    def capacity(self, member: Member, week: date) -> float | None:
        """The hours that were agreed, without those of the public holidays of a week."""
        hours, days = self.agreed(member, week), self.calendar.working_days(week, week + SUNDAY)
        return None if hours is None else hours * days / self.calendar.days_a_week

    def agreed(self, member: Member, week: date) -> float | None:
        """The hours of a week without holidays, None where nobody said how many."""
        if member.left_on and member.left_on < week:
            return 0.0
        hours = [one.hours_per_week for one in self.here if _holds(one, week) and one.hours_per_week is not None]
        return sum(hours) if hours else member.hours_per_week


def _people(session: Session, account_id: int, load: tuple[date, Sequence[date]], owners: set[int]) -> list[Colleague]:
    """Those who are assigned in one of the weeks and those who own something, by department and name."""
    today, weeks = load
    hours: dict[int, _Hours] = {key: _Hours() for key in owners}
    for one in session.scalars(select(Assignment).where(Assignment.account_id == account_id)):
        if any(_holds(one, week) for week in weeks):
            hours.setdefault(one.member_id, _Hours()).here.append(one)
    for one in session.scalars(select(Assignment).where(Assignment.member_id.in_(hours))):
        if _holds(one, monday(today)):
            hours[one.member_id].promised += one.hours_per_week or 0.0
    for key, calendar in calendars_of(session, hours).items():
        hours[key].calendar = calendar
    rows = session.execute(
        select(Member, Department)
        .outerjoin(Department, Department.id == Member.department_id)
        .where(Member.id.in_(hours))
        .order_by(Department.position.is_(None), Department.position, Department.id)
    ).all()
    # by department as they come, and by name in each: sorting keeps the order of what is equal
    places = list(dict.fromkeys(row[0].department_id for row in rows))
    ordered = sorted(rows, key=lambda row: (places.index(row[0].department_id), fold(row[0].name)))
    return [_colleague(member, department, hours[member.id], weeks) for member, department in ordered]


def _colleague(member: Member, department: Department | None, hours: _Hours, weeks: Sequence[date]) -> Colleague:
    return Colleague(
        member.id,
        member.name,
        department.name if department else "",
        department.code if department else "",
        tuple(hours.capacity(member, week) for week in weeks),
        hours.promised,
        member.hours_per_week,
        member.left_on,
        hours.agreed(member, weeks[0]),
        hours.calendar,
    )


def _holds(one: Assignment, week: date) -> bool:
    """Whether somebody is assigned on a working day of a week."""
    since, until = one.since or date.min, one.until or date.max
    return since <= week + FRIDAY and until >= week
