"""What is shown of the hours for an account in a period, and of their cost."""

from dataclasses import dataclass
from datetime import date

from workbench.kam.hours.periods import Period


@dataclass(frozen=True)
class HoursLine:
    """The hours of a member, or of a department without one."""

    name: str
    planned: float
    spent: float
    department_id: int | None = None
    member_id: int | None = None

    @property
    def is_department(self) -> bool:
        return self.member_id is None


@dataclass(frozen=True)
class PeriodHours:
    """A period up to today: a line for each department, below it its members, and all of them together."""

    period: Period
    until: date
    lines: tuple[HoursLine, ...] = ()
    planned: float = 0.0
    spent: float = 0.0
    currency: str = "EUR"
    # what was invoiced in the period, in cents; none where nothing is known
    revenue: int | None = None
