"""Finding anything by a few words, grouped by kind: what is called so first, then what mentions it."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from time import monotonic
from typing import Any
from unicodedata import normalize

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from workbench.kernel.folding import NATIONAL, digits, ending_in, fold
from workbench.kernel.formats import Formats
from workbench.search.index import KINDS, Kind

LONGEST, MOST_WORDS = 200, 12
WINDOW = 50  # of so many that match in the title, those closest to what was typed come first
SHORTEST_NUMBER = 4  # digits
PATIENCE, STEPS = 1.0, 10_000  # seconds, and how many of SQLite's steps pass between two looks at the clock
PHONE = re.compile(r"[\d\s().+/-]+")


@dataclass(frozen=True)
class Hit:
    """One result: what it is, what it is called, where it belongs (account, city), whose it is, and of which day."""

    kind: str
    id: int
    title: str
    where: str | None
    account_id: int | None
    member_id: int | None = None
    day: date | None = None

    def place(self, formats: Formats) -> str:
        """Its day and where it belongs, as people of that language write it."""
        return " · ".join(filter(None, (formats.day(self.day) if self.day else "", self.where)))


@dataclass(frozen=True)
class Group:
    """The results of one kind, best first; `label` is its English name."""

    kind: str
    label: str
    hits: tuple[Hit, ...]


def find(session: Session, text: str, limit: int = 20) -> list[Group]:
    """Everything that holds every word of `text`, each word also as the beginning of one; any text is safe.

    After a second it ends with what it has found until then.
    """
    expressions = list(_expressions(text[:LONGEST]))
    if not expressions:
        return []
    book, wanted = session.connection(), " ".join(fold(text).split())
    ids: dict[Kind, list[int]] = {}
    with _impatient(book):
        for kind in KINDS:
            ids[kind] = _ids(book, kind, expressions, limit)
    return [Group(kind.name, kind.label, _hits(book, kind, ids[kind], wanted, limit)) for kind in ids if ids[kind]]


def _expressions(text: str) -> Iterator[str]:
    """What FTS5 is asked, in order; words are quoted, so that nothing a person types is an operator."""
    # composed, or an accent that was typed as a letter of its own would end a word
    words = re.findall(r"[^\W_]+", normalize("NFC", text))[:MOST_WORDS]
    if words:
        first, *others = (f'"{word}"*' for word in words)
        terms = " AND ".join((first, *others))
        yield f"title : ({' AND '.join((f'^{first}', *others))})"
        yield f"title : ({terms})"
        yield f"{{title body}} : ({terms})"
    number = digits(text) if PHONE.fullmatch(text) else ""
    if len(number) >= SHORTEST_NUMBER:
        either = dict.fromkeys((number, number[-NATIONAL:], ending_in(number), ending_in(number[-NATIONAL:])))
        yield "digits : (" + " OR ".join(f'"{one}"*' for one in either) + ")"


def _ids(book: Connection, kind: Kind, expressions: list[str], limit: int) -> list[int]:
    """The newest of those that match best; a worse way to match is asked only while there are too few."""
    found: dict[int, None] = {}
    statement = f"SELECT rowid FROM {kind.table} WHERE {kind.table} MATCH ? ORDER BY rowid DESC LIMIT ?"  # noqa: S608
    for expression in expressions:
        if len(found) < limit:
            window = max(WINDOW, limit) if expression.startswith("title") else limit + len(found)
            found.update((row[0], None) for row in book.exec_driver_sql(statement, (expression, window)))
    return list(found)


def _hits(book: Connection, kind: Kind, ids: list[int], wanted: str, limit: int) -> tuple[Hit, ...]:
    titles = _rows(book, kind, ids, "")
    order = {key: n for n, key in enumerate(ids)}
    # exactly so, beginning so, then as the index gave them
    titles.sort(key=lambda row: (*_distance(fold(row[1]), wanted), order[row[0]]))
    best = [row[0] for row in titles[:limit]]
    more = f", {kind.where}, {kind.account}, {kind.member}, {kind.day}"
    shown = {row[0]: row[1:] for row in _rows(book, kind, best, more)}
    return tuple(_hit(kind, key, shown[key]) for key in best)


def _hit(kind: Kind, key: int, shown: Sequence[Any]) -> Hit:
    title, where, account_id, member_id, day = shown
    return Hit(kind.name, key, title, where, account_id, member_id, date.fromisoformat(day) if day else None)


def _rows(book: Connection, kind: Kind, ids: list[int], more: str) -> list[Any]:
    places = ", ".join("?" * len(ids))
    query = f"SELECT r.id, {kind.title}{more} FROM {kind.name} r WHERE r.id IN ({places})"  # noqa: S608
    return list(book.exec_driver_sql(query, tuple(ids)))


def _distance(title: str, wanted: str) -> tuple[bool, bool]:
    return title != wanted, not title.startswith(wanted)


@contextmanager
def _impatient(book: Connection) -> Iterator[None]:
    """What runs inside ends when patience does."""
    driver: Any = book.connection.driver_connection
    until = monotonic() + PATIENCE
    driver.set_progress_handler(lambda: monotonic() > until, STEPS)
    try:
        yield
    except OperationalError as problem:
        if "interrupted" not in str(problem.orig):
            raise
    finally:
        driver.set_progress_handler(None, STEPS)
