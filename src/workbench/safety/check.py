"""Checking a portfolio: pages, references, search index, journal. Says what it looked at, and mends the index."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.kernel.journal import CELL, CHANGE, Verb, kept_tables
from workbench.kernel.words import N_, Words
from workbench.kernel.workspace import Workspace
from workbench.models import METADATA
from workbench.safety.oddities import oddities, unknown_values
from workbench.search import index


@dataclass(frozen=True)
class Line:
    """One thing that was checked: an English sentence with values, and whether it is well.

    What is odd is no damage: it can be put right in the window.
    """

    text: str
    is_well: bool = True
    values: dict[str, object] = field(default_factory=dict)
    is_odd: bool = False

    @property
    def mark(self) -> str:
        return "?" if self.is_odd else "✓" if self.is_well else "!"


@dataclass(frozen=True)
class CheckReport:
    """Everything that was checked."""

    lines: tuple[Line, ...]

    @property
    def is_well(self) -> bool:
        return all(line.is_well for line in self.lines)

    def sentence(self, words: Words) -> str:
        """One line for each thing."""
        return "\n".join(f"{line.mark} {words(line.text, **line.values)}" for line in self.lines)

    def as_json(self) -> dict[str, Any]:
        lines = [
            {"text": line.text.format(**line.values), "ok": line.is_well, "odd": line.is_odd} for line in self.lines
        ]
        return {"ok": self.is_well, "checks": lines}


def check(workspace: Workspace) -> CheckReport:
    """Check an open portfolio; an incomplete search index is made anew."""
    with workspace.read() as session:
        lines = [_pages(session), _references(session), _journal(session), *_cockpit(session)]
        lacking = index.differences(session)
    lines.append(_index(workspace, lacking))
    return CheckReport(tuple(lines))


def _pages(session: Session) -> Line:
    found = session.connection().exec_driver_sql("PRAGMA integrity_check(5)").scalars().all()
    if found == ["ok"]:
        return Line(N_("All pages of the file are whole."))
    return Line(N_("The file is damaged: {what}. Restore a backup."), is_well=False, values={"what": "; ".join(found)})


def _references(session: Session) -> Line:
    broken = session.connection().exec_driver_sql("PRAGMA foreign_key_check").all()
    if not broken:
        return Line(N_("Every reference points to a record."))
    return Line(N_("References that point to nothing: {n}."), is_well=False, values={"n": len(broken)})


def _journal(session: Session) -> Line:
    orphans = session.scalar(select(func.count()).select_from(CELL).where(CELL.c.change_id.not_in(select(CHANGE.c.id))))
    if orphans:
        return Line(N_("Entries of the journal that belong to no change: {n}."), is_well=False, values={"n": orphans})
    astray = sum(_astray(session, table.name) for table in kept_tables(METADATA))
    if astray:
        text = N_("Records that are not as the journal left them: {n}.")
        return Line(text, is_well=False, values={"n": astray})
    changes = session.scalar(select(func.count()).select_from(CHANGE)) or 0
    return Line(N_("The journal is complete. Changes in it: {n}."), values={"n": changes})


def _cockpit(session: Session) -> list[Line]:
    """Values that no list knows are damage; what the rules of the cockpit would not have let in is odd."""
    unknown = unknown_values(session)
    if unknown:
        return [Line(N_("Values that are in no list: {n}. Restore a backup."), is_well=False, values={"n": unknown})]
    odd = [Line(text, values=values, is_odd=True) for text, values in oddities(session)]
    return odd or [Line(N_("Letters, requests, criteria, ratings and skills keep their rules."))]


def _astray(session: Session, table: str) -> int:
    """Records that the journal deleted last and are there, or added last and are not."""
    last = f"SELECT entity_id, verb, max(seq) FROM cell WHERE entity = '{table}' GROUP BY entity_id"
    query = f'SELECT count(*) FROM ({last}) j LEFT JOIN "{table}" r ON r.id = j.entity_id'
    found = session.connection().exec_driver_sql(f"{query} WHERE (j.verb = {Verb.DELETE:d}) = (r.id IS NOT NULL)")
    return int(found.scalar_one())


def _index(workspace: Workspace, lacking: int) -> Line:
    if not lacking:
        return Line(N_("The search index knows every record."))
    if workspace.book.read_only:
        return Line(N_("Records that the search index lacks: {n}."), is_well=False, values={"n": lacking})
    with workspace.change("") as session:
        total = index.rebuild(session)
    text = N_("The search index lacked records ({n}) and was made anew. Records in it: {total}.")
    return Line(text, values={"n": lacking, "total": total})
