"""Separated values: the separator, the header, and every row with its line number or the reason why it is none."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from workbench.exchange.cells import unguarded
from workbench.exchange.columns import looks_like_header
from workbench.exchange.limits import Limits
from workbench.exchange.rows import BadRow, Remark
from workbench.kernel.words import N_

SEPARATORS = ",;\t|"
SAMPLE_LINES = 40
LONGEST_ROW = 300  # lines of one row: a quote that is never closed must not swallow the file
ENDLESS = "endless row"
UNEXPECTED_END = "unexpected end of data"
Row = tuple[int, list[str], str]


@dataclass(frozen=True)
class Sheet:
    """The lines of a file and how they are separated."""

    lines: list[str]
    separator: str
    first: int = 0


def sheet_of(text: str) -> Sheet:
    """The lines of a text and its separator; a first line `sep=;`, as Excel writes it, is obeyed."""
    # unlike str.splitlines, this breaks only at the line ends of a CSV file
    lines = list(StringIO(text, newline=""))
    if lines and lines[0].lower().startswith("sep=") and len(lines[0].strip()) == len("sep=;"):
        return Sheet(lines, lines[0].strip()[-1], 1)
    return Sheet(lines, _separator(lines), 0)


def rows_of(sheet: Sheet, limits: Limits) -> Iterator[Row | Remark]:
    """Every row that is not blank: its line, its cells and how it was written; a Remark for one that cannot be read."""
    csv.field_size_limit(2**31 - 1)
    feed = _Feed(sheet.lines, sheet.first)
    reader = csv.reader(feed, delimiter=sheet.separator, strict=True)
    while True:
        begin = feed.begin_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            yield _unreadable(feed, str(problem))
            reader = csv.reader(feed, delimiter=sheet.separator, strict=True)
            continue
        if any(cells):
            raw = "".join(sheet.lines[begin : feed.position])
            # where no apostrophe stands, no cell was guarded
            yield _checked(begin, list(map(unguarded, cells)) if "'" in raw else cells, raw, limits)


def header_line(first_rows: list[Row]) -> int:
    """Which of the first rows is the header: the first that names known columns, else the first of all."""
    for number, (_, cells, _raw) in enumerate(first_rows[:5]):
        if looks_like_header(cells):
            return number
    return 0


class _Feed:
    """The lines of a file, one by one; complains where a row grows longer than any row is."""

    def __init__(self, lines: list[str], position: int) -> None:
        self.lines = lines
        self.position = position
        self.begun = position

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if self.position >= len(self.lines):
            raise StopIteration
        if self.position - self.begun > LONGEST_ROW:
            raise csv.Error(ENDLESS)
        line = self.lines[self.position]
        self.position += 1
        return line

    def begin_row(self) -> int:
        self.begun = self.position
        return self.begun

    def go_on_after(self, line: int) -> str:
        """Read on behind `line`; the lines of the row that is given up."""
        given_up = "".join(self.lines[self.begun : line + 1])
        self.position = line + 1
        return given_up


def _unreadable(feed: _Feed, problem: str) -> Remark:
    line = feed.begun + 1
    if problem in {ENDLESS, UNEXPECTED_END}:
        # only the line with the quote is at fault: the ones it swallowed are read again
        return Remark(line, N_("A quote is opened here and never closed."), raw=feed.go_on_after(feed.begun))
    return Remark(line, N_("A quote stands in the middle of a value."), raw=feed.go_on_after(feed.position - 1))


def _checked(begin: int, cells: list[str], raw: str, limits: Limits) -> Row | Remark:
    longest = max(map(len, cells))
    if longest > limits.cell_letters:
        values = {"letters": longest, "limit": limits.cell_letters}
        return Remark(begin + 1, N_("A value has {letters} letters, and {limit} are the limit."), values, raw)
    if "\0" in raw:
        return Remark(begin + 1, N_("A zero byte stands in this row."), raw=raw)
    return begin + 1, cells, raw


def fitted(cells: list[str], width: int) -> list[str]:
    """A row as wide as the header: missing cells at the end are blanks, cells too many make it unreadable."""
    if len(cells) > width and any(cell.strip() for cell in cells[width:]):
        raise BadRow(N_("This row has {cells} values, and the header has {columns}."), cells=len(cells), columns=width)
    return cells[:width] if len(cells) >= width else cells + [""] * (width - len(cells))


def _separator(lines: list[str]) -> str:
    sample = "".join(lines[:SAMPLE_LINES])[:100_000]

    def evidence(separator: str) -> tuple[float, int]:
        try:
            widths = [len(row) for row in csv.reader(sample.splitlines(), delimiter=separator) if row]
        except csv.Error:
            widths = [1 + line.count(separator) for line in lines[:SAMPLE_LINES]]
        if not widths or widths[0] == 1:
            return 0, 0
        return sum(width == widths[0] for width in widths) / len(widths), widths[0]

    best = max(SEPARATORS, key=evidence)
    return best if evidence(best) != (0, 0) else ","
