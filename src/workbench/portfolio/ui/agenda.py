"""A meeting of the day as a card."""

from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workbench.portfolio.day import AgendaItem
from workbench.ui import icons, painting
from workbench.ui.desk import Desk

TIMES = 50


class AgendaCard(QAbstractButton):
    """When, what, where, and whether it is prepared; Enter or a click opens the meeting."""

    def __init__(self, desk: Desk, item: AgendaItem) -> None:
        super().__init__()
        self._desk, self._item = desk, item
        self.setText(item.title)
        self.setObjectName(f"today.agenda.{item.id}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(", ".join(filter(None, (self._start(), item.title, item.place, self._state()[0]))))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def key(self) -> int:
        return self._item.id

    @property
    def is_next(self) -> bool:
        return self._item.is_next

    def sizeHint(self) -> QSize:
        return QSize(240, self._desk.theme.px(88))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self._desk.theme, self._desk.theme.px
        item, left = self._item, px(TIMES)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(0, px(8), left - 8, px(18)), int(painting.RIGHT), self._start())
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("muted"))
        painter.drawText(QRectF(0, px(27), left - 8, px(16)), int(painting.RIGHT), self._end())
        rect = QRectF(left, 1, self.width() - left - 1, self.height() - 2)
        painting.card(painter, rect, theme, accent=item.is_next)
        inner = rect.adjusted(px(13), px(9), -px(10), 0)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("text"))
        painting.text(painter, QRectF(inner.x(), inner.y(), inner.width(), px(18)), item.title)
        where = " · ".join(
            filter(None, (item.account if item.account and item.account not in item.title else None, item.place))
        )
        icons.draw(painter, QPointF(inner.x(), inner.y() + px(23)), "map-pin", theme.tokens["muted"], px(13))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("text2"))
        painting.text(
            painter, QRectF(inner.x() + px(18), inner.y() + px(21), inner.width() - px(18), px(17)), where or "–"
        )
        text, look = self._state()
        painting.chip(painter, QPointF(inner.x(), inner.y() + px(46)), theme, text, look)
        if self.hasFocus():
            painting.focus_ring(painter, rect, theme, 8)

    def _start(self) -> str:
        item = self._item
        return self._desk.formats.time(item.start) if item.start else self._desk.words("all day")

    def _end(self) -> str:
        item = self._item
        if item.start is None:
            return ""
        end = datetime.combine(self._desk.clock.today(), item.start) + timedelta(minutes=item.minutes or 60)
        return self._desk.formats.time(end.time())

    def _state(self) -> tuple[str, tuple[str, str]]:
        words = self._desk.words
        if not self._item.has_purpose:
            return words("no purpose yet"), ("crit", "circle-alert")
        if self._item.promises:
            return words.many("{n} open point", "{n} open points", self._item.promises), ("warn", "triangle-alert")
        return words("brief ready"), ("ok", "circle-check")
