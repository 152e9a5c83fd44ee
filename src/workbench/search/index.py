"""The full-text index: one document for each record a person may look for, in one FTS5 table for each kind.

A document's rowid is its record's identity. `title` holds what a record is called, `body` everything else that is
worth finding, `digits` its telephone numbers without punctuation, each also without the country's code and backwards,
so that a beginning and an end of a number are both the beginning of a word. FTS5's tokenizer drops accents and case.
The texts themselves stay in their own tables.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.kernel.journal import Change
from workbench.kernel.words import N_


@dataclass(frozen=True)
class Kind:
    """One kind of document: its table, its columns as SQL over the alias `r`, and the tables that add to it.

    `account` and `member` are whose it is: on their page it is seen.
    """

    name: str
    label: str
    title: str
    body: str
    where: str
    account: str
    digits: str = "''"
    parts: tuple[tuple[str, str], ...] = ()
    member: str = "NULL"
    day: str = "NULL"

    @property
    def table(self) -> str:
        """The FTS5 table of this kind."""
        return f"search_{self.name}"


def _joined(column: str, table: str, key: str) -> str:
    return f"(SELECT group_concat({column}, ' ') FROM {table} WHERE {key} = r.id)"


_ACCOUNT_NAME = "(SELECT name FROM account WHERE id = r.account_id)"
_ROLE = (
    "(SELECT a.name FROM contact_role c JOIN account a ON a.id = c.account_id WHERE c.person_id = r.id "
    "ORDER BY c.until IS NOT NULL, c.id LIMIT 1)"
)
_MEMBER_NAME = "(SELECT name FROM member WHERE id = r.member_id)"
_OF_PLAN = "FROM plan p JOIN account a ON a.id = p.account_id WHERE p.id = r.plan_id"
_OF_STREAM = "FROM workstream w JOIN account a ON a.id = w.account_id WHERE w.id = r.workstream_id"

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
        "number_words(r.phone)",
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
        _joined("number_words(digits)", "contact_point", "person_id"),
        (("contact_role", "person_id"), ("contact_point", "person_id")),
    ),
    Kind(
        "meeting",
        N_("Meetings"),
        "r.title",
        "concat_ws(' ', r.purpose, r.outcome, r.place, r.notes, r.say, r.do_not_say, r.numbers, r.external_id, "
        + _joined("concat_ws(' ', title, result)", "agenda_point", "meeting_id")
        + ", "
        + _joined("text", "decision", "meeting_id")
        + ")",
        _ACCOUNT_NAME,
        "r.account_id",
        "number_words(r.phone)",
        (("agenda_point", "meeting_id"), ("decision", "meeting_id")),
        day="r.day",
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
        + _joined("text", "swot_item", "plan_id")
        + ", "
        + _joined("concat_ws(' ', title, effect, trigger, response)", "risk", "plan_id")
        + ")",
        _ACCOUNT_NAME,
        "r.account_id",
        parts=(("swot_item", "plan_id"), ("risk", "plan_id")),
    ),
    Kind(
        "member",
        N_("Team"),
        "r.name",
        "concat_ws(' ', r.title, r.office, r.email, r.note, r.initials)",
        "(SELECT name FROM department WHERE id = r.department_id)",
        "NULL",
        "number_words(r.phone)",
    ),
    Kind(
        "lesson",
        N_("Playbook"),
        "r.title",
        "concat_ws(' ', r.situation, r.advice, r.tags)",
        _ACCOUNT_NAME,
        "r.account_id",
    ),
    Kind(
        "objective",
        N_("Objectives"),
        "r.title",
        "concat_ws(' ', r.why, r.measure, r.note)",
        f"(SELECT a.name {_OF_PLAN})",
        f"(SELECT a.id {_OF_PLAN})",
    ),
    Kind("workstream", N_("Workstreams"), "r.title", "r.note", _ACCOUNT_NAME, "r.account_id"),
    Kind(
        "deliverable",
        N_("Deliverables"),
        "r.title",
        "''",
        f"(SELECT concat_ws(' · ', a.name, w.title) {_OF_STREAM})",
        f"(SELECT a.id {_OF_STREAM})",
    ),
    Kind(
        "request",
        N_("Requests"),
        "r.title",
        "concat_ws(' ', r.details, r.stake, r.answer, r.blocked_reason, r.escalation)",
        f"concat_ws(' · ', {_ACCOUNT_NAME}, (SELECT name FROM department WHERE id = r.department_id))",
        "r.account_id",
    ),
    Kind(
        "log_entry",
        N_("Log"),
        "r.title",
        "concat_ws(' ', r.text, r.resolution, r.lesson)",
        _ACCOUNT_NAME,
        "r.account_id",
        day='r."on"',
    ),
    Kind("training", N_("Trainings"), "r.title", "r.note", _MEMBER_NAME, "NULL", member="r.member_id"),
    Kind("goal", N_("Personal goals"), "r.title", "r.note", _MEMBER_NAME, "NULL", member="r.member_id"),
)

TABLES = tuple(
    f"CREATE VIRTUAL TABLE {kind.table} USING fts5(title, body, digits, content='', contentless_delete=1, "
    "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    for kind in KINDS
)


def keep(session: Session, change: Change) -> None:
    """Bring the index up to date with a change, before it is committed."""
    for kind in KINDS:
        parts = tuple(table for table, _ in kind.parts if table in change.rows)
        if parts or kind.name in change.rows:
            touched = _touched(kind, parts)
            book, of_change = session.connection(), {"change": change.id}
            book.exec_driver_sql(f"DELETE FROM {kind.table} WHERE rowid IN ({touched})", of_change)
            book.exec_driver_sql(f"{_documents(kind)} WHERE r.id IN ({touched})", of_change)


def rebuild(session: Session) -> int:
    """Make the whole index anew; the number of documents in it."""
    book, total = session.connection(), 0
    for kind in KINDS:
        book.exec_driver_sql(f"INSERT INTO {kind.table}({kind.table}) VALUES ('delete-all')")
        total += book.exec_driver_sql(_documents(kind)).rowcount
    return total


def differences(session: Session) -> int:
    """How many records lack a document, or documents lack a record."""
    return sum(session.connection().exec_driver_sql(query).scalar_one() for kind in KINDS for query in _missing(kind))


def _missing(kind: Kind) -> Iterator[str]:
    records, documents = f"SELECT id FROM {kind.name}", f"SELECT id FROM {kind.table}_docsize"
    yield f"SELECT count(*) FROM ({records} EXCEPT {documents})"
    yield f"SELECT count(*) FROM ({documents} EXCEPT {records})"


def _touched(kind: Kind, parts: tuple[str, ...]) -> str:
    """The identities of the documents a change touches; a part that was deleted names its owner in the journal."""
    rows = [f"SELECT entity_id FROM cell WHERE change_id = :change AND entity = '{kind.name}'"]
    for table in parts:
        key = dict(kind.parts)[table]
        of_part = f"change_id = :change AND entity = '{table}'"
        rows.append(f"SELECT {key} FROM {table} WHERE id IN (SELECT entity_id FROM cell WHERE {of_part})")
        rows.append(f"SELECT old FROM cell WHERE {of_part} AND attribute = '{key}' AND old IS NOT NULL")
    return " UNION ".join(rows)


def _documents(kind: Kind) -> str:
    return (
        f"INSERT INTO {kind.table}(rowid, title, body, digits) "
        f"SELECT r.id, {kind.title}, {kind.body}, {kind.digits} FROM {kind.name} r"
    )
