"""The menus of a window: what the window, its plan and the page in front can do, drawn into the menu bar."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from workbench.kernel.words import N_
from workbench.ui import menu
from workbench.ui.menu import Entry
from workbench.ui.shell import links, windows

if TYPE_CHECKING:
    from workbench.ui.shell.main_window import MainWindow

MENUS = (
    N_("File"),
    N_("Edit"),
    N_("View"),
    N_("Add"),
    N_("Account"),
    N_("Meeting"),
    N_("Plan"),
    N_("Portfolio"),
    N_("Skills"),
    N_("Tools"),
    N_("Help"),
)


class Menus:
    """Knows everything that can be done now; menus, palette and the sheet of keys ask for it."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._made: list[QMenu] = []

    def fill(self) -> None:
        """Draw the menu bar for the page in front."""
        window, desk = self._window, self._window.desk
        bar = window.menuBar()
        bar.clear()
        for old in self._made:
            old.deleteLater()
        self._made = [QMenu("&" + desk.words(name), window) for name in MENUS]
        entries = self.entries(own_first=True)
        for name, drawn in zip(MENUS, self._made, strict=True):
            mine = [entry for entry in entries if entry.menu == name]
            if mine:
                menu.fill(drawn, mine, desk.words, desk.theme, drawn)
                bar.addMenu(drawn)

    def entries(self, *, own_first: bool = False) -> list[Entry]:
        """Everything that can be done now with the keys the user has for it, the page's own first or last."""
        window = self._window
        own = [*self.own(), *window.plan.entries(window)]
        here = window.page.entries() if window.page else []
        return window.keymap.applied([*own, *here] if own_first else [*here, *own])

    def own(self) -> list[Entry]:
        """What the frame itself can do, whatever page is in front."""
        window, view = self._window, N_("View")
        return [
            *window.undoing.entries(),
            Entry(N_("Search"), "Ctrl+K", window.begin_search, "search", N_("Edit")),
            Entry(N_("Quick capture"), "Ctrl+N", window.begin_capture, "plus", N_("File")),
            Entry(N_("New…"), self._keys_of_new(), self.offer_new, "plus", N_("File")),
            Entry(N_("Open in its own window"), "", window.open_here_in_window, "external-link", view),
            *windows.entries(window),
            Entry(N_("Previous record"), "", window.go_to_previous, "chevron-up", view, self._has_walk),
            Entry(N_("Next record"), "", window.go_to_next, "chevron-down", view, self._has_walk),
            *links.entries(window),
            Entry(N_("Back"), "Alt+Left", window.go_back, "arrow-left", view, window.top.back.isEnabled),
            Entry(N_("Forward"), "Alt+Right", window.go_forward, "arrow-right", view, window.top.forward.isEnabled),
        ]

    def offer_new(self) -> None:
        """Let the kind of a new record be chosen."""
        window = self._window
        offered = QMenu(window)
        entries = [Entry(label, "", _Go(window, page).now, "plus") for label, page in window.plan.fresh.items()]
        menu.fill(offered, entries, window.desk.words, window.desk.theme, offered)
        offered.popup(window.top.new.mapToGlobal(window.top.new.rect().bottomLeft()))

    def _keys_of_new(self) -> str:
        """The page's own new record comes first."""
        own = self._window.page.entries() if self._window.page else []
        return "" if any("Ctrl+Shift+N" in entry.keys for entry in own) else "Ctrl+Shift+N"

    def _has_walk(self) -> bool:
        return self._window.top.walker.isVisible()


class _Go:
    """Goes to a page and begins something new there."""

    def __init__(self, window: "MainWindow", page: str) -> None:
        self._window, self._page = window, page

    def now(self) -> None:
        self._window.go(self._page, "new")
