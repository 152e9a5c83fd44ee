"""The timeline as a list: a heading for each day, an entry a line, read by the page while it is scrolled."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.portfolio import timeline
from workbench.portfolio.timeline import Entry, Happening, Wanted
from workbench.ui import icons, painting
from workbench.ui.desk import Desk
from workbench.ui.painting import Index
from workbench.ui.theme import Theme

ROW_ROLE = Qt.ItemDataRole.UserRole
ROW, DAY = 30, 34
INDENT = 26
LOOKS: dict[Happening, tuple[str, str]] = {
    Happening.MEETING: ("calendar", "info"),
    Happening.DECIDED: ("check", "ok"),
    Happening.PROMISED: ("circle", "text2"),
    Happening.DONE: ("circle-check", "ok"),
    Happening.LOGGED: ("book-open", "text2"),
    Happening.SETTLED: ("circle-check", "ok"),
    Happening.JUDGED: ("user-round", "text2"),
    Happening.CHANGED: ("pencil", "muted"),
}
# where Enter goes
PAGES = {
    Happening.MEETING: "meeting",
    Happening.DECIDED: "meeting",
    Happening.PROMISED: "actions",
    Happening.DONE: "actions",
    Happening.LOGGED: "account",
    Happening.SETTLED: "account",
    Happening.JUDGED: "contacts",
    Happening.CHANGED: "history",
}


class TimelineModel(QAbstractListModel):
    """Days and entries; more are read when the end comes into view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted: Wanted | None = None
        self._rows: list[date | Entry] = []
        self._read = 0
        self._has_more = False

    def show_wanted(self, wanted: Wanted) -> None:
        """Tell another story from its beginning."""
        self.beginResetModel()
        self._wanted, self._rows, self._read, self._has_more = wanted, [], 0, True
        self._rows += self._page()
        self.endResetModel()

    @property
    def account_id(self) -> int | None:
        """Whose story is told."""
        return self._wanted.account_id if self._wanted else None

    def row_of(self, entry: int) -> int:
        """The row of the entry in that place; what is before it is read."""
        while self._read <= entry and self._has_more:
            self.fetchMore()
        places = [row for row, shown in enumerate(self._rows) if isinstance(shown, Entry)]
        return max(0, places[entry] - 1) if entry < len(places) else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: Index = QModelIndex()) -> None:
        rows = self._page()
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled
        return usual if isinstance(self._rows[index.row()], date) else usual | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.said(row)
        return None

    def said(self, row: date | Entry) -> str:
        """A row as it is read aloud."""
        words = self._desk.words
        if isinstance(row, date):
            return self._desk.formats.long_day(row)
        title = words(row.title) if row.happening is Happening.CHANGED else row.title
        return words("{what}: {title}", what=words(row.happening.label), title=title)

    def _page(self) -> list[date | Entry]:
        if self._wanted is None:
            return []
        with self._desk.workspace.read() as session:
            found = timeline.entries(session, self._wanted, self._read)
        self._read += len(found)
        self._has_more = len(found) == timeline.PAGE
        last = next((row.day for row in reversed(self._rows) if isinstance(row, Entry)), None)
        return _with_days(found, last)


class TimelineView(QListView):
    """Walked by arrows or J and K; Enter opens what an entry tells of."""

    wanted = Signal(str, object)

    def __init__(self, desk: Desk, model: TimelineModel, name: str) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_Painter(desk, model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._open)

    def walk(self, step: int) -> None:
        """Go to the next entry, over the headings of days."""
        row = self.currentIndex().row() + step
        while 0 <= row < self._model.rowCount():
            index = self._model.index(row, 0)
            if isinstance(index.data(ROW_ROLE), Entry):
                self.setCurrentIndex(index)
                return
            row += step
            if row >= self._model.rowCount() - 1 and self._model.canFetchMore():
                self._model.fetchMore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}
        if event.key() in steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.walk(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here, not the beginning of a name."""

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(ROW_ROLE)
        if isinstance(entry, Entry):
            self.wanted.emit(PAGES[entry.happening], self._target(entry))

    def _target(self, entry: Entry) -> object:
        """What the page shall show."""
        if entry.happening in timeline.LOG:
            # an entry of the log is a part of its account's page
            return self._model.account_id, "log_entry", entry.id
        if entry.happening is Happening.CHANGED:
            return None
        return entry.meeting_id if entry.happening is Happening.DECIDED else entry.id


class _Painter(QStyledItemDelegate):
    def __init__(self, desk: Desk, model: TimelineModel, parent: QListView) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_day = isinstance(index.data(ROW_ROLE), date)
        return QSize(100, self._desk.theme.px(DAY if is_day else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        rect, state = QRectF(_any(option).rect), _any(option).state
        theme = self._desk.theme
        if isinstance(row, date):
            _paint_day(painter, rect, theme, self._model.said(row))
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selection"))
        if state & QStyle.StateFlag.State_HasFocus:
            painting.focus_ring(painter, rect, theme)
        self._paint_entry(painter, rect, row)

    def _paint_entry(self, painter: QPainter, rect: QRectF, entry: Entry) -> None:
        theme, px, words = self._desk.theme, self._desk.theme.px, self._desk.words
        left = rect.left() + px(20) + (px(INDENT) if entry.is_under_meeting else 0)
        icon, token = LOOKS[entry.happening]
        size = px(16)
        icons.draw(painter, QPointF(left, rect.center().y() - size / 2), icon, theme.tokens[token], size)
        left += px(24)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("muted"))
        what = words(entry.happening.label)
        width = min(float(painter.fontMetrics().horizontalAdvance(what)) + px(4), rect.width() / 3)
        painting.text(painter, QRectF(left, rect.top(), width, rect.height()), what)
        left += max(width + px(8), px(116))
        is_meeting = entry.happening is Happening.MEETING
        painter.setFont(theme.font("strong" if is_meeting else "body"))
        painter.setPen(theme.color("text"))
        title = words(entry.title) if entry.happening is Happening.CHANGED else entry.title
        room = max(0.0, rect.right() - px(16) - left)
        wide = min(float(painter.fontMetrics().horizontalAdvance(title)) + px(4), room)
        painting.text(painter, QRectF(left, rect.top(), wide, rect.height()), title)
        if entry.remark and room - wide > px(60):
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color("muted"))
            rest = QRectF(left + wide + px(10), rect.top(), room - wide - px(10), rect.height())
            painting.text(painter, rest, entry.remark)


def _paint_day(painter: QPainter, rect: QRectF, theme: Theme, said: str) -> None:
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.color("muted"))
    inside = rect.adjusted(theme.px(20), theme.px(8), -theme.px(16), 0)
    painting.text(painter, inside, said)
    left = inside.left() + min(painter.fontMetrics().horizontalAdvance(said) + theme.px(10), inside.width())
    painter.fillRect(QRectF(left, inside.center().y(), max(0.0, inside.right() - left), 1), theme.color("border"))


def _any(option: Any) -> Any:  # the option's members are not in its type
    return option


def _with_days(found: Sequence[Entry], last: date | None) -> list[date | Entry]:
    rows: list[date | Entry] = []
    for entry in found:
        if entry.day != last:
            rows.append(entry.day)
            last = entry.day
        rows.append(entry)
    return rows
