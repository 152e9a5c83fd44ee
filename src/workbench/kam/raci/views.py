"""Who does what for an account, as grid and paper show it."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from workbench.kam.model import Letter
from workbench.kam.raci import audit
from workbench.kam.raci.audit import Excess, Fault, Finding, Letters
from workbench.kernel.choice import Choice
from workbench.kernel.formats import Formats
from workbench.kernel.words import N_, Words


class Work(Choice):
    """What has letters."""

    WORKSTREAM = "workstream", N_("Workstream")
    DELIVERABLE = "deliverable", N_("Deliverable")
    ACTION = "action", N_("Action")


@dataclass(frozen=True)
class Place:
    """One cell of the grid: a piece of work and a department, or the client without one."""

    work: Work
    key: int
    department_id: int | None


@dataclass(frozen=True)
class RaciColumn:
    """A department, or the client without an identity."""

    id: int | None
    code: str
    name: str


@dataclass(frozen=True)
class RaciRow:
    """A piece of work with its letters by department; `objective` is its short code, `stream` the one it belongs to."""

    work: Work
    key: int
    title: str
    letters: Letters = field(default_factory=dict)
    objective: str | None = None
    owner: str | None = None
    owner_left: bool = False
    starts_on: date | None = None
    due: date | None = None
    is_done: bool = False
    stream: int | None = None
    progress: float | None = None

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with it; nothing once it is done."""
        if self.is_done:
            return ()
        found = audit.faults(self.letters, may_be_alone=self.work is Work.ACTION)
        return (*found, Fault.OWNER_LEFT) if self.owner_left else found

    @property
    def label(self) -> str:
        return " ".join(part for part in (self.objective, self.title) if part)


@dataclass(frozen=True)
class RaciView:
    """The grid of an account: its columns, its rows in the order of the work, and what the audit says."""

    account: str
    as_of: date
    columns: tuple[RaciColumn, ...] = ()
    rows: tuple[RaciRow, ...] = ()
    company: str = ""
    is_demo: bool = False

    @property
    def open_rows(self) -> tuple[RaciRow, ...]:
        return tuple(row for row in self.rows if not row.is_done)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return audit.findings([row.letters for row in self.open_rows])

    @cached_property
    def accountable(self) -> Counter[int | None]:
        """How many A each column holds."""
        return audit.per_column((row.letters for row in self.open_rows), Letter.ACCOUNTABLE)

    @property
    def faulty(self) -> int:
        """How many rows have something wrong."""
        return sum(bool(row.faults) for row in self.rows)

    def column_of(self, department_id: int | None) -> RaciColumn:
        """The column of a department."""
        return next(column for column in self.columns if column.id == department_id)

    def problems(self) -> list[tuple[int, int]]:
        """Row and column where each problem is repaired; what is too much counts once no row is wrong any more."""
        order = [column.id for column in self.columns]
        wrong = [
            (place, order.index(audit.repaired_at(row.letters, row.faults[0], order)))
            for place, row in enumerate(self.rows)
            if row.faults
        ]
        return wrong or sorted(
            {
                (place, order.index(spot[0]))
                for finding in self.findings
                for place, row in enumerate(self.rows)
                if not row.is_done and (spot := audit.relieved_at(row.letters, finding)) is not None
            }
        )


def fault_said(row: RaciRow, view: RaciView, words: Words) -> str:
    """What is wrong with a row, in a few words for its last column; empty if nothing is."""
    fault = row.faults[0] if row.faults else None
    if fault is Fault.NO_ACCOUNTABLE:
        return words("No A: press A on a cell")
    if fault is Fault.SEVERAL_ACCOUNTABLE:
        return words("More than one A: {codes}", codes=_codes(row, view))
    if fault is Fault.NO_RESPONSIBLE:
        return words("No R: nobody carries it out")
    return words("The owner has left: press A") if fault else ""


def fault_sentence(row: RaciRow, view: RaciView, words: Words) -> str:
    """The same in a whole sentence with what to do; empty if nothing is wrong."""
    fault = row.faults[0] if row.faults else None
    if fault is Fault.NO_ACCOUNTABLE:
        return words("Nobody is accountable for “{title}”. Give the A to one department.", title=row.title)
    if fault is Fault.SEVERAL_ACCOUNTABLE:
        codes, count = _codes(row, view), len(audit.holders(row.letters, Letter.ACCOUNTABLE))
        if count == 2:
            return words("Two departments are accountable ({codes}). Keep one.", codes=codes)
        return words("{n} departments are accountable ({codes}). Keep one.", n=count, codes=codes)
    if fault is Fault.NO_RESPONSIBLE:
        return words("Nobody carries out “{title}”. Give an R to a department, or beside its A.", title=row.title)
    return words("{owner} has left. Give the A to somebody who is here.", owner=row.owner) if fault else ""


def finding_said(finding: Finding, view: RaciView, formats: Formats) -> str:
    """A warning about a department, with its figure."""
    code, words = view.column_of(finding.column).code, formats.words
    if finding.excess is Excess.MANY_ACCOUNTABLE:
        return words("{code} holds {share} of A", code=code, share=formats.percent(finding.share))
    if finding.excess is Excess.MANY_RESPONSIBLE:
        return words("{code} carries out {n} rows", code=code, n=finding.count)
    return words("{code} is only informed", code=code)


def summary(view: RaciView, formats: Formats) -> list[str]:
    """The audit in short sentences: how many rows have a problem, then each warning."""
    words = formats.words
    rows = words.many("{n} row has a problem", "{n} rows have a problem", view.faulty)
    said = rows if view.faulty else words("No row has a problem")
    return [said, *(finding_said(finding, view, formats) for finding in view.findings)]


def _codes(row: RaciRow, view: RaciView) -> str:
    held = audit.holders(row.letters, Letter.ACCOUNTABLE)
    return ", ".join(column.code for column in view.columns if column.id in held)
