"""Where accounts stand in the portfolio matrix: two axes from 0 to 100, this year and the year before (ME2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.portfolio.model import Axis, Scheme, Strategy
from workbench.portfolio.scoring import BEST, HUNDRED, Candidate, Criterion, Given, Score, ratings, weighted, weights_of

NATURAL = (Axis.STRENGTH, Axis.ATTRACTIVENESS)  # across, upwards
AXES = "portfolio_axes"  # the note in which the page keeps its plane
PARITY = HUNDRED / 2
WIDEST_GROWTH = 0.5  # half as much again, or half as much less, stands at the edge
# from weak to strong, the most attractive first
THREE = (
    (Strategy.BUILD, Strategy.INVEST, Strategy.INVEST),
    (Strategy.BUILD, Strategy.MAINTAIN, Strategy.MAINTAIN),
    (Strategy.SERVE, Strategy.HARVEST, Strategy.HARVEST),
)
TWO = ((Strategy.DEVELOP, Strategy.PARTNER), (Strategy.EFFICIENCY, Strategy.MAINTAIN))
GRIDS = {2: TWO, 3: THREE}
GROWING = frozenset({Strategy.INVEST, Strategy.PARTNER, Strategy.DEVELOP})  # the fields that stand out


@dataclass(frozen=True)
class Placed:
    """An account in the matrix; what is not known of an axis is None, and then it is only in the table."""

    candidate: Candidate
    number: int
    x: Score
    y: Score
    x_before: float | None = None
    y_before: float | None = None
    strategy: Strategy | None = None
    x_aim: int | None = None
    y_aim: int | None = None

    @property
    def id(self) -> int:
        return self.candidate.id

    @property
    def is_known(self) -> bool:
        """Whether enough is known of both axes; otherwise it is drawn in outline."""
        return self.x.is_enough and self.y.is_enough

    @property
    def at(self) -> tuple[float, float] | None:
        """Its place, 0 to 100 both ways."""
        return None if self.x.value is None or self.y.value is None else (self.x.value, self.y.value)

    @property
    def before(self) -> tuple[float, float] | None:
        """Its place a year ago, where it was another one."""
        if self.x_before is None or self.y_before is None or self.at is None:
            return None
        moved = abs(self.x_before - self.at[0]) + abs(self.y_before - self.at[1])
        return (self.x_before, self.y_before) if moved >= 1 else None

    @property
    def aim(self) -> tuple[float, float] | None:
        """Where it is meant to stand; on an axis without an aim it stays where it is."""
        if self.at is None or self.x_aim is self.y_aim is None:
            return None
        return self.at[0] if self.x_aim is None else self.x_aim, self.at[1] if self.y_aim is None else self.y_aim


def strength(weights: Mapping[int, float], given: Mapping[int, Given]) -> Score:
    """Our position as this customer sees it: Σ weight × (ours − best rival), moved so that parity is 50.

    A criterion counts where both were rated.
    """
    both = {key: (one.value - one.rival + BEST) for key, one in given.items() if one.rival is not None}
    return weighted(weights, both, 2 * BEST)


def growth(candidate: Candidate) -> Score:
    """The last four quarters against the four before: no change is 50; nothing before is no data."""
    if candidate.revenue_before <= 0:
        return Score(None, 0.0)
    share = candidate.revenue / candidate.revenue_before - 1
    return Score(PARITY + PARITY * min(1.0, max(-1.0, share / WIDEST_GROWTH)), 1.0)


def strategy(x: float, y: float, cells: int = 3) -> Strategy:
    """What the field says in which something stands."""
    grid, side = GRIDS[cells], HUNDRED / cells
    across = min(int(x / side), cells - 1)
    upwards = min(int(y / side), cells - 1)
    return grid[cells - 1 - upwards][across]


@dataclass(frozen=True)
class Plane:
    """What the matrix shows: its axes across and upwards, and how many fields each way."""

    across: Axis = NATURAL[0]
    upwards: Axis = NATURAL[1]
    cells: int = 3

    @property
    def is_natural(self) -> bool:
        """Whether the fields have names: they were thought of for attractiveness by strength."""
        return (self.across, self.upwards) == NATURAL

    @property
    def told(self) -> str:
        """The plane as a text that `plane_of` reads again."""
        return f"{self.across.value} {self.upwards.value} {self.cells}"


def plane_of(told: object) -> Plane:
    """The plane that a text tells of; the usual one where it tells of none."""
    known = {axis.value: axis for axis in Axis}
    across, upwards, cells = (str(told or "").split() + [""] * 3)[:3]
    if across not in known or upwards not in known:
        return Plane()
    return Plane(known[across], known[upwards], int(cells) if cells in {str(count) for count in GRIDS} else Plane.cells)


def positions(
    criteria: Sequence[Criterion], candidates: Sequence[Candidate], plane: Plane, healths: Mapping[int, Score]
) -> tuple[Placed, ...]:
    """All accounts, numbered from the largest revenue down."""
    largest = max((one.revenue for one in candidates), default=0)
    ruler = _Ruler(criteria, largest, healths)
    order = sorted(candidates, key=lambda one: (-one.revenue, one.name))
    return tuple(ruler.placed(one, number, plane) for number, one in enumerate(order, 1))


class _Ruler:
    def __init__(self, criteria: Sequence[Criterion], largest: int, healths: Mapping[int, Score]) -> None:
        self._weights = {scheme: weights_of(criteria, scheme) for scheme in Scheme}
        self._largest, self._healths = largest, healths

    def placed(self, one: Candidate, number: int, plane: Plane) -> Placed:
        x, y = (self._now(one, axis) for axis in (plane.across, plane.upwards))
        before = (self._rated(axis, one.before) for axis in (plane.across, plane.upwards))
        x_before, y_before = (score.value if score.is_enough else None for score in before)
        is_known = plane.is_natural and x.is_enough and y.is_enough
        said = strategy(x.value or 0, y.value or 0, plane.cells) if is_known else None
        aims = one.aims.get(plane.across), one.aims.get(plane.upwards)
        return Placed(one, number, x, y, x_before, y_before, said, *aims)

    def _now(self, one: Candidate, axis: Axis) -> Score:
        if axis is Axis.HEALTH:
            return self._healths.get(one.id, Score(None, 0.0))
        if axis is Axis.REVENUE:
            return Score(HUNDRED * one.revenue / self._largest, 1.0) if self._largest else Score(None, 0.0)
        return growth(one) if axis is Axis.GROWTH else self._rated(axis, one.given)

    def _rated(self, axis: Axis, given: Mapping[int, Given]) -> Score:
        """The axes that are rated, by the ratings of a year; the others have no past here."""
        if axis is Axis.STRENGTH:
            return strength(self._weights[Scheme.STRENGTH], given)
        scheme = {Axis.ATTRACTIVENESS: Scheme.ATTRACTIVENESS, Axis.SELECTION: Scheme.SELECTION}.get(axis)
        return weighted(self._weights[scheme], ratings(given)) if scheme else Score(None, 0.0)
