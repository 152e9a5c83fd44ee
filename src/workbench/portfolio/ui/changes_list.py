"""The newest changes as a list: a heading for each day, a change a line; names are read when they come into view."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.kernel.folding import fold
from workbench.kernel.journal import Past
from workbench.portfolio.places import abouts
from workbench.ui import painting
from workbench.ui.desk import Desk
from workbench.ui.painting import Index

ROW_ROLE = Qt.ItemDataRole.UserRole
ROW, DAY, WHEN, WHO = 28, 34, 58, 130
PAGE, MOST = 200, 5_000  # changes whose names are read at once


class ChangesModel(QAbstractListModel):
    """Days and changes, narrowed by words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._past: Sequence[Past] = ()
        self._rows: list[date | Past] = []
        self._places: dict[int, int] = {}
        self._names: dict[int, str] = {}
        self._words = ""

    def show_past(self, past: Sequence[Past], words: str) -> None:
        """Other changes, or other words."""
        self.beginResetModel()
        self._past, self._words = past, fold(words)
        self._places = {each.id: place for place, each in enumerate(past)}
        if self._words:
            self._read_names(past)
        self._rows = list(self._with_days())
        self.endResetModel()

    def count(self) -> int:
        """How many changes there are, whatever the words."""
        return len(self._past)

    def row_of(self, change: int | None) -> int:
        """The row of a change; the first change if that one is not here."""
        for row, shown in enumerate(self._rows):
            if isinstance(shown, Past) and shown.id == change:
                return row
        return 1 if self._rows else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled
        return usual if isinstance(self._rows[index.row()], date) else usual | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        if role == ROW_ROLE or row is None:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(row, date):
            return self._desk.formats.long_weekday(row)
        return f"{self.at(row)}  {self.said(row)}, {row.author}"

    def at(self, past: Past) -> str:
        """The time of a change, where the reader is."""
        return self._desk.formats.time(self._local(past).time())

    def said(self, past: Past) -> str:
        """A change as people read it: what was done, and to what."""
        words, name = self._desk.words, past.about or self._name(past)
        label = words(past.label)
        if past.reverts is not None:
            label = words("Taken back: {label}", label=label)
        return f"{label} ({name})" if name else label

    def _name(self, past: Past) -> str:
        key = past.reverts or past.id
        if key not in self._names:
            # those that come next are looked at next
            place = self._places.get(past.id, 0)
            self._read_names([past, *self._past[place : place + PAGE]])
        return self._names[key]

    def _read_names(self, past: Sequence[Past]) -> None:
        keys = [key for each in past if not each.about and (key := each.reverts or each.id) not in self._names]
        with self._desk.workspace.read() as session:
            for begin in range(0, len(keys), MOST):
                some = keys[begin : begin + MOST]
                self._names.update(dict.fromkeys(some, "") | abouts(session, some))

    def _local(self, past: Past) -> datetime:
        return past.at.astimezone(ZoneInfo(self._desk.clock.zone))

    def _with_days(self) -> Any:
        last = None
        for past in self._past:
            if self._words and self._words not in fold(f"{self.said(past)} {past.author}"):
                continue
            day = self._local(past).date()
            if day != last:
                yield day
                last = day
            yield past


class ChangesView(QListView):
    """Walked by arrows, J and K; `asked` is told of R and Enter."""

    asked = Signal()
    chosen = Signal(object)

    def __init__(self, desk: Desk, model: ChangesModel, name: str) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_Painter(desk, model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._tell)

    def past(self) -> Past | None:
        """The change that is chosen."""
        row = self.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, Past) else None

    def walk(self, step: int) -> None:
        """Go to the next change, over the headings of days."""
        row = self.currentIndex().row() + step
        while 0 <= row < self._model.rowCount():
            index = self._model.index(row, 0)
            if isinstance(index.data(ROW_ROLE), Past):
                self.setCurrentIndex(index)
                return
            row += step

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}
        if event.key() in steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.walk(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_R and not event.modifiers():
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here, not the beginning of a name."""

    def _tell(self) -> None:
        self.chosen.emit(self.past())


class _Painter(QStyledItemDelegate):
    def __init__(self, desk: Desk, model: ChangesModel, parent: QListView) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_day = isinstance(index.data(ROW_ROLE), date)
        return QSize(100, self._desk.theme.px(DAY if is_day else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row, any_option = self._desk.theme, index.data(ROW_ROLE), _any(option)
        rect, state = QRectF(any_option.rect), any_option.state
        if isinstance(row, date):
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("muted"))
            said = str(index.data())
            painting.text(painter, rect.adjusted(theme.px(20), theme.px(8), -theme.px(16), 0), said)
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selection"))
        if state & QStyle.StateFlag.State_HasFocus:
            painting.focus_ring(painter, rect, theme)
        self._paint_change(painter, rect.adjusted(theme.px(20), 0, -theme.px(16), 0), row)

    def _paint_change(self, painter: QPainter, rect: QRectF, past: Past) -> None:
        theme, px = self._desk.theme, self._desk.theme.px
        what = rect.adjusted(px(WHEN), 0, -px(WHO), 0)
        who = QRectF(what.right() + px(8), rect.top(), px(WHO) - px(8), rect.height())
        parts: tuple[tuple[QRectF, str, Callable[[], str]], ...] = (
            (rect, "muted", lambda: self._model.at(past)),
            (what, "text", lambda: self._model.said(past)),
            (who, "muted", lambda: past.author),
        )
        for place, token, said in parts:
            painter.setFont(theme.font("body" if token == "text" else "label"))
            painter.setPen(theme.color(token))
            painting.text(painter, place, said())


def _any(option: Any) -> Any:  # the option's members are not in its type
    return option
