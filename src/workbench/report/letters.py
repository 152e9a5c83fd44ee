"""Letters made fit for paper: one that cannot be drawn is shown as a box and named, never lost in silence."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from workbench.report import fonts

BOX = "□"
# what means the same and what Lato lacks
ALIKE = {"\u2011": "-", "\u2010": "-", "\u2015": "—", "\t": "  ", "\u2028": "\n", "\u2029": "\n", "\n": "\n"}
DROPPED = {"Cc", "Cf"}
SELECTORS = range(0xFE00, 0xFE10)  # say how an emoji should look, and are no letters themselves


class _Table(dict[int, str]):
    """What each letter becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = drawn = _drawn(chr(code))
        return drawn


def clean(text: str) -> str:
    """The text as it can be printed: composed, without control characters, a box for each letter the font lacks."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_TABLE)


def missing_letters(texts: Iterable[str]) -> tuple[str, ...]:
    """The letters of some texts that paper would show as a box, each once, in order of their code."""
    letters = set(unicodedata.normalize("NFC", "".join(texts)))
    return tuple(sorted(letter for letter in letters if _TABLE[ord(letter)] == BOX != letter))


def named(letter: str) -> str:
    """A letter for a message: itself, its code and its Unicode name."""
    return f"{letter} U+{ord(letter):04X} {unicodedata.name(letter, '')}".rstrip()


def texts_in(view: object) -> Iterator[str]:
    """Every text in a frozen view, however deep."""
    if isinstance(view, str):
        yield view
    elif isinstance(view, (tuple, list)):
        for part in view:
            yield from texts_in(part)
    elif is_dataclass(view):
        for field in fields(view):
            yield from texts_in(getattr(view, field.name))


def _drawn(letter: str) -> str:
    if letter in ALIKE:
        return ALIKE[letter]
    if unicodedata.category(letter) in DROPPED or ord(letter) in SELECTORS:
        return ""
    return letter if fonts.has(letter) else BOX


_TABLE = _Table()
