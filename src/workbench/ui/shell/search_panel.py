"""The palette: one line for records and commands, over whatever page is open."""

from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
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
from workbench.ui.announce import announce
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.menu import Entry
from workbench.ui.painting import Index
from workbench.ui.shell.finding import SCOPES, Finder, Row
from workbench.ui.theme import Theme
from workbench.ui.widgets.keyhints import KeyHints
from workbench.ui.widgets.overlay import Overlay
from workbench.ui.widgets.said import Said

ROW = Qt.ItemDataRole.UserRole
TOP, WIDTH, HEIGHT = 78, 640, 440


class SearchPanel(Overlay):
    """One line and what it finds. Tab changes what is searched, Ctrl+Enter asks for a window of its own.

    The right arrow at the end of the line shows what can be done with the chosen record, the left one goes back.
    """

    went = Signal(str, object)
    apart = Signal(str, object)

    def __init__(self, parent: QWidget, desk: Desk, finder: Finder, entries: Callable[[], list[Entry]]) -> None:
        super().__init__(parent, desk.theme)
        self._desk, self._finder, self._entries = desk, finder, entries
        self._scope = 0
        self._has_verbs = False
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
        self._line.installEventFilter(self)
        self._line.textChanged.connect(self._wait.start)
        self._line.returnPressed.connect(self._open)
        self._list.clicked.connect(self._open)
        self._where = Said(desk.theme, "", "label", "text2")
        keys = [("→", desk.words("more actions")), ("Tab", desk.words("changes what is searched")), ("Esc", "")]
        hints = KeyHints(desk.theme, keys)
        head, foot = row(self._line, self._where, gap=10), row(self._said, None, hints)
        self.setLayout(column(head, self._list, foot, margins=(14, 14, 14, 12), gap=8))

    def begin(self, text: str = "") -> None:
        """Come up with an empty line, or with some words in it."""
        self._line.setText(text if isinstance(text, str) else "")
        self._show_scope(0)
        self.come(WIDTH, HEIGHT, TOP)
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def look(self) -> None:
        """Find what the line says."""
        self._wait.stop()
        text, words = self._line.text(), self._desk.words
        begun = perf_counter()
        found = self._finder.rows(text, self._scope, self._entries())
        took = max(1, round((perf_counter() - begun) * 1000))
        self._show(found)
        hits = sum(bool(one.page) for one in found)
        nothing = words("Nothing for “{text}”.", text=text) if text.strip() and not found else ""
        self._said.setText(
            words.many("{n} result in {ms} ms", "{n} results in {ms} ms", hits, ms=took) if hits else nothing
        )

    def _show(self, found: Sequence[Row], *, has_verbs: bool = False) -> None:
        self._has_verbs = has_verbs
        self._model.clear()
        for one in found:
            item = QStandardItem(one.text)
            item.setData(one, ROW)
            item.setEnabled(not one.is_heading)
            item.setAccessibleText(", ".join(filter(None, (one.text, one.where, one.keys))))
            self._model.appendRow(item)
        if len(found) > 1:
            self._list.setCurrentIndex(self._model.index(1, 0))

    def leave(self) -> None:
        self._wait.stop()
        super().leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers():
            self._open_apart()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.modifiers():
            return super().eventFilter(watched, event)
        chosen = self._list.currentIndex().data(ROW)
        is_at_end = self._line.cursorPosition() == len(self._line.text())
        if event.key() == Qt.Key.Key_Right and is_at_end and isinstance(chosen, Row) and chosen.page:
            if not self._has_verbs:
                self._show(self._finder.verbs(chosen), has_verbs=True)
            return True
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Escape) and self._has_verbs:
            self.look()
            return True
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # the line is all there is to walk to: Tab walks through what is searched
        self._show_scope((self._scope + (1 if forward else -1)) % len(SCOPES))
        return True

    def _show_scope(self, scope: int) -> None:
        self._scope = scope
        self._where.setText(self._desk.words(SCOPES[scope][0]) + " ▾")
        self.look()

    def _walk(self, step: int) -> None:
        place = self._list.currentIndex().row() + step
        while 0 <= place < self._model.rowCount() and not self._model.item(place).isEnabled():
            place += step
        if 0 <= place < self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(place, 0))

    def _open(self) -> None:
        if self._wait.isActive():
            self.look()
        chosen = self._list.currentIndex().data(ROW)
        if not isinstance(chosen, Row) or chosen.is_heading:
            return
        if chosen.is_off:
            self._said.setText(chosen.where)
            announce(self._line, chosen.where)
            return
        now = self._desk.clock.now()
        if chosen.entry:
            self._finder.habits.ran(chosen.entry.label, now)
            self.leave()
            chosen.entry.run()
        elif chosen.is_apart:
            self._open_apart()
        else:
            self.hide()
            self.went.emit(chosen.page, chosen.target)

    def _open_apart(self) -> None:
        chosen = self._list.currentIndex().data(ROW)
        if isinstance(chosen, Row) and chosen.page:
            self.leave()
            self.apart.emit(chosen.page, chosen.target)


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
