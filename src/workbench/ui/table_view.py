"""The table: rows of one height, the first column strong, closed lists as chips, letters as verbs."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from workbench.kernel.choice import Choice
from workbench.kernel.field import Kind
from workbench.ui import painting
from workbench.ui.table_model import VALUE_ROLE, Index, ListingModel
from workbench.ui.theme import Theme
from workbench.ui.widgets.chips import LOOKS

ROW = 32
WIDTHS = {
    Kind.TEXT: 190,
    Kind.NOTE: 220,
    Kind.CHOICE: 112,
    Kind.DAY: 100,
    Kind.TIME: 76,
    Kind.NUMBER: 84,
    Kind.MONEY: 112,
    Kind.REFERENCE: 170,
    Kind.PHONE: 130,
    Kind.EMAIL: 190,
}


class ChipDelegate(QStyledItemDelegate):
    """Paints closed lists as chips and the first column strong; everything else is Qt's."""

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value = index.data(VALUE_ROLE)
        look = LOOKS.get(value) if isinstance(value, Choice) else None
        if look is None:
            super().paint(painter, option, index)
            return
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        rect = QRectF(option.rect)
        top = rect.y() + (rect.height() - self._theme.px(19)) / 2
        painter.save()
        painter.setClipRect(rect)
        painting.chip(painter, QPointF(rect.x() + 4, top), self._theme, str(index.data()), *look)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight
        if index.column() == 0:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font


class TableView(QTableView):
    """A table over a listing. Enter opens, Space peeks, J and K walk; other letters are verbs of the page."""

    opened = Signal(object)
    chosen = Signal(object)
    letter = Signal(str)

    def __init__(self, theme: Theme, model: ListingModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(ChipDelegate(theme, self))
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
        vertical.setDefaultSectionSize(theme.px(ROW))
        head.setHighlightSections(False)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setStretchLastSection(True)
        head.setMinimumSectionSize(48)
        self.setSortingEnabled(True)
        self._set_widths(theme, model)
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
            self.setCurrentIndex(self.listing_model.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = (
            event.key(),
            event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier),
        )
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._open()
        elif plain and key in (Qt.Key.Key_J, Qt.Key.Key_K):
            self.walk(1 if key == Qt.Key.Key_J else -1)
        elif plain and (event.text().isalpha() or key in (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_F2)):
            self.letter.emit(event.text().upper() if event.text().isalpha() else Qt.Key(key).name.removeprefix("Key_"))
        else:
            super().keyPressEvent(event)

    def walk(self, step: int) -> None:
        """Go to the next or previous row."""
        row = min(max(self.currentIndex().row() + step, 0), self.listing_model.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(self.listing_model.index(row, 0))

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here; typing is what the filter is for."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.listing_model.key(current.row()))

    def _open(self) -> None:
        key = self.current_key()
        if key is not None:
            self.opened.emit(key)

    def _set_widths(self, theme: Theme, model: ListingModel) -> None:
        for column in range(model.columnCount()):
            width = (
                240 if column == 0 and model.field(0).kind is Kind.TEXT else WIDTHS.get(model.field(column).kind, 120)
            )
            self.setColumnWidth(column, theme.px(width))
