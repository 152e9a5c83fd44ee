"""The log as a painted list: what, when, who, and whether it is settled."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.kam.log.views import SETTLED, LogLine
from workbench.kam.model import LogKind
from workbench.ui import icons, painting
from workbench.ui.desk import Desk
from workbench.ui.painting import Index
from workbench.ui.widgets.chips import Chip

LINE_ROLE = Qt.ItemDataRole.UserRole
HEIGHT = 46
ICONS = {
    LogKind.DECISION: ("scale", "info"),
    LogKind.ISSUE: ("circle-alert", "warn"),
    LogKind.CONFLICT: ("octagon-x", "crit"),
    LogKind.NOTE: ("sticky-note", "text2"),
}


class LogModel(QAbstractListModel):
    """The entries that are shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: list[LogLine] = []

    def show_lines(self, lines: Sequence[LogLine]) -> None:
        """Show entries; where they are the same ones, only what is said of them changes."""
        if [line.key for line in lines] == [line.key for line in self._lines]:
            self._lines = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, 0))
            return
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, row: int) -> LogLine | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, key: tuple[str, int] | None) -> int:
        """The row of an entry, -1 where it is not shown."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            chip = standing(self._desk, line)
            told = [self._desk.words(line.kind.label), line.title, below(self._desk, line), chip.text if chip else ""]
            return ", ".join(part for part in told if part)
        return None


def standing(desk: Desk, line: LogLine) -> Chip | None:
    """Whether it is settled, where that can be asked."""
    if line.is_open:
        return Chip(desk.words("Still open"), "warn", "circle-dashed")
    if line.kind in SETTLED:
        return Chip(desk.words("Resolved {day}", day=desk.formats.short_day(line.resolved_on)), "ok", "circle-check")
    return Chip(desk.words("From the minutes"), "neutral", "file-text") if line.is_minuted else None


def below(desk: Desk, line: LogLine) -> str:
    """When, who and where, in a line of small letters."""
    parts = [desk.formats.day(line.on), line.who, line.department, line.meeting]
    return " · ".join(part for part in parts if part)


class LogList(QListView):
    """Walked by arrows or J and K; `asked` tells what a key wants of the entry."""

    asked = Signal(str)
    chosen = Signal()

    def __init__(self, desk: Desk, model: LogModel, name: str) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_Painter(desk, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("log.entries")
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_J, Qt.Key.Key_K) and not held:
            self.go_to(self.currentIndex().row() + (1 if key == Qt.Key.Key_J else -1))
        elif key in VERBS and not held:
            self.asked.emit(VERBS[key])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here, not the beginning of a name."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def go_to(self, row: int) -> None:
        """Choose an entry, or the nearest one there is."""
        last = self._model.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self._model.index(min(max(row, 0), last), 0))

    def line(self) -> LogLine | None:
        """The entry that is chosen."""
        found = self.currentIndex().data(LINE_ROLE)
        return found if isinstance(found, LogLine) else None


VERBS = {
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
    Qt.Key.Key_F2: "open",
    Qt.Key.Key_R: "resolve",
    Qt.Key.Key_L: "lesson",
    Qt.Key.Key_N: "add",
    Qt.Key.Key_Insert: "add",
    Qt.Key.Key_M: "meeting",
    Qt.Key.Key_Delete: "delete",
}


class _Painter(QStyledItemDelegate):
    def __init__(self, desk: Desk, parent: QListView) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._desk.theme.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, theme = index.data(LINE_ROLE), self._desk.theme
        rect, state = QRectF(_any(option).rect), _any(option).state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selection"))
        if state & QStyle.StateFlag.State_HasFocus:
            painting.focus_ring(painter, rect, theme)
        if isinstance(line, LogLine):
            self._paint_line(painter, rect.adjusted(theme.px(20), 0, -theme.px(14), 0), line)

    def _paint_line(self, painter: QPainter, rect: QRectF, line: LogLine) -> None:
        theme, px, words = self._desk.theme, self._desk.theme.px, self._desk.words
        icon, token = ICONS[line.kind]
        size = px(18)
        icons.draw(painter, QPointF(rect.left(), rect.center().y() - size / 2), icon, theme.tokens[token], size)
        left, right = rect.left() + px(28), rect.right()
        chip = standing(self._desk, line)
        if chip:
            right -= painting.chip_width(theme, chip.text, chip.icon)
            at = QPointF(right, rect.center().y() - px(19) / 2)
            painting.chip(painter, at, theme, chip.text, (chip.kind, chip.icon))
            right -= px(10)
        half = rect.height() / 2
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text"))
        painting.text(painter, QRectF(left, rect.top() + px(4), right - left, half - px(2)), line.title)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("muted"))
        said = words("{kind} · {rest}", kind=words(line.kind.label), rest=below(self._desk, line))
        painting.text(painter, QRectF(left, rect.top() + half, right - left, half - px(4)), said)


def _any(option: Any) -> Any:  # the option's members are not in its type
    return option
