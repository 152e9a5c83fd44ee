"""What stands over the window, each made when it is first wanted: the first page must not wait for it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from workbench.ui.shell.finding import Finder
    from workbench.ui.shell.key_sheet import KeySheet
    from workbench.ui.shell.main_window import MainWindow
    from workbench.ui.shell.search_panel import SearchPanel
    from workbench.ui.shell.undo_list import UndoList


class Capture(Protocol):
    """What takes a line from anywhere."""

    def begin(self, text: str = "") -> None: ...

    def recall(self) -> bool: ...

    def deleteLater(self) -> None: ...


class Overlays:
    """The palette, quick capture, the undo list and the sheet of keys of one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._made: dict[str, Any] = {}

    @property
    def capture(self) -> Capture:
        return cast("Capture", self._one("capture"))

    @property
    def palette(self) -> "SearchPanel":
        return cast("SearchPanel", self._one("palette"))

    @property
    def undo_list(self) -> "UndoList":
        return cast("UndoList", self._one("undo_list"))

    @property
    def keys(self) -> "KeySheet":
        return cast("KeySheet", self._one("keys"))

    def drop(self) -> None:
        """Let go of all of them: the window is drawn anew."""
        for made in self._made.values():
            made.deleteLater()
        self._made.clear()

    def shown(self, name: str) -> QWidget | None:
        """One of them, if it is there and visible."""
        made = self._made.get(name)
        return made if isinstance(made, QWidget) and made.isVisible() else None

    def _one(self, name: str) -> object:
        if name not in self._made:
            self._made[name] = getattr(self, f"_make_{name}")()
        return self._made[name]

    def _make_capture(self) -> Capture:
        return self._window.plan.capture(self._window)

    def _make_palette(self) -> "SearchPanel":
        window = self._window
        finder: Finder = _named("finding", "Finder")(window.desk, window.habits, window.plan.seen_at.named)
        made: SearchPanel = _named("search_panel", "SearchPanel")(window, window.desk, finder, window.all_entries)
        made.went.connect(window.go)
        made.apart.connect(window.open_in_window)
        return made

    def _make_undo_list(self) -> "UndoList":
        window = self._window
        made: UndoList = _named("undo_list", "UndoList")(window, window.desk, window.undoing.told)
        made.wanted.connect(window.undoing.undo_many)
        return made

    def _make_keys(self) -> "KeySheet":
        window = self._window
        made: KeySheet = _named("key_sheet", "KeySheet")(window, window.desk, window.keymap, window.all_entries)
        made.manual.connect(window.open_manual)
        made.changed.connect(window.fill_menus)
        return made


def _named(module: str, name: str) -> Any:
    return getattr(import_module(f"workbench.ui.shell.{module}"), name)
