"""The scoreboard as a table: a line for whoever promises, a figure in each cell; Enter opens its records."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from workbench.kam.scoreboard.counting import Figure, Measure, Whose, figures
from workbench.kam.scoreboard.saying import SUMS, beside, head, sentence, short
from workbench.kam.scoreboard.views import Line, ScoreboardView
from workbench.ui import icons, painting
from workbench.ui.desk import Desk
from workbench.ui.frozen import FrozenTable
from workbench.ui.painting import Index
from workbench.ui.theme import Theme

LINE_ROLE, FIGURE_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
PAD, EDGE, BAR, NAME, LEAST, FIGURE = 10, 20, 5, 230, 150, 96


class ScoreModel(QAbstractTableModel):
    """The lines of a scoreboard."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: tuple[Line, ...] = ()
        # the heads are there before anything was promised
        self._heads = figures((), desk.clock.today(), Whose.DEPARTMENT)

    def show_view(self, view: ScoreboardView) -> None:
        """Other figures."""
        self.beginResetModel()
        self._lines = view.lines
        self._heads = figures((), view.as_of, Whose.DEPARTMENT)
        self.endResetModel()

    def line(self, row: int) -> Line:
        return self._lines[row]

    def name(self, line: Line) -> str:
        """Whose line it is."""
        return line.name or self._desk.words(SUMS[line.whose])

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1 + len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return head(self._heads[section - 1], self._desk.formats) if section else self._desk.words("Who")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        figure = line.figures[column - 1] if column else None
        if role == LINE_ROLE:
            return line
        if role == FIGURE_ROLE:
            return figure
        if role == Qt.ItemDataRole.DisplayRole:
            return short(figure, self._desk.formats) if figure else self.name(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.name(line)}: {sentence(figure, self._desk.formats)}" if figure else self.name(line)
        return None


class ScoreDelegate(QStyledItemDelegate):
    """Figures with a bar below a share and a sign where something is blocked."""

    def __init__(self, desk: Desk, table: QTableView) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._desk.theme, QRectF(option.rect)
        line: Line = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.color("selection" if chosen else "subtle" if not line.name else "surface"))
        painter.fillRect(QRectF(rect.x(), rect.bottom(), rect.width(), 1), theme.color("border"))
        if chosen and self._table.hasFocus():
            painting.focus_ring(painter, rect.adjusted(0, 0, -1, -1), theme, 3)
        painter.setFont(theme.font("strong" if not line.name else "body"))
        painter.setPen(theme.color("text"))
        figure: Figure | None = index.data(FIGURE_ROLE)
        if figure is None:
            painting.text(painter, rect.adjusted(EDGE, 0, -PAD, 0), str(index.data()).replace("\n", " "))
        else:
            self._paint(painter, rect.adjusted(PAD, 0, -PAD, 0), figure)
        painter.restore()

    def _paint(self, painter: QPainter, room: QRectF, figure: Figure) -> None:
        theme, formats = self._desk.theme, self._desk.formats
        if figure.value is None:
            painter.setPen(theme.color("muted"))
        if figure.measure is Measure.KEPT and figure.value is not None:
            upper = QRectF(room.x(), room.y(), room.width(), room.height() - theme.px(BAR + 6))
            painting.text(painter, upper, short(figure, formats))
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("text2"))
            painting.text(painter, upper, beside(figure, formats), painting.RIGHT)
            _bar(painter, QRectF(room.x(), upper.bottom(), room.width(), theme.px(BAR)), figure.value, theme)
            return
        if figure.measure is Measure.BLOCKED and figure.value:
            size = theme.px(14)
            icons.draw(
                painter, QPointF(room.x(), room.center().y() - size / 2), "octagon-x", theme.tokens["warn"], size
            )
            room = room.adjusted(size + 6, 0, 0, 0)
        painting.text(painter, room, short(figure, formats))


class ScoreTable(FrozenTable):
    """Walked by arrows from figure to figure; `opened` is told of the cell that Enter was pressed on."""

    opened = Signal(int, int)
    chosen = Signal(int, int)

    def __init__(self, desk: Desk, model: ScoreModel) -> None:
        super().__init__()
        self._desk = desk
        self.setModel(model)
        self.setItemDelegate(ScoreDelegate(desk, self))
        self.setAccessibleName(desk.words("Scoreboard"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(desk.theme.px(40))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFont(desk.theme.font("caption"))
        header.setDefaultAlignment(painting.LEFT)
        self.fit()
        self.clicked.connect(self._clicked)
        model.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Give the columns the room their heads and figures need."""
        theme, model = self._desk.theme, self.model()
        head, rest = QFontMetrics(theme.font("caption")), self.viewport().width()
        for column in range(1, model.columnCount()):
            said = str(model.headerData(column, Qt.Orientation.Horizontal))
            wide = max(theme.px(FIGURE), head.horizontalAdvance(said) + theme.px(24))
            self.setColumnWidth(column, wide)
            rest -= wide
        # the names give way before a figure leaves the window
        self.setColumnWidth(0, min(max(rest, theme.px(LEAST)), theme.px(NAME)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def stand_on(self, row: int, column: int) -> None:
        """Put the cursor on a figure."""
        self.setCurrentIndex(self.model().index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters mean nothing here."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row(), current.column())

    def _clicked(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(index.row(), index.column())


def _bar(painter: QPainter, rect: QRectF, share: float, theme: Theme) -> None:
    """How much was kept, dark in an outline: it reads in grey, too."""
    painter.setPen(QPen(theme.color("border_strong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.fillRect(QRectF(rect.x(), rect.y(), rect.width() * share, rect.height()), theme.color("accent"))
