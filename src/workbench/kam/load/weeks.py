"""Who has how much to do for an account in which week, who has too much, and what would help."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum
from functools import cached_property

from workbench.kam.load.spreading import SUNDAY, Work, hours_in, monday
from workbench.team.regions import WEEK, WEEKENDS_ONLY, Calendar

EIGHT = 8
LITTLE, MUCH = 0.25, 0.6  # of the capacity
NEARLY = 0.05  # hours that nobody counts


class Fill(IntEnum):
    """How full a week is."""

    NONE = 0
    LIGHT = 1
    HALF = 2
    FULL = 3
    OVER = 4


@dataclass(frozen=True)
class Task:
    """An open action of a member; `work` holds no hours where nobody said how long it takes."""

    id: int
    title: str
    member_id: int
    work: Work
    is_blocked: bool = False

    def later(self, weeks: int, today: date) -> "Task":
        """The same work so many weeks later; what is late counts from this week."""
        due, start = self.work.due, self.work.start
        base = due or start
        if base is None or not weeks:
            return self
        seen = monday(max(base, today) if due else base)
        shift = (seen - monday(base)) + timedelta(WEEK * weeks)
        moved = Work(self.work.hours, start + shift if start else None, due + shift if due else None)
        return replace(self, work=moved)


@dataclass(frozen=True)
class Colleague:
    """A member as the grid shows them; `capacity` is in hours for each week, None where nobody said how many.

    `promised` are their hours per week for all accounts together, `has` those they work, `agreed` those for this
    account in a week without public holidays; `calendar` knows these.
    """

    id: int
    name: str
    department: str = ""
    code: str = ""
    capacity: tuple[float | None, ...] = ()
    promised: float = 0.0
    has: float | None = None
    left_on: date | None = None
    agreed: float | None = None
    calendar: Calendar = WEEKENDS_ONLY

    @property
    def is_overpromised(self) -> bool:
        """Whether the accounts together were promised more hours than there are."""
        return self.has is not None and self.promised > self.has + NEARLY


@dataclass(frozen=True)
class Relief:
    """A move that would help: the action, from whom to whom, and the hours the other has free in that week."""

    task: Task
    giver: Colleague
    taker: Colleague
    week: date
    free: float


@dataclass(frozen=True)
class Load:
    """The weeks by their Mondays, the people in the order of their departments, and their open actions."""

    today: date
    weeks: tuple[date, ...]
    people: tuple[Colleague, ...] = ()
    tasks: tuple[Task, ...] = ()
    # open actions of ours that nobody owns
    unowned: int = 0

    @cached_property
    def _by_member(self) -> dict[int, list[Task]]:
        found: dict[int, list[Task]] = {one.id: [] for one in self.people}
        for task in self.tasks:
            found.setdefault(task.member_id, []).append(task)
        return found

    @cached_property
    def _hours(self) -> dict[tuple[int, date], float]:
        return {
            (one.id, week): sum(self.part(task, week) for task in self._by_member[one.id])
            for one in self.people
            for week in self.weeks
        }

    @cached_property
    def _calendars(self) -> dict[int, Calendar]:
        return {one.id: one.calendar for one in self.people}

    def part(self, task: Task, week: date, member_id: int | None = None) -> float:
        """The hours of an action in a week, by the calendar of whoever owns it, or of another member."""
        calendar = self._calendars.get(member_id or task.member_id, WEEKENDS_ONLY)
        return hours_in(task.work, week, self.today, calendar)

    def hours(self, member_id: int, week: date) -> float:
        """What a member has to do in a week."""
        return self._hours.get((member_id, week), 0.0)

    def capacity(self, one: Colleague, week: date) -> float | None:
        return one.capacity[self.weeks.index(week)]

    def holidays(self, one: Colleague, week: date, language: str) -> dict[date, str]:
        """The public holidays of a member in a week on which they would work, with their names."""
        found = one.calendar.holidays_between(week, week + SUNDAY, language)
        return {day: name for day, name in found.items() if not one.calendar.is_weekend(day)}

    def of(self, member_id: int) -> list[Task]:
        """All open actions of a member."""
        return self._by_member.get(member_id, [])

    def person(self, member_id: int) -> Colleague | None:
        return next((one for one in self.people if one.id == member_id), None)

    def week_of(self, task: Task) -> date | None:
        """The first of the weeks in which an action lies."""
        return next((week for week in self.weeks if self.part(task, week) > 0), None)

    def is_over(self, one: Colleague, week: date) -> bool:
        """Whether a week holds more than it can."""
        return self.fill(one, week) is Fill.OVER

    def free(self, one: Colleague, week: date) -> float:
        """The hours a member has left in a week; none where nobody said how many there are."""
        return max(0.0, (self.capacity(one, week) or 0.0) - self.hours(one.id, week))

    def fill(self, one: Colleague, week: date) -> Fill:
        """How full a week of a member is."""
        return fill(self.hours(one.id, week), self.capacity(one, week))

    def behind(self, member_id: int, week: date) -> list[tuple[Task, float]]:
        """The actions of a member in a week with their hours there, the largest first."""
        parts = ((task, self.part(task, week)) for task in self._by_member.get(member_id, ()))
        return sorted((part for part in parts if part[1] > 0), key=lambda part: (-part[1], part[0].title))

    def task(self, task_id: int) -> Task | None:
        return next((task for task in self.tasks if task.id == task_id), None)

    def with_task(self, changed: Task) -> "Load":
        """The same load with one action elsewhere: what would be."""
        return replace(self, tasks=tuple(changed if task.id == changed.id else task for task in self.tasks))

    def overloads(self) -> Iterator[tuple[Colleague, list[date]]]:
        """Who has too much to do, and in which of the weeks."""
        for one in self.people:
            weeks = [week for week in self.weeks if self.fill(one, week) is Fill.OVER]
            if weeks:
                yield one, weeks

    @property
    def unlaid(self) -> list[Task]:
        """Actions that lie in no week, because nobody said how long they take or when they are due."""
        return [task for task in self.tasks if task.work.hours <= 0 or not (task.work.due or task.work.start)]

    @property
    def turned(self) -> list[Task]:
        """Actions that are due before they start."""
        return [task for task in self.tasks if task.work.is_turned]


def fill(hours: float, capacity: float | None) -> Fill:
    """How full a week is; where nobody said how many hours there are, it is never too full."""
    if hours < NEARLY:
        return Fill.NONE
    if capacity is None:
        return Fill.LIGHT
    if hours > capacity + NEARLY:
        return Fill.OVER
    part = hours / capacity
    return Fill.LIGHT if part < LITTLE else Fill.HALF if part < MUCH else Fill.FULL


def weeks_from(day: date, count: int = EIGHT) -> tuple[date, ...]:
    """The Mondays of some weeks, beginning with that of a day."""
    first = monday(day)
    return tuple(first + timedelta(WEEK * n) for n in range(count))


def relief(load: Load) -> Relief | None:
    """The move that helps first: an action of the first overload for a colleague of the department with free hours.

    The action that ends the overload with the fewest hours comes first, or else the one that takes the most away.
    """
    for giver, weeks in load.overloads():
        for week in weeks:
            found = list(_reliefs(load, giver, week))
            if found:
                return min(found, key=lambda one: _merit(load, one))
    return None


def _reliefs(load: Load, giver: Colleague, week: date) -> Iterable[Relief]:
    for task, hours in load.behind(giver.id, week):
        for taker in load.people:
            is_near = taker.id != giver.id and taker.department == giver.department and not taker.left_on
            if is_near and not task.is_blocked and hours > NEARLY and _fits(load, task, taker):
                yield Relief(task, giver, taker, week, load.free(taker, week))


def _fits(load: Load, task: Task, taker: Colleague) -> bool:
    """Whether somebody has the hours of an action free in each week it lies in."""
    needed = ((week, load.part(task, week, taker.id)) for week in load.weeks)
    return all(hours <= load.free(taker, week) + NEARLY for week, hours in needed if hours > 0)


def _merit(load: Load, one: Relief) -> tuple[bool, float, float, str]:
    taken = load.part(one.task, one.week)
    capacity = load.capacity(one.giver, one.week) or 0.0
    ends = load.hours(one.giver.id, one.week) - taken <= capacity + NEARLY
    return not ends, taken if ends else -taken, -one.free, one.task.title
