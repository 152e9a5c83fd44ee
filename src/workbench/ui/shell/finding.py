"""What the search offers for a text: records by kind, then what can be done, each with its key."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.kernel.folding import fold
from workbench.kernel.words import N_
from workbench.search.queries import Group, Hit, find
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry, spoken

SHOWN, COMMANDS = 8, 8
PAGES = {
    "account": ("account", "building-2"),
    "person": ("contacts", "user"),
    "meeting": ("meetings", "calendar"),
    "action_item": ("actions", "circle-check-big"),
    "plan": ("account", "target"),
    "member": ("team", "user-round"),
}


@dataclass(frozen=True)
class Row:
    """One line of the search: a heading, a record with its page, or an entry."""

    text: str
    where: str = ""
    icon: str = ""
    keys: str = ""
    page: str = ""
    target: int | None = None
    entry: Entry | None = None
    is_off: bool = False

    @property
    def is_heading(self) -> bool:
        return not self.page and self.entry is None


def rows(desk: Desk, text: str, entries: Iterable[Entry]) -> list[Row]:
    """Everything that the words of `text` could mean; without words, what can be done here."""
    found: list[Row] = []
    if text.strip():
        with desk.workspace.read() as session:
            groups = find(session, text, SHOWN)
        for group in groups:
            found += [Row(desk.words(group.label)), *_records(group)]
    commands = [_command(desk, entry) for entry in entries if _matches(desk, entry, text)][:COMMANDS]
    return [*found, Row(desk.words(N_("Commands"))), *commands] if commands else found


def _records(group: Group) -> Iterable[Row]:
    for hit in group.hits:
        page, icon = PAGES[hit.kind]
        yield Row(hit.title, hit.where or "", icon, page=page, target=_target(hit))


def _target(hit: Hit) -> int | None:
    return hit.account_id if hit.kind == "plan" else hit.id


def _command(desk: Desk, entry: Entry) -> Row:
    is_off = not entry.when()
    keys = entry.keys.split("|")[0]
    why = desk.words(entry.why) if is_off and entry.why else ""
    return Row(spoken(entry, desk.words), why, entry.icon or "chevron-right", keys, entry=entry, is_off=is_off)


def _matches(desk: Desk, entry: Entry, text: str) -> bool:
    label = fold(spoken(entry, desk.words))
    return all(word in label for word in fold(text).split())
