"""The cockpit: RACI, requests, logs, reviews, hours, benefits, skills and ratings; see `0004_cockpit.sql`."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

COLUMNS = (
    "member ADD COLUMN leads_department BOOLEAN NOT NULL DEFAULT 0",
    "member ADD COLUMN region TEXT",
    "account ADD COLUMN health_until DATE",
    "account ADD COLUMN tier_reason TEXT",
)


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    for statement in Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            run(statement)
    for column in COLUMNS:
        run(f"ALTER TABLE {column}")
    # made anew: SQLite forgets the name of a foreign key that comes with a new column
    with op.batch_alter_table("action_item", recreate="always") as action:
        action.add_column(sa.Column("first_due", sa.Date))
        action.add_column(sa.Column("workstream_id", sa.Integer))
        action.add_column(sa.Column("escalated_on", sa.Date))
        action.add_column(sa.Column("escalation", sa.Text))
        action.create_foreign_key(
            "fk_action_item_workstream_id", "workstream", ["workstream_id"], ["id"], ondelete="SET NULL"
        )
    run("CREATE INDEX ix_action_item_workstream_id ON action_item (workstream_id) WHERE workstream_id IS NOT NULL")
    run("UPDATE action_item SET first_due = due")
