"""What an empty place says: one sentence and one thing to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from workbench.ui import icons
from workbench.ui.layout import column, row
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import Said


class Empty(QWidget):
    """A line icon, a sentence, and the first action where there is one."""

    def __init__(self, theme: Theme, icon: str, sentence: str, action: QWidget | None = None) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(icons.icon(theme, icon, "muted", 32).pixmap(32, 32))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = Said(theme, sentence, "body", "muted", wraps=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        below = row(None, action, None) if action else row(None)
        self.setLayout(column(None, picture, self._text, below, None, margins=(24, 24, 24, 24), gap=10))

    def say(self, sentence: str) -> None:
        """Another sentence."""
        self._text.setText(sentence)
