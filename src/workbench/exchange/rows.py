"""What comes out of a foreign file: frozen records, and remarks about what could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from workbench.kernel.words import N_, Words

# what is read from foreign tables, and written so that it is read again
TITLES = {
    "accounts": N_("Accounts"),
    "contacts": N_("Contacts"),
    "meetings": N_("Meetings"),
    "actions": N_("Actions"),
    "team": N_("Team"),
}
KINDS = tuple(TITLES)
# what is written to be read by people and spreadsheets; another portfolio takes it from the open format
WRITTEN = {
    "assignments": N_("Account team"),
    "units": N_("Units"),
    "facts": N_("Facts"),
    "seats": N_("Seats"),
    "assessments": N_("Assessments"),
    "agenda": N_("Agenda"),
    "decisions": N_("Decisions"),
    "plans": N_("Plans"),
    "versions": N_("Versions given out"),
    "objectives": N_("Objectives"),
    "swot": N_("SWOT"),
    "risks": N_("Risks"),
    "workstreams": N_("Workstreams"),
    "deliverables": N_("Deliverables"),
    "letters": N_("RACI"),
    "requests": N_("Requests"),
    "log": N_("Log"),
    "reviews": N_("Plan reviews"),
    "questions": N_("Questions of reviews"),
    "hours": N_("Hours"),
    "benefits": N_("Benefits"),
    "revenue": N_("Revenue"),
    "costs": N_("Costs"),
    "satisfaction": N_("Satisfaction"),
    "ratings": N_("Ratings"),
    "aims": N_("Aims in the matrix"),
    "profiles": N_("Profiles"),
    "skills": N_("Skills"),
    "trainings": N_("Trainings"),
    "goals": N_("Personal goals"),
    "recognition": N_("Recognition"),
    "playbook": N_("Playbook"),
}
TABLES = (*KINDS, *WRITTEN)


@dataclass(frozen=True)
class Remark:
    """A sentence about a place in the file; `raw` is what stands there, for the file of rows that were not read."""

    line: int
    text: str
    values: Mapping[str, Any] = field(default_factory=dict)
    raw: str = ""

    def sentence(self, words: Words) -> str:
        return words(self.text, **self.values)


class BadRow(Exception):
    """A row that cannot become a record, and why."""

    def __init__(self, text: str, **values: Any) -> None:  # noqa: ANN401 - the places of any sentence
        super().__init__(text)
        self.text = text
        self.values = values


class Record(NamedTuple):
    """One thing to import: its kind, the line it stands on, its values by field, and how it was written."""

    kind: str
    line: int
    values: Mapping[str, Any]
    raw: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table and where it goes: a field, or nowhere by name (then its values are kept as extras)."""

    header: str
    field: str | None
    times: float = 1
    currency: str | None = None
    label_of: str | None = None
    is_dropped: bool = False


@dataclass(frozen=True)
class TableHead:
    """A table of a file: what it lists, how it was understood, and which column goes where."""

    name: str
    kind: str
    mapping: str
    columns: tuple[Column, ...]
    sample: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Reading:
    """Everything that was read from one file."""

    file: str
    content: str
    encoding: str = ""
    separator: str = ""
    heads: tuple[TableHead, ...] = ()
    records: tuple[Record, ...] = ()
    unread: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    total: int = 0
    tables: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
