"""Portfolios of three sizes, made of the same seed: Spanish and English names with accents, few big accounts."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from benchmarks.day import TODAY
from workbench import models
from workbench.accounts.model import Health, Lifecycle, Tier
from workbench.action_items.model import Direction, Priority, State
from workbench.contacts.positions import PointKind
from workbench.kernel.clock import clock_at
from workbench.kernel.folding import digits, fold
from workbench.kernel.identity import new_ids
from workbench.kernel.workspace import Workspace
from workbench.meetings.model import MeetingKind, MeetingStatus
from workbench.meetings.timing import moment_of
from workbench.opening import Access, new_portfolio

SEED = 20260310
GIVEN = [
    "Ana",
    "Íñigo",
    "Óscar",
    "Lucía",
    "Álvaro",
    "Nuria",
    "Joan",
    "Teresa",
    "Miguel",
    "Paula",
    "Rafael",
    "Elena",
    "Hugo",
    "Inés",
    "Mary",
    "John",
    "Siân",
    "Zoë",
    "Björn",
]
FAMILY = [
    "Núñez",
    "Ibáñez",
    "Peña",
    "Molina",
    "Sanz",
    "Soto",
    "Gómez",
    "Pons",
    "Marín",
    "Rey",
    "Vidal",
    "Beltrán",
    "Quintana",
    "Landa",
    "Smith",
    "O'Brien",
    "Müller",
]
FIRST = [
    "Talleres",
    "Bodegas",
    "Papelera",
    "Cerámicas",
    "Almacenes",
    "Textil",
    "Química",
    "Puertos",
    "Frío",
    "Logística",
    "Harbour",
    "Nordvik",
    "Acme",
]
SECOND = [
    "Norte",
    "Arlanza",
    "Duero",
    "Levante",
    "Pisuerga",
    "Monegros",
    "Ebro",
    "Sur",
    "Huesca",
    "Zaragoza",
    "Finch",
    "Foods",
    "Ávila",
    "Málaga",
]
WORDS = [
    "renovación",
    "contrato",
    "entrega",
    "factura",
    "pendiente",
    "reunión",
    "precio",
    "service",
    "uptime",
    "delivery",
    "report",
    "visit",
    "quote",
    "logs",
]
SYLLABLES = [
    "ca",
    "ción",
    "de",
    "es",
    "ex",
    "gra",
    "lo",
    "mi",
    "ná",
    "or",
    "pre",
    "qui",
    "re",
    "sa",
    "ta",
    "ver",
    "ing",
    "ment",
    "ship",
    "tion",
]
# a few words stand in most texts and thousands in few, as in any language
VOCABULARY = WORDS + [f"{a}{b}{c}" for a, b, c in itertools.product(SYLLABLES, SYLLABLES[::2], SYLLABLES[::3])]
SHARES = list(itertools.accumulate(1 / (rank + 8) for rank in range(len(VOCABULARY))))


@dataclass(frozen=True)
class Size:
    """How much a portfolio holds."""

    name: str
    accounts: int
    people: int
    events: int


REP = Size("rep", 25, 300, 6_000)
TEAM = Size("team", 1_000, 10_000, 100_000)
STRESS = Size("stress", 100_000, 300_000, 1_000_000)


def scaled(size: Size, share: float) -> Size:
    """The same shape, smaller."""
    name = size.name if share == 1 else f"{size.name}/{round(1 / share)}"
    return Size(name, int(size.accounts * share), int(size.people * share), int(size.events * share))


def make(path: Path, size: Size, passphrase: str | None = None) -> Workspace:
    """A new portfolio of that size; the journal and the search index are written as in real use."""
    workspace = new_portfolio(path, Access(clock_at(TODAY, "Europe/Madrid"), passphrase))
    chance = random.Random(SEED)
    accounts = new_ids(size.accounts)
    with workspace.change("Accounts") as session:
        _store(session, models.accounts.Account, _accounts(chance, accounts))
        _store(session, models.structure.Address, _addresses(chance, accounts))
    people = new_ids(size.people)
    # an account's share of everything falls with its rank, as it does in life
    owners = chance.choices(accounts, weights=[1 / (rank + 5) for rank in range(size.accounts)], k=size.people)
    with workspace.change("People") as session:
        _store(
            session,
            models.contacts.Person,
            ({"id": key, "name": _person(chance), "is_placeholder": False} for key in people),
        )
        _store(session, models.positions.ContactRole, _roles(chance, people, owners))
        _store(session, models.positions.ContactPoint, _phones(chance, people))
        _store(session, models.positions.ContactPoint, _mails(chance, people))
    for start in range(0, size.events, 50_000):
        _events(workspace, chance, accounts, min(50_000, size.events - start))
    return workspace


def company(chance: random.Random, n: int) -> str:
    return f"{chance.choice(FIRST)} {chance.choice(SECOND)} {n}"


def _person(chance: random.Random) -> str:
    return f"{chance.choice(GIVEN)} {chance.choice(FAMILY)} {chance.choice(FAMILY)}"


def _text(chance: random.Random, n: int) -> str:
    return " ".join(chance.choices(VOCABULARY, cum_weights=SHARES, k=n))


def _accounts(chance: random.Random, keys: range) -> Iterator[dict[str, Any]]:
    for n, key in enumerate(keys):
        yield {
            "id": key,
            "name": company(chance, n),
            "tier": chance.choice(list(Tier)),
            "lifecycle": Lifecycle.ACTIVE,
            "health": chance.choice(list(Health)),
            "currency": "EUR",
            "sector": chance.choice(SECOND),
            "notes": _text(chance, 12),
            "employees": chance.randint(5, 5_000),
            "last_contact_on": TODAY - timedelta(days=chance.randint(0, 300)),
            "rhythm_days": 30,
        }


def _roles(chance: random.Random, people: range, owners: list[int]) -> Iterator[dict[str, Any]]:
    for key, person, account in zip(new_ids(len(people)), people, owners, strict=True):
        yield {"id": key, "person_id": person, "account_id": account, "title": chance.choice(WORDS), "is_primary": True}


def _phones(chance: random.Random, people: range) -> Iterator[dict[str, Any]]:
    for key, person in zip(new_ids(len(people)), people, strict=True):
        number = f"+34 {chance.randint(600, 699)} {chance.randint(100, 999)} {chance.randint(100, 999)}"
        row = {"id": key, "person_id": person, "kind": PointKind.PHONE, "value": number}
        yield {**row, "digits": digits(number), "position": 0}


def _mails(chance: random.Random, people: range) -> Iterator[dict[str, Any]]:
    for n, (key, person) in enumerate(zip(new_ids(len(people)), people, strict=True)):
        value = f"{fold(chance.choice(GIVEN))}.{n}@example.com"
        yield {"id": key, "person_id": person, "kind": PointKind.EMAIL, "value": value, "digits": None, "position": 1}


def _addresses(chance: random.Random, accounts: range) -> Iterator[dict[str, Any]]:
    for key, account in zip(new_ids(len(accounts)), accounts, strict=True):
        street = f"Calle {chance.choice(FAMILY)} {chance.randint(1, 200)}"
        row = {"id": key, "account_id": account, "street": street, "city": chance.choice(SECOND), "country": "ES"}
        yield {**row, "postcode": f"{chance.randint(1000, 52999):05d}"}


def _events(workspace: Workspace, chance: random.Random, accounts: range, n: int) -> None:
    with workspace.change("Events") as session:
        _store(session, models.meetings.Meeting, (_meeting(chance, key, accounts) for key in new_ids(n // 2)))
        _store(session, models.action_items.ActionItem, (_action(chance, key, accounts) for key in new_ids(n - n // 2)))


def _meeting(chance: random.Random, key: int, accounts: range) -> dict[str, Any]:
    day = TODAY + timedelta(days=chance.randint(-3_000, 60))
    status = MeetingStatus.HELD if day < TODAY else MeetingStatus.PLANNED
    start = time(chance.randint(8, 17))
    return {
        "id": key,
        "title": _text(chance, 3),
        "day": day,
        "start": start,
        "starts_at": moment_of(day, start, "Europe/Madrid"),
        "time_zone": "Europe/Madrid",
        "account_id": chance.choice(accounts),
        "kind": MeetingKind.VISIT,
        "status": status,
        "minutes": 60,
        "notes": _text(chance, 25),
    }


def _action(chance: random.Random, key: int, accounts: range) -> dict[str, Any]:
    due = TODAY + timedelta(days=chance.randint(-3_000, 90))
    state = State.DONE if due < TODAY - timedelta(days=10) else State.TODO
    return {
        "id": key,
        "title": _text(chance, 4),
        "account_id": chance.choice(accounts),
        "direction": chance.choice(list(Direction)),
        "priority": Priority.NORMAL,
        "state": state,
        "due": due,
    }


def _store(session: Session, kind: Any, rows: Iterator[dict[str, Any]]) -> None:
    listed = list(rows)
    if listed:
        session.execute(insert(kind.__table__), listed)
