"""The keys of entries as the user has them: the program's own, or others that were chosen on this computer."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtGui import QKeySequence

from workbench.kernel.settings import Settings
from workbench.ui.menu import Entry

CHOSEN = "keys"


class Keymap:
    """Chosen keys by the English label of their entry; an empty text takes the keys away."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        noted = settings.noted(CHOSEN)
        sound = noted.items() if isinstance(noted, Mapping) else ()
        self._chosen = {str(label): keys for label, keys in sound if isinstance(keys, str)}

    def applied(self, entries: Iterable[Entry]) -> list[Entry]:
        """The entries with the keys the user wants."""
        return [replace(entry, keys=self._chosen.get(entry.label, entry.keys)) for entry in entries]

    def is_chosen(self, label: str) -> bool:
        """Whether an entry has other keys than the program gave it."""
        return label in self._chosen

    def choose(self, label: str, keys: str) -> None:
        self._chosen[label] = keys
        self._settings.note(CHOSEN, self._chosen)

    def reset(self, label: str | None = None) -> None:
        """Take the program's own keys again, for one entry or for all."""
        self._chosen = {} if label is None else {name: keys for name, keys in self._chosen.items() if name != label}
        self._settings.note(CHOSEN, self._chosen)


def taken_by(entries: Iterable[Entry], label: str, keys: str) -> Entry | None:
    """Another entry that has these keys already."""
    wanted = QKeySequence(keys).toString()
    for entry in entries:
        mine = {QKeySequence(each).toString() for each in entry.keys.split("|") if each}
        if entry.label != label and wanted in mine:
            return entry
    return None
