"""Where the window stood and how wide its parts were, kept as plain JSON."""

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from workbench.kernel.settings import Settings

KEY = "window"


def restore(window: QWidget, settings: Settings) -> None:
    """Put a window where it was; on the first screen if that place is gone."""
    stored = settings.noted(KEY)
    rect = _rect(stored) if isinstance(stored, list) else None
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if rect is None or not any(screen.intersects(rect) for screen in screens):
        window.resize(1280, 800)
        return
    window.setGeometry(rect)


def remember(window: QWidget, settings: Settings) -> None:
    rect = window.normalGeometry()
    settings.note(KEY, [rect.x(), rect.y(), rect.width(), rect.height()])


def _rect(stored: list[Any]) -> QRect | None:
    whole = [value for value in stored if isinstance(value, int) and abs(value) < 100_000]
    if len(whole) != 4 or whole[2] < 200 or whole[3] < 200:
        return None
    return QRect(*whole)
