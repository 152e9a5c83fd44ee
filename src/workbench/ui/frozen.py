"""A table whose first column stays where it is while the others move sideways.

It is painted over the others instead of standing in a second table: for a screen reader, there is one table.
"""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from workbench.ui.painting import Index

# of the width: the other columns must be seen as well
MOST = 0.5


class FrozenTable(QTableView):
    """The first column is always seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalHeader(_Head(self))

    def frozen_width(self) -> int:
        """How much of the other columns the first one covers."""
        if self.horizontalHeader().offset() <= 0:
            return 0
        return min(self.columnWidth(0), int(self.viewport().width() * MOST))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        wide = self.frozen_width()
        if wide and self.model().rowCount():
            painter = QPainter(self.viewport())
            self._paint_first(painter, wide, event.rect())
            painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:
            # what was moved along with the rest
            self.viewport().update()

    def indexAt(self, pos: QPoint) -> Index:  # type: ignore[override]
        if pos.x() < self.frozen_width() and self.rowAt(pos.y()) >= 0:
            return self.model().index(self.rowAt(pos.y()), 0)
        return super().indexAt(pos)

    def visualRect(self, index: Index) -> QRect:
        rect = super().visualRect(index)
        if index.column() == 0 and self.frozen_width():
            rect.moveLeft(0)
            rect.setWidth(self.frozen_width())
        return rect

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() == 0:
            bar.setValue(before)
            return
        covered = self.frozen_width() - super().visualRect(index).left()
        if covered > 0:
            bar.setValue(bar.value() - covered)

    def _paint_first(self, painter: QPainter, wide: int, part: QRect) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        chosen, base = self.selectionModel(), self.palette().base()
        first, last = max(0, self.rowAt(part.top())), self.rowAt(part.bottom())
        last = self.model().rowCount() - 1 if last < 0 else last
        for row in range(first, last + 1):
            index = self.model().index(row, 0)
            rect = QRect(0, self.rowViewportPosition(row), wide, self.rowHeight(row))
            painter.fillRect(rect, base)
            option.rect = rect
            option.state = QStyle.StateFlag.State_Enabled
            if chosen.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            self.itemDelegate().paint(painter, option, index)
        edge = QColor(self.palette().mid().color())
        painter.fillRect(QRect(wide - 1, part.top(), 1, part.height()), edge)


class _Head(QHeaderView):
    """The head of the first column stays as well, and is the one that is clicked."""

    def __init__(self, table: FrozenTable) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._table = table
        self.setSectionsClickable(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        wide = self._table.frozen_width()
        if wide and self.count():
            rect = QRect(0, 0, wide, self.height())
            painter = QPainter(self.viewport())
            painter.fillRect(rect, self.palette().alternateBase())
            self.paintSection(painter, rect, 0)
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._is_first(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._is_first(event):
            super().mouseReleaseEvent(event)
            return
        is_up = self.sortIndicatorSection() == 0 and self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        self.setSortIndicator(0, Qt.SortOrder.DescendingOrder if is_up else Qt.SortOrder.AscendingOrder)

    def _is_first(self, event: QMouseEvent) -> bool:
        return event.position().x() < self._table.frozen_width()
