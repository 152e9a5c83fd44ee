"""Migrations lead to the models, run on a copy, and leave the old file where it was when they fail."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.kernel.conftest import ACCESS
from tests.support.dump import dump
from tools.new_migration import difference
from workbench.accounts.commands import add_account, add_unit
from workbench.accounts.model import Account
from workbench.kernel import failures, migrate
from workbench.kernel.database import Book
from workbench.models import METADATA
from workbench.opening import Access, new_portfolio, open_portfolio
from workbench.search.index import TABLES

HEAD = migrate.head()
BETTER = f"""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "0099", "{HEAD}"


def upgrade():
    with op.batch_alter_table("account", recreate="always") as account:
        account.add_column(sa.Column("mood", sa.Text))
    op.execute("UPDATE account SET mood = 'fine'")
"""
BROKEN = (
    BETTER
    + """
    op.execute("INSERT INTO unit(id, account_id, name, kind) VALUES (1, 99, 'astray', 'unit')")
"""
)


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The migrations in a folder where a test may add some."""
    copy = tmp_path / "migrations"
    shutil.copytree(migrate.SCRIPTS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrate, "SCRIPTS", copy)
    return copy / "versions"


@pytest.fixture(params=[None, "open sesame"], ids=["plain", "encrypted"])
def access(request: pytest.FixtureRequest) -> Access:
    return Access(ACCESS.clock, request.param)


@pytest.fixture
def old(file: Path, access: Access) -> Path:
    """A file that the version before made."""
    workspace = new_portfolio(file, access)
    account = workspace.do(add_account, "Acme")
    workspace.do(add_unit, account, "Cold stores")
    workspace.close()
    return file


def full_text_tables(book: Book) -> list[str]:
    connection = book.connect()
    rows = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%' ORDER BY rowid"
    ).fetchall()
    connection.close()
    return [row[0] for row in rows]


def test_the_migrations_lead_to_the_models(tmp_path: Path) -> None:
    migrated, made = Book(tmp_path / "migrated"), Book(tmp_path / "made")
    migrate.make_empty(migrated)
    migrate.upgrade(migrated)
    migrate.create(made, METADATA, TABLES)
    assert difference(migrated) == difference(made) == ""
    assert full_text_tables(migrated) == full_text_tables(made) == list(TABLES)
    assert migrate.version_of(migrated) == migrate.version_of(made) == migrate.head()


def test_an_old_file_is_brought_up_to_date_and_kept(old: Path, access: Access, scripts: Path) -> None:
    before = old.read_bytes()
    (scripts / "0099_mood.py").write_text(BETTER)
    workspace = open_portfolio(old, access)
    with workspace.read() as session:
        connection = session.connection()
        assert connection.exec_driver_sql("SELECT name, mood FROM account").all() == [("Acme", "fine")]
        assert connection.exec_driver_sql("SELECT name FROM unit").all() == [("Cold stores",)]
    assert workspace.undo().label == "Add unit"
    workspace.close()
    assert sorted(path.name for path in old.parent.iterdir()) == [f"my (version {HEAD}).portfolio", "my.portfolio"]
    assert (old.parent / f"my (version {HEAD}).portfolio").read_bytes() == before


def test_a_migration_that_fails_leaves_the_file_as_it_was(old: Path, access: Access, scripts: Path) -> None:
    before = old.read_bytes()
    (scripts / "0099_broken.py").write_text(BROKEN)
    with pytest.raises(failures.Damaged):
        open_portfolio(old, access)
    assert old.read_bytes() == before
    assert [path.name for path in old.parent.iterdir()] == ["my.portfolio"]


def test_looking_only_does_not_migrate(old: Path, access: Access, scripts: Path) -> None:
    before = old.read_bytes()
    (scripts / "0099_mood.py").write_text(BETTER)
    with pytest.raises(failures.OlderPortfolio):
        open_portfolio(old, Access(access.clock, access.passphrase, read_only=True))
    assert old.read_bytes() == before


def test_somebody_who_reads_the_old_file_is_waited_for(old: Path, access: Access, scripts: Path) -> None:
    reading = open_portfolio(old, Access(access.clock, access.passphrase, read_only=True))
    names = dump(reading)
    (scripts / "0099_mood.py").write_text(BETTER)
    with pytest.raises(failures.Busy):
        open_portfolio(old, access)
    assert dump(reading) == names
    reading.close()
    workspace = open_portfolio(old, access)
    with workspace.read() as session:
        assert session.scalars(select(Account.name)).all() == ["Acme"]
    workspace.close()


def test_what_a_killed_creation_left_is_in_nobody_s_way(file: Path) -> None:
    file.parent.mkdir()
    (file.parent / f".{file.name}.new").write_bytes(b"half a file")
    new_portfolio(file, ACCESS).close()
    assert [path.name for path in file.parent.iterdir()] == ["my.portfolio"]
