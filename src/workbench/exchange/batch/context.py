"""What every kind of record needs while it is imported."""

from dataclasses import dataclass
from datetime import date

from workbench.exchange.batch.directory import Directory
from workbench.exchange.batch.outcome import Outcome
from workbench.exchange.batch.staging import Staging
from workbench.exchange.policy import BY_IDENTITY, Policy


@dataclass(frozen=True)
class Terms:
    """How to import: what is recognised by which keys, what happens with what is there, whose day and zone it is."""

    today: date
    zone: str
    source: str
    match: tuple[str, ...] = BY_IDENTITY
    policy: Policy = Policy.FILL
    untitled: str = "Untitled"


@dataclass(frozen=True)
class Context:
    """The terms, the rows that wait, who is who, and what was done so far."""

    terms: Terms
    staging: Staging
    directory: Directory
    outcome: Outcome
