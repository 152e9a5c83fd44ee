"""Other looks while the program runs: wanted by the settings, by a key, or by the system."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from workbench.kernel.settings import TEXT_SIZE, Settings
from workbench.ui.theme import Theme, chosen_looks

SIZES = (90, 100, 110, 125, 150, 175, 200)


def dress(theme: Theme, settings: Settings) -> bool:
    """Look as the settings and the system say now; False if that changes nothing."""
    looks, app = chosen_looks(settings), QApplication.instance()
    if looks == theme.looks or not isinstance(app, QApplication):
        return False
    theme.take(looks)
    theme.apply(app)
    return True


def resize_texts(settings: Settings, step: int) -> int:
    """Make texts larger or smaller by a step, 0 for their normal size; returns the new size."""
    now = settings.get(TEXT_SIZE)
    larger = [size for size in SIZES if size > now] or [SIZES[-1]]
    smaller = [size for size in SIZES if size < now] or [SIZES[0]]
    size = TEXT_SIZE.default if not step else larger[0] if step > 0 else smaller[-1]
    settings.set(TEXT_SIZE, size)
    return size


@runtime_checkable
class Furnished(Protocol):
    """A window that can draw itself anew."""

    def furnish_again(self) -> None: ...

    def isVisible(self) -> bool: ...


class Follower(QObject):
    """Takes the system's brightness and contrast as they change; `changed` asks the windows to draw themselves anew."""

    changed = Signal()

    def __init__(self, theme: Theme, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._settings = theme, settings
        # the system tells of both in one go: what it says is looked at once it is through
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._look)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._heard)
        hints.accessibility().contrastPreferenceChanged.connect(self._heard)

    def _heard(self) -> None:
        self._pause.start(0)

    def _look(self) -> None:
        if dress(self._theme, self._settings):
            self.changed.emit()


def draw_windows_anew() -> None:
    """Have every open window take other looks or another language."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, Furnished) and widget.isVisible():
            widget.furnish_again()
