"""Six advantages, a line each: what is measured, the years, and a bar against the first year."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.kam.benefits.ui import saying
from workbench.kam.benefits.views import START, Benefit
from workbench.ui import painting
from workbench.ui.desk import Desk
from workbench.ui.layout import lay_bare
from workbench.ui.painting import Index

BENEFIT_ROLE = Qt.ItemDataRole.UserRole
HIGH, LEAST_SCALE = 66, 150.0


class BenefitModel(QAbstractListModel):
    """The advantages of an account."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._benefits: tuple[Benefit, ...] = ()

    def show_benefits(self, benefits: tuple[Benefit, ...]) -> None:
        """Other numbers; whoever walks the lines keeps their place."""
        same = len(benefits) == len(self._benefits)
        if not same:
            self.beginResetModel()
        self._benefits = benefits
        if not same:
            self.endResetModel()
        elif benefits:
            self.dataChanged.emit(self.index(0, 0), self.index(len(benefits) - 1, 0))

    def scale(self) -> float:
        """The index at the end of the bars."""
        highest = (one.index(year) or 0.0 for one in self._benefits for year in one.years)
        return max([LEAST_SCALE, *highest])

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._benefits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._benefits[index.row()] if 0 <= index.row() < len(self._benefits) else None
        if role == BENEFIT_ROLE or one is None:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return self._desk.words(one.advantage.label)
        return saying.aloud(self._desk, one) if role == Qt.ItemDataRole.AccessibleTextRole else None


class BenefitList(QListView):
    """Arrows walk, Enter opens the records behind a line, E types a number."""

    opened = Signal()
    letter = Signal(str)

    def __init__(self, desk: Desk, model: BenefitModel) -> None:
        super().__init__()
        lay_bare(self)
        self.benefits = model
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(model)
        self.setItemDelegate(_Painter(desk, self))
        self.setObjectName("account.benefits.list")
        self.setAccessibleName(desk.words("Benefits"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self.opened)

    def benefit(self) -> Benefit | None:
        """The advantage the user is at."""
        found = self.currentIndex().data(BENEFIT_ROLE)
        return found if isinstance(found, Benefit) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.text().upper() in ("E", "\x7f") and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.letter.emit("E" if event.text().upper() == "E" else "Delete")
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here, not the beginning of a name."""


class _Painter(QStyledItemDelegate):
    def __init__(self, desk: Desk, view: BenefitList) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._desk.theme.px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one, any_option, theme = index.data(BENEFIT_ROLE), _any(option), self._desk.theme
        if not isinstance(one, Benefit):
            return
        rect, px, state = QRectF(any_option.rect), theme.px, any_option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - theme.edge, rect.width(), theme.edge), theme.color("border"))
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection" if self._view.hasFocus() else "subtle"))
            painter.drawRoundedRect(rect.adjusted(px(8), 2, -px(8), -2), 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painting.focus_ring(painter, rect.adjusted(px(8), 2, -px(8), -2), theme)
        inside = rect.adjusted(20, px(7), -20, -px(7))
        left = QRectF(inside.x(), inside.y(), inside.width() * 0.46, inside.height())
        self._paint_texts(painter, left, one)
        right = QRectF(inside.right() - px(110), inside.y(), px(110), inside.height())
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("text" if one.latest is not None else "muted"))
        painting.text(painter, right, saying.standing(self._desk, one), painting.RIGHT)
        self._paint_bar(
            painter, QRectF(left.right() + px(14), inside.y(), right.x() - left.right() - px(28), inside.height()), one
        )
        painter.restore()

    def _paint_texts(self, painter: QPainter, place: QRectF, one: Benefit) -> None:
        theme, line = self._desk.theme, place.height() / 3
        lines = (
            ("strong", "text", self._desk.words(one.advantage.label)),
            ("caption", "text2", saying.indicator(self._desk, one)),
            ("caption", "muted", saying.values(self._desk, one)),
        )
        for number, (font, token, text) in enumerate(lines):
            painter.setFont(theme.font(font))
            painter.setPen(theme.color(token))
            painting.text(painter, QRectF(place.x(), place.y() + number * line, place.width(), line), text)

    def _paint_bar(self, painter: QPainter, place: QRectF, one: Benefit) -> None:
        """The last year as a bar, the year before as a line below it, the start as a tick: read by length."""
        theme, px, scale = self._desk.theme, self._desk.theme.px, self._view.benefits.scale()
        middle, high = place.center().y(), px(12)
        ground = QRectF(place.x(), middle - high / 2, place.width(), high)
        painter.setPen(QPen(theme.color("border"), theme.edge))
        painter.setBrush(theme.color("subtle"))
        painter.drawRoundedRect(ground, 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        if one.latest is not None:
            painter.setBrush(theme.color("accent_text"))
            painter.drawRoundedRect(
                QRectF(place.x(), middle - high / 2, place.width() * one.latest / scale, high), 2, 2
            )
        before = one.index(one.years[-2]) if len(one.years) > 1 else None
        if before is not None:
            painter.setBrush(theme.color("muted"))
            painter.drawRect(QRectF(place.x(), middle + high / 2 + px(3), place.width() * before / scale, px(3)))
        at = place.x() + place.width() * START / scale
        painter.setPen(QPen(theme.color("text"), 2))
        painter.drawLine(int(at), int(middle - high), int(at), int(middle + high))


def _any(option: Any) -> Any:  # the option's members are not in its type
    return option
