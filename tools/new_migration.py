"""Writes the migration that leads from the newest one to the models: `python tools/new_migration.py "what it does"`.

The file it writes holds plain operations and is frozen once released; read it before you commit it. Full-text tables
are no models: write `op.execute` for them by hand. Until the first release, `python tools/new_migration.py foundation`
writes the statements of the first migration anew.
"""

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent, indent

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations.ops import UpgradeOps
from sqlalchemy import TypeDecorator

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from workbench.kernel import migrate
from workbench.kernel.database import Book
from workbench.kernel.journal import AsStored
from workbench.models import METADATA
from workbench.search.index import TABLES

HEAD = '''"""{title}."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
{body}
'''
FOUNDATION = migrate.SCRIPTS / "versions" / "0001_foundation.sql"


def is_model(_thing: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:  # noqa: FBT001 - Alembic's
    """Leave Alembic's own table and the full-text tables alone."""
    return kind != "table" or not (name or "").startswith(("search_", "alembic_", "sqlite_"))


def frozen(kind: str, thing: object, _context: object) -> str | bool:
    """Write our own column types as what they are in the file, so that the migration needs no model."""
    if kind == "type" and isinstance(thing, AsStored):
        return "sa.types.NullType()"
    return repr(thing.impl).join(("sa.", "")) if kind == "type" and isinstance(thing, TypeDecorator) else False


def difference(book: Book) -> str:
    """The operations that are missing between a file and the models, as code."""
    options = {"include_object": is_model, "render_as_batch": True, "compare_type": True}
    with migrate.transaction(book) as connection:
        context = MigrationContext.configure(connection, opts=options)
        operations = produce_migrations(context, METADATA).upgrade_ops or UpgradeOps(())
        code = render_python_code(operations, render_as_batch=True, render_item=frozen, migration_context=context)
    lines = [line for line in str(code).splitlines() if not line.lstrip().startswith("#")]
    return dedent("\n".join(["    " + lines[0].lstrip(), *lines[1:]])) if not operations.is_empty() else ""


def write_foundation(folder: Path) -> Path:
    """Write down how a new file is made."""
    book = Book(folder / "new.portfolio")
    migrate.create(book, METADATA, TABLES)
    connection = book.connect()
    # the tables within a full-text table are its own affair
    rows = connection.execute("SELECT sql, name FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    connection.close()
    parts = tuple(f"{name}_" for sql, name in rows if sql.startswith("CREATE VIRTUAL"))
    kept = [sql for sql, name in rows if not name.startswith(("alembic_", "sqlite_", *parts))]
    lines = [line.rstrip() for sql in kept for line in f"{sql};".splitlines()]
    FOUNDATION.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return FOUNDATION


def write_next(title: str, folder: Path) -> Path:
    """Write what leads from the newest migration to the models."""
    book = Book(folder / "old.portfolio")
    migrate.make_empty(book)
    migrate.upgrade(book)
    body, before = difference(book), migrate.head()
    if not body:
        sys.exit("The migrations lead to the models already.")
    revision = f"{int(before) + 1:04d}"
    name = re.sub(r"\W+", "_", title.lower()).strip("_")
    path = migrate.SCRIPTS / "versions" / f"{revision}_{name}.py"
    text = HEAD.format(title=title, revision=revision, before=before, body=indent(body, "    "))
    path.write_text(text, encoding="utf-8")
    return path


def main() -> None:
    """Write a migration, and say where."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    title = sys.argv[1].strip().rstrip(".")
    with TemporaryDirectory() as folder:
        write = write_foundation(Path(folder)) if title == "foundation" else write_next(title, Path(folder))
    print(write)


if __name__ == "__main__":
    main()
