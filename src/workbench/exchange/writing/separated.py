"""CSV files: UTF-8 with a mark so that spreadsheets see the accents, no cell that could be taken for a formula."""

import csv
import io
from datetime import date, time
from decimal import Decimal
from typing import BinaryIO

from workbench.exchange.cells import guarded
from workbench.exchange.writing.tabular import Sheet, Value


def write(out: BinaryIO, sheet: Sheet) -> None:
    """Write a table as comma separated values."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(guarded, sheet.headers))
    writer.writerows([_cell(value) for value in row] for row in sheet.rows)
    text.flush()
    text.detach()


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return guarded(value)
        case time():
            return value.strftime("%H:%M")
        case date():
            return value.isoformat()
        case Decimal() | float():
            return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
        case _:
            return str(value)
