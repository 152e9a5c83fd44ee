"""A table over rows that were read at once, for pages whose values are computed and not stored."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from workbench.kernel.cells import Cell
from workbench.kernel.words import Words
from workbench.ui import icons, painting
from workbench.ui.desk import Desk
from workbench.ui.painting import Index
from workbench.ui.theme import Theme
from workbench.ui.widgets.chips import Chip
from workbench.ui.widgets.said import plainly

PAD, EDGE, MARK, GAP, LEAST, SIGN, MEASURED = 8, 20, 14, 5, 34, 12, 60
KEY_ROLE, SHOWN_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
Paint = Callable[[QPainter, QRectF, Any], None]


@dataclass(frozen=True)
class Column:
    """A column: how the value of a row is shown and ordered; one that paints itself says in `show` what is heard.

    `wide` is its least width in pixels, and a column that `grows` takes what room is left.
    """

    key: str
    label: str
    show: Callable[[Any], Cell | Chip]
    order: Callable[[Any], Any] | None = None
    is_number: bool = False
    is_strong: bool = False
    paint: Paint | None = None
    wide: int = 0
    grows: bool = False


class RowsModel(QAbstractTableModel):
    """Rows with an `id`, in the order of a column or as they came."""

    def __init__(self, words: Words, columns: Sequence[Column]) -> None:
        super().__init__()
        self._words, self.columns = words, tuple(columns)
        self._given: list[Any] = []
        self.rows: list[Any] = []
        self.by, self.is_down = -1, False

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Other rows, or the same ones with other values."""
        self.beginResetModel()
        self._given = list(rows)
        self.rows = self._ordered()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.by, self.is_down = column, order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        before, old = self.rows, self.persistentIndexList()
        self.rows = self._ordered()
        places = {row.id: place for place, row in enumerate(self.rows)}
        self.changePersistentIndexList(old, [self.index(places[before[at.row()].id], at.column()) for at in old])
        self.layoutChanged.emit()

    def row_of(self, key: int | None) -> int:
        """The row of a record, -1 if it is not here."""
        return next((place for place, row in enumerate(self.rows) if row.id == key), -1)

    def shown(self, index: Index) -> Cell | Chip:
        return self.columns[index.column()].show(self.rows[index.row()])

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(column.label)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(painting.RIGHT if column.is_number else painting.LEFT)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == KEY_ROLE:
            return self.rows[index.row()].id
        shown = self.shown(index)
        if role == SHOWN_ROLE:
            return shown
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = shown.aloud if isinstance(shown, Cell) else shown.text
            return ": ".join(filter(None, (self._words(self.columns[index.column()].label), said)))
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(shown, Cell):
            return plainly(shown.tip)
        return None

    def _ordered(self) -> list[Any]:
        column = self.columns[self.by] if 0 <= self.by < len(self.columns) else None
        if column is None or column.order is None:
            return list(self._given)
        order = column.order
        known = [row for row in self._given if order(row) is not None]
        # what is not known stands last, whichever way round
        return sorted(known, key=order, reverse=self.is_down) + [row for row in self._given if order(row) is None]


class RowsTable(QTableView):
    """Arrows, J and K walk, Enter opens, O orders by the column under the cursor; other letters are verbs."""

    opened = Signal(object)
    chosen = Signal(object)
    letter = Signal(str)

    def __init__(self, desk: Desk, name: str, key: str, columns: Sequence[Column]) -> None:
        super().__init__()
        theme = desk.theme
        self._model = RowsModel(desk.words, columns)
        self.setModel(self._model)
        self._needed = 0
        self._painter = _Painter(theme, self)
        self.setItemDelegate(self._painter)
        self.setObjectName(key)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.row)
        self._set_head(theme, columns)
        self.doubleClicked.connect(self._open)

    @property
    def rows_model(self) -> RowsModel:
        return self._model

    def key(self) -> int | None:
        """The record under the cursor."""
        found = self.currentIndex().data(KEY_ROLE)
        return found if isinstance(found, int) else None

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Other values; the cursor and the scroll position stay where they were."""
        key, column, scroll = self.key(), max(0, self.currentIndex().column()), self.verticalScrollBar().value()
        was = self.blockSignals(True)
        self._model.show_rows(rows)
        self._fit()
        self.go_to(key, column)
        self.verticalScrollBar().setValue(scroll)
        self.blockSignals(was)

    def go_to(self, key: int | None, column: int | None = None) -> None:
        """Put the cursor on a record, or on the first one where it is not here."""
        row = max(0, self._model.row_of(key))
        if self._model.rowCount():
            self.setCurrentIndex(
                self._model.index(row, max(0, self.currentIndex().column()) if column is None else column)
            )

    def walk(self, step: int) -> None:
        """Go to the next or the previous row."""
        row = min(max(self.currentIndex().row() + step, 0), self._model.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, max(0, self.currentIndex().column())))

    def order(self, column: int | None = None) -> None:
        """Order by a column, the one under the cursor if none is named; again, the other way round."""
        place = self.currentIndex().column() if column is None else column
        if 0 <= place < self._model.columnCount() and self._model.columns[place].order is not None:
            head = self.horizontalHeader()
            again = head.sortIndicatorSection() == place and head.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            head.setSortIndicator(place, Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = event.key()
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif plain and key in (Qt.Key.Key_J, Qt.Key.Key_K):
            self.walk(1 if key == Qt.Key.Key_J else -1)
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.walk(self._model.rowCount() * (1 if key == Qt.Key.Key_End else -1))
        elif plain and key == Qt.Key.Key_O:
            self.order()
        elif plain and (event.text().isalnum() or key in (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_F2)):
            self.letter.emit(event.text().upper() if event.text().isalnum() else Qt.Key(key).name.removeprefix("Key_"))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(current.data(KEY_ROLE))

    def _set_head(self, theme: Theme, columns: Sequence[Column]) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(theme.px(LEAST))
        head.setFont(theme.font("caption"))
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(any(column.order for column in columns))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(painting.LEFT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._needed + self.verticalScrollBar().sizeHint().width() + 2, super().sizeHint().height())

    def _fit(self) -> None:
        """Give every column the room it needs, and what is left to the one that grows."""
        model, widths = self._model, []
        for place, column in enumerate(model.columns):
            needed = self._head_width(place)
            cells = (self._painter.width_of(column, row) for row in model.rows[:MEASURED])
            widths.append(max(needed, *cells) if model.rows else needed)
        self._needed = sum(widths)
        left = self.viewport().width() - self._needed
        for place, column in enumerate(model.columns):
            self.setColumnWidth(place, widths[place] + (max(0, left) if column.grows else 0))

    def _head_width(self, place: int) -> int:
        text = str(self._model.headerData(place, Qt.Orientation.Horizontal))
        sign = SIGN if self._model.columns[place].order else 0
        around = PAD + (PAD if place else EDGE)
        return QFontMetrics(self.horizontalHeader().font()).horizontalAdvance(text) + sign + around

    def _open(self) -> None:
        key = self.key()
        if key is not None:
            self.opened.emit(key)


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, table: RowsTable) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table

    def width_of(self, column: Column, row: Any) -> int:
        """The room a cell needs: of a name that may be shortened, and of what is painted, no more than is asked for."""
        shown, theme = column.show(row), self._theme
        if isinstance(shown, Chip):
            wide = painting.chip_width(theme, shown.text, shown.icon)
        else:
            font = theme.font("strong" if column.is_strong else "body")
            wide = QFontMetrics(font).horizontalAdvance(shown.text) + (theme.px(MARK) + GAP if shown.icon else 0)
        if column.wide and (column.grows or column.paint or wide > theme.px(column.wide)):
            wide = theme.px(column.wide)
        return int(wide) + (EDGE if column is self._table.rows_model.columns[0] else PAD) + PAD + 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, table, any_option = self._theme, self._table, _any(option)
        rect = QRectF(any_option.rect)
        column, row = table.rows_model.columns[index.column()], table.rows_model.rows[index.row()]
        is_chosen = bool(any_option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        if is_chosen:
            painter.fillRect(rect, theme.color("selection"))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), theme.color("border"))
        if is_chosen and (theme.is_contrast or table.hasFocus()):
            token = "focus" if table.hasFocus() else "text"
            painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), 2), theme.color(token))
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 2, rect.width(), 2), theme.color(token))
        inside = rect.adjusted(PAD if index.column() else EDGE, 0, -PAD, 0)
        if column.paint is not None:
            column.paint(painter, inside, row)
        else:
            self._paint_shown(painter, inside, column, column.show(row))
        if is_chosen and table.hasFocus() and index == table.currentIndex() and table.rows_model.columnCount() > 1:
            # the cursor stands in one cell, which O orders by
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 4, rect.width(), 4), theme.color("focus"))
        painter.restore()

    def _paint_shown(self, painter: QPainter, room: QRectF, column: Column, shown: Cell | Chip) -> None:
        theme = self._theme
        if isinstance(shown, Chip):
            top = room.center().y() - theme.px(19) / 2
            painting.chip(painter, QPointF(room.x(), top), theme, shown.text, (shown.kind, shown.icon))
            return
        left, size = room.x(), theme.px(MARK)
        painter.setFont(theme.font("strong" if column.is_strong else "body"))
        if shown.icon and column.is_number:
            # beside the number, and not at the other end of its column
            left = max(left, room.right() - painter.fontMetrics().horizontalAdvance(shown.text) - size - GAP - 1)
        if shown.icon:
            at = QPointF(left, room.center().y() - size / 2)
            icons.draw(painter, at, shown.icon, theme.tokens[shown.token or "text2"], size)
            left += size + GAP
        painter.setPen(theme.color(shown.token or "text"))
        where = QRectF(left, room.y(), room.right() - left, room.height())
        painting.text(painter, where, shown.text, painting.RIGHT if column.is_number else painting.LEFT)


def _any(option: Any) -> Any:  # the option's members are not in its type
    return option
