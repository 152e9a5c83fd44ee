"""The program's own open format: JSON with every table."""

import json
from collections.abc import Iterator
from typing import Any

from workbench.exchange.failures import UnknownContent, Unreadable
from workbench.kernel.words import N_

FORMAT, VERSION = "account-workbench", 1
AT_ONCE = 500


def tables_of(file: str, text: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The rows of every table, some at a time."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise Unreadable(file=file, reason=f"{problem}.") from problem
    if not isinstance(whole, dict) or whole.get("format") != FORMAT or not isinstance(whole.get("tables"), dict):
        raise UnknownContent(file=file, content=N_("no export of this program"))
    if not isinstance(whole.get("version"), int) or whole["version"] > VERSION:
        raise UnknownContent(file=file, content=N_("the export of a newer version"))
    for name, rows in whole["tables"].items():
        if not isinstance(rows, list) or not all(isinstance(row, dict) and _is_flat(row) for row in rows):
            raise Unreadable(file=file, reason=f"{name[:40]}.")
        for begin in range(0, len(rows), AT_ONCE):
            yield name, rows[begin : begin + AT_ONCE]


def _is_flat(row: dict[str, Any]) -> bool:
    return all(value is None or isinstance(value, str | int | float | bool) for value in row.values())
