"""Timing by medians, and the table that is printed and kept."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """One line of the table: ours and the limit in the same unit, and the ratio that is allowed."""

    code: str
    measure: str
    ours: float
    limit: float
    goal: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        return self.ours / self.limit if self.limit else 0.0

    @property
    def holds(self) -> bool:
        return self.ratio <= self.goal

    def line(self) -> str:
        told = "yes" if self.holds else "**no**"
        cells = (self.code, self.measure, f"{self.ours:,.2f} {self.unit}", f"{self.limit:,.2f} {self.unit}")
        return "| " + " | ".join((*cells, f"{self.ratio:.2f}", f"≤ {self.goal:g}", told)) + " |"


HEAD = "| # | measure | ours | limit | ratio | goal | holds |\n|---|---|--:|--:|--:|--:|---|"


def times(act: Callable[[], object], n: int, *, warm: bool = True) -> list[float]:
    """How long each of `n` runs took, in milliseconds; one run before does not count."""
    if warm:
        act()
    taken = []
    for _ in range(n):
        begun = perf_counter()
        act()
        taken.append((perf_counter() - begun) * 1000)
    return taken


def median(act: Callable[[], object], n: int = 15) -> float:
    return statistics.median(times(act, n))


def once(act: Callable[[], object]) -> float:
    """One run, in milliseconds."""
    begun = perf_counter()
    act()
    return (perf_counter() - begun) * 1000


def p99(taken: list[float]) -> float:
    return sorted(taken)[min(len(taken) - 1, int(len(taken) * 0.99))]
