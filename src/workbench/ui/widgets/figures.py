"""Key figures of a page's head: in blocks where there is room, in one line where there is not."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui import icons, painting
from workbench.ui.theme import Theme

WIDE = 980


@dataclass(frozen=True)
class Figure:
    """A key figure: what it is, its value, and a remark with the token of its colour and an icon."""

    label: str
    value: str
    remark: str = ""
    kind: str = "muted"
    icon: str | None = None


class Figures(QWidget):
    """A row of key figures."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._figures = theme, tuple[Figure, ...]()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_figures(self, *figures: Figure) -> None:
        self._figures = figures
        self.setAccessibleName("; ".join(f"{f.label}: {f.value} {f.remark}" for f in figures))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, self._theme.px(52 if self._is_wide() else 38))

    def _is_wide(self) -> bool:
        return self.width() >= self._theme.px(WIDE)

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        share = self.width() / max(1, len(self._figures))
        for place, figure in enumerate(self._figures):
            self._paint(painter, figure, QRectF(place * share, 0, share - 14, self.height()))

    def _paint(self, painter: QPainter, figure: Figure, rect: QRectF) -> None:
        theme, px = self._theme, self._theme.px
        is_wide = self._is_wide()
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("muted"))
        painting.text(painter, QRectF(rect.x(), 0, rect.width(), px(15)), figure.label)
        painter.setFont(theme.font("title" if is_wide else "strong"))
        painter.setPen(theme.color("text"))
        painting.text(painter, QRectF(rect.x(), px(15), rect.width(), px(23)), figure.value)
        if is_wide and figure.remark:
            left = rect.x()
            if figure.icon:
                icons.draw(painter, QPointF(left, px(39)), figure.icon, theme.tokens[figure.kind], px(12))
                left += px(16)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color(figure.kind))
            painting.text(painter, QRectF(left, px(37), rect.right() - left, px(15)), figure.remark)
