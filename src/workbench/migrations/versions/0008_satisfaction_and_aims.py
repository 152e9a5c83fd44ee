"""How satisfied an account says it is, what it could buy, and where it is meant to stand."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

TABLES = (
    """CREATE TABLE satisfaction (
	account_id INTEGER NOT NULL,
	asked_on DATE NOT NULL,
	score DOUBLE NOT NULL,
	way VARCHAR(20) NOT NULL,
	person_id INTEGER,
	note TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_satisfaction PRIMARY KEY (id),
	CONSTRAINT fk_satisfaction_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
	CONSTRAINT fk_satisfaction_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL
)""",
    "CREATE INDEX ix_satisfaction_account_id ON satisfaction (account_id)",
    "CREATE INDEX ix_satisfaction_person_id ON satisfaction (person_id) WHERE person_id IS NOT NULL",
    """CREATE TABLE aim (
	account_id INTEGER NOT NULL,
	axis VARCHAR(20) NOT NULL,
	value INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_aim PRIMARY KEY (id),
	CONSTRAINT uq_aim_account_id UNIQUE (account_id, axis),
	CONSTRAINT fk_aim_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE
)""",
    "CREATE INDEX ix_aim_account_id ON aim (account_id)",
)


def upgrade() -> None:
    op.add_column("account", sa.Column("potential", sa.Integer))
    for table in TABLES:
        op.get_bind().exec_driver_sql(table)
