"""The search index of objectives, workstreams, what they hand over, requests, the log, trainings and personal goals.

Accounts and plans no longer answer for what is found by itself: their documents are made anew.
"""

from alembic import op

revision = "0009"
down_revision = "0008"

TABLE = (
    "CREATE VIRTUAL TABLE search_{} USING fts5(title, body, digits, content='', contentless_delete=1, "
    "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
)
# what each of them says besides its title
BODIES = {
    "objective": "concat_ws(' ', why, measure, note)",
    "workstream": "note",
    "deliverable": "''",
    "request": "concat_ws(' ', details, stake, answer, blocked_reason, escalation)",
    "log_entry": "concat_ws(' ', text, resolution, lesson)",
    "training": "note",
    "goal": "note",
}

# accounts and plans as they are found from now on
PARTS = "(SELECT group_concat(concat_ws(' ', {}), ' ') FROM {} WHERE {}_id = r.id)"
ACCOUNTS = f"""INSERT INTO search_account(rowid, title, body, digits)
SELECT id, name, concat_ws(' ', sector, tags, tax_id, external_id, website, email, notes, health_reason,
{PARTS.format("street, postcode, city, region, country", "address", "account")},
{PARTS.format("name, place, note", "unit", "account")},
{PARTS.format("name, value", "fact", "account")}), number_words(phone) FROM account r"""
PLANS = f"""INSERT INTO search_plan(rowid, title, body, digits)
SELECT id, title, concat_ws(' ', mission, summary, asks,
{PARTS.format("text", "swot_item", "plan")},
{PARTS.format("title, effect, trigger, response", "risk", "plan")}), '' FROM plan r"""


def upgrade() -> None:
    book = op.get_bind()
    for name, body in BODIES.items():
        book.exec_driver_sql(TABLE.format(name))
        book.exec_driver_sql(
            f"INSERT INTO search_{name}(rowid, title, body, digits) SELECT id, title, {body}, '' FROM {name}"
        )
    for name, documents in (("account", ACCOUNTS), ("plan", PLANS)):
        book.exec_driver_sql(f"INSERT INTO search_{name}(search_{name}) VALUES ('delete-all')")
        book.exec_driver_sql(documents)
