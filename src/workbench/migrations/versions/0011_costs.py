"""What an account costs, quarter by quarter."""

from alembic import op

revision = "0011"
down_revision = "0010"

TABLES = (
    """CREATE TABLE cost (
	account_id INTEGER NOT NULL,
	starts_on DATE NOT NULL,
	kind VARCHAR(20) NOT NULL,
	amount INTEGER NOT NULL,
	note TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_cost PRIMARY KEY (id),
	CONSTRAINT fk_cost_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE
)""",
    "CREATE INDEX ix_cost_account_id ON cost (account_id)",
)


def upgrade() -> None:
    for table in TABLES:
        op.get_bind().exec_driver_sql(table)
