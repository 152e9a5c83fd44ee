"""Flat coloured areas and cards, painted without a style sheet."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.ui import painting
from workbench.ui.theme import Theme


class Panel(QWidget):
    """A flat area of one colour with thin lines at some edges: any of "tblr"."""

    def __init__(self, theme: Theme, token: str = "surface", edges: str = "") -> None:
        super().__init__()
        self._theme, self._token, self._edges = theme, token, edges

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect, line = QRectF(self.rect()), self._theme.color("border")
        painter.fillRect(rect, self._theme.color(self._token))
        sides = {
            "t": QRectF(0, 0, rect.width(), 1),
            "b": QRectF(0, rect.height() - 1, rect.width(), 1),
            "l": QRectF(0, 0, 1, rect.height()),
            "r": QRectF(rect.width() - 1, 0, 1, rect.height()),
        }
        for edge in self._edges:
            painter.fillRect(sides[edge], line)


class Card(QWidget):
    """A rounded card that holds other widgets."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.card(QPainter(self), QRectF(self.rect()), self._theme)
