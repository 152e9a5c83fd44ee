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
        rect, line, thick = QRectF(self.rect()), self._theme.color("border"), self._theme.edge
        painter.fillRect(rect, self._theme.color(self._token))
        sides = {
            "t": QRectF(0, 0, rect.width(), thick),
            "b": QRectF(0, rect.height() - thick, rect.width(), thick),
            "l": QRectF(0, 0, thick, rect.height()),
            "r": QRectF(rect.width() - thick, 0, thick, rect.height()),
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
