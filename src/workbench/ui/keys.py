"""Keys that text fields would swallow although the whole window needs them."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QKeySequenceEdit, QLineEdit, QPlainTextEdit, QWidget

from workbench.kernel.settings import LETTERS, Settings

ALWAYS_OURS = ("Ctrl+K", "Ctrl+N", "Ctrl+P", "Ctrl+L")
WRITTEN_IN = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QKeySequenceEdit)
TOUCHED = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}


class ShortcutGuard(QObject):
    """Gives the window its keys back: Ctrl+K always, Ctrl+Z when the field has nothing left to undo.

    `quiet` runs since somebody last touched a key or the mouse. With `settings` it also keeps single letters from being
    verbs where somebody has switched them off, because speech or a tremor presses letters nobody meant.
    """

    def __init__(self, parent: QObject | None = None, settings: Settings | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.quiet = QElapsedTimer()
        self.quiet.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHED:
            self.quiet.restart()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(watched, event):
            event.ignore()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_verb(watched, event):
            return self._settings is not None and not self._settings.get(LETTERS)
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            return _is_walked(watched, event)
        return False


def _is_verb(watched: QObject, event: QKeyEvent) -> bool:
    """Whether a key is a single letter, digit or sign that a page takes for a verb.

    In a field it is written, and in a menu or a dialog it finds an entry.
    """
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if held or not event.text().strip() or not event.text().isprintable():
        return False
    if not isinstance(watched, QWidget) or isinstance(watched, WRITTEN_IN):
        return False
    return watched.window().windowType() == Qt.WindowType.Window


def _is_walked(watched: QObject, event: QMouseEvent) -> bool:
    """The side buttons of a mouse go back and forward, whatever they are pressed on."""
    steps = {Qt.MouseButton.BackButton: "go_back", Qt.MouseButton.ForwardButton: "go_forward"}
    window = watched.window() if isinstance(watched, QWidget) else None
    step = getattr(window, steps.get(event.button(), ""), None)
    if step is None:
        return False
    step()
    return True


def _is_ours(watched: QObject, event: QKeyEvent) -> bool:
    if isinstance(watched, QKeySequenceEdit) or isinstance(watched.parent(), QKeySequenceEdit):
        # somebody is choosing keys: all of them are meant for that
        return False
    pressed = QKeySequence(event.keyCombination()).toString()
    if pressed in ALWAYS_OURS:
        return True
    if event.matches(QKeySequence.StandardKey.Undo):
        return not _can(watched, "undo")
    if event.matches(QKeySequence.StandardKey.Redo):
        return not _can(watched, "redo")
    return False


def _can(field: QObject, what: str) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if what == "undo" else field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit):
        document = field.document()
        return document.isUndoAvailable() if what == "undo" else document.isRedoAvailable()
    return False
