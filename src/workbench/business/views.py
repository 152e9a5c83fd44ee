"""What paper shows of the business of an account."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Quarter:
    """One quarter: its first day, what was invoiced and what was aimed at, in cents."""

    starts_on: date
    invoiced: int
    target: int | None = None
