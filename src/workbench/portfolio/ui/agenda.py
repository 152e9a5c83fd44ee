"""A meeting of the day as a card."""

from datetime import datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workbench.portfolio.day import AgendaItem
from workbench.ui import icons, painting
from workbench.ui.desk import Desk

TIMES = 50
ROOM = 172  # for the state and the label of a button beside it


class AgendaCard(QAbstractButton):
    """When, what, where, and whether it is prepared; Enter or a click opens the meeting, B its brief."""

    brief = Signal()

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
    def account(self) -> int | None:
        return self._item.account_id

    @property
    def start(self) -> time | None:
        return self._item.start

    @property
    def is_next(self) -> bool:
        return self._item.is_next

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_B and not event.modifiers():
            self.brief.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_J):
            self.focusNextChild()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_K):
            self.focusPreviousChild()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._brief_room().contains(event.position()):
            self.setDown(False)
            self.brief.emit()
        else:
            super().mouseReleaseEvent(event)

    def _brief_room(self) -> QRectF:
        """Where “Open brief” stands on the card that comes next."""
        if not self._item.is_next:
            return QRectF()
        px = self._desk.theme.px
        label = self._brief_width()
        top = px(80) if self._is_crowded(label) else px(48)
        return QRectF(self.width() - label - px(38), top, label + px(26), px(28))

    def _is_crowded(self, label: float) -> bool:
        """Whether the state and “Open brief” do not fit beside each other."""
        text, (_, icon) = self._state()
        return painting.chip_width(self._desk.theme, text, icon) + label > self._desk.theme.px(ROOM)

    def _brief_width(self) -> float:
        return QFontMetricsF(self._desk.theme.font("strong")).horizontalAdvance(self._brief_label())

    def _brief_label(self) -> str:
        return self._desk.words("Open brief") + "  B"

    def sizeHint(self) -> QSize:
        is_higher = self._item.is_next and self._is_crowded(self._brief_width())
        return QSize(240, self._desk.theme.px(120 if is_higher else 88))

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
        self._paint_brief(painter)
        if self.hasFocus():
            painting.focus_ring(painter, rect, theme, 8)

    def _paint_brief(self, painter: QPainter) -> None:
        room = self._brief_room()
        if room.isEmpty():
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._desk.theme.color("accent"))
        painter.drawRoundedRect(room, 6, 6)
        painter.setPen(self._desk.theme.color("on_accent"))
        painter.setFont(self._desk.theme.font("strong"))
        painter.drawText(room, int(painting.CENTER), self._brief_label())

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
            return words("no brief yet"), ("crit", "circle-alert")
        if self._item.promises:
            return words.many("{n} late promise", "{n} late promises", self._item.promises), ("warn", "triangle-alert")
        return words("brief ready"), ("ok", "circle-check")
