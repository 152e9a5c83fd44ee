"""The action that a point of an agenda is about."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    # made anew: SQLite forgets the name of a foreign key that comes with a new column
    with op.batch_alter_table("agenda_point", recreate="always") as point:
        point.add_column(sa.Column("action_id", sa.Integer))
        point.create_foreign_key("fk_agenda_point_action_id", "action_item", ["action_id"], ["id"], ondelete="SET NULL")
    op.get_bind().exec_driver_sql(
        "CREATE INDEX ix_agenda_point_action_id ON agenda_point (action_id) WHERE action_id IS NOT NULL"
    )
