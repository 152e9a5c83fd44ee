"""A language that nobody speaks: every text 40 % longer, accented and in brackets, so that what is cut is seen."""

import gettext
import re

from workbench.kernel.words import Words

PLACE = re.compile(r"(\{[^}]*\})")
ACCENTS = str.maketrans("aeiouncAEIOUNC", "áéíóúñçÁÉÍÓÚÑÇ")
MORE = 0.4


def longer(text: str) -> str:
    """The text as the language says it; the named places stay as they are."""
    pieces = [piece if PLACE.fullmatch(piece) else piece.translate(ACCENTS) for piece in PLACE.split(text)]
    length = len(PLACE.sub("", text))
    words = max(1, round(length * MORE / 5)) if length > 2 else 0
    return "[" + "".join(pieces) + " lorém"[:6] * words + "]"


class Pseudo(gettext.NullTranslations):
    """Speaks it."""

    def gettext(self, message: str) -> str:
        return longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return longer(msgid1 if n == 1 else msgid2)


def pseudo() -> Words:
    """Numbers and days are those of English."""
    return Words("en", Pseudo())
