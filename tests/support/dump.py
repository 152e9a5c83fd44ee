"""The whole content of a portfolio, to be compared."""

from typing import Any

from workbench.kernel.workspace import Workspace
from workbench.models import METADATA
from workbench.search.index import KINDS

JOURNAL = {"change", "cell", "draft"}


def dump(workspace: Workspace) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table as SQLite stores it, without the journal."""
    with workspace.read() as session:
        # asked of the driver itself: this is compared hundreds of times
        driver: Any = session.connection().connection.driver_connection
        return {
            name: driver.execute(f'SELECT * FROM "{name}" ORDER BY id').fetchall()
            for name in METADATA.tables
            if name not in JOURNAL
        }


def found_texts(workspace: Workspace) -> list[tuple[Any, ...]]:
    """What the search index knows, in an order that can be compared."""
    with workspace.read() as session:
        connection = session.connection()
        return [
            (row[0], kind.name)
            for kind in KINDS
            for row in connection.exec_driver_sql(f"SELECT id FROM {kind.table}_docsize ORDER BY id")
        ]
