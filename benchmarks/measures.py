"""The measures: what a user waits for, each beside the least that the same work costs without us."""

import itertools
import random
import statistics
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from sqlalchemy import select
from sqlcipher3 import dbapi2

from benchmarks.day import TODAY
from benchmarks.measuring import Figure, median, once, p99, times
from benchmarks.portfolios import Size, company
from workbench import models
from workbench.accounts import queries as accounts
from workbench.accounts.commands import edit_account
from workbench.action_items import cards as actions
from workbench.contacts import queries as contacts
from workbench.exchange.importing import Options, import_files
from workbench.exchange.limits import Limits
from workbench.kernel.formats import Formats
from workbench.kernel.workspace import Workspace
from workbench.meetings import queries as meetings
from workbench.plans.report.document import write_plan
from workbench.report.press import Press
from workbench.search.queries import find
from workbench.team import queries as team

KEYSTROKES = ("tal", "tall", "talleres", "renov", "ana", "ana nun", "levante 4", "fact", "Ávi", "papelera d")
ROWS = 40


def search(workspace: Workspace, size: Size) -> Figure:
    """S4: a keystroke to ranked hits, beside the same words asked of FTS5 directly."""
    raw = dbapi2.connect(f"file:{workspace.book.path}?mode=ro", uri=True)

    def ours(text: str) -> None:
        with workspace.read() as session:
            find(session, text)

    def bare(text: str) -> None:
        terms = " AND ".join(f'"{word}"*' for word in text.split())
        for kind in ("account", "person", "meeting", "action_item"):
            statement = f"SELECT rowid FROM search_{kind} WHERE search_{kind} MATCH ? LIMIT 20"
            for asked in (f"title : ({terms})", terms):
                raw.execute(statement, (asked,)).fetchall()

    taken = [time for text in KEYSTROKES for time in times(lambda text=text: ours(text), 20)]  # type: ignore[misc]
    limit = [time for text in KEYSTROKES for time in times(lambda text=text: bare(text), 20)]  # type: ignore[misc]
    raw.close()
    return Figure("S4", f"search, a keystroke, p99 ({size.name})", p99(taken), p99(limit), 3)


def listing(workspace: Workspace, size: Size) -> Figure:
    """S5: open and sort the list of accounts and read the rows to be seen."""
    raw = dbapi2.connect(f"file:{workspace.book.path}?mode=ro", uri=True)

    def bare() -> None:
        rows = raw.execute("SELECT id, name FROM account ORDER BY name COLLATE NOCASE").fetchall()
        keys = [row[0] for row in rows[:ROWS]]
        raw.execute(f"SELECT * FROM account WHERE id IN ({','.join('?' * len(keys))})", keys).fetchall()

    figure = Figure(
        "S5", f"open and sort a list ({size.name})", median(lambda: open_list(workspace)), median(bare), 1.5
    )
    raw.close()
    return figure


def open_list(workspace: Workspace) -> None:
    with workspace.read() as session:
        keys = accounts.OPEN_ACCOUNTS.keys(session)
        accounts.OPEN_ACCOUNTS.values(session, keys[:ROWS])


def page(workspace: Workspace, key: int) -> Figure:
    """S7: everything the page of an account shows, beside the same rows by SQLAlchemy Core."""
    wanted = (
        (models.structure.Unit, "account_id"),
        (models.structure.Address, "account_id"),
        (models.structure.Fact, "account_id"),
        (models.positions.ContactRole, "account_id"),
        (models.positions.Assessment, "account_id"),
        (models.positions.Seat, "account_id"),
        (models.assignments.Assignment, "account_id"),
        (models.meetings.Meeting, "account_id"),
        (models.action_items.ActionItem, "account_id"),
        (models.plans.Plan, "account_id"),
    )

    def core() -> None:
        with workspace.read() as session:
            for kind, column in wanted:
                table = kind.__table__
                session.connection().execute(select(table).where(table.c[column] == key)).all()

    return Figure("S7", "data of an account's page", median(lambda: open_page(workspace, key)), median(core), 2)


def open_page(workspace: Workspace, key: int) -> None:
    with workspace.read() as session:
        accounts.card(session, key)
        accounts.rollup(session, key)
        actions.count_of(session, key, TODAY)
        actions.open_of(session, key)
        meetings.next_of(session, key, workspace.clock.now())
        contacts.people_at(session, key, TODAY)
        team.team_of(session, key, TODAY)
        accounts.facts_of(session, key)
        accounts.units_of(session, key)


def save(workspace: Workspace, key: int, folder: Path) -> Iterator[Figure]:
    """S8: one edit, durable, with journal and index, beside one row and one document in WAL with full syncs."""
    raw = dbapi2.connect(str(folder / "raw.db"), isolation_level=None)
    for statement in (
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "CREATE TABLE t(id INTEGER PRIMARY KEY, x)",
    ):
        raw.execute(statement)
    raw.execute("CREATE VIRTUAL TABLE f USING fts5(x)")
    n = itertools.count()

    def bare() -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO t(x) VALUES (?)", (f"note {next(n)}",))
        raw.execute("INSERT INTO f(x) VALUES (?)", (f"note {next(n)}",))
        raw.execute("COMMIT")

    taken = times(lambda: edit(workspace, key, next(n)), 200)
    limit = times(bare, 200)
    raw.close()
    yield Figure("S8", "save one edit, p50", statistics.median(taken), statistics.median(limit), 5)
    yield Figure("S8", "save one edit, p99 (limit: 10 ms)", p99(taken), 10, 1)


def edit(workspace: Workspace, key: int, n: int) -> None:
    workspace.do(edit_account, key, notes=f"edited {n}")


def importing(workspace: Workspace, folder: Path, rows: int) -> Iterator[Figure]:
    """S9: accounts with a contact each from CSV, mapped, checked, matched, journalled and indexed; then undone."""
    chance = random.Random(7)
    source = folder / "list.csv"
    with source.open("w", encoding="utf-8") as file:
        file.write("Company,City,Sector,Contact,E-mail\n")
        for n in range(rows):
            file.write(f"{company(chance, n)},Zaragoza,Metal,Ana Núñez {n},ana{n}@example.com\n")
    options = Options(limits=Limits(rows=rows + 1))
    taken = once(lambda: import_files(workspace, [source], options))
    back = once(workspace.undo)
    yield Figure("S9", f"import {rows:,} rows, per row (limit: 20 000 rows/s)", taken / rows * 1000, 50, 1, "µs")
    yield Figure("S9", "undo of that import, beside the import", back, taken, 3)


def paper() -> Figure:
    """S10: a strategic plan of twenty pages, beside the same number of pages by Platypus alone."""
    from tests.plans.report.sample import crowded
    from tests.report.test_speed import PEOPLE, bare

    view, press = crowded(PEOPLE), Press(Formats.of("en"))
    ours = median(lambda: write_plan(view, press, BytesIO()), 5)
    return Figure("S10", "plan PDF of twenty pages", ours, median(bare, 5), 1.5)


def growth(small: tuple[Workspace, int], large: tuple[Workspace, int], of: str) -> Iterator[Figure]:
    """S12: what a user waits for, on the large portfolio beside the small one."""
    n = itertools.count()
    for measure, act in (
        ("ten searches", lambda w, _key: _search(w)),
        ("list page", lambda w, _key: _first_rows(w)),
        ("open account", open_page),
        ("save", lambda w, key: edit(w, key, next(n))),
    ):
        ours, limit = (median(lambda pair=pair, act=act: act(*pair)) for pair in (large, small))  # type: ignore[misc]
        yield Figure("S12", f"growth from rep to {of}: {measure}", ours, limit, 2)


def _search(workspace: Workspace) -> None:
    with workspace.read() as session:
        for text in KEYSTROKES:
            find(session, text)


def _first_rows(workspace: Workspace) -> None:
    with workspace.read() as session:
        keys = list(
            session.scalars(select(models.accounts.Account.id).order_by(models.accounts.Account.id).limit(ROWS))
        )
        accounts.OPEN_ACCOUNTS.values(session, keys)


def size(workspace: Workspace, of: str, folder: Path) -> Figure:
    """S13: the file beside its rows alone."""
    path = workspace.book.path
    raw = dbapi2.connect(f"file:{path}?mode=ro", uri=True)
    bare = folder / "rows.db"
    raw.execute("VACUUM INTO ?", (str(bare),))
    raw.close()
    rows = dbapi2.connect(str(bare), isolation_level=None)
    tables = [
        name
        for (name,) in rows.execute(
            "SELECT name FROM sqlite_schema WHERE type='table' AND name LIKE 'search_%' AND sql LIKE 'CREATE VIRTUAL%'"
        )
    ]
    for table in (*tables, "cell", "change"):
        rows.execute(f"DROP TABLE {table}")
    for (index,) in rows.execute("SELECT name FROM sqlite_schema WHERE type='index' AND sql IS NOT NULL").fetchall():
        rows.execute(f"DROP INDEX {index}")
    rows.execute("VACUUM")
    rows.close()
    return Figure(
        "S13", f"file beside its rows ({of})", path.stat().st_size / 1e6, bare.stat().st_size / 1e6, 2.5, "MB"
    )
