"""Tables of cells become records: every column goes where the mapping says, what it does not say is kept as extras."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, NamedTuple

from workbench.exchange import values
from workbench.exchange.columns import Wish, understood
from workbench.exchange.failures import EmptyFile, OnlyHeader, TooManyColumns, TooManyRows, TooMuchText
from workbench.exchange.foreign import composing
from workbench.exchange.foreign.separated import Row, fitted, header_line
from workbench.exchange.limits import Limits
from workbench.exchange.rows import BadRow, Column, Record, Remark, TableHead
from workbench.exchange.targets import TARGETS
from workbench.exchange.values import Cell, Habits
from workbench.kernel.words import N_

LOOK_AHEAD = 2_000
EMPTY_COLUMNS = 20_000  # a spreadsheet may have had something far to the right once
SAMPLE = 20
LONG_NAME = 1_000
FIRST_PRINTABLE = 32


@dataclass(frozen=True)
class Place:
    """Where a table comes from and how it shall be read."""

    file: str
    name: str
    separator: str
    wish: Wish
    limits: Limits
    language: str


class Reader(NamedTuple):
    """One column at work: where its cells stand, where they go, and how they are read."""

    at: int
    column: Column
    how: Callable[[Cell], Any]


def read_table(place: Place, rows: Iterator[Row | Remark]) -> Iterator[TableHead | Record | Remark]:
    """The head of a table, then its records, and a Remark for every row that is none."""
    ahead = list(islice(rows, LOOK_AHEAD))
    good = [row for row in ahead if not isinstance(row, Remark)]
    if not good:
        if ahead:
            yield from (row for row in ahead if isinstance(row, Remark))
            return
        raise EmptyFile(file=place.file)
    widest = max(len(row[1]) for row in good[:5])
    if widest > place.limits.columns + EMPTY_COLUMNS:
        raise TooManyColumns(file=place.file, columns=widest, limit=place.limits.columns)
    at = header_line(good)
    headers = [str(cell).strip() for cell in good[at][1]]
    while headers and not headers[-1]:
        headers.pop()
    if len(headers) > place.limits.columns:
        raise TooManyColumns(file=place.file, columns=len(headers), limit=place.limits.columns)
    if len(ahead) == at + 1:
        raise OnlyHeader(file=place.file)
    mapping = understood(place.file, headers, place.wish)
    body = good[at + 1 :]
    sample = tuple(tuple(str(cell) for cell in row[1][: len(headers)]) for row in body[:SAMPLE])
    yield TableHead(place.name, mapping.kind, mapping.name, mapping.columns, sample)
    header_row = good[at]
    rest = (row for row in chain(ahead, rows) if isinstance(row, Remark) or row[0] > header_row[0])
    yield from _records(place, mapping.kind, mapping.columns, (body, rest))


def _records(
    place: Place, kind: str, columns: Sequence[Column], rows: tuple[Sequence[Row], Iterable[Row | Remark]]
) -> Iterator[Record | Remark]:
    ahead, everything = rows
    habits = _habits(place, kind, columns, ahead)
    yield from _unclear_days(kind, columns, habits)
    readers = [
        Reader(index, column, _how(kind, column, habits))
        for index, column in enumerate(columns)
        if not column.is_dropped
    ]
    count = cells = 0
    for row in everything:
        if isinstance(row, Remark):
            yield row
            continue
        count, cells = count + 1, cells + len(row[1])
        if count > place.limits.rows:
            raise TooManyRows(file=place.file, limit=place.limits.rows)
        if cells > place.limits.cells:
            raise TooMuchText(file=place.file)
        yield from _record(kind, readers, len(columns), row)


def _record(kind: str, readers: Sequence[Reader], width: int, row: Row) -> Iterator[Record | Remark]:
    line, cells, raw = row
    told: list[Remark] = []
    try:
        fields, extras = _read_cells(readers, fitted(cells, width), line, told)
        made = composing.COMPOSE[kind](fields, extras)
    except BadRow as bad:
        yield Remark(line, bad.text, bad.values, raw)
        return
    yield from told
    yield Record(kind, line, made, raw)


def _read_cells(
    readers: Sequence[Reader], cells: Sequence[Cell], line: int, told: list[Remark]
) -> tuple[list[tuple[Column, Any]], list[tuple[str, str]]]:
    fields: list[tuple[Column, Any]] = []
    extras: list[tuple[str, str]] = []
    for at, column, how in readers:
        cell = cells[at]
        if isinstance(cell, str):
            cell = cell.strip()
            if not cell:
                continue
            if not cell.isprintable() or len(cell) > LONG_NAME:
                _remark_on(cell, column, line, told)
        if column.field is None and not column.label_of:
            extras.append((column.header, _as_text(cell)))
            continue
        try:
            fields.append((column, how(cell)))
        except BadRow as bad:
            if "does not exist" in bad.text:
                raise
            # worth keeping although it is not what the column promises
            told.append(Remark(line, bad.text, bad.values))
            extras.append((column.header, _as_text(cell)))
    return fields, extras


def _how(kind: str, column: Column, habits: Habits) -> Callable[[Cell], Any]:
    read = TARGETS[kind][column.field].read if column.field else "text"
    ways: dict[str, Callable[[Cell], Any]] = {
        "text": _as_text,
        "email": values.read_email,
        "day": lambda cell: values.read_day(cell, habits).isoformat(),
        "time": lambda cell: values.read_time(cell).strftime("%H:%M"),
        "whole": lambda cell: values.read_whole(cell, habits),
        "number": lambda cell: float(values.read_number(cell, habits)),
        "year": lambda cell: values.read_year(cell, habits),
        "flag": values.read_flag,
        "money": lambda cell: values.read_money(cell, habits, column.times),
        "currency": lambda cell: values.CURRENCIES.get(str(cell).lower(), str(cell).upper()),
        "tags": lambda cell: ", ".join(
            tag.strip(" *") for tag in _as_text(cell).replace(";", ",").replace(":::", ",").split(",")
        ),
    }
    if kind == "meetings" and column.field == "day":
        return lambda cell: _moment(cell, habits)
    return ways[read]


def _moment(cell: Cell, habits: Habits) -> tuple[str, str | None]:
    day = values.read_day(cell, habits).isoformat()
    return day, values.read_time(cell).strftime("%H:%M") if values.has_time(cell) else None


def _as_text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _habits(place: Place, kind: str, columns: Sequence[Column], rows: Sequence[Row]) -> Habits:
    def cells(*reads: str) -> Iterable[Cell]:
        wanted = [i for i, column in enumerate(columns) if column.field and TARGETS[kind][column.field].read in reads]
        return (row[1][i] for row in rows for i in wanted if i < len(row[1]))

    return values.habits_of(cells("day"), cells("money", "number", "whole"), place.language, place.separator)


def _unclear_days(kind: str, columns: Sequence[Column], habits: Habits) -> Iterator[Remark]:
    if habits.is_guess:
        headers = [column.header for column in columns if column.field and TARGETS[kind][column.field].read == "day"]
        text = N_("In {columns} the days could stand before or after the months; they were read as day/month.")
        yield Remark(0, text, {"columns": ", ".join(headers)})


def _remark_on(cell: str, column: Column, line: int, told: list[Remark]) -> None:
    if any(ord(letter) < FIRST_PRINTABLE and letter not in "\t\r\n" for letter in cell):
        told.append(Remark(line, N_("{column} has control characters; they were kept."), {"column": column.header}))
    elif len(cell) > LONG_NAME and column.field in {"name", "title", "company"}:
        places = {"column": column.header, "letters": len(cell)}
        told.append(Remark(line, N_("{column} has {letters} letters; they were kept."), places))
