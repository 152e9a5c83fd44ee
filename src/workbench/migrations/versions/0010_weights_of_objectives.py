"""What an objective weighs in the progress of its plan."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("objective", sa.Column("weight", sa.Double))
