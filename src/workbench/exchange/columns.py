"""Which column of a table goes where: known programs, names in English and Spanish, and what the user says."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any

from workbench.exchange.failures import NameColumnMissing, NoSuchColumn, NoSuchField, UnknownKind
from workbench.exchange.rows import KINDS, Column
from workbench.exchange.targets import NEEDED, TARGETS
from workbench.kernel import paths
from workbench.kernel.folding import fold

UNITS = (
    (re.compile(r"\b(millions?|millones|mill|mio|m\s?eur|m\s?usd)\b|\bm[€$]|[€$]m\b"), 1_000_000),
    (re.compile(r"\b(thousands?|miles|k\s?eur|k\s?usd)\b|\bk[€$]|[€$]k\b"), 1_000),
)
MONEY_SIGNS = {"€": "EUR", "eur": "EUR", "$": "USD", "usd": "USD", "£": "GBP", "gbp": "GBP"}
SHOWN_COLUMNS = 12
ENOUGH = 4


@dataclass(frozen=True)
class Known:
    """The export of a known program, or a mapping the user has used before."""

    name: str
    kind: str
    recognise: tuple[str, ...]
    columns: Mapping[str, Any]


@dataclass(frozen=True)
class Wish:
    """What the user says about a table: what it lists, and columns by their header (an empty field drops one)."""

    kind: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    saved: tuple[Known, ...] = ()


@dataclass(frozen=True)
class Mapping_:  # noqa: N801 - `Mapping` is a word of the language here
    """What a table lists and where its columns go."""

    kind: str
    name: str
    columns: tuple[Column, ...]


@lru_cache(maxsize=4096)
def plain(header: str) -> str:
    """A header without case, accents and signs: `BillingCity`, `billing_city` and `Billing City` are one."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", header)
    return " ".join(re.sub(r"[\W_]+", " ", fold(spaced)).split())


def understood(file: str, headers: Sequence[str], wish: Wish) -> Mapping_:
    """The best reading of a header; a UserError where it is not clear what the table lists."""
    _check_wish(file, headers, wish)
    known = _known_for(headers, wish)
    kind = wish.kind or (known.kind if known else _likely_kind(headers, wish))
    if kind is None:
        raise UnknownKind(file=file, columns=_listed(headers))
    columns = _with_wishes(_columns(headers, kind, known), kind, wish)
    _check_needed(file, headers, kind, columns)
    return Mapping_(kind, known.name if known and known.kind == kind else "", columns)


def looks_like_header(cells: Sequence[str]) -> bool:
    """Whether a row holds names of columns that somebody here knows."""
    names = {plain(cell) for cell in cells}
    return any(names & _aliases(kind).keys() for kind in KINDS)


def _check_wish(file: str, headers: Sequence[str], wish: Wish) -> None:
    names = {plain(header) for header in headers}
    fields = TARGETS[wish.kind] if wish.kind else {key for targets in TARGETS.values() for key in targets}
    for header, target in wish.fields.items():
        if plain(header) not in names:
            raise NoSuchColumn(file=file, column=header, columns=_listed(headers))
        if target and target not in fields:
            raise NoSuchField(field=target, fields=", ".join(fields))


def _known_for(headers: Sequence[str], wish: Wish) -> Known | None:
    names = {plain(header) for header in headers}
    candidates = [
        known
        for known in (*wish.saved, *known_programs())
        if all(plain(header) in names for header in known.recognise) and wish.kind in {None, known.kind}
    ]
    return max(candidates, key=lambda known: len(known.recognise), default=None)


@cache
def known_programs() -> tuple[Known, ...]:
    """The exports of known programs, from the data files."""
    files = sorted((paths.resources() / "mappings").glob("*.toml"))
    read = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files if file.stem != "general"]
    return tuple(Known(one["name"], one["kind"], tuple(one["recognise"]), one["columns"]) for one in read)


@cache
def _aliases(kind: str) -> dict[str, str]:
    text = (paths.resources() / "mappings" / "general.toml").read_text(encoding="utf-8")
    fields = tomllib.loads(text)[kind]
    # backwards, so that of two fields with one name the first one keeps it
    named = {plain(text): key for key, target in reversed(TARGETS[kind].items()) for text in (key, target.label)}
    return {**named, **{plain(alias): key for key, aliases in reversed(fields.items()) for alias in aliases}}


def _likely_kind(headers: Sequence[str], wish: Wish) -> str | None:
    names = [plain(header) for header in headers]
    wished = {plain(header): target for header, target in wish.fields.items()}

    def evidence(kind: str) -> int:
        found = {wished.get(name) or _aliases(kind).get(name): name for name in names}
        if any(not group & found.keys() for group in NEEDED[kind]):
            return 0
        known = [name for target, name in found.items() if target in TARGETS[kind]]
        # a table of which hardly anything is understood is a table of something else
        return sum(map(_weight, known)) if len(known) * 4 >= len(names) or len(known) >= ENOUGH else 0

    best = max(KINDS, key=evidence)
    if best == "accounts" and _names_people_too(names):
        return "contacts"
    return best if evidence(best) else None


def _names_people_too(names: Iterable[str]) -> bool:
    """Whether a list of accounts has the name of a person in each row: then both are wanted."""
    of_people = {_aliases("contacts").get(name) for name in names if name not in _aliases("accounts")}
    return bool(of_people & {"name", "family_name"}) and any(
        _aliases("contacts").get(name) == "company" for name in names
    )


def _weight(name: str) -> int:
    # a name that only one kind of record knows says much, a name that all of them know says nothing
    return 1 + 2 * (len(KINDS) - sum(name in _aliases(kind) for kind in KINDS))


def _columns(headers: Sequence[str], kind: str, known: Known | None) -> tuple[Column, ...]:
    by_name = {plain(header): spec for header, spec in known.columns.items()} if known and known.kind == kind else {}
    columns: list[Column] = []
    for header in headers:
        name = plain(header)
        if name in by_name:
            columns.append(_as_told(header, by_name[name], kind))
        else:
            columns.append(_as_guessed(header, kind))
    return tuple(_once(_with_whole_names(columns, kind), kind))


def _as_told(header: str, spec: Any, kind: str) -> Column:  # noqa: ANN401 - a value of a TOML file
    if isinstance(spec, str):
        return Column(header, spec if spec in TARGETS[kind] else None)
    return Column(
        header,
        spec.get("field"),
        times=spec.get("times", 1),
        currency=spec.get("currency"),
        label_of=plain(spec["label_of"]) if "label_of" in spec else None,
        is_dropped=spec.get("drop", False),
    )


def _as_guessed(header: str, kind: str) -> Column:
    aliases = _aliases(kind)
    name = plain(header)
    bare = plain(re.sub(r"\(.*?\)|\[.*?\]", " ", header))
    target = aliases.get(name) or aliases.get(bare)
    if target is None:
        shorter = re.sub(r"\b(in|en|de)?\s*(millions?|millones|thousands?|miles|eur|usd|euros?|dollars?)\b", " ", name)
        target = aliases.get(" ".join(shorter.split()))
    if target and TARGETS[kind][target].read == "money":
        return Column(header, target, _times(header), _currency(header))
    return Column(header, target)


def _times(header: str) -> float:
    text = fold(header)
    return next((times for pattern, times in UNITS if pattern.search(text)), 1)


def _currency(header: str) -> str | None:
    text = fold(header)
    return next((code for sign, code in MONEY_SIGNS.items() if sign in text), None)


def _with_whole_names(columns: list[Column], kind: str) -> list[Column]:
    """“Nombre” is the given name beside “Apellidos”, and the whole name where neither stands alone."""
    fields = [column.field for column in columns]
    if kind != "contacts" or "name" in fields or ("family_name" in fields and fields.count("given_name") == 1):
        return columns
    return [replace(column, field="name") if plain(column.header) == "nombre" else column for column in columns]


def _once(columns: Iterable[Column], kind: str) -> list[Column]:
    """Two columns for one name: the one that says it best keeps it, unless the field can hold several."""
    found: list[Column] = []
    for column in columns:
        taken = {other.field for other in found}
        several = column.field is not None and TARGETS[kind][column.field].key.split("_")[0] in {
            "email",
            "phone",
            "link",
        }
        again = column.field in taken and not (several and kind == "contacts")
        found.append(replace(column, field=None) if again and column.field in {"name", "title", "day"} else column)
    return found


def _with_wishes(columns: Sequence[Column], kind: str, wish: Wish) -> tuple[Column, ...]:
    wishes = {plain(header): target for header, target in wish.fields.items()}
    wished = {target for target in wishes.values() if target}
    result: list[Column] = []
    for column in columns:
        name = plain(column.header)
        if name in wishes:
            target = wishes[name]
            if target and target not in TARGETS[kind]:
                raise NoSuchField(field=target, fields=", ".join(TARGETS[kind]))
            result.append(replace(column, field=target or None, is_dropped=not target, label_of=None))
        else:
            result.append(replace(column, field=None) if column.field in wished else column)
    return tuple(result)


def _check_needed(file: str, headers: Sequence[str], kind: str, columns: Iterable[Column]) -> None:
    present = {column.field for column in columns}
    for group in NEEDED[kind]:
        if not group & present:
            missing = next(key for key in TARGETS[kind] if key in group)
            raise NameColumnMissing(file=file, field=TARGETS[kind][missing].label, columns=_listed(headers))


def _listed(headers: Sequence[str]) -> str:
    shown = [header[:40] for header in headers[:SHOWN_COLUMNS]]
    return ", ".join(shown) + (" …" if len(headers) > SHOWN_COLUMNS else "")
