"""Undo and redo as the window offers them: by name, with the way to the place, and as a list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.orm import Session

from workbench.kernel.journal import Change, Past
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.notices import Notices
from workbench.ui.shell.pages import Page

Rows = Mapping[str, frozenset[int]]


@dataclass(frozen=True)
class Places:
    """Where changes can be seen and what they are about.

    The page of one, its record by table and identity, whether one is seen on the page of an account, the name of its
    record, and that of a page's.
    """

    place_of: Callable[[Session, Rows], tuple[str, int] | None]
    part_of: Callable[[Session, Rows], tuple[str, int] | None]
    belongs_to: Callable[[Session, Rows, int], bool]
    about: Callable[[Session, int], str]
    named: Callable[[Session, str, int], str]


# pages that show records of many kinds at once: what was undone there is seen there
WIDE = {
    "today": {"action_item", "meeting", "account"},
    "skills": {"skill", "skill_level", "recognition", "pulse_answer"},
    "trainings": {"training"},
    "history": None,
    "trash": None,
}


class Frame(Protocol):
    """What undoing needs of the window."""

    desk: Desk
    notices: Notices

    @property
    def page(self) -> Page | None: ...

    def go(self, key: str, target: object = None) -> None: ...


class Undoing:
    """Takes back and makes again, goes where it was, and says what it was."""

    def __init__(self, frame: Frame, places: Places, show_list: Callable[[], object]) -> None:
        self._frame, self._places, self._show_list = frame, places, show_list

    def undo(self) -> None:
        self._frame.desk.attempt(self._undo)

    def redo(self) -> None:
        self._frame.desk.attempt(self._redo)

    def undo_many(self, steps: int) -> None:
        """Take back the newest steps, one after the other, and say how many they were."""
        if steps == 1:
            self.undo()
        else:
            self._frame.desk.attempt(lambda: self._undo_many(steps))

    def entries(self) -> list[Entry]:
        edit = N_("Edit")
        nothing = N_("Nothing was changed yet.")
        return [
            Entry(N_("Undo"), "Ctrl+Z", self.undo, "undo-2", edit, self._can_undo, self._undo_label, nothing),
            Entry(
                N_("Redo"),
                "Ctrl+Y|Ctrl+Shift+Z",
                self.redo,
                "redo-2",
                edit,
                self._can_redo,
                self._redo_label,
                N_("Nothing was undone."),
            ),
            Entry(N_("Undo list…"), "Ctrl+Shift+U", self._show_list, "history", edit, self._can_undo, why=nothing),
        ]

    def told(self, past: Past | Change) -> str:
        """A change as people read it: what was done, and to what."""
        said, about = self._frame.desk.words(past.label), past.about
        if not about:
            with self._frame.desk.workspace.read() as session:
                # what an undo is about is what it takes back
                about = self._places.about(session, past.reverts or past.id)
        return f"{said} ({about})" if about else said

    def _undo(self) -> None:
        self._tell(self._frame.desk.workspace.undo(), N_("Undone: {label}"), N_("Redo"), self.redo)

    def _undo_many(self, steps: int) -> None:
        desk = self._frame.desk
        change = None
        for _ in range(min(steps, len(desk.workspace.stacks().done))):
            change = desk.workspace.undo()
        if change:
            self._go_there(change)
        text = desk.words.many("{n} step taken back.", "{n} steps taken back.", steps)
        self._frame.notices.say(text, desk.words("Redo"), self.redo)

    def _redo(self) -> None:
        self._tell(self._frame.desk.workspace.redo(), N_("Redone: {label}"), N_("Undo"), self.undo)

    def _tell(self, change: Change, sentence: str, action: str, run: Callable[[], None]) -> None:
        words = self._frame.desk.words
        self._go_there(change)
        text = words(sentence, label=self.told(change))
        if change.conflicts:
            text += " " + words("Values that were edited since stay as they are.")
        self._frame.notices.say(text, words(action), run)

    def _go_there(self, change: Change) -> None:
        """Show what changed, unless it can be seen already."""
        frame = self._frame
        with frame.desk.workspace.read() as session:
            place = self._places.place_of(session, change.rows)
            part = self._places.part_of(session, change.rows)
        page = frame.page
        if place is None or page is None:
            return
        if not self._is_seen(page, place, change):
            if page.objectName() == place[0]:
                page.opened(place[1])
            else:
                frame.go(*place)
        if part and frame.page:
            frame.page.show_part(*part)

    def _is_seen(self, page: Page, place: tuple[str, int], change: Change) -> bool:
        name = page.objectName()
        if name in WIDE:
            shown = WIDE[name]
            return shown is None or bool(shown & change.rows.keys())
        account = page.account()
        if account is not None:
            with self._frame.desk.workspace.read() as session:
                return self._places.belongs_to(session, change.rows, account)
        return (name, page.target()) == place

    def _undo_label(self) -> str:
        return self._label(self._frame.desk.workspace.stacks().done, N_("Undo {label}"), N_("Undo"))

    def _redo_label(self) -> str:
        return self._label(self._frame.desk.workspace.stacks().undone, N_("Redo {label}"), N_("Redo"))

    def _label(self, stack: tuple[Past, ...], sentence: str, bare: str) -> str:
        words = self._frame.desk.words
        if not stack:
            return words(bare)
        said = self.told(stack[-1])
        return words(sentence, label=said[0].lower() + said[1:])

    def _can_undo(self) -> bool:
        return bool(self._frame.desk.workspace.stacks().done)

    def _can_redo(self) -> bool:
        return bool(self._frame.desk.workspace.stacks().undone)
