"""Where a record is looked at: its page, and what to show there."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.kernel import journal
from workbench.kernel.entity import Entity
from workbench.kernel.journal import CELL, Verb

Place = tuple[str, int]
NAMED = ("name", "title", "text", "value")
LONGEST = 60  # letters of a name in a menu
# the most telling record first: one change may touch several
PAGES = {
    "action_item": "actions",
    "meeting": "meeting",
    "person": "contacts",
    "account": "account",
    "member": "member",
    "training": "trainings",
    "skill": "skills",
    "lesson": "playbook",
    "criterion": "portfolio",
    "rating": "portfolio",
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
    "plan_version": ("plan_id", "plan"),
    "plan": ("account_id", "account"),
    "seat": ("account_id", "account"),
    "unit": ("account_id", "account"),
    "address": ("account_id", "account"),
    "fact": ("account_id", "account"),
    "revenue": ("account_id", "account"),
    "satisfaction": ("account_id", "account"),
    "cost": ("account_id", "account"),
    "assignment": ("account_id", "account"),
    "objective_skill": ("objective_id", "objective"),
    "deliverable": ("workstream_id", "workstream"),
    "workstream": ("account_id", "account"),
    "request": ("account_id", "account"),
    "log_entry": ("account_id", "account"),
    "review_question": ("review_id", "review"),
    "review": ("plan_id", "plan"),
    "hours_spent": ("account_id", "account"),
    "benefit": ("account_id", "account"),
    "rating": ("account_id", "account"),
    "aim": ("account_id", "account"),
    "qualification": ("member_id", "member"),
    "skill_level": ("member_id", "member"),
    "goal": ("member_id", "member"),
    "recognition": ("member_id", "member"),
}
# records that are shown with one of several kinds
SHARED = {
    "raci": (("deliverable_id", "deliverable"), ("workstream_id", "workstream"), ("action_id", "action_item")),
}


def place_of(session: Session, rows: Mapping[str, frozenset[int]]) -> Place | None:
    """The page where a change can be seen; None if nothing of it is there any more."""
    for table in (*SHARED, *OWNERS, *PAGES):
        for key in sorted(rows.get(table, ()))[:1]:
            found = _followed(session, table, key)
            if found:
                return found
    return None


def part_of(session: Session, rows: Mapping[str, frozenset[int]]) -> Place | None:
    """The record that a change touched and that is still there: its table and identity."""
    for table in (*SHARED, *OWNERS, *PAGES):
        for key in sorted(rows.get(table, ()))[:1]:
            stored = Entity.metadata.tables[table]
            if session.scalar(select(stored.c.id).where(stored.c.id == key)) is not None:
                return table, key
    return None


def _followed(session: Session, table: str, key: int) -> Place | None:
    stored = Entity.metadata.tables[table]
    if table in PAGES:
        return (PAGES[table], key) if session.scalar(select(stored.c.id).where(stored.c.id == key)) else None
    for column, owner in _owners(table):
        above = session.scalar(select(stored.c[column]).where(stored.c.id == key))
        if above is not None:
            return _followed(session, owner, above)
    return None


def _owners(table: str) -> Sequence[tuple[str, str]]:
    """The columns that lead from a record to the one it is shown with, each with its table."""
    return SHARED[table] if table in SHARED else [OWNERS[table]] if table in OWNERS else ()


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
        for column, owner in _owners(table):
            if owner == "account":
                continue
            above = session.scalars(select(stored.c[column]).where(stored.c.id.in_(keys)).distinct().limit(50))
            if belongs_to(session, {owner: frozenset(key for key in above if key is not None)}, account_id):
                return True
    roles = tables["contact_role"]
    known = select(roles.c.id).where(roles.c.account_id == account_id, roles.c.person_id.in_(rows.get("person", ())))
    return session.scalar(known.limit(1)) is not None


def about(session: Session, change_id: int) -> str:
    """What a change is about: the name of its record, or how many there are."""
    return abouts(session, [change_id]).get(change_id, "")


def abouts(session: Session, change_ids: Sequence[int]) -> dict[int, str]:
    """What each of some changes is about, in a handful of queries however many there are."""
    mains = {change: main for change, main in _mains(session, change_ids) if main}
    wanted: dict[str, set[int]] = {}
    for table, count, key in mains.values():
        if count == 1:
            wanted.setdefault(table, set()).add(key)
    names = {(table, key): name for table, keys in wanted.items() for key, name in _names(session, table, keys).items()}
    return {
        change: str(count) if count > 1 else names.get((table, key), "")
        for change, (table, count, key) in mains.items()
    }


def _mains(session: Session, change_ids: Sequence[int]) -> Iterator[tuple[int, tuple[str, int, int] | None]]:
    """For each change the table it is about, how many records of it, and one of them."""
    gone = CELL.c.verb == Verb.DELETE
    counted = func.count(CELL.c.entity_id.distinct())
    rows = (
        select(CELL.c.change_id, CELL.c.entity, gone, counted, func.min(CELL.c.entity_id))
        .where(CELL.c.change_id.in_(change_ids))
        .group_by(CELL.c.change_id, CELL.c.entity, gone)
    )
    touched: dict[int, dict[bool, dict[str, tuple[int, int]]]] = {}
    for change, entity, is_gone, count, key in session.execute(rows):
        touched.setdefault(change, {}).setdefault(bool(is_gone), {})[entity] = (count, key)
    for change, kinds in touched.items():
        # with a record goes all that hangs on it: the record is what the deletion is about
        order = (*LARGEST_FIRST, *OWNERS, *SHARED) if True in kinds else (*PAGES, *OWNERS, *SHARED)
        tables = kinds.get(True) or kinds[False]
        yield change, next(((table, *tables[table]) for table in order if table in tables), None)


def _names(session: Session, table: str, keys: Collection[int]) -> dict[int, str]:
    """The names of records, or those they had; the names of their owners where they have none of their own."""
    stored = Entity.metadata.tables.get(table)
    if stored is None:
        # the window asks what was done last before all tables are known
        return {}
    # what a rating is about is the account, not the number it was given
    attribute = next((name for name in NAMED if name in stored.c and table != "rating"), None)
    own = _values(session, table, keys, attribute) if attribute else {}
    names = {key: _short(name) for key, name in own.items() if name}
    nameless = {*keys} - {*names}
    for column, owner in _owners(table) if nameless else ():
        above = {key: int(str(value)) for key, value in _values(session, table, nameless, column).items() if value}
        of_owners = _names(session, owner, {*above.values()})
        names |= {key: of_owners.get(value, "") for key, value in above.items()}
    return names


def _values(session: Session, table: str, keys: Collection[int], attribute: str) -> dict[int, object]:
    """What records hold, or held when they were deleted."""
    stored = Entity.metadata.tables[table]
    rows = session.execute(select(stored.c.id, stored.c[attribute]).where(stored.c.id.in_(keys)))
    found: dict[int, object] = {row[0]: row[1] for row in rows}
    return found | journal.last_known(session, table, {*keys} - {*found}, attribute)


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
    return _names(session, table, [key]).get(key, "")


def _short(name: object) -> str:
    flat = " ".join(str(name or "").split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rstrip() + "…"
