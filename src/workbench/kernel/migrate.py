"""The shape of a file: making a new one, telling an old from a newer one, bringing an old one up to date.

Migrations run on a copy, in one transaction, with foreign keys off; the copy is checked and then takes the file's place.
"""

import os
import shutil
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, create_engine, event, text
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from workbench.kernel import failures
from workbench.kernel.database import APPLICATION_ID, Book

SCRIPTS = Path(__file__).parents[1] / "migrations"


def head() -> str:
    """The newest migration; files are named `0001_what_it_does.py` and their number is the revision."""
    return max(script.name for script in (SCRIPTS / "versions").glob("0*.py"))[:4]


def create(book: Book, metadata: MetaData, extra: tuple[str, ...] = ()) -> None:
    """Make the tables of a new, empty file; `extra` statements make what no model describes."""
    with book.path.open("xb"):
        pass
    os.chmod(book.path, 0o600)  # noqa: PTH101 - before anything is written to it
    connection = book.connect()
    engine = _engine_over(connection)
    with engine.begin() as session:
        metadata.create_all(session)
        for statement in extra:
            session.exec_driver_sql(statement)
        session.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        session.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": head()})
        session.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()


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
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except dbapi2.Error as problem:
        if book.key and "not a database" in str(problem):
            raise failures.WrongPassphrase(path=book.path.name) from problem
        raise failures.explained(problem, book.path) or failures.NotAPortfolio(path=book.path.name) from problem
    finally:
        connection.close()
    return str(row[0]) if row else ""


def bring_up_to_date(book: Book) -> bool:
    """Upgrade an older file; NewerPortfolio for a newer one. True if something was done."""
    version, newest = version_of(book), head()
    if version > newest:
        raise failures.NewerPortfolio(path=book.path.name)
    if version == newest:
        return False
    copy = book.path.with_name(f".{book.path.name}.migrating")
    copy.unlink(missing_ok=True)
    try:
        _fold_log(book)
        shutil.copy2(book.path, copy)
        upgrade(Book(copy, book.key))
        with copy.open("rb") as file:
            os.fsync(file.fileno())
        copy.replace(book.path)
    finally:
        for left in (copy, Path(f"{copy}-wal"), Path(f"{copy}-shm")):
            left.unlink(missing_ok=True)
    return True


def upgrade(book: Book, to: str = "head") -> None:
    """Run the migrations on a closed file."""
    # imported here: Alembic costs half a second that a file which is up to date does not need
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    connection = book.connect()
    connection.execute("PRAGMA foreign_keys = OFF")
    engine = _engine_over(connection)
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with engine.begin() as session:
        config.attributes["connection"] = session
        command.upgrade(config, to)
        broken = session.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise failures.Damaged(path=book.path.name)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _fold_log(book: Book) -> None:
    connection = book.connect()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _engine_over(connection: Any) -> Any:  # noqa: ANN401
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _on_begin(opened: Any) -> None:  # noqa: ANN401
        # SQLAlchemy's default transaction does not cover DDL: a killed migration would never open again
        opened.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
