"""Pages in windows of their own, over the same portfolio."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from workbench.kernel.words import N_
from workbench.ui import geometry
from workbench.ui.desk import Desk
from workbench.ui.dressing import draw_windows_anew
from workbench.ui.menu import Entry
from workbench.ui.stock import speak_stock


def open_apart(made: QMainWindow, page: str, target: object, desk: Desk) -> None:
    """Show a page in a new window; closing it leaves the others."""
    desk.workspace.has_more_windows = True
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    geometry.restore(made, desk.settings, geometry.APART)
    made.go(page, target)  # type: ignore[attr-defined]
    made.show()


def own_desk(desk: Desk) -> Desk:
    """The same portfolio, words and looks, with notices of its own."""
    return replace(desk)


def beside(window: QMainWindow) -> list[QMainWindow]:
    """The other windows over the same portfolio."""
    mine = getattr(window, "desk", None)
    if mine is None or not mine.workspace.has_more_windows:
        # asked at every page: Qt hands out all windows there are, menus as well
        return []
    found = [other for other in QApplication.topLevelWidgets() if isinstance(other, QMainWindow) and other.isVisible()]
    return [other for other in found if other is not window and _portfolio(other) is mine.workspace]


def draw_all_anew(window: QMainWindow, desk: Desk) -> None:
    """Let every window speak the language that was chosen in one, and take the looks."""
    for other in beside(window):
        other.desk.words = desk.words  # type: ignore[attr-defined]
    app = QApplication.instance()
    if app is not None:
        speak_stock(app, desk.words.language)
    draw_windows_anew()


def entries(window: QMainWindow) -> list[Entry]:
    """The other windows, to be brought to the front."""
    return [
        Entry(N_("Window"), "", _Raise(other).now, "external-link", N_("View"), said=_Raise(other).said)
        for other in beside(window)
    ]


def _portfolio(window: QMainWindow) -> object:
    desk = getattr(window, "desk", None)
    return desk.workspace if desk else None


class _Raise:
    def __init__(self, window: QMainWindow) -> None:
        self._window = window

    def now(self) -> None:
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def said(self) -> str:
        return self._window.windowTitle()
