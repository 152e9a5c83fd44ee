"""Planned and spent hours by department and member, each with a bar."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from workbench.kam.hours.rates import Band, cost
from workbench.kam.hours.ui.saying import hours
from workbench.kam.hours.views import HoursLine
from workbench.kernel.words import N_
from workbench.ui import painted_table, painting
from workbench.ui.desk import Desk
from workbench.ui.layout import lay_bare
from workbench.ui.painting import Index

NAME, PLANNED, SPENT, BAR, COST = range(5)
HEADS = (N_("Who"), N_("Planned"), N_("Spent"), "", N_("Cost"))
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
OVER = 1.1  # of what was planned
EDGE = 20  # pixels of the edge of a page, at any size of the texts


class HoursModel(QAbstractTableModel):
    """A line for each department and, below it, for each of its members; the cost only while it is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.lines: tuple[HoursLine, ...] = ()
        self.band: Band | None = None
        self.currency = "EUR"

    def show_lines(self, lines: tuple[HoursLine, ...], band: Band | None, currency: str) -> None:
        """Other hours; with a band, what they cost as well."""
        self.beginResetModel()
        self.lines, self.band, self.currency = lines, band, currency
        self.endResetModel()

    def line(self, row: int) -> HoursLine | None:
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def most(self) -> float:
        """The length of the longest bar."""
        return max((max(line.planned, line.spent) for line in self.lines), default=0.0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else COST + (self.band is not None)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if section in (NAME, BAR) else RIGHT
        return self._desk.words(HEADS[section]) if role in SAID else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row())
        if line is None or role not in SAID:
            return None
        words, column = self._desk.words, index.column()
        name = line.name or words("Without a department")
        if role == Qt.ItemDataRole.AccessibleTextRole and column in (NAME, BAR):
            spent, plan = hours(self._desk, line.spent), hours(self._desk, line.planned)
            return words("{name}: {spent} h spent of {planned} h planned", name=name, spent=spent, planned=plan)
        if column == COST and self.band:
            return self._desk.formats.money(round(cost(line.spent, self.band) / 100) * 100, self.currency)
        shown = {NAME: name, PLANNED: hours(self._desk, line.planned), SPENT: hours(self._desk, line.spent)}
        return shown.get(column)


class HoursTable(QTableView):
    """Arrows walk the lines, Enter opens the entries behind one; a double click opens what the number is made of."""

    opened = Signal()
    planned = Signal()
    letter = Signal(str)

    def __init__(self, desk: Desk, model: HoursModel) -> None:
        super().__init__()
        lay_bare(self)
        self._theme, self.hours = desk.theme, model
        painted_table.set_up(self, desk.theme.row)
        self.setModel(model)
        self.setItemDelegate(_Painter(desk, self))
        self.setObjectName("account.hours.table")
        self.setAccessibleName(desk.words("Planned and spent hours"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._touched)

    def refit(self) -> None:
        """Give the bar what the other columns leave."""
        px, wide = self._theme.px, self.viewport().width()
        widths = {NAME: max(px(150), wide // 4), PLANNED: px(100), SPENT: px(100), COST: px(110)}
        shown = self.hours.columnCount()
        rest = wide - sum(width for column, width in widths.items() if column < shown)
        for column, width in {**widths, BAR: max(px(60), rest)}.items():
            if column < shown:
                self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and event.text().isalpha():
            # Qt would look for a name that begins so, and keep the key
            self.letter.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are no search here."""

    def _touched(self, index: QModelIndex) -> None:
        (self.planned if index.column() == PLANNED else self.opened).emit()


class _Painter(QStyledItemDelegate):
    def __init__(self, desk: Desk, table: HoursTable) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, any_option, line = self._desk.theme, _any(option), self._table.hours.line(index.row())
        if line is None:
            return
        rect, px = QRectF(any_option.rect), theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(any_option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(rect, theme.color("selection" if self._table.hasFocus() else "subtle"))
        if line.is_department:
            painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), theme.edge), theme.color("border"))
        if is_chosen and self._table.hasFocus():
            painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), 2), theme.color("focus"))
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 2, rect.width(), 2), theme.color("focus"))
        if index.column() == BAR:
            self._paint_bar(painter, rect.adjusted(px(14), 0, -px(20), 0), line)
        else:
            painter.setFont(theme.font("strong" if line.is_department else "body"))
            painter.setPen(theme.color("text" if line.is_department else "text2"))
            indent = EDGE if line.is_department else EDGE + px(16)
            room = rect.adjusted(indent if index.column() == NAME else 4, 0, -8, 0)
            painting.text(
                painter, room, str(index.data() or ""), painting.LEFT if index.column() == NAME else painting.RIGHT
            )
        painter.restore()

    def _paint_bar(self, painter: QPainter, rect: QRectF, line: HoursLine) -> None:
        """What was spent as a bar, what was planned as a tick: read by length, not by colour."""
        theme, most = self._desk.theme, self._table.hours.most()
        if not most:
            return
        high = theme.px(9 if line.is_department else 6)
        bar = QRectF(rect.x(), rect.center().y() - high / 2, rect.width() * line.spent / most, high)
        is_over = line.planned > 0 and line.spent > line.planned * OVER
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("warn" if is_over else "accent_text"))
        painter.drawRoundedRect(bar, 2, 2)
        if line.planned:
            at = rect.x() + rect.width() * line.planned / most
            painter.setPen(QPen(theme.color("text"), 2))
            painter.drawLine(int(at), int(rect.center().y() - high), int(at), int(rect.center().y() + high))
        if is_over:
            painter.setPen(theme.color("warn"))
            painter.setFont(theme.font("caption"))
            painting.text(painter, QRectF(bar.right() + 8, rect.y(), 20, rect.height()), "▲")


def _any(option: Any) -> Any:  # the option's members are not in its type
    return option
