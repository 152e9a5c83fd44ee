"""A number for an advantage read from one line: “Win rate against rivals 2026: 45”."""

import re
from dataclasses import dataclass

from workbench.kernel.errors import UserError
from workbench.kernel.words import N_

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
NUMBER = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?)\s*%?\s*$")


class NoNumber(UserError):
    message = N_("“{text}” ends in no number.")
    consequence = N_("Nothing was measured.")
    advice = N_("Write it like this: win rate against rivals 2026: 45")


@dataclass(frozen=True)
class Measured:
    """What a line says: the number, its year, and what it measures."""

    value: float
    year: int
    indicator: str


def read_measure(text: str, year: int) -> Measured:
    """The number at the end of a line, the year that is named before it or else `year`; NoNumber without one."""
    found = NUMBER.search(text.strip())
    if found is None or YEAR.fullmatch(found[1]):
        raise NoNumber(text=text.strip())
    before = text.strip()[: found.start()]
    named = YEAR.search(before)
    indicator = YEAR.sub(" ", before) if named else before
    return Measured(
        float(found[1].replace(",", ".")),
        int(named[0]) if named else year,
        " ".join(indicator.strip(" :–-").split()).strip(" :–-"),
    )
