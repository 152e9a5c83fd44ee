"""What is shown and printed of a log."""

from dataclasses import dataclass
from datetime import date

from workbench.kam.model import LogKind
from workbench.kernel.choice import Choice
from workbench.kernel.words import N_

# what can be settled; a decision stands and a note tells
SETTLED = (LogKind.ISSUE, LogKind.CONFLICT)


@dataclass(frozen=True)
class LogLine:
    """One entry. One that was decided at a meeting belongs to its minutes (`is_minuted`) and is only read here."""

    id: int
    kind: LogKind
    title: str
    on: date
    text: str | None = None
    who: str | None = None
    department: str | None = None
    meeting: str | None = None
    meeting_id: int | None = None
    resolution: str | None = None
    resolved_on: date | None = None
    lesson: str | None = None
    is_minuted: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is an issue or a conflict that nobody has settled."""
        return self.kind in SETTLED and self.resolved_on is None

    @property
    def key(self) -> tuple[str, int]:
        """Its table and identity."""
        return ("decision" if self.is_minuted else "log_entry", self.id)


class Sieve(Choice):
    """Which entries are looked at."""

    ALL = "all", N_("All")
    DECISIONS = "decisions", N_("Decisions")
    ISSUES = "issues", N_("Issues")
    CONFLICTS = "conflicts", N_("Conflicts")
    NOTES = "notes", N_("Notes")
    OPEN = "open", N_("Still open")

    def passes(self, line: LogLine) -> bool:
        """Whether an entry is one of those."""
        if self is Sieve.ALL:
            return True
        return line.is_open if self is Sieve.OPEN else line.kind is KINDS[self]


KINDS = {
    Sieve.DECISIONS: LogKind.DECISION,
    Sieve.ISSUES: LogKind.ISSUE,
    Sieve.CONFLICTS: LogKind.CONFLICT,
    Sieve.NOTES: LogKind.NOTE,
}
