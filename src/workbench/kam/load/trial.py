"""What would be if an action lay with somebody else, or in another week."""

from dataclasses import dataclass, replace
from datetime import date

from workbench.kam.load.spreading import monday
from workbench.kam.load.weeks import Load, Task


@dataclass(frozen=True)
class Trial:
    """An action as it is, with whom and how many weeks later it would lie."""

    before: Load
    origin: Task
    member_id: int
    weeks: int = 0

    @staticmethod
    def of(load: Load, task: Task) -> "Trial":
        return Trial(load, task, task.member_id)

    @property
    def is_nothing(self) -> bool:
        """Whether everything would stay as it is."""
        return self.member_id == self.origin.member_id and not self.weeks

    @property
    def task(self) -> Task:
        """The action as it would be."""
        return replace(self.origin.later(self.weeks, self.before.today), member_id=self.member_id)

    @property
    def load(self) -> Load:
        return self.before.with_task(self.task)

    @property
    def week(self) -> date | None:
        """The week in which the action would be due."""
        work, today = self.task.work, self.before.today
        base = work.due or work.start
        return monday(max(base, today)) if base else None

    def over(self, load: Load) -> "Trial":
        """The same over what was read again."""
        return replace(self, before=load, origin=load.task(self.origin.id) or self.origin)

    def put(self, member_id: int, weeks: int) -> "Trial":
        """With a member and so many weeks later, though never before this week."""
        task = replace(self, weeks=0)
        least = 0 if task.week is None else -((task.week - monday(self.before.today)).days // 7)
        return replace(self, member_id=member_id, weeks=max(weeks, least))

    def moved(self, people: int, weeks: int) -> "Trial":
        """So many members further down, and weeks later; who left is passed over, and at the ends it stays."""
        there = [one.id for one in self.before.people if not one.left_on or one.id == self.member_id]
        place = there.index(self.member_id) + people
        return self.put(there[max(0, min(place, len(there) - 1))], self.weeks + weeks)
