"""What stands around a bubble of the matrix: its ring, where it comes from, where it is meant to go."""

from collections.abc import Sequence
from math import atan2, cos, hypot, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

ARROW, DOT, AIM = 5.0, 2.5, 4.0
Way = tuple[QPointF, QPointF]


def ring(painter: QPainter, color: QColor, points: Sequence[QPointF]) -> None:
    """A thin stroke around a bubble."""
    painter.setPen(QPen(color, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))


def arrow(painter: QPainter, color: QColor, way: Way, radius: float) -> None:
    """From where it was to the edge of the bubble."""
    start, centre = way
    if _far(way) <= radius + ARROW:
        return
    angle = atan2(centre.y() - start.y(), centre.x() - start.x())
    tip = centre - QPointF(radius * cos(angle), radius * sin(angle))
    painter.setPen(QPen(color, 1.4))
    painter.drawLine(start, tip)
    _head(painter, color, tip, angle)
    painter.drawEllipse(start, DOT, DOT)


def aim(painter: QPainter, color: QColor, way: Way, radius: float) -> None:
    """Dotted, from the edge of the bubble to where it is meant to stand."""
    centre, end = way
    if _far(way) > radius + ARROW + AIM:
        angle = atan2(end.y() - centre.y(), end.x() - centre.x())
        start = centre + QPointF(radius * cos(angle), radius * sin(angle))
        tip = end - QPointF(AIM * cos(angle), AIM * sin(angle))
        painter.setPen(QPen(color, 1.6, Qt.PenStyle.DotLine))
        painter.drawLine(start, tip)
        _head(painter, color, tip, angle)
    painter.setPen(QPen(color, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(end, AIM, AIM)


def _head(painter: QPainter, color: QColor, tip: QPointF, angle: float) -> None:
    painter.setPen(QPen(color, 1))
    painter.setBrush(color)
    long = ARROW * 1.6
    wings = [tip - QPointF(long * cos(angle + turn), long * sin(angle + turn)) for turn in (0.4, -0.4)]
    painter.drawPolygon(QPolygonF([tip, *wings]))


def _far(way: Way) -> float:
    return hypot(way[1].x() - way[0].x(), way[1].y() - way[0].y())
