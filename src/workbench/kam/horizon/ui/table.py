"""The horizon on the screen: cards with a box to tick, their day, their slip and their owner."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from workbench.kam.horizon.ui.model import ITEM_ROLE, LANE_ROLE, HorizonModel
from workbench.kam.horizon.views import HorizonItem
from workbench.ui import icons, painting
from workbench.ui.desk import Desk
from workbench.ui.painting import Index

CARD, LANE, BOX, LEAST = 62, 26, 15, 170
KEYS = {
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Plus: "+",
    Qt.Key.Key_Minus: "-",
    Qt.Key.Key_Delete: "Delete",
}


class HorizonTable(QTableView):
    """Walked by arrows; `pressed_key` tells of the other keys, `ticked` of a click on the box of a card."""

    pressed_key = Signal(str)
    ticked = Signal()

    def __init__(self, desk: Desk, model: HorizonModel) -> None:
        super().__init__()
        self._desk = desk
        self.setModel(model)
        self.setItemDelegate(_Painter(desk, self))
        self.setObjectName("horizon.board.table")
        self.setAccessibleName(desk.words("Next ninety days"))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(10)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMinimumHeight(desk.theme.line)
        self.horizontalHeader().setDefaultAlignment(painting.LEFT)
        model.modelReset.connect(self.lay_out)

    def lay_out(self) -> None:
        """Names of lanes go across, cards are all of one height."""
        model, px = self.model(), self._desk.theme.px
        assert isinstance(model, HorizonModel)
        self.clearSpans()
        head = self.horizontalHeader()
        texts = (str(model.headerData(place, Qt.Orientation.Horizontal)) for place in range(model.columnCount()))
        # with large texts the parts go on to the right
        widest = max((head.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        head.setMinimumSectionSize(widest + px(16))
        for row, line in enumerate(model.lines):
            self.setRowHeight(row, px(LANE if line.lane else CARD))
            if line.lane:
                self.setSpan(row, 0, 1, model.columnCount())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        sides = {Qt.Key.Key_Left: "Before", Qt.Key.Key_Right: "After"}
        if held == Qt.KeyboardModifier.ControlModifier and key in sides:
            self.pressed_key.emit(sides[key])
        elif not held & ~Qt.KeyboardModifier.ShiftModifier and key in KEYS:
            self.pressed_key.emit(KEYS[key])
        elif not held & ~Qt.KeyboardModifier.ShiftModifier and event.text().isalnum():
            self.pressed_key.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here, not the beginning of a name."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.position().x() - self.visualRect(index).left()
        if isinstance(index.data(ITEM_ROLE), HorizonItem) and left < self._desk.theme.px(BOX + 16):
            self.ticked.emit()


class _Painter(QStyledItemDelegate):
    def __init__(self, desk: Desk, table: HorizonTable) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(10, self._desk.theme.px(CARD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, known = self._desk.theme, _any(option)
        rect, item, lane = QRectF(known.rect), index.data(ITEM_ROLE), index.data(LANE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.color("subtle" if lane else "window"))
        if lane:
            painter.setFont(theme.font("strong"))
            painter.setPen(theme.color("text"))
            painting.text(painter, rect.adjusted(theme.px(14), 0, 0, 0), lane)
        elif isinstance(item, HorizonItem):
            self._paint_card(painter, rect, item, is_chosen=bool(known.state & QStyle.StateFlag.State_Selected))
        is_here = index == self._table.currentIndex() and not lane
        if is_here and self._table.hasFocus():
            painting.focus_ring(painter, rect.adjusted(2, 2, -2, -2), theme, 8)
        painter.restore()

    def _paint_card(self, painter: QPainter, rect: QRectF, item: HorizonItem, *, is_chosen: bool) -> None:
        theme, px = self._desk.theme, self._desk.theme.px
        card = rect.adjusted(px(6), px(3), -px(6), -px(3))
        painting.card(painter, card, theme)
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection"))
            painter.drawRoundedRect(card.adjusted(2, 2, -2, -2), 7, 7)
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("border_strong"), 1.5))
        box = QRectF(card.left() + px(9), card.top() + px(8), px(BOX), px(BOX))
        painter.drawRoundedRect(box, 3, 3)
        inside = card.adjusted(px(BOX + 17), px(4), -px(8), -px(4))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text"))
        half = inside.height() / 2
        title = " ".join(part for part in (item.objective, item.title) if part)
        painting.text(painter, QRectF(inside.left(), inside.top(), inside.width(), half), title)
        self._paint_meta(painter, QRectF(inside.left(), inside.top() + half, inside.width(), half), item)

    def _paint_meta(self, painter: QPainter, line: QRectF, item: HorizonItem) -> None:
        """The day, the slip and what blocks on the left; the department and the owner on the right."""
        theme, px = self._desk.theme, self._desk.theme.px
        model = self._table.model()
        assert isinstance(model, HorizonModel)
        look = ("crit", "circle-alert") if item.is_late else ("text2", "calendar")
        day = self._desk.formats.short_day(item.due) if item.due else self._desk.words("no day")
        pieces = [(day, *look)]
        slip = model.slip(item)
        if slip:
            pieces.append((slip, "warn" if item.slip > 0 else "ok", "arrow-right" if item.slip > 0 else "arrow-left"))
        if item.is_blocked:
            pieces.append((self._desk.words("blocked"), "block", "octagon-x"))
        painter.setFont(theme.font("caption"))
        left, size = line.left(), px(12)
        for said, token, icon in pieces:
            wide = painter.fontMetrics().horizontalAdvance(said)
            if left + size + px(4) + wide > line.right():
                return
            icons.draw(painter, QPointF(left, line.center().y() - size / 2), icon, theme.tokens[token], size)
            painter.setPen(theme.color(token))
            painter.drawText(QRectF(left + size + px(4), line.top(), wide + 2, line.height()), int(painting.LEFT), said)
            left += size + px(14) + wide
        painter.setPen(theme.color("muted"))
        who = " · ".join(part for part in (item.code, item.owner) if part)
        if line.right() - left > px(30):
            painting.text(painter, QRectF(left, line.top(), line.right() - left, line.height()), who, painting.RIGHT)


def _any(option: Any) -> Any:  # the option's members are not in its type
    return option
