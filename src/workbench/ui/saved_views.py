"""Ways to look at a list that somebody wants again: its filters, order and columns under a name.

They are kept in the portfolio: the words of a filter may name a client, and undo brings a removed view back.
"""

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from workbench.kernel.settings import Setting, change_setting, of_portfolio
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button

KEPT = ("filters", "by", "is_down", "columns")
LONGEST, MOST = 60, 30
SAVE, RENAME, REMOVE = N_("Save view…"), N_("Rename view…"), N_("Remove view")
WHY = N_("Choose a saved view first.")


class SavedViews(QObject):
    """The saved views of one list. `wanted` tells how the list shall look."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, name: str, ask: Ask, look: Callable[[], dict[str, Any]], page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._name, self._ask, self._look, self._page = desk, name, ask, look, page
        self._setting = Setting(f"views:{name}", "", N_("Saved views"))
        self.current = ""
        self.button = self._button()

    @property
    def names(self) -> list[str]:
        """The names, in the order in which they were saved."""
        return list(self._kept())

    def entries(self) -> list[Entry]:
        """Saving, renaming and removing, and each view by its name."""
        menu = N_("View")
        return [
            Entry(SAVE, "Ctrl+Shift+S", self.ask_name, "save", menu),
            Entry(N_("Saved views"), "", self.offer, "eye", menu),
            Entry(RENAME, "", self.ask_other_name, "pencil", menu, self._has_current, why=WHY),
            Entry(REMOVE, "", self.remove, "trash-2", menu, self._has_current, why=WHY),
            *(self._entry(place, name) for place, name in enumerate(self.names)),
        ]

    def _entry(self, place: int, name: str) -> Entry:
        made = _Show(self._desk, self, name)
        # what was used is remembered on this computer by its label, which must not hold a name
        return Entry(f"view:{self._name}:{place}", "", made.now, "eye", N_("View"), said=made.said)

    def show(self, name: str) -> None:
        """Let the list look as it did."""
        kept = self._kept().get(name)
        if kept is not None:
            self.current = name
            self.wanted.emit(kept)

    def offer(self) -> QMenu:
        """Let one be chosen from a menu."""
        menu, words = QMenu(self._desk.words("Saved views"), self._page), self._desk.words
        for name in self.names:
            action = QAction(name.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(name == self.current)
            action.setData(name)
            action.triggered.connect(self._chosen)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(words(SAVE), self.ask_name)
        for label, act in ((RENAME, self.ask_other_name), (REMOVE, self.remove)):
            menu.addAction(words(label), act).setEnabled(self._has_current())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
        return menu

    def ask_name(self) -> None:
        """Ask how the way the list looks now shall be called."""
        self._question(N_("Save view"), self.save)

    def ask_other_name(self) -> None:
        """Ask for another name of the view that was shown last."""
        self._question(N_("Rename view"), self.rename)

    def save(self, text: str) -> str:
        """Keep how the list looks now; a name that is there already is kept anew. Says why it cannot be done."""
        words, name, kept = self._desk.words, _clean(text), self._kept()
        if not name:
            return words("A name is missing.")
        if name not in kept and len(kept) >= MOST:
            return words("There are already {n} views. Remove one first.", n=MOST)
        look = self._look()
        if self._keep({**kept, name: {part: look[part] for part in KEPT if part in look}}):
            self.current = name
            self._desk.done(words("View saved: {name}", name=name))
        return ""

    def rename(self, text: str) -> str:
        """Call the view that was shown last otherwise. Says why it cannot be done."""
        words, name, kept = self._desk.words, _clean(text), self._kept()
        if not name:
            return words("A name is missing.")
        if name in kept and name != self.current:
            return words("There is a view of that name already.")
        if self._keep({name if old == self.current else old: look for old, look in kept.items()}):
            self.current = name
        return ""

    def remove(self) -> None:
        """Forget the view that was shown last; undo brings it back."""
        kept, name = self._kept(), self.current
        if name in kept and self._keep({other: look for other, look in kept.items() if other != name}):
            self._desk.done(self._desk.words("View removed: {name}", name=name))

    def _question(self, label: str, answer: Callable[[str], str]) -> None:
        words = self._desk.words
        self._ask.ask(words(label), words("A name, such as “North, silent”"), self._under(), answer)

    def _under(self) -> tuple[QWidget, QPoint]:
        return self.button, QPoint(0, self.button.height() + 4)

    def _button(self) -> QPushButton:
        made = button(self._desk.theme, self._desk.words("Views"), "eye", "quiet")
        made.setObjectName(f"{self._name}.views")
        made.clicked.connect(self.offer)
        return made

    def _chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show(str(action.data()))

    def _has_current(self) -> bool:
        return self.current in self._kept()

    def _keep(self, views: dict[str, Any]) -> bool:
        text = json.dumps(views, ensure_ascii=False)
        return self._desk.attempt(lambda: self._desk.workspace.do(change_setting, self._setting, text))

    def _kept(self) -> dict[str, Any]:
        """What is kept; a portfolio of another version may hold anything."""
        with self._desk.workspace.read() as session:
            text = of_portfolio(session, self._setting)
        try:
            views = json.loads(text or "{}")
        except ValueError:
            return {}
        found = views.items() if isinstance(views, dict) else ()
        return {str(name): look for name, look in found if _is_sound(look)}


class _Show:
    """Shows a view; a lambda would keep the page alive."""

    def __init__(self, desk: Desk, views: SavedViews, name: str) -> None:
        self._desk, self._views, self._name = desk, views, name

    def now(self) -> None:
        self._views.show(self._name)

    def said(self) -> str:
        return self._desk.words("View: {name}", name=self._name)


def _clean(text: str) -> str:
    return " ".join(text.split())[:LONGEST]


def _is_sound(look: object) -> bool:
    if not isinstance(look, dict):
        return False
    filters, columns = look.get("filters", {}), look.get("columns", [])
    is_sound = isinstance(filters, dict) and isinstance(columns, list)
    return is_sound and isinstance(filters.get("words", ""), str) and isinstance(filters.get("chips", []), list)
