"""The next ninety days of an account, as board and paper show them."""

from dataclasses import dataclass
from datetime import date

from workbench.action_items.model import Direction, State
from workbench.kam.horizon.buckets import Bucket


@dataclass(frozen=True)
class HorizonItem:
    """An open action; `slip` is how many days later it is due than it was first promised for."""

    id: int
    title: str
    bucket: Bucket
    state: State
    direction: Direction
    due: date | None = None
    slip: int = 0
    is_late: bool = False
    is_blocked: bool = False
    owner: str | None = None
    department_id: int | None = None
    code: str | None = None
    objective: str | None = None
    stream: str | None = None


@dataclass(frozen=True)
class Milestone:
    """Something that is handed over on a day."""

    title: str
    due: date
    is_done: bool = False


@dataclass(frozen=True)
class Strand:
    """A workstream on the strip, from a day to a day; `share` of it is done."""

    title: str
    first: date
    last: date
    share: float | None = None
    is_late: bool = False
    is_running: bool = False
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True)
class HorizonView:
    """The open actions of an account from a day on; `plan_start` is the day its plan counts from now, if it has one."""

    account: str
    as_of: date
    start: date
    plan_start: date | None = None
    items: tuple[HorizonItem, ...] = ()
    strands: tuple[Strand, ...] = ()
    departments: tuple[tuple[int | None, str], ...] = ()
    company: str = ""
    is_demo: bool = False

    def within(self, bucket: Bucket) -> tuple[HorizonItem, ...]:
        """What lies in a part, what is late first."""
        return tuple(item for item in self.items if item.bucket is bucket)
