"""Item models as drawings in a test."""

import textwrap
from typing import Any

from PySide6.QtCore import QAbstractItemModel, Qt


def picture(model: QAbstractItemModel) -> str:
    """The head and the rows of a model, in columns."""
    across = Qt.Orientation.Horizontal
    columns = range(model.columnCount())
    lines = [[str(model.headerData(c, across)) for c in columns]]
    lines += [[_cell(model.index(r, c).data()) for c in columns] for r in range(model.rowCount())]
    widths = [max(len(line[c]) for line in lines) for c in columns]
    return "\n".join("  ".join(v.ljust(w) for v, w in zip(line, widths, strict=True)).rstrip() for line in lines)


def drawn(text: str) -> str:
    """A drawing as it stands in a test."""
    return textwrap.dedent(text).strip()


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
