"""What keys and the menu do with one line of a list that a record owns: open, tick, copy, move, delete."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from workbench.kernel.words import N_
from workbench.ui.children import Verb
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry, fill
from workbench.ui.widgets.line import Line

if TYPE_CHECKING:
    from workbench.ui.sublist import SubList

COPIED = 80  # letters that are said of what was copied


class LineVerbs:
    """The verbs over the lines of a list; each is asked for by its name, others are letters of what the list holds."""

    def __init__(self, desk: Desk, owner: "SubList") -> None:
        self._desk, self._owner = desk, owner
        self._known = {
            "open": self._open,
            "tick": self._tick,
            "copy": self._copy,
            "delete": self._delete,
            "previous": self._step,
            "next": self._step,
            "up": self._move,
            "down": self._move,
            "add": self._add,
            "close": self._close,
            "menu": self._menu,
        }

    def press(self, line: Line, verb: str) -> None:
        """Do what a line asks for."""
        self._known.get(verb, self._letter)(line, verb)

    def entries(self, line: Line) -> list[Entry]:
        """What can be done with every line, as it stands in its menu."""
        what = self._owner.what
        offered = (
            ("open", N_("Open"), "Return", True),
            ("copy", N_("Copy"), "Ctrl+C", bool(what.copies)),
            ("up", N_("Move up"), "Alt+Up", bool(what.order)),
            ("down", N_("Move down"), "Alt+Down", bool(what.order)),
            ("delete", N_("Delete"), "Del", what.add is not None),
        )
        return [Entry(label, keys, _Asked(line, verb).now) for verb, label, keys, can in offered if can]

    def _menu(self, line: Line, _verb: str) -> None:
        menu, desk = QMenu(self._owner), self._desk
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = [Entry(one.label, one.letter, _Verb(desk, one, line.key).now) for one in self._owner.what.verbs]
        fill(menu, [*self.entries(line), *own], desk.words, desk.theme, menu)
        menu.popup(line.mapToGlobal(line.rect().bottomLeft()))

    def _letter(self, line: Line, letter: str) -> None:
        for verb in self._owner.what.verbs:
            if verb.letter == letter:
                self._desk.attempt(_Verb(self._desk, verb, line.key).now)

    def _open(self, line: Line, _verb: str) -> None:
        owner = self._owner
        if owner.what.opens:
            owner.wanted.emit(owner.what.opens, line.key)
        else:
            owner.open_child(None if owner.opened == line.key else line.key)

    def _tick(self, line: Line, verb: str) -> None:
        what = self._owner.what
        if any(own.letter == "Space" for own in what.verbs):
            self._letter(line, "Space")
            return
        if not what.tick:
            self._open(line, verb)
            return
        values = {what.tick: not self._owner.values()[line.key][what.tick]}
        self._desk.attempt(lambda: self._desk.workspace.do(what.edit, line.key, **values))

    def _copy(self, line: Line, _verb: str) -> None:
        copies = self._owner.what.copies
        if copies:
            text = str(self._owner.values()[line.key][copies] or "")
            QGuiApplication.clipboard().setText(text)
            self._desk.say(self._desk.words("Copied: {text}", text=text[:COPIED]))

    def _delete(self, line: Line, _verb: str) -> None:
        what = self._owner.what
        if what.add is None:
            return  # these are shown here, but they belong elsewhere
        name = line.title
        said = what.parting(self._desk, line.key, name) if what.parting else ""
        if self._desk.attempt(lambda: self._desk.workspace.do(what.delete, [line.key])):
            self._desk.done(said) if said else self._desk.deleted(1, name)

    def _step(self, line: Line, verb: str) -> None:
        lines = self._owner.lines()
        place = lines.index(line) + (1 if verb == "next" else -1)
        if 0 <= place < len(lines):
            lines[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, line: Line, verb: str) -> None:
        keys, order = [one.key for one in self._owner.lines()], self._owner.what.order
        place = keys.index(line.key) + (1 if verb == "down" else -1)
        if order is None or not 0 <= place < len(keys):
            return
        keys.remove(line.key)
        keys.insert(place, line.key)
        self._desk.attempt(lambda: self._desk.workspace.do(order, keys))
        self._owner.show_child(line.key)

    def _add(self, _line: Line, _verb: str) -> None:
        self._owner.begin_new()

    def _close(self, _line: Line, _verb: str) -> None:
        self._owner.open_child(None)


class _Asked:
    """An entry of a line's menu; bound methods, so that a dropped line is let go."""

    def __init__(self, line: Line, verb: str) -> None:
        self._line, self._verb = line, verb

    def now(self) -> None:
        self._line.asked.emit(self._line, self._verb)


class _Verb:
    def __init__(self, desk: Desk, verb: Verb, key: int) -> None:
        self._desk, self._verb, self._key = desk, verb, key

    def now(self) -> None:
        self._verb.run(self._desk, self._key)
