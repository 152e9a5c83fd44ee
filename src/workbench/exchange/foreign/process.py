"""The inside of the reading process: limits first, then one file, told in slices as lines of JSON."""

import gc
import json
import os
import re
import sys
from collections.abc import Collection, Iterator
from typing import IO, Any

from workbench.exchange.columns import Known, Wish
from workbench.exchange.failures import (
    EmptyFile,
    NothingInside,
    NothingReadable,
    OnlyHeader,
    TooLarge,
    TooManyRows,
    UnknownKind,
)
from workbench.exchange.foreign import content, separated
from workbench.exchange.foreign.tables import Place, read_table
from workbench.exchange.limits import MEGABYTE, Limits
from workbench.exchange.rows import TITLES, WRITTEN, Record, Remark, TableHead
from workbench.kernel.errors import UserError
from workbench.kernel.words import LANGUAGES, N_, Words

AT_ONCE = 500
Finding = TableHead | Record | Remark


class Mouth:
    """Says what was found, in slices."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._records: list[list[Any]] = []
        self._remarks: list[list[Any]] = []
        self.records = 0

    def say(self, word: str, what: Any) -> None:  # noqa: ANN401 - plain JSON values
        self._out.write(json.dumps([word, what], separators=(",", ":")).encode("ascii") + b"\n")
        self._out.flush()

    def take(self, finding: Finding) -> None:
        if isinstance(finding, Record):
            self.records += 1
            self._records.append([finding.kind, finding.line, finding.values, finding.raw])
        elif isinstance(finding, Remark):
            self._remarks.append([finding.line, finding.text, finding.values, finding.raw])
        else:
            columns = [list(vars(column).values()) for column in finding.columns]
            self.say("head", [finding.name, finding.kind, finding.mapping, columns, finding.sample])
        if len(self._records) + len(self._remarks) >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        if self._remarks:
            self.say("remarks", self._remarks)
        if self._records:
            self.say("records", self._records)
        self._records, self._remarks = [], []


class Job:
    """One file to read, and how."""

    def __init__(self, request: dict[str, Any]) -> None:
        self.file: str = request["file"]
        self.zone: str = request["zone"]
        self.language: str = request["language"]
        self.limits = Limits(**request["limits"])
        saved = tuple(Known(one[0], one[1], tuple(one[2]), one[3]) for one in request["saved"])
        self.wish = Wish(request["kind"], request["fields"], saved)


def main() -> None:
    """Read one request and one file from the standard input, and tell what is in it on the standard output."""
    sys.dont_write_bytecode = True
    # it lives for one file and makes no cycles worth the search
    gc.disable()
    out = os.fdopen(os.dup(1), "wb")
    # whatever a library prints must not get between the lines
    os.dup2(2, 1)
    source = sys.stdin.buffer
    job = Job(json.loads(source.readline()))
    _limit(job.limits)
    mouth = Mouth(out)
    try:
        raw = source.read(job.limits.file_bytes + 1)
        if len(raw) > job.limits.file_bytes:
            raise TooLarge(
                file=job.file, size=f"> {job.limits.file_bytes // MEGABYTE}", limit=job.limits.file_bytes // MEGABYTE
            )
        _tell(job, raw, mouth)
    except UserError as problem:
        mouth.flush()
        mouth.say("failed", [type(problem).__name__, problem.values])
    except (MemoryError, RecursionError):
        mouth.say("failed", ["TooHard", {"file": job.file}])
    else:
        mouth.say("end", None)
    out.close()


def _limit(limits: Limits) -> None:
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.processor_seconds, limits.processor_seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it has nothing to write
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _tell(job: Job, raw: bytes, mouth: Mouth) -> None:
    kind = content.content_of(job.file, raw, job.limits)
    if kind == content.SHEET:
        mouth.say("about", [kind, "", ""])
        _tell_sheets(job, raw, mouth)
    elif kind == content.CSV:
        _tell_csv(job, raw, mouth)
    else:
        text = _text_of_lines(raw)
        mouth.say("about", [kind, text.encoding, ""])
        if kind == content.OPEN_FORMAT:
            _tell_tables(job, text.text, mouth)
            return
        _tell_all(job, mouth, _of_cards(job, text.text) if kind == content.CARDS else _of_calendar(job, text.text))


def _tell_csv(job: Job, raw: bytes, mouth: Mouth) -> None:
    text = content.decoded(raw)
    sheet = separated.sheet_of(text.text)
    mouth.say("about", [content.CSV, text.encoding, sheet.separator])
    if text.mixed:
        what = N_("{n} lines are encoded otherwise than the rest; each was read in its own way.")
        mouth.take(Remark(0, what, {"n": text.mixed}))
    place = Place(job.file, "", sheet.separator, job.wish, job.limits, job.language)
    _tell_all(job, mouth, read_table(place, separated.rows_of(sheet, job.limits)))


def _tell_sheets(job: Job, raw: bytes, mouth: Mouth) -> None:
    # imported where needed: a CSV file must not wait for calamine
    from workbench.exchange.foreign import spreadsheet  # noqa: PLC0415

    first: UserError | None = None
    before: list[str] = []
    for_reading = 0
    for name, rows in spreadsheet.sheets_of(job.file, raw, job.limits):
        before.append(name)
        if _is_for_reading(name, before):
            for_reading += 1
            continue
        place = Place(job.file, name, "", job.wish, job.limits, job.language)
        try:
            for finding in read_table(place, rows):
                mouth.take(finding)
        except (OnlyHeader, EmptyFile) as problem:
            # an empty sheet beside others is nothing to talk about
            first = first or problem
        except UnknownKind as problem:
            first = first or problem
            mouth.take(
                Remark(0, N_("It is not clear what the sheet “{sheet}” lists; it was left out."), {"sheet": name})
            )
    if mouth.records == 0:
        raise first or NothingInside(file=job.file)
    if for_reading:
        what = N_("{n} sheets are there to be read; the JSON export brings back what they hold.")
        mouth.take(Remark(0, what, {"n": for_reading}))
    mouth.flush()


def _is_for_reading(name: str, before: Collection[str]) -> bool:
    """Whether a sheet is one that only we write, after those of our export that are read again."""
    return any(
        name in map(words, WRITTEN.values()) and {*map(words, TITLES.values())} <= {*before}
        for words in map(Words.of, LANGUAGES)
    )


def _of_cards(job: Job, text: str) -> Iterator[Finding]:
    from workbench.exchange.foreign import vcards  # noqa: PLC0415

    return vcards.cards_of(text, job.limits)


def _of_calendar(job: Job, text: str) -> Iterator[Finding]:
    from workbench.exchange.foreign import calendars  # noqa: PLC0415

    return calendars.records_of(text, job.zone)


def _tell_all(job: Job, mouth: Mouth, findings: Iterator[Finding]) -> None:
    first: Remark | None = None
    for finding in findings:
        if isinstance(finding, Remark) and finding.raw and first is None:
            first = finding
        mouth.take(finding)
        if mouth.records > job.limits.rows:
            raise TooManyRows(file=job.file, limit=job.limits.rows)
    if mouth.records == 0:
        if first is None:
            raise NothingInside(file=job.file)
        raise NothingReadable(file=job.file, line=first.line, reason=first.text, places=dict(first.values))
    mouth.flush()


def _tell_tables(job: Job, text: str, mouth: Mouth) -> None:
    from workbench.exchange.foreign import open_format  # noqa: PLC0415

    for name, rows in open_format.tables_of(job.file, text):
        mouth.say("table", [name, rows])


def _text_of_lines(raw: bytes) -> content.Text:
    """The text of a file with folded lines, which may break in the middle of a letter."""
    text = content.decoded(raw)
    if text.encoding != "UTF-8" or "�" in text.text:
        whole = re.sub(rb"\r?\n[ \t]", b"", raw)
        try:
            return content.Text(whole.decode("utf-8-sig"), "UTF-8")
        except UnicodeDecodeError:
            return text
    return text
