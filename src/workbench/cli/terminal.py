"""Who the command line speaks to, in which language, and on which day."""

import json
import locale
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from workbench.kernel.clock import Clock, clock_at, system_clock
from workbench.kernel.errors import UserError
from workbench.kernel.formats import Formats
from workbench.kernel.words import LANGUAGES, N_, Words


class NoPassphraseFile(UserError):
    message = N_("The passphrase file {path} cannot be read.")
    advice = N_("Check the name and the folder; its first line is the passphrase.")


class EmptyPassphrase(UserError):
    message = N_("The passphrase is empty.")
    advice = N_("Give one with --passphrase-file, or make a file without one with --plain.")


class ShortPassphrase(UserError):
    message = N_("The passphrase is too short.")
    advice = N_("Take at least ten letters: four words that do not belong together are good.")


@dataclass(frozen=True)
class Terminal:
    """The language and the clock of a call, and how it answers: as text or as JSON."""

    words: Words
    clock: Clock
    as_json: bool

    @staticmethod
    def of(arguments: Namespace) -> "Terminal":
        day: date | None = getattr(arguments, "today", None)
        language = getattr(arguments, "language", None) or system_language()
        clock = clock_at(day) if day else system_clock()
        return Terminal(Words.of(language), clock, bool(getattr(arguments, "json", False)))

    @property
    def formats(self) -> Formats:
        return Formats.of(self.words.language)

    def say(self, text: str) -> None:
        print(text)

    def answer(self, value: Any, text: str) -> None:
        """Print `value` where JSON was asked for, else `text`."""
        print(json.dumps(value, ensure_ascii=False, indent=2) if self.as_json else text)

    def complain(self, text: str) -> None:
        print(text, file=sys.stderr)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Columns as wide as their longest text, up to 48 letters."""
        lines = [[_short(cell) for cell in line] for line in (head, *rows)]
        widths = [max(len(line[n]) for line in lines) for n in range(len(head))]
        for line in lines:
            print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def passphrase_of(arguments: Namespace) -> str | None:
    """The first line of the passphrase file, if one was named."""
    named: Path | None = getattr(arguments, "passphrase_file", None)
    if named is None:
        return None
    try:
        line = named.read_text(encoding="utf-8").partition("\n")[0]
    except (OSError, UnicodeDecodeError) as problem:
        raise NoPassphraseFile(path=str(named)) from problem
    if not line:
        raise EmptyPassphrase
    return line


def system_language() -> str:
    """The language of this computer if the program speaks it, else English."""
    language = (locale.getlocale()[0] or "en")[:2].lower()
    return language if language in LANGUAGES else "en"


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 48 else one_line[:47] + "…"
