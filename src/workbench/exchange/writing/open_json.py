"""The open format: JSON with every table and every column, to be read by anything and imported again."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import BinaryIO

from sqlalchemy.orm import Session

from workbench.exchange.foreign.open_format import FORMAT, VERSION
from workbench.exchange.open_tables import rows_of, tables


def write(out: BinaryIO, session: Session, stamp: datetime, kept: Mapping[str, Collection[int]] | None = None) -> int:
    """Write every table, one record a line; how many records. Only the records that are `kept`, where that is given."""
    count = 0
    head = {"format": FORMAT, "version": VERSION, "made_at": stamp.isoformat(timespec="seconds")}
    out.write((json.dumps(head)[:-1] + ', "tables": {').encode("ascii"))
    for position, table in enumerate(tables()):
        out.write(f"{',' if position else ''}\n{json.dumps(table.name)}: [".encode("ascii"))
        for number, row in enumerate(rows_of(session, table, None if kept is None else kept.get(table.name, ()))):
            text = json.dumps(row, ensure_ascii=False, separators=(", ", ": "))
            out.write(f"{',' if number else ''}\n  {text}".encode("utf-8", "surrogatepass"))
            count += 1
        out.write(b"]")
    out.write(b"\n}}\n")
    return count
