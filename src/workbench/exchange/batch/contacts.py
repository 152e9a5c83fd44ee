"""People: matched or new, with their roles, their companies, their phones and e-mails, and their photo."""

import base64
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from workbench.contacts.model import Person
from workbench.contacts.positions import ContactPoint, ContactRole, PointKind
from workbench.exchange import policy
from workbench.exchange.batch.accounts import Accounts
from workbench.exchange.batch.context import Context
from workbench.exchange.batch.directory import folded_key, one_of
from workbench.exchange.policy import Policy
from workbench.exchange.rows import Record
from workbench.kernel.folding import digits
from workbench.kernel.words import N_

PLAIN = frozenset(["name", "given_name", "family_name", "salutation", "language", "tags", "external_id", "rhythm_days"])
POINT_KINDS: dict[str, PointKind] = {str(kind.value): kind for kind in PointKind}
DAYS = ("birthday", "last_contact_on")
PHONE = str(PointKind.PHONE.value)
Point = tuple[str, str]


class Contacts:
    """The people of one import, and the companies in their rows."""

    def __init__(self, context: Context, accounts: Accounts) -> None:
        self.context = context
        self.accounts = accounts
        self.stored: dict[int, dict[str, Any]] = {}
        self.points: dict[int, set[Point]] = {}
        self.roles: dict[tuple[int, int], dict[str, Any]] = {}

    def prepare(self, records: Sequence[Record]) -> None:
        """Read what the portfolio holds of the people and companies that these rows mean."""
        companies = ({**record.values["account"], "name": name} for record in records for name in _companies(record))
        self.accounts.prepare_for(companies)
        met = {key for record in records for key in self._candidates(record.values)}
        keys = [key for key in sorted(met - self.stored.keys()) if not self.context.staging.is_new(Person, key)]
        self.stored.update(self.context.staging.loaded(Person, keys))
        session = self.context.staging.session
        for begin in range(0, len(keys), 500):
            some = keys[begin : begin + 500]
            points = select(ContactPoint.person_id, ContactPoint.kind, ContactPoint.value)
            for person, kind, value in session.execute(points.where(ContactPoint.person_id.in_(some))):
                number = digits(value).lstrip("0") if kind is PointKind.PHONE else ""
                self.points.setdefault(person, set()).add((str(kind.value), number or folded_key(value)))
            table = ContactRole.__table__
            for role in session.execute(select(table).where(table.c.person_id.in_(some))).mappings():
                self.roles[role["person_id"], role["account_id"]] = dict(role)

    def take(self, record: Record) -> None:
        """Store one row as a person with a role."""
        values = record.values
        accounts = [self._account(record, role[0], first=at == 0) for at, role in enumerate(values["roles"])]
        if not values["name"]:
            # the row was about a company alone
            return
        key = self._match(values, [account for account in accounts if account is not None])
        note = _note(values)
        if key is None:
            key = self._create(values, note)
            created = True
        else:
            created = False
            if self.context.terms.policy is Policy.SKIP:
                self.context.outcome.unchanged["contacts"] += 1
                return
        before = self.context.staging.waiting
        told = {} if created else self._merge(key, values, note)
        self._add_roles(key, values["roles"], accounts)
        self._add_points(key, values["points"])
        if created:
            self.context.outcome.created["contacts"] += 1
        else:
            is_news = told or self.context.staging.waiting != before
            (self.context.outcome.updated if is_news else self.context.outcome.unchanged)["contacts"] += 1

    def _account(self, record: Record, company: str | None, *, first: bool) -> int | None:
        about = record.values["account"] if first else {}
        if not company and not about:
            return None
        directory = self.context.directory
        key = directory.newest("account.external_id", about["external_id"]) if about.get("external_id") else None
        if key is None and company:
            key = directory.newest("account.name", company)
        if key is None and not company:
            self.context.outcome.warn(
                record.line, N_("This row names no company; what it says about one was left out.")
            )
            return None
        if key is None and about:
            return self.accounts.create(record, {**about, "name": company})
        if key is None:
            return self.accounts.called(str(company), record.line)
        if about:
            self.accounts.merge_quietly(record, key, about)
        return key

    def _match(self, values: Mapping[str, Any], accounts: Sequence[int]) -> int | None:
        for name in self.context.terms.match:
            found = list(self._found(name, values))
            if name == "email":
                # two people may share the mailbox of their company
                found = [key for key in found if self._sounds_like(key, values["name"])]
            if len(found) > 1 and accounts:
                found = [key for key in found if self.context.directory.accounts_of(key) & set(accounts)]
            elif name == "name" and len(found) == 1 and accounts:
                # the same name at another company is somebody else
                theirs = self.context.directory.accounts_of(found[0])
                found = found if not theirs or theirs & set(accounts) else []
            key = one_of(found, values["name"])
            if key is not None:
                return key
        return None

    def _sounds_like(self, key: int, name: str) -> bool:
        known = folded_key(self.context.staging.current(Person, key, self.stored).get("name"))
        # without a name a person is called by the e-mail
        return "@" in known or "@" in name or bool(set(known.split()) & set(folded_key(name).split()))

    def _found(self, name: str, values: Mapping[str, Any]) -> Iterable[int]:
        directory = self.context.directory
        if name == "email":
            emails = [value for kind, _, value in values["points"] if kind == "email"]
            return dict.fromkeys(key for email in emails for key in directory.of("person.email").find(email))
        if name in {"name", "external_id"} and values.get(name):
            return directory.of(f"person.{name}").find(values[name])
        return ()

    def _candidates(self, values: Mapping[str, Any]) -> Iterable[int]:
        for name in self.context.terms.match:
            yield from self._found(name, values)

    def _create(self, values: Mapping[str, Any], note: str | None) -> int:
        columns = _columns(values)
        key = self.context.staging.add(Person, **columns, note=note)
        self.context.directory.note("person", key, name=values["name"], external_id=values.get("external_id"))
        return key

    def _merge(self, key: int, values: Mapping[str, Any], note: str | None) -> dict[str, Any]:
        staging, terms = self.context.staging, self.context.terms
        old = staging.current(Person, key, self.stored)
        told = policy.changes(old, _columns(values), terms.policy)
        if note and note not in (old.get("note") or ""):
            if not old.get("note"):
                told["note"] = note
            elif terms.policy is Policy.UPDATE:
                told["note"] = f"{old['note']}\n\n{note}"
        staging.change(Person, key, told)
        return told

    def _add_roles(self, person: int, roles: Sequence[Sequence[str | None]], accounts: Sequence[int | None]) -> None:
        staging = self.context.staging
        for (_, title, department), account in zip(roles, accounts, strict=True):
            if account is None:
                continue
            told = {"title": title, "department": department}
            old = self.roles.get((person, account))
            if old is None:
                is_first = not self.context.directory.accounts_of(person)
                row = {name: value for name, value in told.items() if value}
                key = staging.add(ContactRole, person_id=person, account_id=account, is_primary=is_first, **row)
                self.roles[person, account] = {"id": key, **told}
                self.context.directory.note_role(person, account)
            else:
                changed = policy.changes(old, told, self.context.terms.policy)
                staging.change(ContactRole, old["id"], changed)
                old.update(changed)

    def _add_points(self, person: int, points: Sequence[Sequence[str]]) -> None:
        known = self.points.setdefault(person, set())
        for kind_name, label, value in points:
            kind = POINT_KINDS[kind_name]
            number = digits(value) if kind_name == PHONE else ""
            compared = (kind_name, number.lstrip("0") or folded_key(value))
            if compared in known:
                continue
            row = {"label": label} if label else {}
            if number:
                row["digits"] = number
            self.context.staging.add(ContactPoint, person_id=person, kind=kind, value=value, position=len(known), **row)
            known.add(compared)
            if kind is PointKind.EMAIL:
                self.context.directory.note("person", person, email=value)


def _companies(record: Record) -> list[str]:
    return [role[0] for role in record.values["roles"] if role[0]]


def _columns(values: Mapping[str, Any]) -> dict[str, Any]:
    columns = {name: value for name, value in values.items() if name in PLAIN}
    columns |= {name: date.fromisoformat(values[name]) for name in DAYS if name in values}
    if values.get("photo"):
        columns["photo"] = base64.b64decode(values["photo"])
    return columns


def _note(values: Mapping[str, Any]) -> str | None:
    lines = [f"{header}: {value}" for header, value in values.get("extras", ())]
    lines += [str(title) for company, title, _ in values["roles"] if title and not company and not values["account"]]
    parts = [part for part in (values.get("note"), "\n".join(lines)) if part]
    return "\n\n".join(parts) or None
