"""Finding anything by a few words, grouped by kind: what is called so first, then what mentions it."""

import re
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.kernel.folding import fold
from workbench.search.index import KINDS, MATCH, lookup

LONGEST, MOST_WORDS, WINDOW = 200, 12, 400
PHONE = re.compile(r"[\d\s().+/-]{4,}")


@dataclass(frozen=True)
class Hit:
    """One result: what it is, what it is called, and where it belongs (account, day, city)."""

    kind: str
    id: int
    title: str
    where: str
    account_id: int | None


@dataclass(frozen=True)
class Group:
    """The results of one kind, best first; `label` is its English name."""

    kind: str
    label: str
    hits: tuple[Hit, ...]


def find(session: Session, text: str, limit: int = 20) -> list[Group]:
    """Everything that holds every word of `text`, each word also as the beginning of one; any text is safe."""
    found: dict[int, str] = {}
    for expression in _expressions(text):
        rows = session.connection().exec_driver_sql(MATCH, (expression, WINDOW))
        for key, kind in rows:
            found.setdefault(int(key), kind)
    groups = []
    for kind in KINDS:
        keys = [key for key, name in found.items() if name == kind.name]
        hits = _hits(session, kind.name, keys[: limit * 4], text)
        if hits:
            groups.append(Group(kind.name, kind.label, tuple(hits[:limit])))
    return groups


def _expressions(text: str) -> list[str]:
    """What FTS5 is asked, in order; words are quoted, so that nothing a person types is an operator."""
    words = re.findall(r"\w+", text[:LONGEST])[:MOST_WORDS]
    if not words:
        return []
    terms = " AND ".join(f'"{word}"*' for word in words)
    asked = [f"title : ({terms})", terms]
    if PHONE.fullmatch(text.strip()):
        number = "".join(filter(str.isdecimal, text))
        asked.append(f'digits : "{number}"*')
        asked.extend(f'digits : "{code}{number.lstrip("0")}"*' for code in ("34", "1", "44") if number)
    return asked


def _hits(session: Session, kind: str, keys: list[int], text: str) -> list[Hit]:
    if not keys:
        return []
    places = ", ".join("?" * len(keys))
    statement = lookup(next(known for known in KINDS if known.name == kind))
    rows = session.connection().exec_driver_sql(f"{statement} ({places})", tuple(keys))
    by_key = {row[0]: Hit(kind, row[0], row[1] or "", row[2] or "", row[3]) for row in rows}
    order = {key: n for n, key in enumerate(keys)}
    wanted = fold(text).split()
    # among those that match: exactly so, beginning so, then as the index gave them
    return sorted(by_key.values(), key=lambda hit: (*_closeness(fold(hit.title), wanted), order[hit.id]))


def _closeness(title: str, wanted: list[str]) -> tuple[bool, bool, bool]:
    whole = " ".join(wanted)
    in_title = all(word in title for word in wanted)
    return title != whole, not title.startswith(whole), not in_title
