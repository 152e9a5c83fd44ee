"""Typed lines made ready for reading: folded letter by letter, with quoted text blanked out."""

import re
import unicodedata

BLANK = "\x00"
LINE = 1000  # what is longer is no line but a text; its rest is left alone
# a mark that is opened again begins anew: or a line of nothing but marks would take for ever
QUOTED = re.compile('"[^"]*"|“[^“”]*”|«[^«»]*»')


class _Letters(dict[int, str]):
    def __missing__(self, letter: int) -> str:
        plain = "".join(c for c in unicodedata.normalize("NFKD", chr(letter)) if not unicodedata.combining(c)).lower()
        # one letter for one letter, or the spans found in the folded line would not fit the typed one
        self[letter] = plain if len(plain) == 1 else chr(letter)
        return self[letter]


_LETTERS = _Letters()


def aligned(text: str) -> str:
    """`text` without accents and case and exactly as long, so that a place found here is the place there."""
    return text.translate(_LETTERS)


def without_quotes(text: str) -> str:
    """`text` with everything in quotation marks blanked out; it keeps its length."""
    return QUOTED.sub(lambda quoted: blank(quoted.group()), text)


def blank(text: str) -> str:
    """Nothing that anybody could read, as long as `text`."""
    return BLANK * len(text)
