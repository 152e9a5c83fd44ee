"""Records as tables: a row for each, with the columns that an import understands again."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.accounts.structure import Address
from workbench.action_items.model import ActionItem
from workbench.contacts.model import Person
from workbench.contacts.positions import ContactPoint, ContactRole
from workbench.exchange.rows import TITLES
from workbench.exchange.targets import FAX, HOME, HOME_FAX, MOBILE, TARGETS, WORK, WORK_FAX, Target
from workbench.kernel.choice import Choice
from workbench.kernel.entity import Entity
from workbench.kernel.words import Words
from workbench.meetings.model import Meeting
from workbench.meetings.proceedings import Attendance
from workbench.team.model import Department, Member

Value = str | int | float | Decimal | date | time | None
Row = dict[str, Any]
SEVERAL = " ::: "
POINT_COLUMNS: dict[tuple[str, str | None], str] = {
    ("email", WORK): "email_work",
    ("email", HOME): "email_home",
    ("phone", WORK): "phone_work",
    ("phone", HOME): "phone_home",
    ("phone", MOBILE): "mobile",
    ("phone", FAX): "fax",
    ("phone", WORK_FAX): "fax",
    ("phone", HOME_FAX): "fax",
}
MONEY = ("revenue", "invoiced", "potential")


@dataclass(frozen=True)
class Sheet:
    """A table to write: its kind, its title, the labels of its columns, and its rows."""

    kind: str
    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheet_of(session: Session, kind: str, words: Words) -> Sheet:
    """All records of a kind as a table, spoken in the language of `words`."""
    targets = [target for target in TARGETS[kind].values() if target.key not in UNWRITTEN[kind]]
    rows = tuple(tuple(spoken(row.get(t.key), words) for t in targets) for row in ROWS[kind](session))
    return Sheet(kind, words(TITLES[kind]), tuple(words(target.label) for target in targets), rows)


def written_targets(kind: str) -> list[Target]:
    """The columns that a table of this kind has."""
    return [target for target in TARGETS[kind].values() if target.key not in UNWRITTEN[kind]]


def spoken(value: Any, words: Words) -> Value:  # noqa: ANN401 - a stored value
    """A stored value as a cell holds it."""
    if isinstance(value, Choice):
        return words(value.label)
    if isinstance(value, bool):
        return words("yes") if value else words("no")
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return value  # type: ignore[no-any-return]


def _stored(session: Session, kind: type[Entity]) -> Iterator[Row]:
    table: Table = kind.__table__  # type: ignore[assignment]
    columns = [column for column in table.columns if column.name != "photo"]
    for row in session.execute(select(*columns).order_by(table.c.id)).mappings():
        yield dict(row)


def _names(session: Session, kind: type[Entity], column: str = "name") -> dict[int, str]:
    table: Table = kind.__table__  # type: ignore[assignment]
    return dict(session.execute(select(table.c.id, table.c[column])).all())


def _grouped(session: Session, kind: type[Entity], by: str) -> dict[int, list[Row]]:
    groups: dict[int, list[Row]] = defaultdict(list)
    for row in _stored(session, kind):
        groups[row[by]].append(row)
    return groups


def _accounts(session: Session) -> Iterator[Row]:
    names, owners = _names(session, Account), _names(session, Member)
    addresses = _grouped(session, Address, "account_id")
    for row in _stored(session, Account):
        row |= {name: Decimal(row[name]) / 100 for name in MONEY if row[name] is not None}
        row |= {"parent": names.get(row["parent_id"]), "owner": owners.get(row["owner_id"])}
        first = addresses[row["id"]][0] if addresses[row["id"]] else {}
        yield row | {key: first.get(key) for key in ("street", "postcode", "city", "region", "country")}


def _contacts(session: Session) -> Iterator[Row]:
    names = _names(session, Account)
    roles = _grouped(session, ContactRole, "person_id")
    points = _grouped(session, ContactPoint, "person_id")
    for row in _stored(session, Person):
        current = sorted(roles[row["id"]], key=lambda role: (role["until"] is not None, not role["is_primary"]))
        if current:
            role = current[0]
            row |= {"company": names.get(role["account_id"]), "title": role["title"], "department": role["department"]}
        for point in sorted(points[row["id"]], key=lambda one: int(one["position"])):
            kind = str(point["kind"].value)
            column = POINT_COLUMNS.get((kind, point["label"]), kind)
            row[column] = SEVERAL.join(part for part in (row.get(column), point["value"]) if part)
        yield row


def _team(session: Session) -> Iterator[Row]:
    names, departments = _names(session, Member), _names(session, Department)
    for row in _stored(session, Member):
        yield row | {"manager": names.get(row["manager_id"]), "department": departments.get(row["department_id"])}


def _meetings(session: Session) -> Iterator[Row]:
    accounts, people, members = _names(session, Account), _names(session, Person), _names(session, Member)
    guests = _grouped(session, Attendance, "meeting_id")
    for row in _stored(session, Meeting):
        coming = sorted(guests[row["id"]], key=lambda one: int(one["position"]))
        named = (people.get(one["person_id"]) or members.get(one["member_id"]) or one["name"] for one in coming)
        yield row | {"account": accounts.get(row["account_id"]), "attendees": "; ".join(name for name in named if name)}


def _actions(session: Session) -> Iterator[Row]:
    accounts, people, members = _names(session, Account), _names(session, Person), _names(session, Member)
    departments = _names(session, Department)
    for row in _stored(session, ActionItem):
        owner = members.get(row["member_id"]) or people.get(row["person_id"])
        department = departments.get(row["department_id"])
        yield row | {"account": accounts.get(row["account_id"]), "owner": owner, "department": department}


ROWS: Mapping[str, Callable[[Session], Iterator[Row]]] = {
    "accounts": _accounts,
    "contacts": _contacts,
    "meetings": _meetings,
    "actions": _actions,
    "team": _team,
}
UNWRITTEN: Mapping[str, frozenset[str]] = {
    "accounts": frozenset({"parent_external_id"}),
    "contacts": frozenset({"middle_name", "email_other", "street", "postcode", "city", "region", "country"})
    | {key for key in TARGETS["contacts"] if key.startswith("account.")},
    "meetings": frozenset({"end", "all_day"}),
    "actions": frozenset(),
    "team": frozenset({"given_name", "family_name"}),
}
