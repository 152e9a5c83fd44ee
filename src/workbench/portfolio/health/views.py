"""A record that a health score was counted from, as it is shown."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Record:
    """Its table and identity, what it is called and its day; a quarter has what was invoiced and aimed at, in cents."""

    table: str
    key: int
    name: str
    day: date | None = None
    invoiced: int | None = None
    target: int | None = None
