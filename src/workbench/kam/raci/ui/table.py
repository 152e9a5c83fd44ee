"""The grid on the screen: a filled square is accountable, an outlined one responsible, the rest are plain letters."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from workbench.kam.model import Letter
from workbench.kam.raci.ui.model import FIRST, LETTER_ROLE, OWNER, ROW_ROLE, TITLE, RaciModel
from workbench.kam.raci.views import RaciRow, Work
from workbench.ui import icons, painted_table, painting
from workbench.ui.desk import Desk
from workbench.ui.frozen import FrozenTable
from workbench.ui.painting import Index

CELL, OWNERS, AUDIT, LEAST_TITLE, SQUARE, WIDE = 46, 124, 196, 190, 22, 36
BAR, EDGE = 44, 20
NAMED_KEYS = {
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_F2: "Enter",
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Delete: "Delete",
}


class RaciTable(FrozenTable):
    """Walked by arrows; `pressed_key` tells of the others, and the page says whether they mean something."""

    pressed_key = Signal(str)

    def __init__(self, desk: Desk, model: RaciModel) -> None:
        super().__init__()
        self._theme = desk.theme
        self.setModel(model)
        self.setItemDelegate(_Painter(desk, self))
        self.setObjectName("raci.grid.table")
        self.setAccessibleName(desk.words("Who does what"))
        painted_table.set_up(self, desk.theme.line)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(10)
        model.modelReset.connect(self.lay_out)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.lay_out()

    def lay_out(self) -> None:
        """Give each column its width; the title takes what is left, and the owner gives way first."""
        model, px = self.model(), self._theme.px
        assert isinstance(model, RaciModel)
        cells = {place: self._cell(model, place) for place in range(FIRST, model.last)}
        room = self.viewport().width() - sum(cells.values()) - px(AUDIT)
        has_owner = room - px(OWNERS) >= px(LEAST_TITLE)
        self.setColumnHidden(OWNER, not has_owner)
        self.setColumnWidth(TITLE, max(px(LEAST_TITLE), room - (px(OWNERS) if has_owner else 0)))
        self.setColumnWidth(OWNER, px(OWNERS))
        for column, width in cells.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(model.last, px(AUDIT))

    def _cell(self, model: RaciModel, place: int) -> int:
        code = str(model.headerData(place, Qt.Orientation.Horizontal))
        wide = self.horizontalHeader().fontMetrics().horizontalAdvance(code)
        return max(self._theme.px(CELL), wide + self._theme.px(10))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if held == Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.pressed_key.emit("Up" if key == Qt.Key.Key_Up else "Down")
        elif not held and key in NAMED_KEYS:
            self.pressed_key.emit(NAMED_KEYS[key])
        elif not held & ~Qt.KeyboardModifier.ShiftModifier and event.text().isalpha():
            self.pressed_key.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are what is set here, not the beginning of a name."""


class _Painter(QStyledItemDelegate):
    def __init__(self, desk: Desk, table: RaciTable) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(10, self._desk.theme.line)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = self._desk.theme, index.data(ROW_ROLE)
        known: QStyleOptionViewItem = option
        rect, model = QRectF(known.rect), index.model()
        if not isinstance(row, RaciRow) or not isinstance(model, RaciModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_row = index.row() == self._table.currentIndex().row() and self._table.hasFocus()
        ground = "selection" if is_row else "subtle" if row.work is Work.WORKSTREAM else "surface"
        painter.fillRect(rect, theme.color(ground))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("border"))
        if index.column() == TITLE:
            self._paint_title(painter, rect, row)
        elif index.column() == OWNER:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color("crit" if row.owner_left else "text2"))
            painting.text(painter, rect.adjusted(8, 0, -theme.px(6), 0), row.owner or "–")
        elif index.column() == model.last:
            self._paint_audit(painter, rect, row, str(index.data()))
        else:
            _paint_letter(painter, rect, self._desk, index.data(LETTER_ROLE))
        if known.state & QStyle.StateFlag.State_Selected:
            painting.focus_ring(painter, rect.adjusted(1, 1, -1, -1), theme, 4)
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRectF, row: RaciRow) -> None:
        theme, px = self._desk.theme, self._desk.theme.px
        is_stream = row.work is Work.WORKSTREAM
        inside = rect.adjusted(EDGE if is_stream else EDGE + px(16), 0, -px(6), 0)
        if row.progress is not None:
            inside = self._paint_progress(painter, inside, row.progress)
        if row.is_done:
            size = px(14)
            at = QPointF(inside.left(), inside.center().y() - size / 2)
            icons.draw(painter, at, "circle-check", theme.tokens["ok"], size)
            inside = inside.adjusted(px(19), 0, 0, 0)
        painter.setFont(theme.font("strong" if is_stream else "body"))
        painter.setPen(theme.color("muted" if row.is_done else "text"))
        painting.text(painter, inside, row.label)

    def _paint_progress(self, painter: QPainter, inside: QRectF, share: float) -> QRectF:
        """A bar and its figure at the right end; the room that is left."""
        theme, px = self._desk.theme, self._desk.theme.px
        said = self._desk.formats.percent(share)
        painter.setFont(theme.font("caption"))
        wide = painter.fontMetrics().horizontalAdvance(said)
        if inside.width() < px(BAR + 250) + wide:
            return inside
        bar = QRectF(inside.right() - px(BAR) - wide - px(6), inside.center().y() - px(3), px(BAR), px(6))
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRect(bar)
        painter.fillRect(bar.adjusted(1, 1, -1 - (bar.width() - 2) * (1 - min(1.0, share)), -1), theme.color("accent"))
        painter.setPen(theme.color("text2"))
        painting.text(painter, QRectF(bar.right() + px(6), inside.top(), wide + 2, inside.height()), said)
        return inside.adjusted(0, 0, -(px(BAR) + wide + px(16)), 0)

    def _paint_audit(self, painter: QPainter, rect: QRectF, row: RaciRow, said: str) -> None:
        theme, px = self._desk.theme, self._desk.theme.px
        size = px(14)
        look = ("crit", "circle-alert") if row.faults else ("ok", "check")
        at = QPointF(rect.left() + px(10), rect.center().y() - size / 2)
        icons.draw(painter, at, look[1], theme.tokens[look[0]], size)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color(look[0]))
        painting.text(painter, rect.adjusted(px(30), 0, -px(4), 0), said)


def _paint_letter(painter: QPainter, rect: QRectF, desk: Desk, letter: Letter | None) -> None:
    """White on a filled square, in an outlined square, or plain."""
    theme, size = desk.theme, desk.theme.px(SQUARE)
    wide = desk.theme.px(WIDE) if letter is Letter.BOTH else size
    square = QRectF(rect.center().x() - wide / 2, rect.center().y() - size / 2, wide, size)
    painter.setFont(theme.font("strong"))
    if letter is None:
        painter.setPen(theme.color("disabled"))
        painter.drawText(rect, int(painting.CENTER), "·")
        return
    ink = theme.color("text")
    if letter.accounts:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(square, 3, 3)
        ink = theme.color("surface")
    elif letter is Letter.RESPONSIBLE:
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(ink, 1.5))
        painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), 3, 3)
    painter.setPen(ink)
    painter.drawText(rect, int(painting.CENTER), letter.value)
