"""What the scoreboard shows."""

from dataclasses import dataclass
from datetime import date

from workbench.kam.scoreboard.counting import Figure, Whose


@dataclass(frozen=True)
class Line:
    """One line: whose promises, and what was counted of them; without a name it is the sum of its part."""

    whose: Whose
    name: str
    key: int | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class ScoreboardView:
    """The promises for an account, or for the whole portfolio, as of a day."""

    as_of: date
    account: str = ""
    lines: tuple[Line, ...] = ()
    company: str = ""
    is_demo: bool = False

    def of(self, whose: Whose) -> tuple[Line, ...]:
        """The lines of one part."""
        return tuple(line for line in self.lines if line.whose is whose)
