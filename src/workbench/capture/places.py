"""Where a letter of the read line stands in the field.

A line is read composed and without the blanks around it; a field counts in UTF-16 and holds what was typed.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

Stretch = tuple[int, int]


class Places:
    """The letters of one line, here and there."""

    def __init__(self, typed: str) -> None:
        found, at = list[int](), 0
        for letter in _letters(typed):
            found += [at] * len(unicodedata.normalize("NFC", letter))
            at += units(letter)
        composed = unicodedata.normalize("NFC", typed)
        begin = len(composed) - len(composed.lstrip())
        self._places = [*found, at][begin : begin + len(composed.strip()) + 1]

    def in_field(self, begin: int, end: int) -> Stretch:
        """A stretch of the read line, as the field counts."""
        last = len(self._places) - 1
        return self._places[min(begin, last)], self._places[min(end, last)]

    def in_line(self, begin: int, end: int) -> Stretch:
        """A stretch of the field, as the read line counts."""
        return bisect_left(self._places, begin), bisect_left(self._places, end)


def units(text: str) -> int:
    """How long a text is where everything beyond the first plane, such as an emoji, counts twice."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _letters(typed: str) -> Iterator[str]:
    """Each letter with the accents that follow it."""
    begin = 0
    for place, letter in enumerate(typed):
        if place > begin and not unicodedata.combining(letter):
            yield typed[begin:place]
            begin = place
    if typed:
        yield typed[begin:]
