"""What the paper “Who does what, by when” shows."""

from dataclasses import dataclass, field, replace
from datetime import date

from workbench.kam.horizon.views import HorizonItem
from workbench.kam.raci.views import RaciView, Work


@dataclass(frozen=True)
class RaciPaper:
    """The grid of an account and its next ninety days, with the days they are counted from and what the audit says."""

    grid: RaciView
    items: tuple[HorizonItem, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    @property
    def without_actions(self) -> "RaciPaper":
        """Workstreams and what they hand over, for a document that lists the actions elsewhere."""
        rows = tuple(row for row in self.grid.rows if row.work is not Work.ACTION)
        return replace(self, grid=replace(self.grid, rows=rows), items=())

    @property
    def as_of(self) -> date:
        return self.grid.as_of
