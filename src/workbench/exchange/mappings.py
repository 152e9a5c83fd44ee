"""Mappings the user has made: kept in the portfolio, so that the next file with the same columns needs no words."""

import json

from sqlalchemy.orm import Session

from workbench.exchange.columns import Known, plain
from workbench.exchange.rows import TableHead
from workbench.kernel import settings
from workbench.kernel.settings import Setting
from workbench.kernel.words import N_

SAVED = Setting("import_mappings", "", N_("Saved mappings"))
MOST = 50
NAME = N_("Used before")


def saved(session: Session) -> tuple[Known, ...]:
    """The mappings that were used before, newest first."""
    text = settings.of_portfolio(session, SAVED)
    try:
        return tuple(Known(NAME, kind, tuple(headers), columns) for kind, headers, columns in json.loads(text or "[]"))
    except (ValueError, TypeError):
        # a setting that somebody broke is no reason not to import
        return ()


def remember(session: Session, table: TableHead) -> None:
    """Keep how a table was mapped."""
    headers = [column.header for column in table.columns if column.header]
    columns = {
        column.header: {"field": column.field, "times": column.times, "currency": column.currency}
        for column in table.columns
    }
    for column in table.columns:
        if column.is_dropped:
            columns[column.header] = {"drop": True}
    same = {plain(header) for header in headers}
    others = [known for known in saved(session) if {plain(header) for header in known.recognise} != same]
    kept = [[table.kind, headers, columns], *([known.kind, known.recognise, known.columns] for known in others)]
    settings.change_setting.body(session, SAVED, json.dumps(kept[:MOST], ensure_ascii=False))
