"""The table: rows of one height, the first column strong, closed lists as chips, letters as verbs."""

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from workbench.kernel.cells import Cell
from workbench.kernel.choice import Choice
from workbench.kernel.field import Kind
from workbench.ui import icons, painting
from workbench.ui.frozen import FrozenTable
from workbench.ui.painting import Index
from workbench.ui.table_model import NUMERIC, ListingModel
from workbench.ui.theme import Theme
from workbench.ui.widgets.chips import LOOKS
from workbench.ui.widgets.said import plainly

PAD, EDGE = 8, 20
MARK, GAP = 14, 5
# marks that are an ornament: the text beside them keeps its own colour
PLAIN = {"accent_text", "muted"}
FIRST, LEAST, MEASURED = 280, 48, 60
# at most, in the first place: a long note must not push everything else out of sight
WIDTHS = {Kind.TEXT: 200, Kind.NOTE: 220, Kind.REFERENCE: 180, Kind.EMAIL: 200, Kind.TAGS: 160}


class RowDelegate(QStyledItemDelegate):
    """Paints the cells itself: Qt's own way asks the model ten times for each of them."""

    def __init__(self, theme: Theme, table: "TableView") -> None:
        super().__init__(table)
        self._theme, self._table = theme, table
        self.dress()

    def dress(self) -> None:
        """Take colours and fonts from the theme again."""
        theme = self._theme
        self._strong, self._plain = theme.font("strong"), theme.font()
        self._plain.setFeature(QFont.Tag("tnum"), 1)
        self._tokens = {name: theme.color(name) for name in ("text", "muted", "selection", "hover", "border", "focus")}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, row = QRectF(option.rect), index.row()
        is_selected = painting.is_chosen(self._table, index)
        if is_selected or row == self._table.hovered_row:
            painter.fillRect(rect, self._tokens["selection" if is_selected else "hover"])
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), self._tokens["border"])
        if is_selected and self._theme.is_contrast:
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 2, rect.width(), 2), self._tokens["text"])
            painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), 2), self._tokens["text"])
        if row == self._table.currentIndex().row() and self._table.hasFocus():
            painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), 2), self._tokens["focus"])
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 2, rect.width(), 2), self._tokens["focus"])
        left = EDGE if index.column() == 0 else PAD
        self._paint_value(painter, rect.adjusted(left, 0, -PAD, 0), index)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The whole text of a cell where it is too long for its column."""
        if index.isValid():
            shown = self._table.listing_model.cell(index.row(), index.column())[1]
            is_cut = self._wide(shown) > option.rect.width() - 2 * PAD
            QToolTip.showText(event.globalPos(), plainly(shown.tip or (shown.text if is_cut else "")), view)
        return True

    def width_for(self, column: int, rows: int) -> int:
        """The width in which the head and the first rows of a column can be read."""
        model = self._table.listing_model
        head = str(model.headerData(column, Qt.Orientation.Horizontal))
        longest = QFontMetrics(self._theme.font("caption")).horizontalAdvance(head) + self._theme.px(24)
        for row in range(min(rows, model.rowCount())):
            value, shown = model.cell(row, column)
            look = LOOKS.get(value) if isinstance(value, Choice) else None
            wide = painting.chip_width(self._theme, shown.text, look[1]) if look else self._wide(shown)
            longest = max(longest, int(wide))
        # two more, because widths of letters are fractions
        return longest + 2 + PAD + (EDGE if column == 0 else PAD)

    def _paint_value(self, painter: QPainter, room: QRectF, index: Index) -> None:
        model = self._table.listing_model
        value, shown = model.cell(index.row(), index.column())
        look = LOOKS.get(value) if isinstance(value, Choice) else None
        if look is not None:
            top = room.center().y() - self._theme.px(19) / 2
            painter.save()
            painter.setClipRect(room)
            painting.chip(painter, QPointF(room.x(), top), self._theme, shown.text, look)
            painter.restore()
            return
        painter.setFont(self._strong if index.column() == 0 else self._plain)
        if shown.token:
            self._paint_marked(painter, room, shown)
            return
        painter.setPen(self._tokens["muted" if value is None or value == "" else "text"])
        is_number = model.field(index.column()).kind in NUMERIC
        painting.text(painter, room, shown.text.replace("\n", " "), painting.RIGHT if is_number else painting.LEFT)

    def _paint_marked(self, painter: QPainter, room: QRectF, shown: Cell) -> None:
        """A text with its mark: in front of it, or behind it where the text itself says nothing is wrong."""
        theme, size = self._theme, self._theme.px(MARK)
        wide = min(painter.fontMetrics().horizontalAdvance(shown.text) + 1, room.width() - size - GAP)
        left = room.x() + wide + GAP if shown.is_behind else room.x()
        if shown.icon:
            icons.draw(
                painter, QPointF(left, room.center().y() - size / 2), shown.icon, theme.tokens[shown.token], size
            )
        painter.setPen(theme.color("text" if shown.is_behind or shown.token in PLAIN else shown.token))
        start = 0 if shown.is_behind else size + GAP
        painting.text(painter, QRectF(room.x() + start, room.y(), wide + 1, room.height()), shown.text)

    def _wide(self, shown: Cell) -> int:
        mark = self._theme.px(MARK) + GAP if shown.token else 0
        return QFontMetrics(self._strong).horizontalAdvance(shown.text) + mark


class TableView(FrozenTable):
    """A table over a listing. Enter opens, Space peeks, J and K walk; other letters are verbs of the page."""

    opened = Signal(object)
    chosen = Signal(object)
    letter = Signal(str)
    clicked_cell = Signal(int, int)

    def __init__(self, theme: Theme, model: ListingModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.hovered_row = -1
        self._is_picking = False
        self._theme, self._is_fitted, self._is_arranged = theme, False, False
        self._delegate = RowDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        vertical, head = self.verticalHeader(), self.horizontalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(theme.row)
        head.setHighlightSections(False)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setStretchLastSection(True)
        head.setMinimumSectionSize(LEAST)
        head.sectionResized.connect(self._resized)
        self.setSortingEnabled(True)
        head.setFont(theme.font("caption"))
        head.setDefaultAlignment(painting.LEFT)
        model.modelReset.connect(self._fit_columns)
        model.rowsInserted.connect(self._fit_columns)
        self._fit_columns()
        self.doubleClicked.connect(self._open)

    @property
    def listing_model(self) -> ListingModel:
        model = self.model()
        assert isinstance(model, ListingModel)
        return model

    def current_key(self) -> int | None:
        """The record under the cursor."""
        return self.listing_model.key(self.currentIndex().row())

    def selected_keys(self) -> list[int]:
        """All chosen records, in the order of the table."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [key for row in rows if (key := self.listing_model.key(row)) is not None]

    def show_key(self, key: int) -> None:
        """Put the cursor on a record."""
        row = self.listing_model.row_of(key)
        if row is not None:
            self._stand_on(row)

    def outlook(self) -> dict[str, Any]:
        """Order, selection and scroll position, as plain values."""
        head = self.horizontalHeader()
        place, order = head.sortIndicatorSection(), head.sortIndicatorOrder()
        by = self.listing_model.field(place).name if 0 <= place < self.listing_model.columnCount() else ""
        return {
            "by": by,
            "is_down": order == Qt.SortOrder.DescendingOrder,
            "chosen": self.selected_keys(),
            "column": self.currentIndex().column(),
            "scroll": [self.horizontalScrollBar().value(), self.verticalScrollBar().value()],
        }

    def look_again(self, state: dict[str, Any]) -> None:
        """The order, selection and scroll position that were there before."""
        model = self.listing_model
        names = [model.field(n).name for n in range(model.columnCount())]
        place = names.index(state["by"]) if state.get("by") in names else -1
        order = Qt.SortOrder.DescendingOrder if state.get("is_down") else Qt.SortOrder.AscendingOrder
        head = self.horizontalHeader()
        if (place, order) != (head.sortIndicatorSection(), head.sortIndicatorOrder()):
            head.setSortIndicator(place, order)
        rows = [row for key in state.get("chosen", []) if (row := model.row_of(key)) is not None]
        self.executeDelayedItemsLayout()
        for bar, value in zip((self.horizontalScrollBar(), self.verticalScrollBar()), state["scroll"], strict=True):
            bar.setValue(value)
        for n, row in enumerate(rows):
            flag = QItemSelectionModel.SelectionFlag
            how = (flag.ClearAndSelect if n == 0 else flag.Select) | flag.Rows
            self.selectionModel().setCurrentIndex(model.index(row, max(0, int(state.get("column", 0)))), how)

    def show_cell(self, key: int | None, column: int) -> None:
        """Put the cursor on one value of a record."""
        row = None if key is None else self.listing_model.row_of(key)
        if row is not None:
            self.setCurrentIndex(self.listing_model.index(row, max(0, column)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = (
            event.key(),
            event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier),
        )
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._open()
        elif plain and key in (Qt.Key.Key_J, Qt.Key.Key_K):
            self.walk(1 if key == Qt.Key.Key_J else -1)
        elif plain and key == Qt.Key.Key_X:
            self._toggle_row()
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.walk(self.listing_model.rowCount() * (1 if key == Qt.Key.Key_End else -1))
        elif plain and (event.text().isalpha() or key in (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_F2)):
            self.letter.emit(event.text().upper() if event.text().isalpha() else Qt.Key(key).name.removeprefix("Key_"))
        else:
            super().keyPressEvent(event)

    def walk(self, step: int) -> None:
        """Go to the next or previous row."""
        row = min(max(self.currentIndex().row() + step, 0), self.listing_model.rowCount() - 1)
        if row >= 0:
            self._stand_on(row)

    def _toggle_row(self) -> None:
        """Choose the row under the cursor as well, or no longer, and go on to the next."""
        flag, here = QItemSelectionModel.SelectionFlag, self.currentIndex()
        if not here.isValid():
            return
        # the first row is chosen already, only because the cursor stood there
        how = flag.Toggle if self._is_picking else flag.ClearAndSelect
        self.selectionModel().select(here, how | flag.Rows)
        below = min(here.row() + 1, self.listing_model.rowCount() - 1)
        self.selectionModel().setCurrentIndex(self.listing_model.index(below, here.column()), flag.NoUpdate)
        self._is_picking = True

    def _stand_on(self, row: int) -> None:
        """Choose one row; Qt would leave that to the keys that are held, such as the Ctrl of Ctrl+2."""
        self._is_picking = False
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        column = max(0, self.currentIndex().column())
        self.selectionModel().setCurrentIndex(self.listing_model.index(row, column), chosen)

    def refit(self) -> None:
        """Give the columns their room anew: there are others now."""
        self._is_fitted = self._is_arranged = False
        self._fit_columns()

    def arrangement(self) -> list[int]:
        """The widths of the columns, if the user chose them."""
        head = self.horizontalHeader()
        return [head.sectionSize(column) for column in range(head.count())] if self._is_arranged else []

    def arrange(self, widths: list[int]) -> None:
        """Give the columns widths that were chosen before."""
        if len(widths) == self.listing_model.columnCount():
            self._is_fitted = self._is_arranged = True
            for column, width in enumerate(widths):
                self.setColumnWidth(column, max(width, LEAST))

    def _resized(self, _column: int, _old: int, _new: int) -> None:
        # only a hand on the mouse counts: the program fits columns too
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._is_arranged = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        row, was_high = self.visualRect(self.currentIndex()), event.oldSize().height()
        super().resizeEvent(event)
        if 0 <= row.top() < was_high and row.bottom() > event.size().height():
            # the row with the keys stays in sight when something else takes the lower edge
            self.scrollTo(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here; typing is what the filter is for."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.listing_model.key(current.row()))

    def _open(self) -> None:
        key = self.current_key()
        if key is not None:
            self.opened.emit(key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        where = self.indexAt(event.position().toPoint())
        is_plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if is_plain and where.isValid() and where == self.currentIndex():
            self.clicked_cell.emit(where.row(), where.column())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def _fit_columns(self) -> None:
        """Give the columns the room that their first rows need, once there are rows."""
        model = self.listing_model
        if self._is_fitted or not model.rowCount():
            return
        self._is_fitted = True
        for column in range(model.columnCount()):
            most = FIRST if column == 0 else WIDTHS.get(model.field(column).kind, 170)
            self.setColumnWidth(column, min(self._delegate.width_for(column, MEASURED), self._theme.px(most)))
