"""The heat grid of a team: a line for each member, a column for each week."""

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from workbench.kam.load.ui import saying
from workbench.kam.load.weeks import Colleague, Fill, Load
from workbench.ui import icons, painted_table, painting
from workbench.ui.desk import Desk
from workbench.ui.layout import lay_bare
from workbench.ui.painting import Index
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import plainly

DEPARTMENT, NAME, FIRST = 0, 1, 2
STEPS = 3  # of filling, before it is too much
STRENGTH = {Fill.LIGHT: 0.10, Fill.HALF: 0.22, Fill.FULL: 0.38}
SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
MIME = "application/x-workbench-action"


class LoadModel(QAbstractTableModel):
    """Departments, people and the hours of their weeks; what would be is shown in the place of what is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.load = Load(date.min, ())
        self.trial: tuple[int, date] | None = None

    def show_load(self, load: Load, trial: tuple[int, date] | None = None) -> None:
        """Other hours; people and weeks that stay keep their place, and `trial` is where something would go."""
        same = (load.weeks, [one.id for one in load.people]) == (self.load.weeks, [one.id for one in self.load.people])
        if not same:
            self.beginResetModel()
        self.load, self.trial = load, trial
        if not same:
            self.endResetModel()
        elif load.people:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def person(self, row: int) -> Colleague | None:
        """The member of a line."""
        return self.load.people[row] if 0 <= row < len(self.load.people) else None

    def week(self, column: int) -> date | None:
        """The week of a column; none for a name."""
        place = column - FIRST
        return self.load.weeks[place] if 0 <= place < len(self.load.weeks) else None

    def place(self, member_id: int, week: date | None) -> QModelIndex:
        """The cell of a member and a week; that of the name without one."""
        row = next((row for row, one in enumerate(self.load.people) if one.id == member_id), -1)
        column = self.load.weeks.index(week) + FIRST if week in self.load.weeks else NAME
        return self.index(row, column) if row >= 0 else QModelIndex()

    def is_first(self, row: int) -> bool:
        """Whether a department begins with a line."""
        people = self.load.people
        return row == 0 or people[row - 1].department != people[row].department

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.load.people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else FIRST + len(self.load.weeks)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.column() == DEPARTMENT:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role not in SAID:
            return None
        week, words = self.week(section), self._desk.words
        if week is None:
            return "" if section == DEPARTMENT else words("Hours a week")
        number, day = saying.week_name(week), self._desk.formats.short_day(week)
        return (
            f"{number}\n{day}"
            if role == Qt.ItemDataRole.DisplayRole
            else words("week {n} from {day}", n=number, day=day)
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one, week = self.person(index.row()), self.week(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and one is not None and week is not None:
            return plainly(saying.cell(self._desk, self.load, one, week))
        if one is None or role not in SAID:
            return None
        if index.column() == DEPARTMENT:
            return one.department if role == Qt.ItemDataRole.AccessibleTextRole else one.code
        if week is None:
            return self.called(one)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return saying.cell(self._desk, self.load, one, week)
        hours = self.load.hours(one.id, week)
        return saying.hours(self._desk, hours) if self.load.fill(one, week) else self._desk.formats.number(None)

    def called(self, one: Colleague) -> str:
        """A member with the hours they have in the first of the weeks."""
        shown = saying.hours(self._desk, one.agreed) if one.agreed is not None else self._desk.formats.number(None)
        return self._desk.words("{name} ({hours})", name=one.name, hours=shown)


class LoadGrid(QTableView):
    """Walked by arrows, over the edge into other weeks; `letter` is told of other keys, `dropped` of an action."""

    letter = Signal(str)
    dropped = Signal(object, object)

    def __init__(self, desk: Desk, model: LoadModel) -> None:
        super().__init__()
        lay_bare(self)
        painted_table.set_up(self, desk.theme.row)
        self._theme = desk.theme
        self.grid = model
        self.setModel(model)
        self.setItemDelegate(_Painter(desk, self))
        self.setObjectName("account.load.grid")
        self.setAccessibleName(desk.words("Workload by member and week"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        head.setMinimumSectionSize(20)
        head.setMinimumHeight(desk.theme.px(40))

    def member(self) -> Colleague | None:
        """Whose line the user is at."""
        return self.grid.person(self.currentIndex().row())

    def week(self) -> date | None:
        """The week the user is at; none on a name."""
        return self.grid.week(self.currentIndex().column())

    def refit(self) -> None:
        """Give the names what the weeks leave, and no week less than its number needs."""
        weeks = max(1, len(self.grid.load.weeks))
        wide, px = self.viewport().width(), self._theme.px
        code, name = px(52), min(px(230), max(px(120), int(wide * 0.28)))
        each = max(px(38), (wide - code - name) // weeks)
        self.setColumnWidth(DEPARTMENT, code)
        self.setColumnWidth(NAME, max(px(90), wide - code - each * weeks))
        for column in range(FIRST, self.grid.columnCount()):
            self.setColumnWidth(column, each)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        keys = {
            Qt.Key.Key_PageUp: "Before",
            Qt.Key.Key_PageDown: "After",
            Qt.Key.Key_Return: "Enter",
            Qt.Key.Key_Enter: "Enter",
        }
        column, last = self.currentIndex().column(), self.grid.columnCount() - 1
        if held:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Right and column == last:
            self.letter.emit("Later")
        elif event.key() == Qt.Key.Key_Left and column == FIRST:
            self.letter.emit("Earlier")
        elif event.key() in keys:
            self.letter.emit(keys[Qt.Key(event.key())])
        elif len(event.text()) == 1 and event.text().isalpha():
            self.letter.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here, not the beginning of a name."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.mimeData().hasFormat(MIME) and self.grid.week(index.column()) and index.isValid():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        index, action = self.indexAt(event.position().toPoint()), carried(event.mimeData())
        if index.isValid() and action and self.grid.week(index.column()):
            event.acceptProposedAction()
            self.dropped.emit(action, index)


def carried(data: QMimeData) -> int | None:
    """The action that is dragged."""
    text = bytes(data.data(MIME).data()).decode("ascii", "replace")
    return int(text) if text.isdecimal() else None


class _Painter(QStyledItemDelegate):
    def __init__(self, desk: Desk, table: LoadGrid) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, any_option, model = self._desk.theme, _any(option), self._table.grid
        rect, week = QRectF(any_option.rect), model.week(index.column())
        one = model.person(index.row())
        if one is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if model.is_first(index.row()):
            painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), theme.edge), theme.color("border"))
        if week is None:
            self._paint_name(painter, rect, index)
        else:
            self._paint_cell(painter, rect, one, week)
        if any_option.state & QStyle.StateFlag.State_Selected:
            ring = rect.adjusted(1, 2, -1, -1)
            if self._table.hasFocus():
                painting.focus_ring(painter, ring, theme, 5)
            else:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.color("border_strong"), theme.edge))
                painter.drawRoundedRect(ring, 5, 5)
        painter.restore()

    def _paint_name(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        theme, px = self._desk.theme, self._desk.theme.px
        is_name = index.column() == NAME
        if not is_name and not self._table.grid.is_first(index.row()):
            return
        painter.setFont(theme.font("body" if is_name else "caption"))
        painter.setPen(theme.color("text" if is_name else "text2"))
        painting.text(painter, rect.adjusted(px(6) if is_name else px(14), 0, -px(4), 0), str(index.data() or ""))

    def _paint_cell(self, painter: QPainter, rect: QRectF, one: Colleague, week: date) -> None:
        theme, px, load = self._desk.theme, self._desk.theme.px, self._table.grid.load
        filled, inside = load.fill(one, week), rect.adjusted(2, 3, -2, -2)
        is_trial = self._table.grid.trial == (one.id, week)
        _paint_ground(painter, inside, filled, theme)
        if load.holidays(one, week, self._desk.words.language):
            icons.draw(painter, inside.bottomLeft() + QPointF(px(2), -px(11)), "sun", theme.tokens["text2"], px(9))
        if is_trial:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent_text"), theme.ring, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), 5, 5)
        is_over = filled is Fill.OVER
        painter.setFont(theme.font("strong" if is_over else "body"))
        painter.setPen(theme.color("crit" if is_over else "text" if filled else "muted"))
        said = saying.hours(self._desk, load.hours(one.id, week)) if filled else self._desk.formats.number(None)
        painting.text(painter, inside.adjusted(0, 0, 0, -px(3)), f"{said} ▲" if is_over else said, painting.CENTER)


def _paint_ground(painter: QPainter, inside: QRectF, filled: Fill, theme: Theme) -> None:
    """A tint, and below the number as many marks as the week is full: both can be told apart in grey."""
    painter.setPen(QPen(theme.color("border"), theme.edge) if filled else Qt.PenStyle.NoPen)
    tint = theme.color("crit_bg" if filled is Fill.OVER else "accent")
    if filled is not Fill.OVER:
        tint.setAlphaF(0.0 if theme.is_contrast else STRENGTH.get(filled, 0.0))
    else:
        painter.setPen(QPen(theme.color("crit"), theme.edge))
    painter.setBrush(tint)
    if filled:
        painter.drawRoundedRect(inside.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    high, wide, gap = theme.px(3), inside.width() * 0.14, theme.px(2)
    count = min(int(filled), STEPS)
    left = inside.center().x() - (count * wide + (count - 1) * gap) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("crit" if filled is Fill.OVER else "accent_text"))
    for step in range(count):
        painter.drawRect(QRectF(left + step * (wide + gap), inside.bottom() - high - 2, wide, high))


def _any(option: Any) -> Any:  # the option's members are not in its type
    return option
