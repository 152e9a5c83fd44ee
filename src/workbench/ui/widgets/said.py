"""Labels that never interpret what they show."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workbench.ui.theme import Theme

LEAST = 40


class Said(QLabel):
    """A text as it is. Qt's own labels would read markup in data and fetch what it names."""

    def __init__(
        self, theme: Theme, text: str = "", style: str = "body", token: str = "text", *, wraps: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._style, self._token = theme, style, token
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setText(text)
        self.dress()

    def dress(self, token: str | None = None) -> None:
        """Take font and colour from the theme again, or another colour."""
        self._token = token or self._token
        self.setFont(self._theme.font(self._style))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color(self._token))
        self.setPalette(palette)


class Shortened(Said):
    """A text on one line that gives way: shortened with an ellipsis, whole in the tooltip.

    It takes all the room there is, or no more than it needs when it `hugs` its text.
    """

    def __init__(
        self, theme: Theme, text: str = "", style: str = "body", token: str = "text", *, hugs: bool = False
    ) -> None:
        self._whole = ""
        super().__init__(theme, text, style, token)
        across = QSizePolicy.Policy.Maximum if hugs else QSizePolicy.Policy.Ignored
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), LEAST), super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self.updateGeometry()
        self._shorten()

    def resizeEvent(self, event: object) -> None:
        self._shorten()

    def _shorten(self) -> None:
        room = self.width() if self.width() > 0 else 200
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        super().setText(shown)
        explain(self, self._whole if shown != self._whole else "")


def explain(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip; markup in the text is shown, not followed."""
    widget.setToolTip(plainly(text))


def plainly(text: str) -> str:
    """A text for a tooltip, where Qt would otherwise guess whether it is markup."""
    return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>" if text else ""
