"""Indexes for the first page: the few meetings that repeat or last for days, and what waits in the inbox."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for table, column in (("meeting", "rule"), ("meeting", "end_day"), ("action_item", "captured")):
        op.get_bind().exec_driver_sql(
            f"CREATE INDEX ix_{table}_{column} ON {table} ({column}) WHERE {column} IS NOT NULL"
        )
