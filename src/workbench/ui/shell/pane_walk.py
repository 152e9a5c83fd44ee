"""F6: from the sidebar to the top bar, the row of tools, the content, the details and a notice, and round again."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollArea, QSplitter, QStackedWidget, QWidget
from shiboken6 import isValid

from workbench.ui.notices import Notices

LAST = "last_focus"
SHORTCUT = Qt.FocusReason.ShortcutFocusReason


class PaneWalk:
    """Knows the panes of a window as they are now, and where the focus was in each."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window

    def panes(self) -> list[QWidget]:
        """Every part that can take the focus, in reading order."""
        central, notice = self._window.centralWidget(), self._window.findChild(Notices)
        parts = [*_parts(central)] if central else []
        # what was just said comes last: it lies over the rest, and goes
        parts += [notice] if notice and notice.isVisible() else []
        return [part for part in parts if first_stop(part)]

    def forward(self) -> None:
        self._step(1)

    def backward(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        panes, focused = self.panes(), QApplication.focusWidget()
        if not panes:
            return
        here = [place for place, pane in enumerate(panes) if focused is not None and _holds(pane, focused)]
        if here and focused is not None:
            panes[here[0]].setProperty(LAST, focused)
        following = panes[(here[0] + step if here else 0) % len(panes)]
        stop = _last_stop(following) or first_stop(following)
        if stop is not None:
            stop.setFocus(SHORTCUT)


def stops(within: QWidget) -> list[QWidget]:
    """What Tab reaches in a part, in its order."""
    found = [within] if _is_stop(within) else []
    # the chain of the window, begun at the part itself
    one = within.nextInFocusChain()
    while one is not None and one is not within:
        if within.isAncestorOf(one) and _is_stop(one):
            found.append(one)
        one = one.nextInFocusChain()
    return found


def first_stop(within: QWidget) -> QWidget | None:
    """Where the focus goes in a part: what is chosen, or what Tab reaches first."""
    return next(iter(stops(within)), None)


def _last_stop(pane: QWidget) -> QWidget | None:
    known = pane.property(LAST)
    return known if isinstance(known, QWidget) and isValid(known) and _is_stop(known) else None


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """The parts that lie side by side or below each other; a list, a form or a bar is one part."""
    if isinstance(widget, QStackedWidget):
        shown = widget.currentWidget()
        if shown is not None:
            yield from _parts(shown)
        return
    below = _direct(widget)
    if any(_has_panes(one) for one in below):
        for one in below:
            yield from _parts(one)
    elif isinstance(widget, QSplitter) or isinstance(widget.parentWidget(), QStackedWidget):
        yield from below
    else:
        yield widget


def _has_panes(widget: QWidget) -> bool:
    if isinstance(widget, QSplitter | QStackedWidget):
        return True
    if isinstance(widget, QScrollArea):
        return False
    return bool(widget.findChildren(QSplitter)) or bool(widget.findChildren(QStackedWidget))


def _direct(widget: QWidget) -> list[QWidget]:
    """The visible children that lie beside each other, in reading order."""
    children = [
        one
        for one in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if one.isVisible() and not one.isWindow()
    ]
    return sorted(children, key=lambda one: (one.y(), one.x()))


def _holds(pane: QWidget, focused: QWidget) -> bool:
    return pane is focused or pane.isAncestorOf(focused)


def _is_stop(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and widget.isEnabled()
