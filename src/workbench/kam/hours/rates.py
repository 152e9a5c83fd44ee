"""What a day of the team costs, from a salary band: never printed, and hidden until somebody asks for it (ME25)."""

from dataclasses import dataclass

from workbench.kernel.settings import Setting
from workbench.kernel.words import N_

# the band of the role's description, in whole units of the currency
SALARY_FROM = Setting("salary_from", 45_000.0, N_("Salary from, a year"))
SALARY_TO = Setting("salary_to", 60_000.0, N_("Salary to, a year"))
# what an employer pays on top of a salary, in percent of it
ON_COST = Setting("on_cost", 30.0, N_("On-cost, percent of the salary"))
WORKING_DAYS = Setting("working_days", 220.0, N_("Working days a year"))
SHOWS_COST = Setting("shows_cost", False, N_("Cost of the team's time"))  # noqa: FBT003 - the default of a setting
HOURS_A_DAY = 8.0


@dataclass(frozen=True)
class Band:
    """Salaries from and to, a year and in whole units of the currency; on-cost in percent; working days a year."""

    lowest: float = SALARY_FROM.default
    highest: float = SALARY_TO.default
    on_cost: float = ON_COST.default
    working_days: float = WORKING_DAYS.default


def day_rate(band: Band) -> int:
    """What a day costs, in cents: the middle of the band with its on-cost, by working days."""
    middle = (band.lowest + band.highest) / 2
    return round(middle * (1 + band.on_cost / 100) / band.working_days * 100)


def cost(hours: float, band: Band) -> int:
    """What hours cost, in cents."""
    return round(hours / HOURS_A_DAY * day_rate(band))
