"""Whatever happens to the records, undo and redo lead back and forth exactly, also after a restart."""

import tempfile
from datetime import UTC, date, datetime, time
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Enum,
    Float,
    Integer,
    LargeBinary,
    Table,
    Time,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Session

from tests.kernel.conftest import ACCESS
from tests.support.dump import dump
from workbench.kernel.entity import Utc
from workbench.kernel.identity import new_id
from workbench.kernel.journal import kept_tables
from workbench.kernel.workspace import Workspace
from workbench.models import METADATA
from workbench.opening import new_portfolio, open_portfolio
from workbench.search import index

TABLES = kept_tables(METADATA)
WORDS = ("", "Ávila", "a'b", 'say "hi"', "100", "1.50", "\0", "😀", "x" * 300)
VALUES = (
    (Boolean, (True, False)),
    (Utc, (ACCESS.clock.now(), datetime(1999, 12, 31, 23, 59, 59, 999_999, UTC))),
    (Date, (date(2026, 2, 28), date(1, 1, 1), date(9999, 12, 31))),
    (Time, (time(0), time(23, 59))),
    (LargeBinary, (b"", b"\0\1", b"photo")),
    (Float, (0.5, 1.0, 1e300)),
    (Integer, (0, 1, -1, 2**62)),
)
Step = tuple[str, int, int]
steps = st.tuples(
    st.sampled_from(("insert", "insert", "update", "delete")), st.integers(0, len(TABLES) - 1), st.integers(0, 2**32)
)
changes = st.lists(st.lists(steps, min_size=1, max_size=6), min_size=1, max_size=8)


def value_for(session: Session, column: Column[Any], random: Random) -> Any:
    """Something that fits the column; None where it may be empty, or where a reference has nothing to point to."""
    if column.nullable and random.random() < 0.3:
        return None
    if column.foreign_keys:
        target = next(iter(column.foreign_keys)).column
        there = session.scalars(select(target).order_by(target)).all()
        return random.choice(there) if there else None
    if column.unique:
        return str(new_id())
    if isinstance(column.type, Enum):
        return random.choice(list(column.type.enum_class))
    return random.choice(next((values for kind, values in VALUES if isinstance(column.type, kind)), WORDS))


def take(session: Session, step: Step) -> None:
    kind, which, seed = step
    table, random = TABLES[which], Random(seed)
    columns = [column for column in table.columns if column.name != "id"]
    if kind == "insert":
        values = {column.name: value_for(session, column, random) for column in columns}
        if all(values[column.name] is not None for column in columns if not column.nullable):
            session.execute(insert(table).values(id=new_id(), **values))
        return
    key = _one_of(session, table, random)
    if key is None:
        return
    if kind == "delete":
        session.execute(delete(table).where(table.c.id == key))
    else:
        some = random.sample(columns, random.randint(1, len(columns)))
        values = {column.name: value_for(session, column, random) for column in some}
        kept = {name: value for name, value in values.items() if value is not None or table.c[name].nullable}
        if kept:
            session.execute(update(table).where(table.c.id == key).values(kept))


def _one_of(session: Session, table: Table, random: Random) -> int | None:
    there = session.scalars(select(table.c.id).order_by(table.c.id)).all()
    return random.choice(there) if there else None


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes, st.randoms(use_true_random=False))
def test_undo_and_redo_lead_back_and_forth(story: list[list[Step]], random: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "my.portfolio"
        workspace = new_portfolio(file, ACCESS)
        states = [dump(workspace)]
        for change in story:
            with workspace.change("Something") as session:
                for step in change:
                    take(session, step)
            if dump(workspace) != states[-1]:
                states.append(dump(workspace))
        for before in reversed(states[:-1]):
            workspace = reopened(workspace, file, random)
            undone = 0
            # a change that took itself back is a step of its own
            while dump(workspace) != before and undone < len(story):
                assert not workspace.undo().conflicts
                undone += 1
            assert dump(workspace) == before
        for _ in story:
            workspace = reopened(workspace, file, random)
            if workspace.redo_label:
                assert not workspace.redo().conflicts
        assert dump(workspace) == states[-1]
        assert not workspace.redo_label
        with workspace.read() as session:
            assert index.differences(session) == 0
            assert session.connection().exec_driver_sql("PRAGMA foreign_key_check").all() == []
        workspace.close()


def reopened(workspace: Workspace, file: Path, random: Random) -> Workspace:
    """The same portfolio, sometimes after a restart."""
    if random.random() < 0.7:
        return workspace
    workspace.close()
    return open_portfolio(file, ACCESS)
