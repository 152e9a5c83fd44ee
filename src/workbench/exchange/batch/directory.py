"""Who is who: records by name, e-mail, tax number and external id, stored ones and new ones alike."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sqlalchemy import Column, Table, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.contacts.model import Person
from workbench.contacts.positions import ContactPoint, ContactRole, PointKind
from workbench.exchange.rows import BadRow
from workbench.kernel.entity import Entity
from workbench.kernel.folding import fold
from workbench.kernel.words import N_
from workbench.team.model import Department, Member

MOST_NAMESAKES = 50


class Index:
    """Identities by a folded text; several records may have the same."""

    def __init__(self) -> None:
        self._keys: dict[str, list[int]] = {}

    def add(self, text: object, key: int) -> None:
        folded = folded_key(text)
        if not folded:
            return
        keys = self._keys.setdefault(folded, [])
        if not keys or keys[-1] != key:
            keys.append(key)

    def find(self, text: object) -> Sequence[int]:
        """The records with that text, oldest first; of a great many namesakes only the newest."""
        keys = self._keys.get(folded_key(text), ())
        return keys if len(keys) <= MOST_NAMESAKES else keys[-MOST_NAMESAKES:]


@lru_cache(maxsize=1 << 18)
def folded_key(text: object) -> str:
    """A text as it is compared: without case, accents and double blanks."""
    if not text:
        return ""
    word = str(text)
    folded = word.lower() if word.isascii() else fold(word)
    return " ".join(folded.split())


class Directory:
    """The indexes of the portfolio, each read from the file when it is first asked."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._indexes: dict[str, Index] = {}
        self._new: dict[str, list[tuple[object, int]]] = defaultdict(list)
        self._roles: dict[int, set[int]] | None = None

    def of(self, name: str) -> Index:
        """The index of that name, like "account.tax_id"."""
        if name not in self._indexes:
            self._indexes[name] = index = self._read(name)
            for text, key in self._new.pop(name, ()):
                index.add(text, key)
        return self._indexes[name]

    def note(self, kind: str, key: int, **texts: object) -> None:
        """A new record, so that later rows find it; one that nobody asks for costs nothing."""
        for column, text in texts.items():
            if text:
                name = f"{kind}.{column}"
                if name in self._indexes:
                    self._indexes[name].add(text, key)
                else:
                    self._new[name].append((text, key))

    def note_role(self, person: int, account: int) -> None:
        self.accounts_of(person).add(account)

    def accounts_of(self, person: int) -> set[int]:
        """The accounts where a person has a role."""
        if self._roles is None:
            self._roles = defaultdict(set)
            for person_id, account_id in self._session.execute(select(ContactRole.person_id, ContactRole.account_id)):
                self._roles[person_id].add(account_id)
        return self._roles.setdefault(person, set())

    def only(self, index: str, text: object) -> int | None:
        """The one record with that text; None where there is none or it is not clear which."""
        found = self.of(index).find(text)
        return found[0] if len(found) == 1 else None

    def newest(self, index: str, text: object) -> int | None:
        """The record with that text; of several the newest, so that a file finds its own rows first."""
        found = self.of(index).find(text)
        return found[-1] if found else None

    def _read(self, name: str) -> Index:
        index = Index()
        for text, key in self._session.execute(_source(name)):
            index.add(text, key)
        return index


def one_of(found: Iterable[int], text: object) -> int | None:
    """The single record that was found; BadRow where it is not clear which one is meant."""
    keys = list(found)
    if len(keys) > 1:
        raise BadRow(
            N_("{n} records match “{value}”; it is not clear which one is meant."), n=len(keys), value=str(text)[:60]
        )
    return keys[0] if keys else None


KINDS: dict[str, type[Entity]] = {"account": Account, "person": Person, "member": Member, "department": Department}


def _source(name: str):  # type: ignore[no-untyped-def] # noqa: ANN202 - a select of a text and an identity
    if name == "person.email":
        return select(ContactPoint.value, ContactPoint.person_id).where(ContactPoint.kind == PointKind.EMAIL)
    kind, _, column = name.partition(".")
    table: Table = KINDS[kind].__table__  # type: ignore[assignment]
    text: Column[str] = table.c[column]
    return select(text, table.c.id).where(text.is_not(None))
