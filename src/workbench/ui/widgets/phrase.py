"""A field for a passphrase: hidden until somebody wants to see it, and it says when Caps Lock seems to be on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from workbench.kernel.words import Words
from workbench.ui.layout import column, row
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import Said


class PhraseField(QWidget):
    """The field, a box that shows what is typed, and the hint."""

    edited = Signal(str)

    def __init__(self, words: Words, theme: Theme, key: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setObjectName(key)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(words("Passphrase"))
        self.line.textChanged.connect(self.edited)
        self.line.installEventFilter(self)
        self.shown = QCheckBox(words("Show it"))
        self.shown.setObjectName(f"{key}.shown")
        self.shown.toggled.connect(self._show)
        self.caps = Said(theme, "▲ " + words("Caps Lock is on."), "label", "warn")
        self.caps.setObjectName(f"{key}.caps")
        self.caps.hide()
        self.setLayout(column(row(self.line, self.shown, gap=12, stretch=(1,)), self.caps, gap=4))
        self.setFocusProxy(self.line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.text().isalpha():
            # no toolkit tells the state of Caps Lock everywhere; a letter that is large without Shift does
            is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.setVisible(event.text().isupper() != is_shifted)
        return super().eventFilter(watched, event)

    def _show(self, is_shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.line.setEchoMode(modes.Normal if is_shown else modes.Password)
