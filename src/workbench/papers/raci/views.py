"""What the paper “Who does what, by when” shows."""

from dataclasses import dataclass, field
from datetime import date

from workbench.kam.horizon.views import HorizonItem
from workbench.kam.raci.views import RaciView


@dataclass(frozen=True)
class RaciPaper:
    """The grid of an account and its next ninety days, with the days they are counted from and what the audit says."""

    grid: RaciView
    items: tuple[HorizonItem, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    @property
    def as_of(self) -> date:
        return self.grid.as_of
