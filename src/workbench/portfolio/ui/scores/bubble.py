"""One account in the matrix: a round button with its number."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from workbench.ui import painting
from workbench.ui.theme import LEAST_TARGET, Theme
from workbench.ui.widgets.said import explain

EDGE = 3  # of the widget around the bubble, for the ring of the focus
KEYS = {
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Space: "Enter",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
}


class Bubble(QAbstractButton):
    """`pressed_key` tells an arrow, Enter, or a letter."""

    pressed_key = Signal(object, str)

    def __init__(self, theme: Theme, key: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.key = theme, key
        self._radius, self._number = 10.0, ""
        self.is_known, self.is_chosen = True, False
        self.setObjectName(f"portfolio.matrix.{key}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def tell(self, number: str, said: str, *, is_known: bool) -> None:
        """Its number where that stands inside, and what is heard."""
        self._number, self.is_known = number, is_known
        self.setAccessibleName(said)
        explain(self, said)
        self.update()

    def choose(self, *, is_chosen: bool) -> None:
        """Be the one that Tab leads to, or no longer."""
        self.is_chosen = is_chosen
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus)
        self.update()

    def place(self, centre: QPointF, radius: float) -> None:
        """Stand around a point of the parent."""
        self._radius = radius
        side = max(round(2 * (radius + EDGE)), self._theme.px(LEAST_TARGET))
        self.setGeometry(round(centre.x() - side / 2), round(centre.y() - side / 2), side, side)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        verb = KEYS.get(Qt.Key(event.key())) or event.text().upper()
        if not held and verb and (verb.isalpha() or verb in KEYS.values()):
            self.pressed_key.emit(self, verb)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        token = "accent" if self.is_chosen else "accent_subtle"
        pattern = Qt.PenStyle.SolidLine if self.is_known else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.color("accent_text"), theme.edge + 0.5, pattern))
        painter.setBrush(theme.color(token if self.is_known or self.is_chosen else "surface"))
        painter.drawEllipse(middle, self._radius, self._radius)
        painter.setFont(theme.font("strong" if self._radius > theme.px(14) else "caption"))
        painter.setPen(theme.color("on_accent" if self.is_chosen else "text"))
        painter.drawText(QRectF(self.rect()), int(painting.CENTER), self._number)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), theme.ring))
            painter.drawEllipse(middle, self._radius + EDGE - 1, self._radius + EDGE - 1)
