"""Locking: every window over a portfolio goes blank until its passphrase is typed; work in the background goes on."""

import hmac
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLayout, QMainWindow, QWidget
from shiboken6 import isValid

from workbench.kernel.passphrase import raw_key
from workbench.kernel.settings import LOCK_AFTER
from workbench.kernel.words import N_
from workbench.ui import icons
from workbench.ui.desk import Desk
from workbench.ui.dressing import Furnished
from workbench.ui.keys import ShortcutGuard
from workbench.ui.layout import column, row
from workbench.ui.menu import Entry
from workbench.ui.shell import windows
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.phrase import PhraseField
from workbench.ui.widgets.said import Said

WIDTH, SIGN, PATIENT = 420, 32, 3
LOOK_MS = 5_000
MINUTE_MS = 60_000


class LockCover(QWidget):
    """Lies over a whole window; what is below is hidden, keeps what was typed, and gets no keys."""

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk, self._tries = window, desk, 0
        self._before = window.focusWidget()
        self.is_outdated = False  # whether the window shall draw itself anew once it is seen again
        self._below = [one for one in (window.centralWidget(), window.menuBar()) if one and one.isVisible()]
        self.setObjectName("lock")
        self.setLayout(self._card())
        for widget in self._below:
            widget.hide()
        for child in window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            # overlays and notices may tell what the page would
            if child is not self and not child.isWindow() and child.isVisible():
                self._below.append(child)
                child.hide()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def key(self) -> str | None:
        """The key of the file, None if it has none."""
        return self._desk.workspace.plain.book.key

    def leave(self) -> None:
        """Show the window again, with the focus where it was."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        for widget in self._below:
            if isValid(widget):
                widget.show()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setParent(None)
        self.deleteLater()
        if self.is_outdated and isinstance(self._window, Furnished):
            self._window.furnish_again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return event.type() == QEvent.Type.Shortcut

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._try()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._desk.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("window"))
        size = theme.px(SIGN)
        place = QPointF(self._said.mapTo(self, self._said.rect().topLeft())) - QPointF(0, size + theme.px(12))
        icons.draw(painter, place, "lock", theme.tokens["text2"], size)

    def _card(self) -> QLayout:
        theme, words = self._desk.theme, self._desk.words
        self._said = Said(theme, words("Locked"), "display")
        self._why = Said(theme, "", "label", "crit", wraps=True)
        self._open = button(theme, words("Unlock"), "lock-open", "primary")
        self._open.setObjectName("lock.open")
        self._open.clicked.connect(self._try)
        if self.key:
            about = words("What was being typed is kept. Type the passphrase to go on.")
            self._phrase = PhraseField(words, theme, "lock.phrase")
            self._first: QWidget = self._phrase.line
            middle: tuple[QWidget, ...] = (self._phrase,)
        else:
            about = words("This portfolio has no passphrase: Enter opens it again, for anybody.")
            self._first, middle = self._open, ()
        told = Said(theme, about, "body", "text2", wraps=True)
        for widget in (told, self._why, *middle):
            widget.setFixedWidth(theme.px(WIDTH))
        inside = column(self._said, told, *middle, self._why, row(self._open, None), gap=12)
        return column(None, row(None, inside, None), None)

    def _try(self) -> None:
        words, key = self._desk.words, self.key
        if key is not None:
            phrase = self._phrase.line.text()
            typed = raw_key(phrase, self._desk.workspace.plain.book.head) if phrase else ""
            if not hmac.compare_digest(typed, key):
                self._tries += 1
                self._phrase.line.selectAll()
                self._why.setText(
                    words("That is not the passphrase.")
                    if self._tries < PATIENT
                    else words("That is not the passphrase (try {n}).", n=self._tries)
                )
                return
        unlock(self._window)


def cover_of(window: QMainWindow) -> LockCover | None:
    """What lies over a window while it is locked."""
    return window.findChild(LockCover, "lock")


def is_locked(window: QMainWindow) -> bool:
    return cover_of(window) is not None


def lock(window: QMainWindow, desk: Desk) -> None:
    """Cover a window and all others over the same portfolio."""
    for other in [*windows.beside(window), window]:
        if not is_locked(other):
            LockCover(other, desk)


def unlock(window: QMainWindow) -> None:
    """Uncover a window and all others over the same portfolio."""
    for other in [*windows.beside(window), window]:
        cover = cover_of(other)
        if cover is not None:
            cover.leave()


def entry(window: QMainWindow, desk: Desk) -> Entry:
    """The entry that locks."""
    return Entry(N_("Lock"), "Ctrl+L", partial(lock, window, desk), "lock", N_("File"))


class IdleWatch(QObject):
    """Locks a window that nobody has touched for as long as the settings say."""

    def __init__(self, window: QMainWindow, desk: Desk, guard: ShortcutGuard) -> None:
        super().__init__(window)
        self._window, self._desk, self._guard = window, desk, guard
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Lock if it is time; without a passphrase never, for a lock that anybody opens is only a nuisance."""
        after = self._desk.settings.get(LOCK_AFTER)
        has_key = self._desk.workspace.plain.book.key is not None
        if after and has_key and self._guard.quiet.elapsed() >= after * MINUTE_MS:
            lock(self._window, self._desk)
