"""Accounts: matched or new, with address, owner and parent, and every column without a field as a fact."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from workbench.accounts.model import Account, Health, Lifecycle, Tier
from workbench.accounts.structure import Address, Confidence, Fact
from workbench.exchange import policy
from workbench.exchange.batch.choices import chosen
from workbench.exchange.batch.context import Context
from workbench.exchange.batch.directory import folded_key, one_of
from workbench.exchange.policy import Policy
from workbench.exchange.rows import Record
from workbench.kernel.words import N_

CHOICES = {"tier": Tier, "lifecycle": Lifecycle, "health": Health}
DAYS = ("renewal_on", "last_contact_on", "health_on")
MONEY = ("revenue", "invoiced", "potential")
KEYS = ("name", "email", "tax_id", "external_id")
Stored = dict[int, dict[str, Any]]


class Accounts:
    """The accounts of one import."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.stored: Stored = {}
        self.facts: dict[int, dict[str, tuple[int, str]]] = {}
        self.addressed: set[int] = set()
        self._parents: list[tuple[int, Record, str | None, str | None]] = []

    def prepare(self, records: Sequence[Record]) -> None:
        """Read what the portfolio holds of the accounts that these rows mean."""
        self.prepare_for(record.values for record in records)

    def prepare_for(self, values: Iterable[Mapping[str, Any]]) -> None:
        """The same for what the rows of people say about their companies."""
        met = {key for one in values for key in self._candidates(one)}
        keys = [key for key in sorted(met - self.stored.keys()) if not self.context.staging.is_new(Account, key)]
        self.stored.update(self.context.staging.loaded(Account, keys))
        session = self.context.staging.session
        for begin in range(0, len(keys), 500):
            some = keys[begin : begin + 500]
            facts = select(Fact.account_id, Fact.name, Fact.id, Fact.value).where(Fact.account_id.in_(some))
            for account, name, key, value in session.execute(facts):
                self.facts.setdefault(account, {})[folded_key(name)] = (key, value)
            addresses = select(Address.account_id).where(Address.account_id.in_(some))
            self.addressed.update(session.scalars(addresses))

    def take(self, record: Record) -> None:
        """Store one row as an account."""
        key = self.match(record.values)
        if key is None:
            key = self.create(record, record.values)
        else:
            self.merge(record, key, record.values)

    def create(self, record: Record, values: Mapping[str, Any], **defaults: Any) -> int:  # noqa: ANN401
        """A new account; its parent is looked for when all rows are there."""
        extras = [(str(header), str(value)) for header, value in values.get("extras", ())]
        key = self.context.staging.add(Account, **defaults | self._columns(values, extras))
        self._note(key, values)
        self._hang_on(key, record, values, extras)
        self.context.outcome.created["accounts"] += 1
        return key

    def merge(self, record: Record, key: int, values: Mapping[str, Any]) -> None:
        """What a row says about an account that is there."""
        terms, staging, outcome = self.context.terms, self.context.staging, self.context.outcome
        if terms.policy is Policy.SKIP:
            outcome.unchanged["accounts"] += 1
            return
        extras = [(str(header), str(value)) for header, value in values.get("extras", ())]
        old = staging.current(Account, key, self.stored)
        told = policy.changes(old, self._columns(values, extras), terms.policy)
        told = self._with_fitting_money(record, old, told, values)
        before = staging.waiting
        staging.change(Account, key, told)
        hung = self._hang_on(key, record, values, extras) or staging.waiting != before
        (outcome.updated if told or hung else outcome.unchanged)["accounts"] += 1

    def merge_quietly(self, record: Record, key: int, values: Mapping[str, Any]) -> None:
        """What a person's row says about the company; counted only where it changes the account."""
        outcome = self.context.outcome
        unchanged, updated = outcome.unchanged["accounts"], outcome.updated["accounts"]
        self.merge(record, key, values)
        outcome.unchanged["accounts"] = unchanged
        if self.context.staging.is_new(Account, key):
            outcome.updated["accounts"] = updated

    def called(self, name: str, line: int, *, is_parent: bool = False) -> int:
        """The account of that name; a new prospect where there is none."""
        key = self.context.directory.newest("account.name", name)
        if key is None:
            implied = Record("accounts", line, {"name": name})
            key = self.create(implied, implied.values, tier=Tier.PROSPECT, lifecycle=Lifecycle.PROSPECT)
            text = (
                N_("The parent company “{name}” is not in the list; it was added as a prospect.")
                if is_parent
                else N_("The company “{name}” was not there yet; it was added as a prospect.")
            )
            self.context.outcome.warn(line, text, name=name)
        return key

    def match(self, values: Mapping[str, Any]) -> int | None:
        """The account that a row means, by the keys that were chosen."""
        for name in self.context.terms.match:
            if name in KEYS and values.get(name):
                found = self.context.directory.of(f"account.{name}").find(values[name])
                key = one_of(filter(lambda key: self._may_be(key, name, values), found), values[name])
                if key is not None:
                    return key
        return None

    def _may_be(self, key: int, by: str, values: Mapping[str, Any]) -> bool:
        """Whether an account that was found by a name or an e-mail can be the one of a row.

        Two rows of one list are two accounts, like branches of one name; so are two tax numbers. Of those that share
        an e-mail, as a group does, the name tells.
        """
        if by not in {"name", "email"}:
            return True
        namesakes = self.context.directory.of("account.name").find(values.get("name"))
        if by == "email" and namesakes and key not in namesakes:
            return False
        other = self.context.staging.current(Account, key, self.stored).get("tax_id")
        differs = other and values.get("tax_id") and folded_key(other) != folded_key(values["tax_id"])
        return not differs and not self.context.staging.is_new(Account, key)

    def settle_parents(self) -> None:
        """Link every account to its parent, wherever in the file it stood."""
        directory = self.context.directory
        for key, record, name, external_id in self._parents:
            parent = directory.newest("account.external_id", external_id) if external_id else None
            if parent is None and name:
                parent = self.called(name, record.line, is_parent=True)
            if parent is None:
                text = N_("The parent company with the id “{id}” is not there; the account was left without one.")
                self.context.outcome.warn(record.line, text, id=external_id)
            else:
                self._link(key, parent, record.line)

    def _link(self, key: int, parent: int, line: int) -> None:
        staging = self.context.staging
        old = staging.current(Account, key, self.stored)
        if self._is_above(key, parent):
            self.context.outcome.warn(
                line, N_("An account cannot belong to itself or to one below it; that link was left out.")
            )
        elif policy.changes(old, {"parent_id": parent}, self.context.terms.policy) or staging.is_new(Account, key):
            staging.change(Account, key, {"parent_id": parent})

    def _is_above(self, key: int, parent: int) -> bool:
        met: set[int] = set()
        above: int | None = parent
        while above is not None and above not in met:
            if above == key:
                return True
            met.add(above)
            row = self.context.staging.current(Account, above, self.stored)
            if not row:
                self.stored.update(self.context.staging.loaded(Account, [above]))
                row = self.stored.get(above, {})
            above = row.get("parent_id")
        return False

    def _candidates(self, values: Mapping[str, Any]) -> Iterable[int]:
        for name in (*self.context.terms.match, "name"):
            if name in KEYS and values.get(name):
                yield from self.context.directory.of(f"account.{name}").find(values[name])

    def _columns(self, values: Mapping[str, Any], extras: list[tuple[str, str]]) -> dict[str, Any]:
        columns: dict[str, Any] = {}
        for name, value in values.items():
            if name in PLAIN:
                columns[name] = value
            elif name in CHOICES:
                choice = chosen(CHOICES[name], value)
                if choice is None:
                    extras.append((name, str(value)))
                else:
                    columns[name] = choice
            elif name in DAYS:
                columns[name] = date.fromisoformat(value)
            elif name == "owner":
                owner = self._member(value)
                if owner is None:
                    extras.append(("Owner", str(value)))
                else:
                    columns["owner_id"] = owner
        return columns

    def _member(self, text: str) -> int | None:
        directory = self.context.directory
        names = ("member.name", "member.email", "member.initials")
        return next((key for name in names if (key := directory.only(name, text)) is not None), None)

    def _note(self, key: int, values: Mapping[str, Any]) -> None:
        self.context.directory.note("account", key, **{name: values.get(name) for name in KEYS})

    def _hang_on(self, key: int, record: Record, values: Mapping[str, Any], extras: list[tuple[str, str]]) -> bool:
        staging, terms = self.context.staging, self.context.terms
        before = staging.waiting
        if values.get("parent") or values.get("parent_external_id"):
            self._parents.append((key, record, values.get("parent"), values.get("parent_external_id")))
        if values.get("address") and key not in self.addressed:
            self.addressed.add(key)
            staging.add(Address, account_id=key, **values["address"])
        known = self.facts.setdefault(key, {}) if extras else {}
        for header, value in extras:
            name = folded_key(header)
            if name not in known:
                fact = {"name": header, "value": value, "source": terms.source, "as_of": terms.today}
                stored = staging.add(Fact, account_id=key, confidence=Confidence.ASSUMED, position=len(known), **fact)
                known[name] = (stored, value)
            elif known[name][1] != value and terms.policy is Policy.UPDATE:
                told = {"value": value, "source": terms.source, "as_of": terms.today}
                staging.change(Fact, known[name][0], told)
                known[name] = (known[name][0], value)
        return staging.waiting != before

    def _with_fitting_money(
        self, record: Record, old: Mapping[str, Any], told: dict[str, Any], values: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Amounts in another currency than the account's are taken only where none of the old ones stays."""
        currency = values.get("currency")
        if not currency or currency == old.get("currency") or not any(name in values for name in MONEY):
            return told
        if all(old.get(name) is None or name in told for name in MONEY):
            return told | {"currency": currency}
        left = {name: value for name, value in told.items() if name not in {*MONEY, "currency"}}
        if len(left) != len(told):
            text = N_("“{name}” has amounts in another currency; the ones in {currency} were left out.")
            self.context.outcome.warn(record.line, text, name=str(old.get("name")), currency=currency)
        return left


PLAIN = frozenset(
    {
        "name",
        "sector",
        "tax_id",
        "website",
        "phone",
        "email",
        "employees",
        "revenue",
        "invoiced",
        "potential",
        "currency",
        "founded",
        "customer_since",
        "rhythm_days",
        "health_reason",
        "tags",
        "language",
        "notes",
        "external_id",
    }
)
