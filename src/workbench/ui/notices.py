"""What happened, said quietly: a line at the lower left, with the one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from workbench.kernel.errors import UserError
from workbench.kernel.words import Words
from workbench.ui import painting
from workbench.ui.announce import announce
from workbench.ui.layout import row
from workbench.ui.theme import Theme
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.said import Said

SHOWN_MS = 6000
WIDEST, EDGE = 560, 12
Complaint = tuple[UserError, Callable[[], object] | None]


class Notices(QWidget):
    """The line itself: a child of the window, above everything, gone after six seconds unless it tells of trouble.

    It stands right of what shall still be seen. `took` tells how much of the window's lower edge it takes, so that
    the page can stay above it, and 0 when it goes.
    """

    took = Signal(int)

    def __init__(self, parent: QWidget, theme: Theme, words: Words, right_of: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window, self._theme, self._words, self._right_of = parent, theme, words, right_of
        self._text = Said(theme, "", "body", "text", wraps=True)
        self._action = button(theme, look="quiet", tip=words("Undo"))
        self._close = button(theme, "", "x", "quiet", words("Close"))
        self._run: Callable[[], object] | None = None
        self._is_held = False
        self._complaint: Complaint | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self._close.clicked.connect(self.leave)
        self._before: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._look_at_focus)  # type: ignore[union-attr]
        self._action.clicked.connect(self.act)
        self.setLayout(row(self._text, self._action, self._close, margins=(14, 8, 8, 8), gap=8, stretch=(1,)))
        self.hide()

    def say(self, text: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Tell what happened, with one action by its name."""
        self._complaint = None
        self._show(text, "text", action, run)
        announce(self, text)
        self._is_held = self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self._window)
        self._timer.stop() if self._is_held else self._timer.start()

    def settle(self) -> None:
        """What was wrong is over: something has been saved since."""
        if self._complaint:
            self.hide()

    def complain(self, problem: UserError, again: Callable[[], object] | None = None) -> None:
        """Tell what is wrong, with the way to try again; stays until it is closed or replaced."""
        self._timer.stop()
        self._complaint = (problem, again)
        self._show(problem.sentence(self._words), "crit", self._words("Save again") if again else "", again)
        announce(self, self._text.text(), urgent=True)

    @property
    def text(self) -> str:
        """What is being said."""
        return self._text.text() if self.isVisible() else ""

    @property
    def complaint(self) -> Complaint | None:
        """What is wrong and can still be read, with the way to try again."""
        return self._complaint if self.isVisible() else None

    def place(self) -> None:
        """Stand at the lower left of the window."""
        beside = self._right_of.width() if self._right_of is not None and self._right_of.isVisible() else 0
        width = min(WIDEST, self._window.width() - beside - 2 * EDGE)
        self.setFixedWidth(width)
        self.setFixedHeight(max(self.heightForWidth(width), self._theme.px(44)))
        self.move(beside + EDGE, self._window.height() - self.height() - EDGE)
        if self.isVisible():
            self.took.emit(self.height() + 2 * EDGE)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.took.emit(self.height() + 2 * EDGE)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.took.emit(0)

    def leave(self) -> None:
        """Go away; who came here by keys goes back to where they were."""
        before, has_focus = self._before, self.isAncestorOf(QApplication.focusWidget() or self._window)
        self.hide()
        if has_focus and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _look_at_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Who came here by keys shall not lose it either."""
        is_here = new is not None and self.isAncestorOf(new)
        was_here = old is not None and isValid(old) and self.isAncestorOf(old)
        if is_here and not was_here:
            self._before = old
            self._is_held = self._is_held or self._timer.isActive()
            self._timer.stop()
        elif was_here and not is_here and self._is_held and not self.underMouse():
            self._is_held = False
            self._timer.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        # who reads it shall not lose it
        self._is_held = self._is_held or self._timer.isActive()
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self._is_held and not self.isAncestorOf(QApplication.focusWidget() or self._window):
            self._is_held = False
            self._timer.start()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.card(QPainter(self), QRectF(self.rect()), self._theme, accent=True)

    def _show(self, text: str, token: str, action: str, run: Callable[[], object] | None) -> None:
        self._text.setText(text)
        self._text.dress(token)
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self._run = run
        self.setAccessibleName(text)
        self.place()
        self.show()
        self.raise_()

    def act(self) -> None:
        """Do the one thing that is offered."""
        self.leave()
        if self._run:
            self._run()
