"""The search index of plays and lessons."""

from alembic import op

revision = "0006"
down_revision = "0005"

TABLE = (
    "CREATE VIRTUAL TABLE search_lesson USING fts5(title, body, digits, content='', contentless_delete=1, "
    "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
)
DOCUMENTS = """INSERT INTO search_lesson(rowid, title, body, digits)
SELECT id, title, concat_ws(' ', situation, advice, tags), '' FROM lesson"""


def upgrade() -> None:
    book = op.get_bind()
    book.exec_driver_sql(TABLE)
    book.exec_driver_sql(DOCUMENTS)
