"""Captured lines that wait to be sorted keep their sentence."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.get_bind().exec_driver_sql("ALTER TABLE action_item ADD COLUMN captured TEXT")
