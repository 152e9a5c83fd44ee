"""What a printed skill matrix shows."""

from dataclasses import dataclass
from datetime import date

from workbench.plans.needs.views import Need
from workbench.team.growing.views import Matrix, TrainingLine


@dataclass(frozen=True)
class SkillsView:
    """The skills of everybody or of one account's team, as of a day."""

    as_of: date
    matrix: Matrix
    trainings: tuple[TrainingLine, ...] = ()
    needs: tuple[Need, ...] = ()
    account: str = ""
    company: str = ""
    currency: str = "EUR"
    is_demo: bool = False
