"""A record that a health score was counted from, as it is shown."""

from dataclasses import dataclass
from datetime import date

from workbench.business.model import Way


@dataclass(frozen=True)
class Record:
    """Its table and identity, what it is called and its day.

    A quarter has what was invoiced and aimed at, in cents; an answer of the client its `score` from 0 to 10.
    """

    table: str
    key: int
    name: str
    day: date | None = None
    invoiced: int | None = None
    target: int | None = None
    score: float | None = None
    way: Way | None = None
