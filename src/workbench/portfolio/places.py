"""Where a record is looked at: its page, and what to show there."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.kernel import journal
from workbench.kernel.entity import Entity
from workbench.kernel.journal import Verb

Place = tuple[str, int]
LONGEST = 60  # letters of a name in a menu
# the most telling record first: one change may touch several
PAGES = {
    "action_item": "actions",
    "meeting": "meeting",
    "person": "contacts",
    "account": "account",
    "member": "team",
}
LARGEST_FIRST = ("account", "person", "meeting", "member", "action_item", "plan", "unit")
# records that are shown with another one: the column that leads to it, and its table
OWNERS = {
    "step": ("action_id", "action_item"),
    "attendance": ("meeting_id", "meeting"),
    "agenda_point": ("meeting_id", "meeting"),
    "decision": ("meeting_id", "meeting"),
    "contact_point": ("person_id", "person"),
    "contact_role": ("person_id", "person"),
    "assessment": ("person_id", "person"),
    "objective": ("plan_id", "plan"),
    "swot_item": ("plan_id", "plan"),
    "risk": ("plan_id", "plan"),
    "plan": ("account_id", "account"),
    "seat": ("account_id", "account"),
    "unit": ("account_id", "account"),
    "address": ("account_id", "account"),
    "fact": ("account_id", "account"),
    "assignment": ("account_id", "account"),
}


def place_of(session: Session, rows: Mapping[str, frozenset[int]]) -> Place | None:
    """The page where a change can be seen; None if nothing of it is there any more."""
    for table in (*OWNERS, *PAGES):
        for key in sorted(rows.get(table, ()))[:1]:
            found = _followed(session, table, key)
            if found:
                return found
    return None


def _followed(session: Session, table: str, key: int) -> Place | None:
    stored = Entity.metadata.tables[table]
    if table in PAGES:
        return (PAGES[table], key) if session.scalar(select(stored.c.id).where(stored.c.id == key)) else None
    column, owner = OWNERS[table]
    above = session.scalar(select(stored.c[column]).where(stored.c.id == key))
    return _followed(session, owner, above) if above is not None else None


def belongs_to(session: Session, rows: Mapping[str, frozenset[int]], account_id: int) -> bool:
    """Whether something of a change is shown on the page of an account."""
    tables = Entity.metadata.tables
    for table, keys in rows.items():
        stored = tables.get(table)
        if stored is None:
            continue
        if table == "account" and account_id in keys:
            return True
        if "account_id" in stored.c:
            home = select(stored.c.id).where(stored.c.id.in_(keys), stored.c.account_id == account_id).limit(1)
            if session.scalar(home) is not None:
                return True
        owner = OWNERS.get(table)
        if owner and owner[1] != "account":
            above = session.scalars(select(stored.c[owner[0]]).where(stored.c.id.in_(keys)).distinct().limit(50))
            if belongs_to(session, {owner[1]: frozenset(above)}, account_id):
                return True
    roles = tables["contact_role"]
    known = select(roles.c.id).where(roles.c.account_id == account_id, roles.c.person_id.in_(rows.get("person", ())))
    return session.scalar(known.limit(1)) is not None


def about(session: Session, change_id: int) -> str:
    """What a change is about: the name of its record, or how many there are."""
    # with a record goes all that hangs on it: the record is what the deletion is about
    deleted = journal.touched(session, change_id, verb=Verb.DELETE)
    order = (*LARGEST_FIRST, *OWNERS) if deleted else (*PAGES, *OWNERS)
    rows = deleted or journal.touched(session, change_id)
    for table in order:
        keys = rows.get(table, frozenset())
        if len(keys) == 1:
            return record_name(session, table, next(iter(keys)))
        if keys:
            return str(len(keys))
    return ""


def named(session: Session, page: str, key: int) -> str:
    """The name of the record that a page shows; empty if it is gone."""
    table = next((table for table, shown in PAGES.items() if shown == page), None)
    if table is None:
        return ""
    stored = Entity.metadata.tables[table]
    is_there = session.scalar(select(stored.c.id).where(stored.c.id == key)) is not None
    return record_name(session, table, key) if is_there else ""


def record_name(session: Session, table: str, key: int) -> str:
    """The name of a record, or the one it had; the name of its owner where it has none of its own."""
    stored = Entity.metadata.tables[table]
    for attribute in ("name", "title", "text", "value"):
        if attribute in stored.c:
            now = session.scalar(select(stored.c[attribute]).where(stored.c.id == key))
            return _short(now or journal.last_known(session, table, key, attribute))
    if table in OWNERS:
        column, owner = OWNERS[table]
        above = session.scalar(select(stored.c[column]).where(stored.c.id == key))
        return record_name(session, owner, above) if above else ""
    return ""


def _short(name: object) -> str:
    flat = " ".join(str(name or "").split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rstrip() + "…"
