"""What a team's action list shows."""

from dataclasses import dataclass
from datetime import date

from workbench.plans.views import ActionLine


@dataclass(frozen=True)
class DepartmentBlock:
    """The open actions of one department; `hours` are those of its lead this week, `capacity` what the lead has."""

    name: str
    code: str = ""
    lead: str | None = None
    capacity: float | None = None
    actions: tuple[ActionLine, ...] = ()
    is_client: bool = False
    hours: float | None = None


@dataclass(frozen=True)
class ActionListView:
    """The open actions of an account by department, as of a day."""

    account: str
    as_of: date
    blocks: tuple[DepartmentBlock, ...] = ()
    company: str = ""
    is_demo: bool = False

    @property
    def actions(self) -> tuple[ActionLine, ...]:
        return tuple(action for block in self.blocks for action in block.actions)
