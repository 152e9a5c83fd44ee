"""The line below the grid: how many A each department holds, under its column."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.kam.raci.audit import Excess
from workbench.kam.raci.ui.model import FIRST, TITLE, RaciModel
from workbench.kam.raci.ui.table import EDGE, RaciTable
from workbench.ui import painting
from workbench.ui.desk import Desk


class Totals(QWidget):
    """Drawn under the columns of the table, and scrolled sideways with them; `touched` tells the column of a figure."""

    touched = Signal(int)

    def __init__(self, desk: Desk, table: RaciTable, model: RaciModel) -> None:
        super().__init__()
        self._desk, self._table, self._model = desk, table, model
        self.setFixedHeight(desk.theme.line)
        table.horizontalScrollBar().valueChanged.connect(self.update)
        table.horizontalHeader().sectionResized.connect(self.update)

    def tell(self) -> None:
        """Say and draw the figures of the view that the model has now."""
        counts, number = self._model.view.accountable, self._desk.formats.number
        pairs = (f"{column.code} {number(counts[column.id])}" for column in self._model.view.columns)
        self.setAccessibleName(", ".join((self._desk.words("A per column"), *pairs)))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit(self._table.columnAt(int(event.position().x())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, view = QPainter(self), self._desk.theme, self._model.view
        rect = QRectF(self.rect())
        painter.fillRect(rect, theme.color("surface"))
        painter.fillRect(QRectF(0, 0, rect.width(), theme.edge), theme.color("border_strong"))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        many = {one.column for one in view.findings if one.excess is Excess.MANY_ACCOUNTABLE}
        for place, column in enumerate(view.columns):
            left, wide = self._table.columnViewportPosition(FIRST + place), self._table.columnWidth(FIRST + place)
            said = self._desk.formats.number(view.accountable[column.id])
            is_many = column.id in many
            painter.setFont(theme.font("strong" if is_many else "caption"))
            painter.setPen(theme.color("warn" if is_many else "text2"))
            text = f"▲ {said}" if is_many else said
            painter.drawText(QRectF(left, 0, wide, rect.height()), int(painting.CENTER), text)
        self._paint_title(painter)

    def _paint_title(self, painter: QPainter) -> None:
        """Over the figures that are moved behind it, as in the table."""
        theme, frozen = self._desk.theme, self._table.frozen_width()
        wide = frozen or self._table.columnWidth(TITLE)
        painter.fillRect(QRectF(0, theme.edge, wide, self.height()), theme.color("surface"))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        painting.text(painter, QRectF(EDGE, 0, wide - EDGE, self.height()), self._desk.words("A per column"))
