"""What the portfolio overview shows."""

from dataclasses import dataclass
from datetime import date

from workbench.accounts.model import Tier
from workbench.portfolio.model import Axis, HealthPart, Light, Strategy
from workbench.portfolio.positions import NATURAL

Spot = tuple[float, float]


@dataclass(frozen=True)
class Promise:
    title: str
    due: date | None = None


@dataclass(frozen=True)
class Side:
    """What one side owes: how much is open and late, and the promises themselves, the most urgent first."""

    open: int = 0
    late: int = 0
    promises: tuple[Promise, ...] = ()

    @property
    def due(self) -> date | None:
        """The day of the most urgent one."""
        return self.promises[0].due if self.promises else None


@dataclass(frozen=True)
class AccountRow:
    """One account; `across` and `up` are its place from 0 to 100, `before` is last year's, `aim` where it is
    meant to be. Money in cents.

    `light` is that of the health score, `judged` what somebody judged that counts in its place.
    """

    number: int
    name: str
    tier: Tier
    across: int | None = None
    up: int | None = None
    spot: Spot | None = None
    before: Spot | None = None
    aim: Spot | None = None
    is_known: bool = True
    revenue: int = 0
    potential: int = 0
    currency: str = "EUR"
    strategy: Strategy | None = None
    score: int | None = None
    proposed: Tier | None = None
    health: int | None = None
    light: Light | None = None
    judged: Light | None = None
    last_contact: date | None = None
    next_contact: date | None = None
    rhythm_days: int | None = None
    renewal: date | None = None
    we: Side = Side()
    they: Side = Side()


@dataclass(frozen=True)
class PortfolioView:
    """The whole portfolio on a day.

    `fields` are the names of the matrix from the top, and whether they are tinted; `parts` are those of a health score
    with their weights.
    """

    as_of: date
    rows: tuple[AccountRow, ...] = ()
    fields: tuple[tuple[tuple[Strategy | None, bool], ...], ...] = ()
    across: Axis = NATURAL[0]
    upwards: Axis = NATURAL[1]
    parts: tuple[tuple[HealthPart, float], ...] = ()
    company: str = ""
    is_demo: bool = False
