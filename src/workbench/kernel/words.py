"""What the program says, in the language of whoever listens: gettext catalogues, several at once."""

import gettext
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from workbench.kernel import paths

LANGUAGES = ("en", "es")
THOUSANDS = {"en": ",", "es": "."}


def N_(text: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a text for the catalogues; it is spoken later, by whoever has an audience."""
    return text


@dataclass(frozen=True)
class Words:
    """The texts of one language. Call it with an English sentence and the values for its named places."""

    language: str
    catalogue: gettext.NullTranslations

    @staticmethod
    @cache
    def of(language: str) -> "Words":
        """The words of `language` ("en" or "es"); English for any other."""
        known = language[:2].lower()
        return Words(known, _catalogue(known)) if known in LANGUAGES else Words.english()

    @staticmethod
    def english() -> "Words":
        return Words.of("en")

    def __call__(self, text: str, /, **values: object) -> str:
        # gettext answers "" with the catalogue's head; an empty text stays empty
        spoken = self.catalogue.gettext(text) if text else ""
        return spoken.format(**values) if values else spoken

    def many(self, one: str, several: str, n: int, /, **values: object) -> str:
        """The sentence for `n` things; `{n}` stands for the number."""
        # not by Babel, whose tables a start without numbers can do without
        counted = f"{n:,}".replace(",", THOUSANDS.get(self.language, ","))
        return self.catalogue.ngettext(one, several, n).format(n=counted, **values)


def _catalogue(language: str) -> gettext.NullTranslations:
    folder = paths.resources() / "locale" / language / "LC_MESSAGES"
    compiled, source = folder / "workbench.mo", folder / "workbench.po"
    if language == "en" or not source.exists():
        return gettext.NullTranslations()
    if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    return gettext.GNUTranslations(BytesIO(compile_catalogue(source)))


def compile_catalogue(source: Path) -> bytes:
    """The machine form of a `.po` file, as `.mo` bytes; texts marked as fuzzy are left out."""
    # imported here: Babel's message tools cost 40 ms that a start with compiled catalogues does not need
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name)
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()
