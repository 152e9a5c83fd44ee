"""The meetings of a week, a column for each day."""

import re
from datetime import date, time, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.meetings.commands import add_meeting
from workbench.meetings.week import Slot, slots
from workbench.ui import icons, painting
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row
from workbench.ui.menu import Entry
from workbench.ui.painting import Index
from workbench.ui.shell.pages import Page
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

SLOT_ROLE = Qt.ItemDataRole.UserRole
DAYS, CELL, HEAD = 7, 84, 34
TIMED = re.compile(r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})\s+(?P<title>.+)")


class WeekModel(QAbstractTableModel):
    """A column for each day from Monday to Sunday, its meetings one below the other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.monday = date.min
        self._days: list[list[Slot]] = [[] for _ in range(DAYS)]

    def show_week(self, monday: date, found: list[Slot]) -> None:
        """Other meetings."""
        self.beginResetModel()
        self.monday = monday
        self._days = [[slot for slot in found if slot.day == monday + timedelta(n)] for n in range(DAYS)]
        self.endResetModel()

    def day(self, column: int) -> date:
        """The day of a column."""
        return self.monday + timedelta(column)

    def find(self, key: int) -> QModelIndex:
        """The first place of a meeting; an invalid index if it is not in this week."""
        for n, found in enumerate(self._days):
            for place, slot in enumerate(found):
                if slot.id == key:
                    return self.index(place, n)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        # a free place below the fullest day
        return 0 if parent.isValid() else max(len(found) for found in self._days) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else DAYS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._desk.formats.weekday(self.day(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self._days[index.column()] if 0 <= index.column() < DAYS else []
        slot = found[index.row()] if index.row() < len(found) else None
        if role == SLOT_ROLE:
            return slot
        if role == Qt.ItemDataRole.DisplayRole and slot:
            return f"{self.hours(slot)} {slot.title}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            day, words = self._desk.formats.long_weekday(self.day(index.column())), self._desk.words
            if slot is None:
                return ", ".join((day, words("free")))
            again = words("repeats") if slot.is_series else ""
            status = words(slot.status.label)
            parts = (day, self.hours(slot), slot.title, slot.account, slot.place, status, again)
            return ", ".join(filter(None, parts))
        return None

    def hours(self, slot: Slot) -> str:
        """From when to when."""
        if slot.start is None:
            return self._desk.words("all day")
        said = self._desk.formats.time
        return f"{said(slot.start)}–{said(slot.end)}" if slot.end else said(slot.start)


class WeekTable(QTableView):
    """Walked by arrows; `letter` is told of other keys."""

    letter = Signal(str)

    def __init__(self, desk: Desk, model: WeekModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_Painter(desk, self))
        self.setObjectName("week.table")
        self.setAccessibleName(desk.words("Week"))
        self.setShowGrid(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(desk.theme.px(CELL))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumHeight(desk.theme.px(HEAD))

    def slot(self) -> Slot | None:
        """The meeting the user is at."""
        found = self.currentIndex().data(SLOT_ROLE)
        return found if isinstance(found, Slot) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        keys = {
            Qt.Key.Key_PageUp: "Before",
            Qt.Key.Key_PageDown: "After",
            Qt.Key.Key_Return: "Enter",
            Qt.Key.Key_Enter: "Enter",
        }
        # over the edge of the week lies the next one
        edges = {Qt.Key.Key_Left: (0, "Sunday"), Qt.Key.Key_Right: (DAYS - 1, "Monday")}
        column, beyond = edges.get(Qt.Key(event.key()), (-1, ""))
        if not held and beyond and self.currentIndex().column() == column:
            self.letter.emit(beyond)
        elif not held and event.key() in keys:
            self.letter.emit(keys[Qt.Key(event.key())])
        elif not held and event.text().upper() in ("N", "T"):
            self.letter.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here, not the beginning of a name."""


class WeekPage(Page):
    """A week of meetings: PgUp and PgDn turn it, T goes to today, N makes a meeting on a day, Enter opens one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("week")
        theme, words = desk.theme, desk.words
        self.model = WeekModel(desk)
        self.table = WeekTable(desk, self.model)
        self._title = Said(theme, "", "display")
        self._count = Said(theme, "", "label", "muted")
        self._back = button(theme, words("List"), "rows-3", "quiet")
        self._new = button(theme, words("New meeting"), "plus", tip=words("New meeting on this day (N)"))
        turn = [
            button(theme, "", "chevron-left", "quiet", words("Week before (PgUp)")),
            button(theme, words("Today"), "sun", "quiet", words("This week (T)")),
            button(theme, "", "chevron-right", "quiet", words("Week after (PgDn)")),
        ]
        acts = (self._before, self._today, self._after)
        for made, act, name in zip(turn, acts, ("before", "today", "after"), strict=True):
            made.clicked.connect(act)
            made.setObjectName(f"week.{name}")
        self._back.setObjectName("week.list")
        self._new.setObjectName("week.new")
        self._back.clicked.connect(self._to_list)
        self._new.clicked.connect(self.ask_new)
        head = Panel(theme, "surface", "b")
        head.setLayout(
            row(self._title, self._count, *turn, None, self._back, self._new, margins=(20, 12, 16, 10), gap=8)
        )
        body = holding(column(self.table, gap=0))
        self.setLayout(column(head, body, gap=0, stretch=(0, 1)))
        self._ask = Ask(self, theme)
        self.table.letter.connect(self._verb)
        self.table.doubleClicked.connect(self._open)
        desk.workspace.changed.connect(self._on_change)

    def title(self) -> str:
        return self.desk.words("Week")

    def entries(self) -> list[Entry]:
        view, meeting = N_("View"), N_("Meeting")
        return [
            Entry(N_("New meeting on this day (N)"), "Ctrl+Shift+N", self.ask_new, "plus", meeting),
            Entry(N_("Open meeting"), "", self._open, "calendar", meeting, self._has_slot),
            Entry(N_("Week before (PgUp)"), "", self._before, "chevron-left", view),
            Entry(N_("Week after (PgDn)"), "", self._after, "chevron-right", view),
            Entry(N_("This week (T)"), "", self._today, "sun", view),
            Entry(N_("Meetings as a list"), "", self._to_list, "rows-3", view),
        ]

    def opened(self, target: object) -> None:
        day = target if isinstance(target, date) else self.desk.clock.today()
        if target is None and self.model.monday > date.min:
            # back from a meeting: the week and the place are kept
            self._read(self.model.monday)
        else:
            self.show_day(day)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def paper(self) -> tuple[str, object]:
        """The sheet of the chosen day."""
        return "daysheet", self.model.day(max(self.table.currentIndex().column(), 0))

    def show_day(self, day: date) -> None:
        """Show the week of a day, and stand on it."""
        self._read(day - timedelta(day.weekday()))
        self.table.setCurrentIndex(self.model.index(0, day.weekday()))

    def ask_new(self) -> None:
        """Ask what a new meeting on the chosen day is called."""
        words, index = self.desk.words, self.table.currentIndex()
        day = self.desk.formats.weekday(self.model.day(max(index.column(), 0)))
        rect = self.table.visualRect(index)
        under = (self.table.viewport(), QPoint(rect.left(), min(rect.bottom(), self.table.height() // 2)))
        self._ask.ask(words("Meeting on {day}", day=day), words("10:30 Call about the contract"), under, self._make)

    def _make(self, text: str) -> str:
        """Add what was written; a time in front is its start."""
        desk, found = self.desk, TIMED.fullmatch(text.strip())
        title, start = text.strip(), None
        if found:
            title = found["title"]
            if int(found["hour"]) > 23 or int(found["minute"]) > 59:
                return desk.words("There is no such time of day.")
            start = time(int(found["hour"]), int(found["minute"]))
        if not title:
            return desk.words("Write what it is about.")
        day, made = self.model.day(max(self.table.currentIndex().column(), 0)), list[int]()
        zone = desk.clock.zone
        if desk.attempt(lambda: made.append(desk.workspace.do(add_meeting, title, day, start=start, time_zone=zone))):
            desk.done(desk.words("Meeting added: {title}.", title=title))
            self._read(self.model.monday)
            self.table.setCurrentIndex(self.model.find(made[0]))
        return ""

    def _read(self, monday: date) -> None:
        desk, last = self.desk, monday + timedelta(DAYS - 1)
        with desk.workspace.read() as session:
            found = slots(session, monday, last, desk.clock.zone)
        here = self.table.currentIndex()
        self.model.show_week(monday, found)
        self.table.setCurrentIndex(self.model.index(min(here.row(), self.model.rowCount() - 1), here.column()))
        formats, words = desk.formats, desk.words
        self._title.setText(f"{formats.short_day(monday)} – {formats.day(last)}")
        self._count.setText(words.many("{n} meeting", "{n} meetings", len(found)))

    def _verb(self, letter: str) -> None:
        acts = {
            "Before": self._before,
            "After": self._after,
            "Sunday": self._to_sunday,
            "Monday": self._to_monday,
            "T": self._today,
            "N": self.ask_new,
            "Enter": self._open,
        }
        acts[letter]()

    def _open(self) -> None:
        slot = self.table.slot()
        if slot is not None:
            self.wanted.emit("meeting", slot.id)
        else:
            self.ask_new()

    def _before(self) -> None:
        self._read(self.model.monday - timedelta(DAYS))

    def _after(self) -> None:
        self._read(self.model.monday + timedelta(DAYS))

    def _to_sunday(self) -> None:
        self._step(-DAYS, DAYS - 1)

    def _to_monday(self) -> None:
        self._step(DAYS, 0)

    def _step(self, days: int, column: int) -> None:
        row = self.table.currentIndex().row()
        self._read(self.model.monday + timedelta(days))
        self.table.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), column))

    def _today(self) -> None:
        self.show_day(self.desk.clock.today())

    def _to_list(self) -> None:
        self.wanted.emit("meetings", None)

    def _has_slot(self) -> bool:
        return self.table.slot() is not None

    def _on_change(self, change: Change) -> None:
        if self.isVisible() and (change.ids("meeting") or change.ids("account")):
            self._read(self.model.monday)


class _Painter(QStyledItemDelegate):
    def __init__(self, desk: Desk, table: WeekTable) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px, any_option = self._desk.theme, self._desk.theme.px, _any(option)
        rect, slot = QRectF(any_option.rect), index.data(SLOT_ROLE)
        model = index.model()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(model, WeekModel) and model.day(index.column()) == self._desk.clock.today():
            painter.fillRect(rect, theme.color("subtle"))
        painter.setPen(QPen(theme.color("border"), theme.edge))
        painter.drawLine(rect.topRight() - QPointF(0.5, 0), rect.bottomRight() - QPointF(0.5, 0))
        is_here = bool(any_option.state & QStyle.StateFlag.State_Selected)
        inside = rect.adjusted(px(4), px(3), -px(5), -px(3))
        if isinstance(slot, Slot) and isinstance(model, WeekModel):
            self._paint_slot(painter, inside, slot, model.hours(slot))
        if is_here:
            painting.focus_ring(painter, inside, theme, 8)
        painter.restore()

    def _paint_slot(self, painter: QPainter, rect: QRectF, slot: Slot, hours: str) -> None:
        theme, px = self._desk.theme, self._desk.theme.px
        painting.card(painter, rect, theme)
        inside = rect.adjusted(px(8), px(6), -px(6), -px(4))
        line = inside.height() / 3
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("accent_text"))
        painting.text(painter, QRectF(inside.left(), inside.top(), inside.width() - px(16), line), hours)
        if slot.is_series:
            icons.draw(painter, inside.topRight() - QPointF(px(13), 0), "refresh-cw", theme.tokens["muted"], px(12))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("text"))
        painting.text(painter, QRectF(inside.left(), inside.top() + line, inside.width(), line), slot.title)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("text2"))
        below = slot.account or slot.place or ""
        painting.text(painter, QRectF(inside.left(), inside.top() + 2 * line, inside.width(), line), below)


def _any(option: Any) -> Any:  # the option's members are not in its type
    return option
