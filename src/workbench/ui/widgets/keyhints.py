"""Keys and what they do, in one quiet line."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui import painting
from workbench.ui.theme import Theme

GAP, INSIDE = 18, 6


class KeyHints(QWidget):
    """Pairs of keys and words."""

    def __init__(self, theme: Theme, hints: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme, self._hints = theme, tuple(hints)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(" ".join(filter(None, hint)) for hint in hints))

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths()) + GAP * (len(self._hints) - 1)), self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, left = QPainter(self), self._theme, 0.0
        middle = self.height() / 2
        for (keys, words), width in zip(self._hints, self._widths(), strict=True):
            wide = self._mark(keys)
            painting.key_mark(painter, QPointF(left + wide, middle), theme, keys)
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color("text2"))
            painting.text(painter, QRectF(left + wide + INSIDE, 0, width - wide, self.height()), words)
            left += width + GAP

    def _widths(self) -> list[float]:
        plain = QFontMetricsF(self._theme.font("label"))
        said = [plain.horizontalAdvance(words) + INSIDE + 2 if words else 0 for _, words in self._hints]
        return [self._mark(keys) + width for (keys, _), width in zip(self._hints, said, strict=True)]

    def _mark(self, keys: str) -> float:
        return QFontMetricsF(self._theme.font("micro")).horizontalAdvance(keys) + self._theme.px(12)
