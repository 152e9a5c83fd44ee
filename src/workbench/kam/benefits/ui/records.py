"""The records behind a number: what each is, and what it counts for."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.kam.benefits.ui import saying
from workbench.kam.benefits.views import Benefit, Fact
from workbench.ui import painting
from workbench.ui.desk import Desk
from workbench.ui.layout import column, lay_bare, row
from workbench.ui.painting import Index
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Shortened

FACT_ROLE = Qt.ItemDataRole.UserRole
HIGH = 48


class FactModel(QAbstractListModel):
    """The records of a benefit, the newest year first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._benefit: Benefit | None = None
        self._facts: tuple[Fact, ...] = ()

    def show_benefit(self, benefit: Benefit) -> None:
        """The records of another number."""
        self.beginResetModel()
        self._benefit = benefit
        self._facts = tuple(sorted(benefit.facts, key=lambda fact: -fact.year))
        self.endResetModel()

    def said(self, record: Fact) -> tuple[str, str]:
        return saying.fact(self._desk, self._benefit, record) if self._benefit else ("", "")

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._facts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self._facts[index.row()] if 0 <= index.row() < len(self._facts) else None
        if role == FACT_ROLE or record is None:
            return record
        if role == Qt.ItemDataRole.DisplayRole:
            return self.said(record)[0]
        return ", ".join(self.said(record)) if role == Qt.ItemDataRole.AccessibleTextRole else None


class FactList(QListView):
    """Enter opens a record, Esc goes back."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, model: FactModel) -> None:
        super().__init__()
        lay_bare(self)
        self.facts = model
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(model)
        self.setItemDelegate(_Painter(desk, self))
        self.setObjectName("account.benefits.records")
        self.setAccessibleName(desk.words("Records behind the number"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        record = self.currentIndex().data(FACT_ROLE)
        if isinstance(record, Fact):
            self.opened.emit(record)


class Records(Panel):
    """The pane beside the advantages."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "surface", "l")
        self._desk = desk
        self.list = FactList(desk, FactModel(desk))
        self._title = Shortened(desk.theme, "", "strong")
        self._made = Shortened(desk.theme, "", "caption", "text2")
        close = button(desk.theme, "", "x", "quiet", desk.words("Close (Esc)"))
        close.setObjectName("account.benefits.close")
        close.clicked.connect(self.list.left)
        head = row(self._title, close, margins=(12, 6, 6, 2), gap=6, stretch=(1,))
        below = column(self._made, margins=(12, 0, 10, 6))
        self.setLayout(column(head, below, self.list, gap=0, stretch=(0, 0, 1)))

    def show_benefit(self, benefit: Benefit) -> None:
        """The records of another number."""
        desk = self._desk
        self._title.setText(desk.words(benefit.advantage.label))
        self._made.setText(saying.behind(desk, benefit) if benefit.years else desk.words("Nothing is measured yet."))
        self.list.facts.show_benefit(benefit)
        if self.list.facts.rowCount():
            self.list.setCurrentIndex(self.list.facts.index(0, 0))


class _Painter(QStyledItemDelegate):
    def __init__(self, desk: Desk, view: FactList) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._desk.theme.px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        record, any_option, theme = index.data(FACT_ROLE), _any(option), self._desk.theme
        if not isinstance(record, Fact):
            return
        rect, px, state = QRectF(any_option.rect), theme.px, any_option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection" if self._view.hasFocus() else "subtle"))
            painter.drawRoundedRect(rect.adjusted(px(4), 1, -px(4), -1), 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painting.focus_ring(painter, rect.adjusted(px(4), 1, -px(4), -1), theme)
        inside, line = rect.adjusted(px(12), px(5), -px(10), -px(5)), rect.height() / 2 - px(5)
        for number, (font, token, text) in enumerate(
            zip(("body", "caption"), ("text", "text2"), self._view.facts.said(record), strict=True)
        ):
            painter.setFont(theme.font(font))
            painter.setPen(theme.color(token))
            painting.text(painter, QRectF(inside.x(), inside.y() + number * line, inside.width(), line), text)
        painter.restore()


def _any(option: Any) -> Any:  # the option's members are not in its type
    return option
