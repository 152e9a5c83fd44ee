"""What the palette offers for a text: commands that are called so, records by kind, then what else can be done."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from workbench.kernel.folding import fold
from workbench.kernel.habits import Habits
from workbench.kernel.words import N_
from workbench.search.queries import Group, Hit, find
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry, spoken
from workbench.ui.shell.pages import CAPTURE

SHOWN, COMMANDS, LATEST = 8, 8, 8
FIRST = 5  # so many commands stand above the records: more would hide them
PAGES = {
    "account": ("account", "building-2"),
    "person": ("contacts", "user"),
    "meeting": ("meeting", "calendar"),
    "action_item": ("actions", "circle-check-big"),
    "plan": ("account", "target"),
    "member": ("member", "user-round"),
    "lesson": ("playbook", "book-open"),
    "objective": ("account", "flag"),
    "workstream": ("account", "network"),
    "deliverable": ("account", "circle-check"),
    "request": ("account", "send"),
    "log_entry": ("account", "notebook-pen"),
    "training": ("trainings", "calendar-days"),
    "goal": ("member", "star"),
}
ICONS = dict(reversed(PAGES.values()))
# kinds that are shown on the page of what they belong to: an account, a member
PARTS = ("plan", "objective", "workstream", "deliverable", "request", "log_entry", "goal")
# where a request is looked at that is for no account
OF_NONE = "scoreboard"
SCOPES = (
    (N_("All"), tuple(PAGES), True),
    (N_("Accounts"), ("account", "plan", "objective", "log_entry"), False),
    (N_("People"), ("person", "member", "training", "goal"), False),
    (N_("Meetings"), ("meeting",), False),
    (N_("Actions"), ("action_item", "request", "workstream", "deliverable"), False),
    (N_("Commands"), (), True),
)
ONLY_COMMANDS = len(SCOPES) - 1
LINK = re.compile(r"awb:([a-z]+)/([0-9]{1,19})")
Named = Callable[[Session, str, int], str]


@dataclass(frozen=True)
class Row:
    """One line of the palette: a heading, a record with its page, or an entry."""

    text: str
    where: str = ""
    icon: str = ""
    keys: str = ""
    page: str = ""
    target: object = None
    entry: Entry | None = None
    is_off: bool = False
    is_apart: bool = False

    @property
    def is_heading(self) -> bool:
        return not self.page and self.entry is None


@dataclass(frozen=True)
class Finder:
    """Knows the portfolio, what can be done, and what is used most. `named` gives the name of a page's record."""

    desk: Desk
    habits: Habits
    named: Named

    def rows(self, text: str, scope: int, entries: Iterable[Entry]) -> list[Row]:
        """Everything the words of `text` could mean in a scope; without words, where one was, and what can be done."""
        link = LINK.fullmatch(text.strip())
        if link:
            return self._linked(link[1], int(link[2]))
        if text.startswith(">"):
            text, scope = text[1:], ONLY_COMMANDS
        _, kinds, has_commands = SCOPES[scope]
        offered = self._commands(text, entries) if has_commands else []
        if not kinds:
            return self._headed(N_("Commands"), offered)
        if not text.strip():
            return [*self._latest(kinds), *self._headed(N_("Commands"), offered[:COMMANDS])]
        first = [one for one in offered if self._is_called(one, text)][:FIRST]
        rest = [one for one in offered if one not in first][: COMMANDS - len(first)]
        below = N_("More commands") if first else N_("Commands")
        records = self._records(text, kinds)
        return [*self._headed(N_("Commands"), first), *records, *self._headed(below, rest)]

    def verbs(self, row: Row) -> list[Row]:
        """What can be done with the record of a row, besides opening it."""
        words = self.desk.words
        key, is_part = (row.target[0], True) if isinstance(row.target, tuple) else (row.target, False)
        papers = {
            "account": [
                (N_("Account on one page"), "printer", ("onepager", key)),
                (N_("Strategic account plan"), "printer", ("plan", key)),
                (N_("Actions by department"), "printer", ("actions-list", key)),
                (N_("Scoreboard of promises"), "printer", ("scoreboard", key)),
                (N_("Who does what, by when"), "printer", ("raci", key)),
            ],
            "meeting": [(N_("Meeting brief"), "printer", ("brief", key))],
        }
        said = f"{row.text}: " if is_part or row.page != "account" else f"{row.text} "
        return [
            Row(row.text),
            replace(row, text=words(N_("Open")), where=""),
            replace(row, text=words(N_("Open in a window of its own")), where="", icon="external-link", is_apart=True),
            *(Row(words(label), "", icon, page="print", target=what) for label, icon, what in papers.get(row.page, ())),
            Row(words(N_("Quick capture")), "", "plus", page=CAPTURE, target=said),
        ]

    def _linked(self, page: str, key: int) -> list[Row]:
        """The record that a copied link names, if it is in this portfolio."""
        with self.desk.workspace.read() as session:
            name = self.named(session, page, key) if page in ICONS else ""
        return [Row(self.desk.words(N_("Link"))), Row(name, "", ICONS[page], page=page, target=key)] if name else []

    def _records(self, text: str, kinds: Sequence[str]) -> Iterator[Row]:
        now = self.desk.clock.now()
        with self.desk.workspace.read() as session:
            groups = find(session, text, SHOWN)
        for group in groups:
            if group.kind in kinds:
                yield Row(self.desk.words(group.label))
                yield from self._hits(group, fold(text), now)

    def _hits(self, group: Group, wanted: str, now: datetime) -> Iterable[Row]:
        """Those whose name begins so come first; among equals what is used more."""
        _, icon = PAGES[group.kind]

        def order(hit: Hit) -> tuple[int, float]:
            return match_class(fold(hit.title), wanted), -self.habits.weight(*_seen_at(hit), now)

        for hit in sorted(group.hits, key=order):
            page, target = _place(hit)
            yield Row(hit.title, hit.place(self.desk.formats), icon, page=page, target=target)

    def _latest(self, kinds: Sequence[str]) -> list[Row]:
        pages = {PAGES[kind][0] for kind in kinds if kind not in PARTS}
        with self.desk.workspace.read() as session:
            places = [place for place in self.habits.latest(3 * LATEST) if place[0] in pages]
            named = [(place, self.named(session, *place)) for place in places]
        rows = [Row(name, "", ICONS[page], page=page, target=key) for (page, key), name in named if name]
        return [Row(self.desk.words(N_("Opened lately"))), *rows[:LATEST]] if rows else []

    def _commands(self, text: str, entries: Iterable[Entry]) -> list[Entry]:
        """What can be done that is called so, the best match first; among equals what can be done now, then habit."""
        words, now, wanted = self.desk.words, self.desk.clock.now(), fold(text)
        ranked = []
        for place, entry in enumerate(entries):
            rank = match_class(fold(spoken(entry, words)), wanted)
            if rank < NO_MATCH:
                # what cannot be done now stays where it is looked for, with its reason
                ranked.append((rank, not entry.when(), -self.habits.weight_of_command(entry.label, now), place, entry))
        ranked.sort(key=lambda each: each[:4])
        return [entry for *_, entry in ranked]

    def _is_called(self, entry: Entry, text: str) -> bool:
        """Whether words of its own name begin so: "Undo" is not called like the record that it speaks of."""
        return match_class(fold(self.desk.words(entry.label)), fold(text)) <= WORDS_BEGIN

    def _headed(self, label: str, entries: Sequence[Entry]) -> list[Row]:
        return [Row(self.desk.words(label)), *(self._command(entry) for entry in entries)] if entries else []

    def _command(self, entry: Entry) -> Row:
        words, is_off = self.desk.words, not entry.when()
        why = words(entry.why) if is_off and entry.why else ""
        keys, icon = entry.keys.split("|")[0], entry.icon or "chevron-right"
        return Row(spoken(entry, words), why, icon, keys, entry=entry, is_off=is_off)


WORDS_BEGIN, NO_MATCH = 2, 9


def match_class(folded: str, wanted: str) -> int:
    """How well a folded text holds every word of another: 0 is just that, 1 begins so, 2 words begin so, 3 inside,
    4 its letters in order, 9 not at all."""
    parts = wanted.split()
    whole = " ".join(parts)
    if folded.startswith(whole):
        return 0 if folded.rstrip("….") == whole.rstrip("….") else 1
    return max((_class_of_word(folded, part) for part in parts), default=0)


def _class_of_word(folded: str, part: str) -> int:
    if any(word.startswith(part) for word in folded.split()):
        return WORDS_BEGIN
    if part in folded:
        return 3
    letters = iter(folded)
    return 4 if len(part) > 1 and all(letter in letters for letter in part) else NO_MATCH


def _seen_at(hit: Hit) -> tuple[str, int]:
    """The page of a hit with the record it is about: the hit itself, or whose part it is."""
    whose = hit.account_id or hit.member_id if hit.kind in PARTS else None
    return PAGES[hit.kind][0], whose or hit.id


def _place(hit: Hit) -> tuple[str, object]:
    """The page of a hit and what to show there; a part is shown with the record it belongs to."""
    page, key = _seen_at(hit)
    if hit.kind not in PARTS:
        return page, key
    return (page, (key, hit.kind, hit.id)) if key != hit.id else (OF_NONE, None)
