"""The strip above the horizon: workstreams as bars, what they hand over as diamonds, today as a dashed line."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.kam.horizon.views import HorizonView, Strand
from workbench.ui import painting
from workbench.ui.desk import Desk

BEFORE, AFTER = 14, 91  # days around the start
ROW, HEAD, NAMES, MOST = 20, 20, 240, 8


class Strip(QWidget):
    """Drawn from the same view as the board; said aloud as one sentence for each workstream."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view = HorizonView("", desk.clock.today(), desk.clock.today())
        self.setObjectName("horizon.strip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_view(self, view: HorizonView) -> None:
        self._view = view
        self.setAccessibleName(". ".join(self._said(strand) for strand in view.strands))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        rows = min(MOST, len(self._view.strands))
        return QSize(400, self._desk.theme.px(HEAD + rows * ROW + 6))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self._desk.theme, self._desk.theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("surface"))
        names = min(px(NAMES), self.width() // 3)
        field = QRectF(names, px(HEAD), self.width() - names - px(16), self.height() - px(HEAD) - px(6))
        self._paint_months(painter, field)
        for place, strand in enumerate(self._view.strands[:MOST]):
            top = field.top() + place * px(ROW)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("text2"))
            painting.text(painter, QRectF(px(20), top, names - px(28), px(ROW)), strand.title)
            self._paint_strand(painter, field, top + px(ROW) / 2, strand)
        painter.setPen(QPen(theme.color("text"), 1.5, Qt.PenStyle.DashLine))
        today = self._at(self._view.as_of, field)
        painter.drawLine(QPointF(today, field.top()), QPointF(today, field.bottom()))

    def _said(self, strand: Strand) -> str:
        words, formats = self._desk.words, self._desk.formats
        days = {"first": formats.day(strand.first), "last": formats.day(strand.last)}
        if strand.is_late:
            return words("{title}: {first} – {last}, late", title=strand.title, **days)
        return words("{title}: {first} – {last}", title=strand.title, **days)

    def _at(self, day: date, field: QRectF) -> float:
        first = self._view.start - timedelta(BEFORE)
        share = (day - first).days / (BEFORE + AFTER)
        return field.left() + field.width() * min(1.0, max(0.0, share))

    def _paint_months(self, painter: QPainter, field: QRectF) -> None:
        theme, last = self._desk.theme, self._view.start + timedelta(AFTER)
        painter.setFont(theme.font("micro"))
        day = (self._view.start - timedelta(BEFORE)).replace(day=1)
        while day <= last:
            following = (day + timedelta(32)).replace(day=1)
            left, right = self._at(day, field), self._at(following, field)
            painter.setPen(QPen(theme.color("border"), 1))
            painter.drawLine(QPointF(left, field.top()), QPointF(left, field.bottom()))
            name = self._desk.formats.month(day)
            if painter.fontMetrics().horizontalAdvance(name) < right - left - 8:
                painter.setPen(theme.color("muted"))
                painting.text(painter, QRectF(left + 4, 0, right - left - 4, field.top()), name)
            day = following

    def _paint_strand(self, painter: QPainter, field: QRectF, middle: float, strand: Strand) -> None:
        """Running is filled, planned is pale, late is hatched: told apart without colour."""
        theme, px = self._desk.theme, self._desk.theme.px
        left, right = self._at(strand.first, field), self._at(strand.last, field)
        bar = QRectF(left, middle - px(4), max(px(4), right - left), px(8))
        painter.setPen(QPen(theme.color("crit" if strand.is_late else "border_strong"), 1))
        painter.setBrush(theme.color("subtle"))
        painter.drawRect(bar)
        if strand.is_late:
            painter.fillRect(bar, Qt.GlobalColor.transparent)
            painter.setBrush(Qt.BrushStyle.BDiagPattern)
            painter.drawRect(bar)
        elif strand.is_running:
            painter.fillRect(bar, theme.color("accent"))
        for milestone in strand.milestones:
            if field.left() < self._at(milestone.due, field) < field.right():
                self._paint_diamond(painter, QPointF(self._at(milestone.due, field), middle), is_done=milestone.is_done)

    def _paint_diamond(self, painter: QPainter, at: QPointF, *, is_done: bool) -> None:
        theme, size = self._desk.theme, self._desk.theme.px(6)
        corners = [(0, -size), (size, 0), (0, size), (-size, 0)]
        painter.setPen(QPen(theme.color("text" if is_done else "surface"), 1.2))
        painter.setBrush(theme.color("surface" if is_done else "text"))
        painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in corners]))
