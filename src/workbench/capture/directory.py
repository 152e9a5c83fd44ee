"""The names a line may mention: accounts, people, colleagues and departments, indexed by their words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from workbench.kernel.lines import aligned

WORD = re.compile(r"[^\W_]+")
# forms of companies and words that add nothing: "Iberlogística" is Iberlogística Grupo
LEGAL = re.compile(
    "sa|sl|slu|sau|sll|scl|coop|ltd|limited|plc|llc|inc|corp|as|asa|ag|gmbh|bv|nv|group|grupo|holding|hijos|s|a|l|and|y"
)
SHORTEST = 3  # letters of a first word or family name that stands for the whole


class NameKind(Enum):
    """Whose name it is."""

    ACCOUNT = "account"
    PERSON = "person"
    MEMBER = "member"
    DEPARTMENT = "department"


@dataclass(frozen=True)
class Entry:
    """One name; a person's `account_ids` are where the person has a role now."""

    kind: NameKind
    id: int
    name: str
    account_ids: tuple[int, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mention:
    """A name found in a line, from `begin` to `end`, and who it may be."""

    begin: int
    end: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class _Key:
    """A way to write a name; a `casual` one counts only with a capital letter."""

    words: tuple[str, ...]
    entry: Entry
    casual: bool


Found = tuple[int, tuple[Entry, ...]]  # how many words, and who it may be
Way = tuple[tuple[str, ...], bool]


@dataclass(frozen=True)
class Directory:
    """All names. Build it once per change of the portfolio; finding costs as much as the line is long."""

    entries: tuple[Entry, ...]
    _keys: dict[str, list[_Key]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        keys: dict[str, list[_Key]] = {}
        for entry in self.entries:
            for key in _keys_of(entry):
                keys.setdefault(key.words[0], []).append(key)
        object.__setattr__(self, "_keys", keys)

    def mentions(self, line: str, folded: str) -> Iterator[Mention]:
        """The names of accounts and people in a line, the longest first at each place."""
        words = list(WORD.finditer(folded))
        all_small = line == line.lower()
        place = 0
        while place < len(words):
            found = self._longest(line, words[place:], all_small=all_small)
            if found:
                length, entries = found
                yield Mention(words[place].start(), words[place + length - 1].end(), entries)
                place += length
            else:
                place += 1

    def _longest(
        self, line: str, words: list[re.Match[str]], *, all_small: bool
    ) -> tuple[int, tuple[Entry, ...]] | None:
        said = tuple(word.group() for word in words[:12])
        is_name = all_small or line[words[0].start()].isupper()
        keys = [key for key in self._keys.get(said[0], ()) if said[: len(key.words)] == key.words]
        keys = [key for key in keys if is_name or not key.casual]
        if not keys:
            return None
        length = max(len(key.words) for key in keys)
        entries = dict.fromkeys(key.entry for key in keys if len(key.words) == length)
        accounts = tuple(entry for entry in entries if entry.kind is NameKind.ACCOUNT)
        return length, accounts or tuple(entries)

    def beginning_with(self, kind: NameKind, text: str) -> tuple[Entry, ...]:
        """The entries of a kind with a name or alias that begins with `text`; one that is `text` exactly is alone."""
        wanted = squeezed(text)
        of_kind = [entry for entry in self.entries if entry.kind is kind]
        exact = [entry for entry in of_kind if wanted in {squeezed(name) for name in (entry.name, *entry.aliases)}]
        if exact or not wanted:
            return tuple(exact)
        names = ((entry, squeezed(name)) for entry in of_kind for name in (entry.name, *entry.aliases))
        return tuple(dict.fromkeys(entry for entry, name in names if name.startswith(wanted)))


def squeezed(name: str) -> str:
    """Only the letters and digits of a name: "After-sales" and "aftersales" are the same."""
    return "".join(WORD.findall(aligned(name)))


def _keys_of(entry: Entry) -> Iterable[_Key]:
    """The ways to write a name of an account or a person; departments are named with @ only."""
    if entry.kind is NameKind.DEPARTMENT:
        return ()
    words = tuple(WORD.findall(aligned(entry.name)))
    ways = [(words, False), *((tuple(WORD.findall(aligned(alias))), False) for alias in entry.aliases)]
    ways += _short_account(words) if entry.kind is NameKind.ACCOUNT else _short_person(words)
    return [_Key(way, entry, casual) for way, casual in dict(reversed(ways)).items() if way]


def _short_account(words: tuple[str, ...]) -> list[Way]:
    core = words
    while len(core) > 1 and LEGAL.fullmatch(core[-1]):
        core = core[:-1]
    first = [(core[:1], len(core) > 1)] if core and len(core[0]) > SHORTEST else []
    return [(core, False), *first]


def _short_person(words: tuple[str, ...]) -> list[Way]:
    long = [word for word in words if len(word) >= SHORTEST]
    ways: list[Way] = [((word,), True) for word in dict.fromkeys(words[:1] + words[-1:]) if word in long]
    if len(words) > 1:
        ways += [((words[0], words[-1]), False), ((words[0][0], words[-1]), False)]
    return ways
