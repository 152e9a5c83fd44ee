"""The full-text index: one document for each record a person may look for.

A document's rowid is its record's identity, which is unique over all tables. `title` holds what a record is called,
`body` everything else that is worth finding, `digits` its telephone numbers without punctuation. FTS5's tokenizer
drops accents and case. The texts themselves stay in their own tables.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.kernel.journal import Change
from workbench.kernel.words import N_

TABLES = (
    "CREATE VIRTUAL TABLE search_text USING fts5(title, body, digits, content='', contentless_delete=1, "
    "tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
    "CREATE TABLE search_entry(id INTEGER PRIMARY KEY, kind TEXT NOT NULL)",
)


@dataclass(frozen=True)
class Kind:
    """One kind of document: its table, its columns as SQL over the alias `r`, and the tables that add to it."""

    name: str
    label: str
    title: str
    body: str
    where: str
    account: str
    digits: str = "''"
    parts: tuple[tuple[str, str], ...] = ()


def _joined(column: str, table: str, key: str) -> str:
    return f"(SELECT group_concat({column}, ' ') FROM {table} WHERE {key} = r.id)"


_ACCOUNT_NAME = "(SELECT name FROM account WHERE id = r.account_id)"
_ROLE = "(SELECT a.name FROM contact_role c JOIN account a ON a.id = c.account_id WHERE c.person_id = r.id ORDER BY c.until IS NOT NULL, c.id LIMIT 1)"
_PLAIN_PHONE = "replace(replace(replace(replace(replace(replace(coalesce(r.phone, ''), ' ', ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', '')"

KINDS = (
    Kind(
        "account",
        N_("Accounts"),
        "r.name",
        "concat_ws(' ', r.sector, r.tags, r.tax_id, r.external_id, r.website, r.email, r.notes, r.health_reason, "
        + _joined("concat_ws(' ', street, postcode, city, region, country)", "address", "account_id")
        + ", "
        + _joined("concat_ws(' ', name, place, note)", "unit", "account_id")
        + ", "
        + _joined("concat_ws(' ', name, value)", "fact", "account_id")
        + ")",
        "(SELECT city FROM address WHERE account_id = r.id ORDER BY id LIMIT 1)",
        "r.id",
        _PLAIN_PHONE,
        (("address", "account_id"), ("unit", "account_id"), ("fact", "account_id")),
    ),
    Kind(
        "person",
        N_("People"),
        "r.name",
        "concat_ws(' ', r.note, r.tags, r.external_id, "
        + _joined("concat_ws(' ', title, department)", "contact_role", "person_id")
        + ", "
        + _joined("value", "contact_point", "person_id")
        + ")",
        _ROLE,
        "(SELECT account_id FROM contact_role WHERE person_id = r.id ORDER BY until IS NOT NULL, id LIMIT 1)",
        _joined("digits", "contact_point", "person_id"),
        (("contact_role", "person_id"), ("contact_point", "person_id")),
    ),
    Kind(
        "meeting",
        N_("Meetings"),
        "r.title",
        "concat_ws(' ', r.purpose, r.outcome, r.place, r.notes, r.say, r.do_not_say, r.external_id, "
        + _joined("title", "agenda_point", "meeting_id")
        + ", "
        + _joined("text", "decision", "meeting_id")
        + ")",
        f"concat_ws(' · ', r.day, {_ACCOUNT_NAME})",
        "r.account_id",
        _PLAIN_PHONE,
        (("agenda_point", "meeting_id"), ("decision", "meeting_id")),
    ),
    Kind(
        "action_item",
        N_("Actions"),
        "r.title",
        "concat_ws(' ', r.note, r.waiting_for, r.blocked_reason, " + _joined("title", "step", "action_id") + ")",
        _ACCOUNT_NAME,
        "r.account_id",
        parts=(("step", "action_id"),),
    ),
    Kind(
        "plan",
        N_("Plans"),
        "r.title",
        "concat_ws(' ', r.mission, r.summary, r.asks, "
        + _joined("concat_ws(' ', title, why, measure, note)", "objective", "plan_id")
        + ", "
        + _joined("text", "swot_item", "plan_id")
        + ", "
        + _joined("concat_ws(' ', title, effect, response)", "risk", "plan_id")
        + ")",
        _ACCOUNT_NAME,
        "r.account_id",
        parts=(("objective", "plan_id"), ("swot_item", "plan_id"), ("risk", "plan_id")),
    ),
    Kind(
        "member",
        N_("Team"),
        "r.name",
        "concat_ws(' ', r.title, r.office, r.email, r.note, r.initials)",
        "(SELECT name FROM department WHERE id = r.department_id)",
        "NULL",
        _PLAIN_PHONE,
    ),
)


def keep(session: Session, change: Change) -> None:
    """Bring the index up to date with a change, before it is committed."""
    for kind in KINDS:
        touched = [table for table, _ in kind.parts if table in change.rows]
        if kind.name in change.rows or touched:
            _renew(session, kind, _touched_by(kind, touched), change.id)


def rebuild(session: Session) -> int:
    """Make the whole index anew; the number of documents in it."""
    connection = session.connection()
    connection.exec_driver_sql("DELETE FROM search_text")
    connection.exec_driver_sql("DELETE FROM search_entry")
    for kind in KINDS:
        connection.exec_driver_sql(_text_rows(kind, "1"))
        connection.exec_driver_sql(_entry_rows(kind, "1"))
    return int(connection.exec_driver_sql("SELECT count(*) FROM search_entry").scalar_one())


def differences(session: Session) -> int:
    """How many records lack a document, or documents lack a record."""
    records = " UNION ALL ".join(f"SELECT id FROM {kind.name}" for kind in KINDS)
    lacking = f"SELECT count(*) FROM ({records}) WHERE id NOT IN (SELECT id FROM search_entry)"
    extra = f"SELECT count(*) FROM search_entry WHERE id NOT IN ({records})"
    connection = session.connection()
    return int(connection.exec_driver_sql(lacking).scalar_one()) + int(connection.exec_driver_sql(extra).scalar_one())


def _touched_by(kind: Kind, parts: list[str]) -> str:
    """The identities of the documents a change touches; a part that was deleted names its owner in the journal."""
    rows = [f"SELECT entity_id FROM cell WHERE change_id = :change AND entity = '{kind.name}'"]
    for table in parts:
        key = dict(kind.parts)[table]
        of_part = f"change_id = :change AND entity = '{table}'"
        rows.append(f"SELECT {key} FROM {table} WHERE id IN (SELECT entity_id FROM cell WHERE {of_part})")
        rows.append(f"SELECT coalesce(old, new) FROM cell WHERE {of_part} AND attribute = '{key}'")
    return " UNION ".join(rows)


def _renew(session: Session, kind: Kind, identities: str, change_id: int) -> None:
    connection = session.connection()
    given = {"change": change_id}
    connection.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS touched(id INTEGER PRIMARY KEY)")
    connection.exec_driver_sql("DELETE FROM touched")
    connection.exec_driver_sql(f"INSERT OR IGNORE INTO touched {identities.replace(':change', str(given['change']))}")
    connection.exec_driver_sql(
        "DELETE FROM search_text WHERE rowid IN (SELECT id FROM touched WHERE id IN (SELECT id FROM search_entry))"
    )
    connection.exec_driver_sql("DELETE FROM search_entry WHERE id IN (SELECT id FROM touched)")
    among = "r.id IN (SELECT id FROM touched)"
    connection.exec_driver_sql(_text_rows(kind, among))
    connection.exec_driver_sql(_entry_rows(kind, among))


def _text_rows(kind: Kind, among: str) -> str:
    return (
        f"INSERT INTO search_text(rowid, title, body, digits) "
        f"SELECT r.id, {kind.title}, {kind.body}, {kind.digits} FROM {kind.name} r WHERE {among}"
    )


def _entry_rows(kind: Kind, among: str) -> str:
    return f"INSERT INTO search_entry(id, kind) SELECT r.id, '{kind.name}' FROM {kind.name} r WHERE {among}"


def lookup(kind: Kind) -> str:
    """The statement that reads what a result of a kind shows; the identities follow as a list of places."""
    return f"SELECT r.id, {kind.title}, {kind.where}, {kind.account} FROM {kind.name} r WHERE r.id IN "


MATCH = (
    "SELECT search_text.rowid, e.kind FROM search_text JOIN search_entry e ON e.id = search_text.rowid "
    "WHERE search_text MATCH ? LIMIT ?"
)
