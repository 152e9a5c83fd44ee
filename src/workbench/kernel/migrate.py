"""The shape of a file: making a new one, telling an old from a newer one, bringing an old one up to date.

Migrations run on a copy, in one transaction, with foreign keys off; the copy is checked and takes the file's place.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, MetaData, create_engine, event, text
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from workbench.kernel import failures
from workbench.kernel.copying import name_new, remove
from workbench.kernel.database import APPLICATION_ID, Book
from workbench.kernel.files import sync_folder

SCRIPTS = Path(__file__).parents[1] / "migrations"


def head() -> str:
    """The newest migration; files are named `0001_what_it_does.py` and their number is the revision."""
    return max(script.name for script in (SCRIPTS / "versions").glob("0*.py"))[:4]


def create(book: Book, metadata: MetaData, extra: tuple[str, ...] = ()) -> None:
    """Make the tables of a new, empty file; `extra` statements make what no model describes.

    The file gets its name when it is finished. FileExistsError if there is one of that name.
    """
    if book.path.exists():
        raise FileExistsError(str(book.path))
    draft = replace(book, path=book.path.with_name(f".{book.path.name}.new"))
    try:
        _make(draft, metadata, extra)
        name_new(draft.path, book.path)
    except dbapi2.Error as problem:
        raise failures.explained(problem, book.path) or problem from problem
    finally:
        remove(draft.path)


def _make(book: Book, metadata: MetaData, extra: tuple[str, ...]) -> None:
    make_empty(book)
    with transaction(book) as session:
        metadata.create_all(session)
        for statement in extra:
            session.exec_driver_sql(statement)
        session.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        session.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": head()})
        session.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def make_empty(book: Book) -> None:
    """An empty file that only its owner can read, in place of an unfinished one."""
    remove(book.path)
    os.close(os.open(book.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def version_of(book: Book) -> str:
    """The migration a file stands at; raises where the file is no portfolio, or not with this key."""
    try:
        connection = book.connect()
    except dbapi2.Error as problem:
        raise failures.explained(problem, book.path) or failures.NotAPortfolio(path=book.path.name) from problem
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        if application != APPLICATION_ID:
            raise failures.NotAPortfolio(path=book.path.name)
        # a portfolio has neither; those of a stranger would run with our rights
        if connection.execute("SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view') LIMIT 1").fetchone():
            raise failures.NotAPortfolio(path=book.path.name)
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except dbapi2.Error as problem:
        if book.key and "not a database" in str(problem):
            raise failures.WrongPassphrase(path=book.path.name) from problem
        raise failures.explained(problem, book.path) or failures.NotAPortfolio(path=book.path.name) from problem
    finally:
        connection.close()
    # every portfolio has one; where it is gone, its page was lost, and what follows would be made twice
    if row is None or not re.fullmatch(r"\d{4}", str(row[0])):
        raise failures.Damaged(path=book.path.name)
    return str(row[0])


def refuse_other_versions(book: Book) -> None:
    """NewerPortfolio or OlderPortfolio for a file that may not be changed and is not up to date."""
    version, newest = version_of(book), head()
    if version != newest:
        raise (failures.NewerPortfolio if version > newest else failures.OlderPortfolio)(path=book.path.name)


def bring_up_to_date(book: Book) -> bool:
    """Upgrade an older file; NewerPortfolio for a newer one. True if something was done."""
    version, newest = version_of(book), head()
    if version > newest:
        raise failures.NewerPortfolio(path=book.path.name)
    if version == newest:
        return False
    draft = replace(book, path=book.path.with_name(f".{book.path.name}.migrating"))
    try:
        _fold_log(book)
        remove(draft.path)
        shutil.copy2(book.path, draft.path)
        upgrade(draft)
        with draft.path.open("rb") as file:
            os.fsync(file.fileno())
        _keep_old(book.path, version)
        draft.path.replace(book.path)
        sync_folder(book.path.parent)
    except OSError as problem:
        raise failures.of_file(problem, book.path) from problem
    finally:
        remove(draft.path)
    return True


def upgrade(book: Book, to: str = "head") -> None:
    """Run the migrations on a closed file."""
    # imported here: Alembic costs half a second that a file which is up to date does not need
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with transaction(book) as session:
        config.attributes["connection"] = session
        command.upgrade(config, to)
        broken = session.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise failures.Damaged(path=book.path.name)


@contextmanager
def transaction(book: Book) -> Iterator[Connection]:
    """One transaction on a file of its own connection, with foreign keys off and everything in the file at the end."""
    connection = book.connect()
    # a table that is rebuilt would take its children with it
    connection.execute("PRAGMA foreign_keys = OFF")
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _on_begin(opened: Connection) -> None:
        # SQLAlchemy's default transaction does not cover DDL: a killed migration would never open again
        opened.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        with engine.begin() as session:
            yield session
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _keep_old(path: Path, version: str) -> None:
    """Leave the file as it was under a second name."""
    kept = path.with_name(f"{path.stem} (version {version}){path.suffix}")
    kept.unlink(missing_ok=True)
    try:
        os.link(path, kept)  # no second copy of the content
    except OSError:
        shutil.copy2(path, kept)


def _fold_log(book: Book) -> None:
    connection = book.connect()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    if Path(f"{book.path}-wal").exists():
        # somebody reads the file; their log would be mixed with the new file
        raise failures.Busy(path=book.path.name)
