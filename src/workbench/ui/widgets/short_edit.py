"""A line to type in that shows what has no room in it shortened, with dots, as long as nobody types there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

MARGIN = 2  # that Qt keeps between the edge of the field and its text


class ShortEdit(QLineEdit):
    """A line edit; `said` is what it shows while it has not the keys, if that is more than its text, like a unit."""

    def said(self) -> str:
        """What is to be read while nobody types."""
        return self.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        said, frame = self.said(), QStyleOptionFrame()
        self.initStyleOption(frame)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, frame, self)
        room = inside.adjusted(MARGIN, 0, -MARGIN, 0)
        is_whole = said == self.text() and self.fontMetrics().horizontalAdvance(said) <= room.width()
        if self.hasFocus() or not said or is_whole:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, frame, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
