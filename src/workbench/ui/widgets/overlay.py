"""A card over the window, with a veil behind it: the palette, quick capture, the list of keys."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGraphicsDropShadowEffect, QWidget
from shiboken6 import isValid

from workbench.ui import painting
from workbench.ui.theme import Theme

EDGE = 40  # that much of the window stays to be seen at each side
SHADE = QColor(10, 16, 22, 90)


class Veil(QWidget):
    """Dims what is behind; a click on it is heard."""

    touched = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), SHADE)


class Overlay(QWidget):
    """A child of the window, not a popup: it must survive a change of the keyboard layout.

    Tab walks inside, Esc leaves, and the focus goes back to where it was. `veil.touched` is for those who leave
    on a click outside.
    """

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._before: list[QWidget] = []
        self._room = (0, 0, 0)
        self.veil = Veil(window)
        self.veil.hide()
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 12)
        shadow.setColor(QColor(0, 0, 0, 110))
        self.setGraphicsEffect(shadow)
        window.installEventFilter(self)
        self.hide()

    def come(self, width: int, height: int, top: int) -> None:
        """Appear, as wide and high as asked for or as the window has room; `height` 0 means as high as needed."""
        if not self.isVisible():
            self._before = _with_those_around(QApplication.focusWidget())
        self._room = (width, height, top)
        self._place()
        for widget in (self.veil, self):
            widget.show()
            widget.raise_()

    def refit(self) -> None:
        """Take the room that is needed now."""
        self._place()

    def leave(self) -> None:
        """Go away, and give the focus back to where it was."""
        self.hide()
        # the editor of a cell is gone by then, its table is not
        there = [one for one in self._before if isValid(one) and one.isVisible()]
        # what had the focus may have it again, what stands around it only if it takes any
        before = next((one for one in there if one is self._before[0] or _takes_focus(one)), None)
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            # what had it is gone, as a list is that ran empty: keys must not end in a card that is hidden
            page = getattr(self._window, "page", None) or self._window
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        self.veil.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab must not lead to the page behind
        stops = [one for one in self.findChildren(QWidget) if _is_stop(one)]
        if not stops:
            return True
        focused = QApplication.focusWidget()
        here = stops.index(focused) if focused in stops else -1
        following = stops[(here + (1 if forward else -1)) % len(stops)]
        following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.card(QPainter(self), QRectF(self.rect()), self._theme)

    def _place(self) -> None:
        width, height, top = self._room
        width = min(self._theme.px(width), self._window.width() - 2 * EDGE)
        wanted = self._theme.px(height) or max(self.heightForWidth(width), self.sizeHint().height())
        height = min(wanted, self._window.height() - top - EDGE // 2)
        self.setGeometry((self._window.width() - width) // 2, top, width, height)
        self.veil.setGeometry(self._window.rect())


def _with_those_around(widget: QWidget | None) -> list[QWidget]:
    found = []
    while widget is not None:
        found.append(widget)
        widget = widget.parentWidget()
    return found


def _takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _is_stop(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and widget.isEnabled()
