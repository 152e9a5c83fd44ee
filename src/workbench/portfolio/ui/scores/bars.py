"""A score as a bar: a segment for each ground with its letter and pattern, the key line, the score of a year ago."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.kernel.words import N_
from workbench.portfolio.model import Ground
from workbench.portfolio.scoring import HUNDRED, KEY_LINE, Criterion, Ranked
from workbench.ui import painting
from workbench.ui.desk import Desk
from workbench.ui.theme import Theme

LETTERS = {Ground.VOLUME: N_("Vol"), Ground.POTENTIAL: N_("Pot"), Ground.BRAND: N_("Img"), None: ""}
PATTERNS = {
    Ground.VOLUME: ("accent", Qt.BrushStyle.SolidPattern),
    Ground.POTENTIAL: ("accent", Qt.BrushStyle.BDiagPattern),
    Ground.BRAND: ("accent", Qt.BrushStyle.Dense6Pattern),
    None: ("text2", Qt.BrushStyle.CrossPattern),
}
BOX = 28


class Bars:
    """Paints bars of scores into the cells of a table."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self.criteria = desk, tuple[Criterion, ...]()

    def take(self, criteria: Sequence[Criterion]) -> None:
        """What the scores are made of."""
        self.criteria = tuple(criteria)

    def paint(self, painter: QPainter, room: QRectF, row: Ranked) -> None:
        theme = self._desk.theme
        high = min(room.height() - theme.px(12), theme.px(18))
        track = QRectF(room.x(), room.center().y() - high / 2, room.width(), high)
        painter.setPen(QPen(theme.color("border"), theme.edge))
        painter.drawLine(track.bottomLeft(), track.bottomRight())
        left = track.x()
        for ground, points in row.of_ground(self.criteria).items():
            wide = track.width() * points / HUNDRED
            segment(painter, self._desk, QRectF(left, track.y(), wide, high), ground, is_known=row.score.is_enough)
            left += wide
        self._paint_line(painter, track)
        if row.before.is_enough and row.before.value is not None:
            self._paint_before(painter, track, row.before.value)

    def _paint_line(self, painter: QPainter, track: QRectF) -> None:
        theme = self._desk.theme
        at = track.x() + track.width() * KEY_LINE / HUNDRED
        painter.setPen(QPen(theme.color("crit"), theme.ring, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(at, track.y() - theme.px(6)), QPointF(at, track.bottom() + theme.px(6)))

    def _paint_before(self, painter: QPainter, track: QRectF, value: float) -> None:
        before_mark(painter, self._desk.theme, QPointF(track.x() + track.width() * value / HUNDRED, track.bottom()))


def segment(painter: QPainter, desk: Desk, rect: QRectF, ground: Ground | None, *, is_known: bool) -> None:
    """One ground's part of a bar; only its outline where too little is known."""
    theme, letter = desk.theme, desk.words(LETTERS[ground])
    token, pattern = PATTERNS[ground]
    painter.setPen(QPen(theme.color("accent"), 1.2, Qt.PenStyle.SolidLine if is_known else Qt.PenStyle.DashLine))
    painter.setBrush(theme.color("surface"))
    painter.drawRect(rect)
    if is_known:
        painter.setBrush(QBrush(theme.color(token), pattern))
        painter.drawRect(rect)
    painter.setFont(theme.font("micro"))
    wide = painter.fontMetrics().horizontalAdvance(letter)
    if rect.width() < wide + theme.px(8):
        return
    is_solid = is_known and pattern == Qt.BrushStyle.SolidPattern
    plate = QRectF(rect.center().x() - wide / 2 - 3, rect.y() + 2, wide + 6, rect.height() - 4)
    if not is_solid:
        painter.fillRect(plate, theme.color("surface"))
    painter.setPen(theme.color("on_accent" if is_solid else "text"))
    painter.drawText(rect, int(painting.CENTER), letter)


def before_mark(painter: QPainter, theme: Theme, at: QPointF) -> None:
    """The small triangle that says where it was a year ago."""
    size = theme.px(5)
    painter.setPen(QPen(theme.color("surface"), 1))
    painter.setBrush(theme.color("text"))
    points = [
        QPointF(at.x(), at.y() - size),
        QPointF(at.x() + size, at.y() + size),
        QPointF(at.x() - size, at.y() + size),
    ]
    painter.drawPolygon(QPolygonF(points))


class Legend(QWidget):
    """What the segments and marks of the bars mean."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        words = desk.words
        self._parts = [(ground, words(ground.label)) for ground in Ground]
        self._line, self._before = words("key from {n}", n=KEY_LINE), words("a year ago")
        self.setAccessibleName(", ".join([*(text for _, text in self._parts), self._line, self._before]))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lines = 1

    def sizeHint(self) -> QSize:
        return QSize(200, self._lines * self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = round(self._places(event.size().width())[-1].y() / self._high()) + 1
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, high = QPainter(self), self._desk.theme, self._high()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (mark, text), at in zip(self._marks(), self._places(self.width()), strict=True):
            middle = at.y() + high / 2
            if isinstance(mark, Ground):
                place = QRectF(at.x(), middle - theme.px(8), theme.px(BOX), theme.px(16))
                segment(painter, self._desk, place, mark, is_known=True)
            elif mark == "line":
                painter.setPen(QPen(theme.color("crit"), theme.ring, Qt.PenStyle.DashLine))
                left = at.x() + theme.px(BOX) / 2
                painter.drawLine(QPointF(left, at.y() + 2), QPointF(left, at.y() + high - 2))
            else:
                before_mark(painter, theme, QPointF(at.x() + theme.px(BOX) / 2, middle))
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("text2"))
            painter.drawText(QRectF(at.x() + theme.px(BOX) + 6, at.y(), self.width(), high), int(painting.LEFT), text)

    def _high(self) -> int:
        return self._desk.theme.px(22)

    def _marks(self) -> list[tuple[object, str]]:
        return [*self._parts, ("line", self._line), ("before", self._before)]

    def _places(self, width: int) -> list[QPointF]:
        """Where each mark begins, from left to right and in as many lines as it takes."""
        metrics, at, found = QFontMetricsF(self._desk.theme.font("caption")), QPointF(0, 0), list[QPointF]()
        for _, text in self._marks():
            wide = self._desk.theme.px(BOX) + 6 + metrics.horizontalAdvance(text) + 18
            if at.x() and at.x() + wide - 18 > width:
                at = QPointF(0, at.y() + self._high())
            found.append(at)
            at = QPointF(at.x() + wide, at.y())
        return found
