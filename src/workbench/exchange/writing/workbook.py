"""XLSX files: every text is written as a text, never as a formula, a number or a link."""

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from workbench.exchange.writing.tabular import Sheet, Value
from workbench.kernel.words import Words

LONGEST = 32_767  # letters in one cell
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
WIDEST = 50


def write(out: BinaryIO, sheets: Sequence[Sheet], words: Words) -> int:
    """Write tables as the sheets of a workbook; how many texts were too long for a cell."""
    book = xlsxwriter.Workbook(out, PLAIN)
    bold, day = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd"})
    too_long = 0
    for sheet in sheets:
        page = book.add_worksheet(sheet.title[:31])
        for column, header in enumerate(sheet.headers):
            page.write_string(0, column, header, bold)
            page.set_column(column, column, _width(sheet, column))
        page.freeze_panes(1, 1)
        for number, row in enumerate(sheet.rows, start=1):
            for column, value in enumerate(row):
                too_long += _write_cell(page, (number, column), value, day, words)
        if sheet.rows:
            page.autofilter(0, 0, len(sheet.rows), len(sheet.headers) - 1)
    book.close()
    return too_long


def _write_cell(page: Worksheet, place: tuple[int, int], value: Value, day: Format, words: Words) -> bool:
    match value:
        case None | "":
            return False
        case str() if len(value) > LONGEST:
            # not cut: a part that looks like the whole would be worse than none
            page.write_string(*place, words("{n} letters: too long for a cell, whole in the JSON export", n=len(value)))
            return True
        case str():
            page.write_string(*place, value)
        case time():
            page.write_string(*place, value.strftime("%H:%M"))
        case date():
            page.write_datetime(*place, value, day)
        case Decimal():
            page.write_number(*place, float(value))
        case _:
            page.write_number(*place, value)
    return False


def _width(sheet: Sheet, column: int) -> int:
    texts = (sheet.headers[column], *(str(row[column]) for row in sheet.rows[:200] if row[column] is not None))
    return min(max(map(len, texts)) + 2, WIDEST)
