"""The search: one line for records and commands, over whatever page is open."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workbench.ui import icons, painting
from workbench.ui.desk import Desk
from workbench.ui.layout import column
from workbench.ui.menu import Entry
from workbench.ui.shell.finding import Row, rows
from workbench.ui.table_model import Index
from workbench.ui.theme import Theme
from workbench.ui.widgets.overlay import Overlay
from workbench.ui.widgets.said import Said

ROW = Qt.ItemDataRole.UserRole
TOP, WIDTH, HEIGHT = 78, 640, 440


class SearchPanel(Overlay):
    """One line and what it finds."""

    went = Signal(str, object)

    def __init__(self, parent: QWidget, desk: Desk, entries: Callable[[], list[Entry]]) -> None:
        super().__init__(parent, desk.theme)
        self._desk, self._entries = desk, entries
        self.veil.touched.connect(self.leave)
        self._line = QLineEdit()
        self._line.setPlaceholderText(desk.words("Name, note, phone, or what you want to do"))
        self._line.setAccessibleName(desk.words("Search"))
        self._line.setMaxLength(200)
        self._line.setObjectName("search.line")
        self._model = QStandardItemModel(self)
        self._list = _results(self, desk)
        self._list.setModel(self._model)
        self._said = Said(desk.theme, "", "label", "muted")
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(30)
        self._wait.timeout.connect(self.look)
        self._line.textChanged.connect(self._wait.start)
        self._line.returnPressed.connect(self._open)
        self._list.clicked.connect(self._open)
        self.setLayout(column(self._line, self._list, self._said, margins=(14, 14, 14, 12), gap=8))

    def begin(self, text: str = "") -> None:
        """Come up with an empty line, or with some words in it."""
        self._line.setText(text if isinstance(text, str) else "")
        self.look()
        self.come(WIDTH, HEIGHT, TOP)
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def look(self) -> None:
        """Find what the line says."""
        self._wait.stop()
        text, words = self._line.text(), self._desk.words
        found = rows(self._desk, text, self._entries())
        self._model.clear()
        for row in found:
            item = QStandardItem(row.text)
            item.setData(row, ROW)
            item.setEnabled(not row.is_heading)
            item.setAccessibleText(", ".join(filter(None, (row.text, row.where, row.keys))))
            self._model.appendRow(item)
        if len(found) > 1:
            self._list.setCurrentIndex(self._model.index(1, 0))
        hits = sum(bool(row.page) for row in found)
        nothing = words("Nothing for “{text}”.", text=text) if text.strip() and not found else ""
        self._said.setText(words.many("{n} result", "{n} results", hits) if hits else nothing)

    def leave(self) -> None:
        self._wait.stop()
        super().leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        row = self._list.currentIndex().row() + step
        while 0 <= row < self._model.rowCount() and not self._model.item(row).isEnabled():
            row += step
        if 0 <= row < self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(row, 0))

    def _open(self) -> None:
        if self._wait.isActive():
            self.look()
        row = self._list.currentIndex().data(ROW)
        if not isinstance(row, Row) or row.is_heading or row.is_off:
            return
        if row.entry:
            self.leave()
            row.entry.run()
        else:
            self.hide()
            self.went.emit(row.page, row.target)


def _results(parent: SearchPanel, desk: Desk) -> QListView:
    made = QListView()
    made.setAccessibleName(desk.words("Results"))
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setMouseTracking(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setObjectName("search.results")
    made.setItemDelegate(_RowDelegate(desk.theme, parent))
    return made


class _RowDelegate(QStyledItemDelegate):
    """Icon, text, where it belongs, and the key at the right."""

    def __init__(self, theme: Theme, parent: SearchPanel) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        return QSize(100, self._theme.px(26 if isinstance(row, Row) and row.is_heading else 32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme, px = index.data(ROW), self._theme, self._theme.px
        if not isinstance(row, Row):
            return
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_heading:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("muted"))
            painting.text(painter, rect.adjusted(px(6), px(6), 0, 0), row.text)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("selection"))
                painter.drawRoundedRect(rect, 6, 6)
            self._paint_row(painter, rect, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        theme, px = self._theme, self._theme.px
        icons.draw(
            painter, QPointF(rect.x() + px(8), rect.center().y() - px(8)), row.icon, theme.tokens["text2"], px(16)
        )
        right = rect.right() - px(8)
        if row.keys:
            right -= painting.key_mark(painter, QPointF(right, rect.center().y()), theme, row.keys) + px(10)
        room = QRectF(rect.x() + px(34), rect.y(), right - rect.x() - px(34), rect.height())
        painter.setFont(theme.font())
        painter.setPen(theme.color("disabled" if row.is_off else "text"))
        painting.text(painter, room, row.text)
        used = painter.fontMetrics().horizontalAdvance(row.text) + px(10)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("muted"))
        painting.text(painter, room.adjusted(min(used, room.width()), 0, 0, 0), row.where)
