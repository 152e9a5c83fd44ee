"""Meetings and actions: matched or new, linked to accounts, people and members by name and e-mail."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from workbench.action_items.model import ActionItem, Direction, Priority, State
from workbench.exchange import policy
from workbench.exchange.batch.accounts import Accounts
from workbench.exchange.batch.choices import chosen
from workbench.exchange.batch.context import Context
from workbench.exchange.batch.directory import folded_key
from workbench.exchange.rows import Record
from workbench.kernel.entity import Entity
from workbench.kernel.words import N_
from workbench.meetings.model import Meeting, MeetingKind, MeetingStatus
from workbench.meetings.proceedings import Attendance
from workbench.meetings.timing import moment_of
from workbench.team.model import Member

Key = tuple[object, ...]
KeysOf = Callable[[Mapping[str, Any], Sequence[str]], list[Key]]


class Meetings:
    """The meetings of one import."""

    def __init__(self, context: Context, accounts: Accounts) -> None:
        self.context = context
        self.links = Links(context, accounts)
        self.known = Known(context, Meeting, _meeting_keys)

    def prepare(self, records: Sequence[Record]) -> None:
        """Nothing: what is there is read when it is first asked for."""

    def take(self, record: Record) -> None:
        """Store one row or event as a meeting."""
        values = record.values
        columns = self._columns(record)
        guests = self.links.guests(values.get("attendees", ()))
        account = self._account(record, guests)
        if account is not None:
            columns["account_id"] = account
        if values.get("occurrence_on") and values.get("external_id"):
            columns["series_id"] = self.known.find(("series", folded_key(values["external_id"])))
            columns["occurrence_on"] = date.fromisoformat(values["occurrence_on"])
        key, is_new = self.known.store(columns, "meetings")
        if is_new:
            for position, guest in enumerate(guests):
                self.context.staging.add(Attendance, meeting_id=key, position=position, **guest)

    def _account(self, record: Record, guests: Sequence[Mapping[str, Any]]) -> int | None:
        if record.values.get("account"):
            return self.links.accounts.called(record.values["account"], record.line)
        people = [guest["person_id"] for guest in guests if "person_id" in guest]
        theirs = {account for person in people for account in self.context.directory.accounts_of(person)}
        return theirs.pop() if len(theirs) == 1 else None

    def _columns(self, record: Record) -> dict[str, Any]:
        values, terms = record.values, self.context.terms
        day = date.fromisoformat(values["day"])
        start = time.fromisoformat(values["start"]) if values.get("start") else None
        zone = _zone(values.get("time_zone")) or terms.zone
        moment = values.get("starts_at")
        columns: dict[str, Any] = {
            "title": values.get("title") or terms.untitled,
            "day": day,
            "start": start,
            "time_zone": zone,
            "starts_at": datetime.fromisoformat(moment).astimezone(UTC) if moment else moment_of(day, start, zone),
            "end_day": date.fromisoformat(values["end_day"]) if values.get("end_day") else None,
            "excluded": ",".join(sorted(values["excluded"])) if values.get("excluded") else None,
            "status": self._status(values, day),
        }
        for name in ("minutes", "place", "phone", "purpose", "outcome", "rule", "external_id"):
            columns[name] = values.get(name)
        extras = list(values.get("extras", ()))
        kind = chosen(MeetingKind, values["kind"]) if values.get("kind") else None
        if kind:
            columns["kind"] = kind
        elif values.get("kind"):
            extras.append(["Type", values["kind"]])
        columns["notes"] = with_extras(values.get("notes"), extras)
        return {name: value for name, value in columns.items() if value is not None}

    def _status(self, values: Mapping[str, Any], day: date) -> MeetingStatus:
        told = chosen(MeetingStatus, values["status"]) if values.get("status") else None
        if told is not None and told is not MeetingStatus.PLANNED:
            return told
        is_past = day < self.context.terms.today and not values.get("rule")
        return MeetingStatus.HELD if is_past else MeetingStatus.PLANNED


class Actions:
    """The actions of one import."""

    def __init__(self, context: Context, accounts: Accounts) -> None:
        self.context = context
        self.links = Links(context, accounts)
        self.known = Known(context, ActionItem, _action_keys)

    def prepare(self, records: Sequence[Record]) -> None:
        """Nothing, as with meetings."""

    def take(self, record: Record) -> None:
        """Store one row or to-do as an action."""
        self.known.store(self._columns(record), "actions")

    def _columns(self, record: Record) -> dict[str, Any]:
        values = record.values
        extras = list(values.get("extras", ()))
        account = self.links.accounts.called(values["account"], record.line) if values.get("account") else None
        columns: dict[str, Any] = {
            "title": values["title"],
            "account_id": account,
            "external_id": values.get("external_id"),
        }
        for name in ("waiting_for", "blocked_reason", "effort"):
            columns[name] = values.get(name)
        for name in ("start", "due", "done_on"):
            columns[name] = date.fromisoformat(values[name]) if values.get(name) else None
        for name, kind in (("state", State), ("priority", Priority), ("direction", Direction)):
            choice = chosen(kind, values[name]) if values.get(name) else None
            columns[name] = choice
            if values.get(name) and choice is None:
                extras.append([name, values[name]])
        if columns["done_on"] and columns["state"] is None:
            columns["state"] = State.DONE
        if columns["state"] is State.DONE and columns["done_on"] is None:
            columns["done_on"] = columns["due"] or self.context.terms.today
        self._give_owner(record, columns, extras)
        if values.get("department"):
            columns["department_id"] = self.context.directory.newest("department.name", values["department"])
            if columns["department_id"] is None:
                extras.append(["Department", values["department"]])
        columns["note"] = with_extras(values.get("note"), extras)
        return {name: value for name, value in columns.items() if value is not None}

    def _give_owner(self, record: Record, columns: dict[str, Any], extras: list[Any]) -> None:
        owner = record.values.get("owner")
        if owner:
            columns["member_id"] = self.links.member(owner)
            if columns["member_id"] is None:
                columns["person_id"] = self.links.person(owner)
            if columns["member_id"] is None and columns.get("person_id") is None:
                extras.append(["Owner", owner])
                text = N_("“{name}” is nobody who is known here; the name was kept in the note of the action.")
                self.context.outcome.warn(record.line, text, name=owner)
        elif columns["direction"] is not Direction.THEY_OWE:
            columns["member_id"] = self.links.me()
        if columns["direction"] is None:
            internal = Direction.INTERNAL if columns["account_id"] is None else Direction.WE_OWE
            columns["direction"] = Direction.THEY_OWE if columns.get("person_id") else internal


class Links:
    """People, members and accounts that calendars name."""

    def __init__(self, context: Context, accounts: Accounts) -> None:
        self.context = context
        self.accounts = accounts
        self._me: list[int | None] = []

    def guests(self, told: Sequence[Sequence[str]] | str) -> list[dict[str, Any]]:
        """Everybody who comes: a person, a member, or a name that nobody knows."""
        named = [_name_and_email(part) for part in re.split(r"[;,\n]", told)] if isinstance(told, str) else told
        found: list[dict[str, Any]] = []
        for name, email in named:
            if not name and not email:
                continue
            member, person = self._by("member", name, email), self._by("person", name, email)
            known = {"member_id": member} if member else {"person_id": person} if person else {"name": name or email}
            if known not in found:
                found.append(known)
        return found

    def member(self, text: str) -> int | None:
        directory = self.context.directory
        names = ("member.name", "member.email", "member.initials")
        return next((key for name in names if (key := directory.only(name, text)) is not None), None)

    def person(self, text: str) -> int | None:
        directory = self.context.directory
        key = directory.only("person.name", text)
        return key if key is not None else directory.only("person.email", text)

    def me(self) -> int | None:
        if not self._me:
            self._me.append(self.context.staging.session.scalar(select(Member.id).where(Member.is_me)))
        return self._me[0]

    def _by(self, kind: str, name: str, email: str) -> int | None:
        directory = self.context.directory
        key = directory.only(f"{kind}.email", email) if email else None
        return key if key is not None else directory.only(f"{kind}.name", name) if name else None


class Known:
    """Meetings or actions that are there already, by their external id or by what they are called."""

    def __init__(self, context: Context, kind: type[Entity], keys_of: KeysOf) -> None:
        self.context = context
        self.kind = kind
        self._keys_of = keys_of
        self._rows: dict[int, dict[str, Any]] | None = None
        self._keys: dict[Key, int] = {}

    def find(self, key: Key) -> int | None:
        self._read()
        return self._keys.get(key)

    def store(self, columns: dict[str, Any], name: str) -> tuple[int, bool]:
        """Store a record or merge it into the one that is there; its identity, and whether it is new."""
        staging, terms, outcome = self.context.staging, self.context.terms, self.context.outcome
        keys = self._keys_of(columns, terms.match)
        key = next((found for one in keys if (found := self.find(one)) is not None), None)
        if key is None:
            key = staging.add(self.kind, **columns)
            self._note(columns, key)
            outcome.created[name] += 1
            return key, True
        told = policy.changes(staging.current(self.kind, key, self._rows or {}), columns, terms.policy)
        staging.change(self.kind, key, told)
        (outcome.updated if told else outcome.unchanged)[name] += 1
        return key, False

    def _read(self) -> None:
        if self._rows is not None:
            return
        table = self.kind.__table__
        self._rows = {row["id"]: dict(row) for row in self.context.staging.session.execute(select(table)).mappings()}
        for key, row in self._rows.items():
            self._note(row, key)

    def _note(self, row: Mapping[str, Any], key: int) -> None:
        for one in (*self._keys_of(row, ("name", "external_id")), series_key(row)):
            self._keys.setdefault(one, key)


def series_key(row: Mapping[str, Any]) -> Key:
    """What an exception finds its series by."""
    is_series = row.get("external_id") and not row.get("occurrence_on")
    return ("series", folded_key(row["external_id"])) if is_series else ("", row.get("id"))


def _meeting_keys(row: Mapping[str, Any], match: Sequence[str]) -> list[Key]:
    keys: list[Key] = []
    title = folded_key(row["title"])
    if "external_id" in match and row.get("external_id"):
        # two calendars may use one identity for different meetings: the title or the day has to be the same as well
        uid = ("uid", folded_key(row["external_id"]), row.get("occurrence_on"))
        keys += [(*uid, title), (*uid, row["day"])]
    if "name" in match or not row.get("external_id"):
        keys.append(("name", title, row["day"], row.get("start"), row.get("account_id")))
    return keys


def _action_keys(row: Mapping[str, Any], match: Sequence[str]) -> list[Key]:
    keys: list[Key] = []
    title = folded_key(row["title"])
    if "external_id" in match and row.get("external_id"):
        keys.append(("uid", folded_key(row["external_id"]), title))
    if "name" in match:
        keys.append(("name", title, row.get("account_id"), row.get("due")))
    return keys


def with_extras(text: str | None, extras: Sequence[Sequence[object]]) -> str | None:
    """A note with a line for every value that has no field of its own."""
    lines = "\n".join(f"{header}: {value}" for header, value in extras)
    return "\n\n".join(part for part in (text, lines) if part) or None


def _name_and_email(text: str) -> tuple[str, str]:
    found = re.match(r"^(.*?)<([^<>]+@[^<>]+)>\s*$", text.strip())
    if found:
        return found[1].strip(' "'), found[2].strip()
    return ("", text.strip()) if "@" in text else (text.strip(), "")


def _zone(name: str | None) -> str | None:
    if not name:
        return None
    try:
        return ZoneInfo(name).key
    except (ValueError, OSError, KeyError):
        return None
