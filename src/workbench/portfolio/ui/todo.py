"""One action on the first page: a circle to tick, what, for whom, and when."""

from datetime import date, time

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workbench.action_items.queries import ActionCard
from workbench.kernel.clock import days_between
from workbench.ui import painting
from workbench.ui.desk import Desk

NEAR = 6


class TodoRow(QAbstractButton):
    """Space ticks, Enter opens, arrows walk; other keys are verbs of the page."""

    verb = Signal(str)

    def __init__(self, desk: Desk, card: ActionCard, today: date, at: tuple[time, str] | None = None) -> None:
        """`at` is when it can be raised at a meeting of the day, with the look of that time."""
        super().__init__()
        self._desk, self._card = desk, card
        self._due, self._kind = (desk.formats.time(at[0]), at[1]) if at else self._when(today)
        who = f" · {card.owner}" if card.owner and not card.is_ours else ""
        self._text = f"{card.title}{who}"
        self.setText(self._text)
        self.setObjectName(f"today.do.{card.id}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(", ".join(filter(None, (self._text, card.account, self._due))))

    @property
    def key(self) -> int:
        return self._card.id

    @property
    def account(self) -> int | None:
        return self._card.account_id

    def sizeHint(self) -> QSize:
        return QSize(300, self._desk.theme.px(34))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Space:
            self.verb.emit("Space")
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_J):
            self.focusNextChild()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_K):
            self.focusPreviousChild()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif not held and len(event.text()) == 1 and (event.text().isalnum() or event.text() in "+-"):
            self.verb.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < self._desk.theme.px(32):
            self.setDown(False)
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.verb.emit("Space")
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self._desk.theme, self._desk.theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.hasFocus() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection" if self.hasFocus() else "subtle"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
        painter.setPen(QPen(theme.color("border_strong"), 1.5))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(QRectF(px(8), rect.center().y() - px(8), px(16), px(16)))
        right = self._paint_due(painter, rect)
        account = px(120) if rect.width() > px(420) else 0
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font())
        painting.text(painter, QRectF(px(34), 0, right - account - px(44), rect.height()), self._text)
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font("label"))
        painting.text(painter, QRectF(right - account, 0, account - px(8), rect.height()), self._card.account or "")

    def _paint_due(self, painter: QPainter, rect: QRectF) -> float:
        theme, px = self._desk.theme, self._desk.theme.px
        room = float(px(104))
        if self._kind == "neutral":
            painter.setPen(theme.color("muted"))
            painter.setFont(theme.font("label"))
            painting.text(
                painter, QRectF(rect.right() - room, 0, room - px(6), rect.height()), self._due, painting.RIGHT
            )
        else:
            icon = "circle-alert" if self._kind == "crit" else "clock"
            width = painting.chip_width(theme, self._due, icon)
            room = max(room, width + px(16))
            top = rect.center().y() - px(9)
            painting.chip(painter, QPointF(rect.right() - width - px(6), top), theme, self._due, (self._kind, icon))
        return rect.right() - room

    def _when(self, today: date) -> tuple[str, str]:
        words, formats, due = self._desk.words, self._desk.formats, self._card.due
        if due is None:
            return "", "neutral"
        late = days_between(due, today)
        if late > 0:
            text = words.many("{n} day late", "{n} days late", late) if late <= NEAR else formats.short_day(due)
            return text, "crit"
        if late == 0:
            return words("today"), "warn"
        return (formats.weekday(due) if -late <= NEAR else formats.short_day(due)), "neutral"
