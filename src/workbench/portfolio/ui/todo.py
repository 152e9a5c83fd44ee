"""The list of what to do: a circle to tick, what, for whom, and when; letters are verbs of the page."""

from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from workbench.action_items.cards import ActionCard
from workbench.portfolio.ui.todo_model import ROW_ROLE, Heading, TodoModel
from workbench.ui import icons, painting
from workbench.ui.desk import Desk
from workbench.ui.layout import lay_bare
from workbench.ui.painting import Index

STRIKE_MS = 150
ROW, HEAD, CIRCLE = 34, 38, 34


class TodoList(QListView):
    """Space ticks, Enter opens, arrows walk; `verb` is told of other letters."""

    verb = Signal(str)
    opened = Signal(int)

    def __init__(self, desk: Desk, model: TodoModel) -> None:
        super().__init__()
        # it lies on the page like the agenda beside it
        lay_bare(self)
        self.todo = model
        self._theme = desk.theme
        self.setModel(model)
        self.setItemDelegate(_Painter(desk, self))
        self.setObjectName("today.do")
        self.setAccessibleName(desk.words("Do"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        # thousands are laid out without asking each row for its height twice
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.doubleClicked.connect(self._open)
        self.struck = 1.0
        self._strike = QVariantAnimation(self)
        self._strike.setDuration(STRIKE_MS)
        self._strike.setStartValue(0.0)
        self._strike.setEndValue(1.0)
        self._strike.valueChanged.connect(self._strike_on)

    def key(self) -> int | None:
        """The action the user is at."""
        card = self.currentIndex().data(ROW_ROLE)
        return card.id if isinstance(card, ActionCard) else None

    def chosen(self) -> list[int]:
        """The selected actions from top to bottom, without those that are leaving; else the one the user is at."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        cards = [self.todo.index(row, 0).data(ROW_ROLE) for row in rows] or [self.currentIndex().data(ROW_ROLE)]
        return [card.id for card in cards if isinstance(card, ActionCard) and card.id not in self.todo.leaving]

    def go_to(self, row: int) -> None:
        """Stand on the action at a row or, where there is none, on the nearest below or above it."""
        count = self.todo.rowCount()
        row = max(0, min(row, count - 1))
        nearest = [*range(row, count), *range(row - 1, -1, -1)]
        for place in nearest:
            card = self.todo.index(place, 0).data(ROW_ROLE)
            if isinstance(card, ActionCard) and card.id not in self.todo.leaving:
                self.setCurrentIndex(self.todo.index(place, 0))
                return

    def strike(self) -> None:
        """Draw the line through what was just ticked."""
        if self._theme.looks.has_motion:
            self._strike.start()

    def place_of_question(self) -> QRect:
        """Where the row of the user is, for what is asked about it."""
        return self.visualRect(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.key() is None:
            self.go_to(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Space:
            self.verb.emit("Space")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self._open(self.currentIndex())
        elif event.key() in (Qt.Key.Key_J, Qt.Key.Key_K) and not held:
            step = Qt.Key.Key_Down if event.key() == Qt.Key.Key_J else Qt.Key.Key_Up
            super().keyPressEvent(QKeyEvent(event.type(), step, event.modifiers()))
        elif not held and len(event.text()) == 1 and (event.text().isalnum() or event.text() in "+-"):
            self.verb.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here, not the beginning of a name."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        on_circle = event.position().x() < self._theme.px(CIRCLE)
        if (
            on_circle
            and event.button() == Qt.MouseButton.LeftButton
            and self.indexAt(event.position().toPoint()).isValid()
        ):
            self.verb.emit("Space")

    def _open(self, index: Index) -> None:
        card = index.data(ROW_ROLE)
        if isinstance(card, ActionCard):
            self.opened.emit(card.id)

    def _strike_on(self, part: object) -> None:
        self.struck = part if isinstance(part, float) else 1.0
        self.viewport().update()


class _Painter(QStyledItemDelegate):
    def __init__(self, desk: Desk, view: TodoList) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_head = isinstance(index.data(ROW_ROLE), Heading)
        return QSize(100, self._desk.theme.px(HEAD if is_head else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, any_option = index.data(ROW_ROLE), _any(option)
        rect = QRectF(any_option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, rect, row)
        elif isinstance(row, ActionCard):
            self._paint_back(painter, rect, index)
            self._paint_card(painter, rect, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRectF, head: Heading) -> None:
        theme, px = self._desk.theme, self._desk.theme.px
        painter.setPen(QPen(theme.color("border"), theme.edge))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        place = rect.adjusted(px(4), px(10), -px(4), 0)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color(head.token))
        width = painter.fontMetrics().horizontalAdvance(head.label)
        painting.text(painter, place, head.label)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("muted"))
        painting.text(painter, place.adjusted(width + px(8), 0, 0, 0), self._desk.formats.number(head.count))

    def _paint_back(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        theme = self._desk.theme
        is_chosen = painting.is_chosen(self._view, index)
        if is_chosen or painting.is_under_mouse(self._view, rect):
            # without the focus the place is kept, but quietly
            strong = is_chosen and self._view.hasFocus()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection" if strong else "subtle"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
        if painting.has_keys(self._view, index):
            painting.focus_ring(painter, rect.adjusted(0, 1, 0, -1), theme)

    def _paint_card(self, painter: QPainter, rect: QRectF, card: ActionCard) -> None:
        theme, px, text = self._desk.theme, self._desk.theme.px, self._view.todo.said(card)
        is_leaving = card.id in self._view.todo.leaving
        self._paint_circle(painter, QRectF(px(8), rect.center().y() - px(8), px(16), px(16)), is_leaving)
        right = self._paint_due(painter, rect, card)
        account = px(120) if rect.width() > px(420) else 0
        place = QRectF(px(CIRCLE), rect.top(), right - account - px(CIRCLE + 10), rect.height())
        painter.setPen(theme.color("muted" if is_leaving else "text"))
        painter.setFont(theme.font())
        painting.text(painter, place, text)
        if is_leaving:
            long = min(painter.fontMetrics().horizontalAdvance(text), place.width()) * self._view.struck
            painter.drawLine(
                QPointF(place.left(), place.center().y()), QPointF(place.left() + long, place.center().y())
            )
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font("label"))
        where = QRectF(right - account, rect.top(), account - px(8), rect.height())
        painting.text(painter, where, card.account or "")

    def _paint_circle(self, painter: QPainter, place: QRectF, is_ticked: bool) -> None:
        theme = self._desk.theme
        painter.setPen(QPen(theme.color("ok" if is_ticked else "border_strong"), 1.5))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(place)
        if is_ticked:
            size = theme.px(12)
            icons.draw(painter, place.center() - QPointF(size / 2, size / 2), "check", theme.tokens["ok"], size)

    def _paint_due(self, painter: QPainter, rect: QRectF, card: ActionCard) -> float:
        theme, px = self._desk.theme, self._desk.theme.px
        due, kind = self._view.todo.when(card)
        room = float(px(104))
        if kind == "neutral":
            painter.setPen(theme.color("muted"))
            painter.setFont(theme.font("label"))
            place = QRectF(rect.right() - room, rect.top(), room - px(6), rect.height())
            painting.text(painter, place, due, painting.RIGHT)
        else:
            icon = "circle-alert" if kind == "crit" else "clock"
            width = painting.chip_width(theme, due, icon)
            room = max(room, width + px(16))
            top = rect.center().y() - px(9)
            painting.chip(painter, QPointF(rect.right() - width - px(6), top), theme, due, (kind, icon))
        return rect.right() - room


def _any(option: Any) -> Any:  # the option's members are not in its type
    return option
