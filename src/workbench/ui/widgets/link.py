"""A button that looks like the text it opens."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workbench.ui import painting
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import explain

PAD, LEAST = 2, 40
TARGET = 24  # a finger, or a hand that trembles, hits nothing lower


class Link(QAbstractButton):
    """A name that opens its record; shortened where there is no room, whole in the tooltip."""

    def __init__(self, theme: Theme, text: str, style: str = "body", token: str = "text") -> None:
        super().__init__()
        self._theme, self._text, self._style, self._token = theme, " ".join(text.split()), style, token
        self.setAccessibleName(self._text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def name(self, text: str) -> None:
        """Write something else on it, and say the same."""
        self._text = " ".join(text.split())
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(self._style))
        return QSize(metrics.horizontalAdvance(self._text) + 2 * PAD + 1, max(metrics.height() + 2 * PAD, TARGET))

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), self._theme.px(LEAST)), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        explain(self, self._text if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self._theme, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font(self._style)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        token = "accent_text" if self.underMouse() else self._token
        painter.setPen(theme.color(token if self.isEnabled() else "muted"))
        if self.hasFocus():
            # no ring: it would cut into a text that stands in line with its neighbours
            painter.fillRect(rect, theme.color("selection"))
            painter.fillRect(QRectF(0, rect.height() - 2, rect.width(), 2), theme.color("focus"))
        painting.text(painter, rect, self._text)
