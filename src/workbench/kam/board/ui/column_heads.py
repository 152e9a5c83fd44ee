"""The heads of the columns: the state, and how many cards stand in it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.action_items.model import State
from workbench.kam.board.cards import COLUMNS
from workbench.kam.board.geometry import DONE, Measures
from workbench.ui import icons, painting
from workbench.ui.desk import Desk

ICONS = {
    State.TODO: "circle",
    State.IN_PROGRESS: "circle-dot",
    State.WAITING: "hourglass",
    State.DONE: "circle-check",
}
HEIGHT = 32


class ColumnHeads(QWidget):
    """A line above the board; it is read, not walked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._first = ""
        self._counts = [0] * len(COLUMNS)
        self._measures = Measures(0)
        self.setFixedHeight(desk.theme.px(HEIGHT))
        self.setObjectName("board.columns")

    def show_heads(self, first: str, counts: list[int], measures: Measures) -> None:
        """Say by what the lanes are made, and how many cards stand in each column."""
        self._first, self._counts, self._measures = first, counts, measures
        words = self._desk.words
        said = [words("{state} {n}", state=words(state.label), n=n) for state, n in zip(COLUMNS, counts, strict=True)]
        self.setAccessibleName(", ".join((first, *said)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px, painter = self._desk.theme, self._desk.theme.px, QPainter(self)
        height = self.height()
        painter.fillRect(self.rect(), theme.color("subtle"))
        painter.fillRect(QRectF(0, height - 1, self.width(), 1), theme.color("border_strong"))
        font = theme.font("caption")
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.color("text2"))
        painting.text(painter, QRectF(px(21), 0, self._measures.head - px(24), height - 1), self._first)
        for place, across in enumerate(self._measures.columns):
            if not across.width:
                continue
            left, state = across.x + px(12 if place < DONE else 10), COLUMNS[place]
            icons.draw(painter, QPointF(left, (height - px(14)) / 2), ICONS[state], theme.tokens["text2"], px(14))
            name = self._desk.words(state.label)
            painter.setFont(font)
            painter.setPen(theme.color("text2"))
            wide = QFontMetricsF(font).horizontalAdvance(name) + 2
            room = across.x + across.width - left - px(20)
            painting.text(painter, QRectF(left + px(20), 0, min(wide, room), height - 1), name)
            if place < DONE or self._measures.is_done_open:
                painter.setFont(theme.font("caption"))
                painter.setPen(theme.color("muted"))
                number = self._desk.formats.number(self._counts[place])
                painting.text(painter, QRectF(left + px(26) + wide, 0, px(60), height - 1), number)
