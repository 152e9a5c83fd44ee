"""The actions behind a number: what each is, how many hours of it lie there, and when it is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.kam.load.ui.grid import MIME
from workbench.kam.load.ui.saying import hours
from workbench.kam.load.weeks import Task
from workbench.ui import icons, painting
from workbench.ui.desk import Desk
from workbench.ui.layout import lay_bare
from workbench.ui.painting import Index

PART_ROLE = Qt.ItemDataRole.UserRole
HIGH, MARK = 50, 14
ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True)
class Part:
    """An action with the hours of it that lie in a week; without a number it is there for another reason."""

    task: Task
    hours: float | None = None


class PartsModel(QAbstractListModel):
    """The actions of a cell."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._parts: tuple[Part, ...] = ()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Other actions; the same ones keep the place of whoever walks them."""
        same = [part.task.id for part in parts] == [part.task.id for part in self._parts]
        if not same:
            self.beginResetModel()
        self._parts = tuple(parts)
        if not same:
            self.endResetModel()
        elif parts:
            self.dataChanged.emit(self.index(0, 0), self.index(len(parts) - 1, 0))

    def row_of(self, key: int) -> int:
        """The line of an action, -1 if it is not here."""
        return next((row for row, part in enumerate(self._parts) if part.task.id == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._parts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        part = self._parts[index.row()] if 0 <= index.row() < len(self._parts) else None
        if role == PART_ROLE or part is None:
            return part
        if role == Qt.ItemDataRole.DisplayRole:
            return part.task.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            blocked = self._desk.words("Blocked") if part.task.is_blocked else ""
            return ", ".join(filter(None, (part.task.title, self.said(part), blocked)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else found

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data, part = QMimeData(), indexes[0].data(PART_ROLE)
        data.setData(MIME, str(part.task.id).encode("ascii"))
        return data

    def said(self, part: Part) -> str:
        """How much of an action lies here, and when it is due."""
        words, formats, work = self._desk.words, self._desk.formats, part.task.work
        if work.hours <= 0:
            much = words("no hours")
        elif part.hours is None:
            much = words("{hours} h", hours=hours(self._desk, work.hours))
        else:
            much = words("{part} of {hours} h", part=hours(self._desk, part.hours), hours=hours(self._desk, work.hours))
        if work.due is None:
            return words("{much} · no day", much=much)
        if work.start and not work.is_turned:
            first, last = formats.short_day(work.start), formats.weekday(work.due)
            return words("{much} · {first} – {last}", much=much, first=first, last=last)
        return words("{much} · due {day}", much=much, day=formats.weekday(work.due))


class PartsList(QListView):
    """Arrows walk, letters are verbs, Ctrl with an arrow tries another week or member, Enter and Esc answer."""

    letter = Signal(str)
    tried = Signal(int, int)

    def __init__(self, desk: Desk, model: PartsModel) -> None:
        super().__init__()
        lay_bare(self)
        self.parts = model
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(model)
        self.setItemDelegate(_Painter(desk, self))
        self.setObjectName("account.load.actions")
        self.setAccessibleName(desk.words("Actions behind the number"))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)

    def task(self) -> Task | None:
        """The action the user is at."""
        part = self.currentIndex().data(PART_ROLE)
        return part.task if isinstance(part, Part) else None

    def chosen(self) -> list[int]:
        """The selected actions from top to bottom, or the one the user is at."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        parts = [self.parts.index(row, 0).data(PART_ROLE) for row in rows] or [self.currentIndex().data(PART_ROLE)]
        return [part.task.id for part in parts if isinstance(part, Part)]

    def go_to(self, row: int) -> None:
        """Stand on the action of a line, or on the nearest one."""
        if self.parts.rowCount():
            self.setCurrentIndex(self.parts.index(max(0, min(row, self.parts.rowCount() - 1)), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, plain = Qt.Key(event.key()), held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if held == Qt.KeyboardModifier.ControlModifier and key in ARROWS:
            self.tried.emit(*ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.letter.emit("Enter")
        elif key == Qt.Key.Key_Escape:
            self.letter.emit("Escape")
        elif key == Qt.Key.Key_Space and plain:
            self.letter.emit("Space")
        elif plain and len(event.text()) == 1 and (event.text().isalnum() or event.text() in "+-"):
            self.letter.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here, not the beginning of a name."""


class _Painter(QStyledItemDelegate):
    def __init__(self, desk: Desk, view: PartsList) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._desk.theme.px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        part, any_option, theme = index.data(PART_ROLE), _any(option), self._desk.theme
        if not isinstance(part, Part):
            return
        rect, px, state = QRectF(any_option.rect), theme.px, any_option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection" if is_chosen and self._view.hasFocus() else "subtle"))
            painter.drawRoundedRect(rect.adjusted(px(4), 1, -px(4), -1), 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painting.focus_ring(painter, rect.adjusted(px(4), 1, -px(4), -1), theme)
        inside, line = rect.adjusted(px(12), px(6), -px(10), -px(6)), rect.height() / 2 - px(6)
        room = px(MARK + 4) if part.task.is_blocked else 0
        painter.setFont(theme.font())
        painter.setPen(theme.color("text"))
        painting.text(painter, QRectF(inside.x(), inside.y(), inside.width() - room, line), part.task.title)
        if room:
            at = QPointF(inside.right() - px(MARK), inside.y() + (line - px(MARK)) / 2)
            icons.draw(painter, at, "octagon-x", theme.tokens["block"], px(MARK))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        painting.text(painter, QRectF(inside.x(), inside.y() + line, inside.width(), line), self._view.parts.said(part))
        painter.restore()


def _any(option: Any) -> Any:  # the option's members are not in its type
    return option
