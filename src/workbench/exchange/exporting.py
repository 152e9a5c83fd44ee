"""Exporting: the way the window and the command line come. The ending of the target says what is written."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from sqlalchemy.orm import Session

from workbench.exchange.rows import KINDS, TABLES
from workbench.kernel.errors import UserError
from workbench.kernel.files import CannotWrite, replace_file
from workbench.kernel.words import N_, Words
from workbench.kernel.workspace import Workspace

if TYPE_CHECKING:
    from workbench.exchange.writing.tabular import Sheet

ALL = "all"
ENDINGS = (".csv", ".xlsx", ".vcf", ".ics", ".json")


class UnknownEnding(UserError):
    message = N_("Files that end in “{ending}” cannot be written.")
    advice = N_("Write .csv, .xlsx, .vcf, .ics, .json, or the name of a folder for all of them.")


class OneTableOnly(UserError):
    message = N_("A CSV file holds one table.")
    advice = N_("Choose one of {kinds}, or write an .xlsx file or a folder.")


class DoesNotFit(UserError):
    message = N_("A file that ends in “{ending}” does not hold {what}.")
    advice = N_("Write .csv or .xlsx for one kind of record, .json for everything.")


class OntoItself(UserError):
    message = N_("{file} is the portfolio itself.")
    advice = N_("Choose another name.")


@dataclass(frozen=True)
class ExportReport:
    """What was written: the number of records by file, and texts that were too long for a cell."""

    files: dict[str, int] = field(default_factory=dict)
    too_long: int = 0

    def sentence(self, words: Words) -> str:
        """What was written, one line for each file."""
        lines = [
            words.many("{file}: {n} record.", "{file}: {n} records.", count, file=file)
            for file, count in self.files.items()
        ]
        if self.too_long:
            lines.append(
                words.many(
                    "{n} text is too long for a cell; it is whole in the JSON export.",
                    "{n} texts are too long for a cell; they are whole in the JSON export.",
                    self.too_long,
                )
            )
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        return {"files": self.files, "too_long": self.too_long}


@dataclass(frozen=True)
class _Job:
    workspace: Workspace
    session: Session
    words: Words
    what: str | None


def export(workspace: Workspace, what: str | None, target: Path, language: str) -> ExportReport:
    """Write records to `target`: the file is either the old or the new one, whatever happens.

    `what` is one of the kinds of records or "all"; None takes all that fits the file.
    """
    words = Words.of(language)
    target = target.expanduser()
    ending = target.suffix.lower()
    _check(workspace, what, target)
    with workspace.read() as session:
        job = _Job(workspace, session, words, what)
        if ending in WRITERS and not target.is_dir():
            return _write(job, target, WRITERS[ending])
        return _write_folder(job, target)


def _check(workspace: Workspace, what: str | None, target: Path) -> None:
    ending = target.suffix.lower()
    if target.exists() and target.samefile(workspace.book.path):
        raise OntoItself(file=target.name)
    if ending and ending not in ENDINGS and not target.is_dir():
        raise UnknownEnding(ending=target.suffix)
    if ending == ".csv" and what == ALL:
        raise OneTableOnly(kinds=", ".join(TABLES))
    fits = {".vcf": {None, ALL, "contacts"}, ".ics": {None, ALL, "meetings", "actions"}, ".json": {None, ALL}}
    if what not in fits.get(ending, {what}):
        raise DoesNotFit(ending=ending, what=what)


Writer = Callable[[_Job, BinaryIO], tuple[int, int]]


def _write(job: _Job, target: Path, writer: Writer) -> ExportReport:
    with replace_file(target) as out:
        count, too_long = writer(job, out)
    return ExportReport({target.name: count}, too_long)


def _write_folder(job: _Job, folder: Path) -> ExportReport:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CannotWrite(path=str(folder)) from problem
    kinds = TABLES if job.what in {None, ALL} else (str(job.what),)
    names: dict[str, tuple[Writer, str | None]] = {f"{kind}.csv": (_csv, kind) for kind in kinds}
    if job.what in {None, ALL}:
        names |= {"portfolio.xlsx": (_xlsx, ALL), "portfolio.json": (_json, ALL)}
        names |= {"contacts.vcf": (_vcf, ALL), "calendar.ics": (_ics, ALL)}
    files: dict[str, int] = {}
    too_long = 0
    for name, (writer, what) in names.items():
        written = _write(_Job(job.workspace, job.session, job.words, what), folder / name, writer)
        files |= written.files
        too_long += written.too_long
    return ExportReport(files, too_long)


def _sheet(job: _Job, kind: str) -> "Sheet":
    from workbench.exchange.writing import described, tabular  # noqa: PLC0415

    make = tabular.sheet_of if kind in KINDS else described.sheet_of
    return make(job.session, kind, job.words)


# each writer is imported where it is used: nobody pays for the formats he does not write
def _csv(job: _Job, out: BinaryIO) -> tuple[int, int]:
    from workbench.exchange.writing import separated  # noqa: PLC0415

    sheet = _sheet(job, job.what or KINDS[0])
    separated.write(out, sheet)
    return len(sheet.rows), 0


def _xlsx(job: _Job, out: BinaryIO) -> tuple[int, int]:
    from workbench.exchange.writing import workbook  # noqa: PLC0415

    kinds = TABLES if job.what in {None, ALL} else (str(job.what),)
    sheets = [_sheet(job, kind) for kind in kinds]
    return sum(len(sheet.rows) for sheet in sheets), workbook.write(out, sheets, job.words)


def _vcf(job: _Job, out: BinaryIO) -> tuple[int, int]:
    from workbench.exchange.writing import cards  # noqa: PLC0415

    # what address books understand: Outlook and Google know no 4.0
    return cards.write(out, job.session, "3.0"), 0


def _ics(job: _Job, out: BinaryIO) -> tuple[int, int]:
    from workbench.exchange.writing import calendar  # noqa: PLC0415

    kinds = ("meetings", "actions") if job.what in {None, ALL} else (str(job.what),)
    return calendar.write(out, job.session, kinds, job.workspace.clock.now()), 0


def _json(job: _Job, out: BinaryIO) -> tuple[int, int]:
    from workbench.exchange.writing import open_json  # noqa: PLC0415

    return open_json.write(out, job.session, job.workspace.clock.now()), 0


WRITERS: dict[str, Writer] = {".csv": _csv, ".xlsx": _xlsx, ".vcf": _vcf, ".ics": _ics, ".json": _json}
