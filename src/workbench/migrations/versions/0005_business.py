"""Revenue by quarter, and the versions of a plan that were given out."""

from alembic import op

revision = "0005"
down_revision = "0004"

TABLES = (
    """CREATE TABLE revenue (
	account_id INTEGER NOT NULL,
	starts_on DATE NOT NULL,
	invoiced INTEGER NOT NULL,
	target INTEGER,
	note TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_revenue PRIMARY KEY (id),
	CONSTRAINT uq_revenue_account_id UNIQUE (account_id, starts_on),
	CONSTRAINT fk_revenue_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE
)""",
    "CREATE INDEX ix_revenue_account_id ON revenue (account_id)",
    """CREATE TABLE plan_version (
	plan_id INTEGER NOT NULL,
	number TEXT NOT NULL,
	given_on DATE NOT NULL,
	given_to TEXT,
	change TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_plan_version PRIMARY KEY (id),
	CONSTRAINT fk_plan_version_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
)""",
    "CREATE INDEX ix_plan_version_plan_id ON plan_version (plan_id)",
)


def upgrade() -> None:
    for table in TABLES:
        op.get_bind().exec_driver_sql(table)
