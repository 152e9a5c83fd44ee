"""Where the window stood and how wide its parts were, kept as plain JSON."""

from collections.abc import Iterable
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from workbench.kernel.settings import Settings

KEY, APART, PARTS = "window", "window.apart", "parts"
# the classes of widths: from WIDE on the sidebar has texts, from MEDIUM on details have room beside a list
WIDE, MEDIUM = 1360, 1100
SLIM = 52  # of a sidebar with icons only
FRAME = (8, 40)  # pixels that the frame of a window takes, at most
GRIP = (160, 40)
SIZES = {KEY: (1280, 800), APART: (960, 680)}


@runtime_checkable
class Arranged(Protocol):
    """A part whose widths the user can change: a table with its columns, a splitter with its panes."""

    def objectName(self) -> str: ...

    def arrangement(self) -> list[int]: ...

    def arrange(self, widths: list[int]) -> None: ...


def restore(window: QWidget, settings: Settings, key: str = KEY) -> None:
    """Put a window where it was; on the first screen if that place is gone."""
    stored = settings.noted(key)
    rect = _rect(stored) if isinstance(stored, list) else None
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if rect is None or not any(_can_be_grasped(rect, screen) for screen in screens):
        window.resize(*_fitting(SIZES[key], screens[0] if screens else None))
        return
    window.setGeometry(rect)


def remember(window: QWidget, settings: Settings, key: str = KEY) -> None:
    rect = window.normalGeometry()
    settings.note(key, [rect.x(), rect.y(), rect.width(), rect.height()])


def remember_parts(parts: Iterable[Arranged], window: QWidget, settings: Settings) -> None:
    """Keep the widths the user gave to columns and panes; they differ between wide and narrow windows."""
    known = settings.noted(PARTS)
    kept: dict[str, Any] = dict(known) if isinstance(known, dict) else {}
    for part in parts:
        widths = part.arrangement()
        if widths:
            kept[_name(part, window)] = widths
    if kept != known and kept:
        settings.note(PARTS, kept)


def restore_parts(parts: Iterable[Arranged], window: QWidget, settings: Settings) -> None:
    """Give columns and panes the widths the user once gave them."""
    known = settings.noted(PARTS)
    for part in parts:
        widths = known.get(_name(part, window)) if isinstance(known, dict) else None
        if isinstance(widths, list) and widths and all(isinstance(w, int) and 0 <= w < 10_000 for w in widths):
            part.arrange(widths)


def _fitting(size: tuple[int, int], screen: QRect | None) -> tuple[int, int]:
    """As large as wanted, or as the screen has room with a frame around."""
    if screen is None:
        return size
    return min(size[0], screen.width() - FRAME[0]), min(size[1], screen.height() - FRAME[1])


def _can_be_grasped(rect: QRect, screen: QRect) -> bool:
    """Whether enough of the upper edge is on a screen to move the window by it."""
    seen = screen.intersected(QRect(rect.x(), rect.y(), rect.width(), GRIP[1]))
    return seen.width() >= GRIP[0] and seen.height() >= GRIP[1] // 2


def _name(part: Arranged, window: QWidget) -> str:
    return f"{part.objectName()} {'wide' if window.width() >= WIDE else 'narrow'}"


def _rect(stored: list[Any]) -> QRect | None:
    whole = [value for value in stored if isinstance(value, int) and abs(value) < 100_000]
    if len(whole) != 4 or whole[2] < 200 or whole[3] < 200:
        return None
    return QRect(*whole)
