"""A card over the window for a text of several lines: Ctrl+Enter takes it, Esc leaves everything as it was."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from workbench.kernel.words import Words
from workbench.ui.layout import column, row
from workbench.ui.theme import Theme
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.overlay import Overlay
from workbench.ui.widgets.said import Said, Shortened

WIDTH, HEIGHT, TOP = 560, 320, 70
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Write(Overlay):
    """Asks for a text. `answer` takes it and gives back why it will not do, or nothing when it did."""

    def __init__(self, window: QWidget, theme: Theme, words: Words) -> None:
        super().__init__(window, theme)
        self._answer: Callable[[str], str] | None = None
        self._question = Shortened(theme, "", "subtitle")
        self.text = QPlainTextEdit()
        self.text.setObjectName("write.text")
        self.text.setTabChangesFocus(True)
        self._why = Said(theme, "", "caption", "crit", wraps=True)
        save = button(theme, words("Save (Ctrl+Enter)"), "check", "primary")
        save.setObjectName("write.save")
        save.clicked.connect(self.take)
        leave = button(theme, words("Cancel"))
        leave.setObjectName("write.leave")
        leave.clicked.connect(self.leave)
        line = row(None, leave, save, gap=8)
        self.setLayout(column(self._question, self.text, self._why, line, margins=(18, 14, 18, 14), gap=8))

    def write(self, question: str, text: str, answer: Callable[[str], str]) -> None:
        """Put the question; what stands there already can be changed."""
        self._answer = answer
        self._question.setText(question)
        self.text.setAccessibleName(question)
        self.text.setPlainText(text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self._why.hide()
        self.come(WIDTH, HEIGHT, TOP)
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take()
        else:
            super().keyPressEvent(event)

    def take(self) -> None:
        """Give the text to whoever asked."""
        why = self._answer(self.text.toPlainText()) if self._answer else ""
        self._why.setText(why)
        self._why.setVisible(bool(why))
        if not why and self.isVisible():
            self.leave()
