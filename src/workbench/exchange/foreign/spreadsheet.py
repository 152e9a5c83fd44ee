"""Spreadsheets: every sheet as rows of cells, read by calamine."""

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from workbench.exchange.failures import Unreadable
from workbench.exchange.foreign.separated import Row
from workbench.exchange.limits import Limits
from workbench.exchange.rows import Remark
from workbench.exchange.values import Cell
from workbench.kernel.words import N_


def sheets_of(file: str, raw: bytes, limits: Limits) -> Iterator[tuple[str, Iterator[Row | Remark]]]:
    """The name and the rows of every sheet that has any."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            if any(any(cell != "" for cell in row) for row in rows[:100]):
                yield name, _rows(rows, limits)
    except CalamineError as problem:
        raise Unreadable(file=file, reason=f"{problem}.") from problem


def _rows(rows: list[list[Any]], limits: Limits) -> Iterator[Row | Remark]:
    for line, row in enumerate(rows, start=1):
        cells = [_plain(cell) for cell in row]
        if not any(cell != "" for cell in cells):
            continue
        written = _as_csv(cells)
        longest = (
            max(len(cell) for cell in cells if isinstance(cell, str)) if any(isinstance(c, str) for c in cells) else 0
        )
        if longest > limits.cell_letters:
            values = {"letters": longest, "limit": limits.cell_letters}
            yield Remark(line, N_("A value has {letters} letters, and {limit} are the limit."), values, written)
        else:
            yield line, cells, written  # type: ignore[misc]


def _plain(cell: Any) -> Cell:  # noqa: ANN401 - what calamine finds
    match cell:
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer():
            return int(cell)
        case datetime():
            return cell.date().isoformat() if cell.time() == time.min else cell.isoformat(" ", "minutes")
        case date():
            return cell.isoformat()
        case time():
            return cell.strftime("%H:%M")
        case timedelta():
            minutes = int(cell.total_seconds()) // 60
            return f"{minutes // 60:02}:{minutes % 60:02}"
        case int() | float():
            return cell
        case _:
            return str(cell)


def _as_csv(cells: list[Cell]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
