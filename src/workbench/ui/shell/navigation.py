"""The sidebar: pages and key accounts, with counts; texts where there is room, icons where there is not."""

from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QPen, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from workbench.ui import geometry, icons, painting
from workbench.ui.layout import lay_bare
from workbench.ui.painting import Index
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import plainly

WIDE = 212
TOP = 9
PLACE_ROLE = Qt.ItemDataRole.UserRole
# pages without a place of their own, and the list they belong to
BELOW = {"account": "accounts", "meeting": "meetings", "week": "meetings"}


@dataclass(frozen=True)
class Place:
    """Somewhere to go: its text, icon, page and target.

    A place without a page is a heading; one without a text either pushes what follows to the bottom.
    """

    text: str
    icon: str = ""
    page: str = ""
    target: int | None = None
    count: str = ""
    is_urgent: bool = False


class Sidebar(QListView):
    """The list of places."""

    went = Signal(str, object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        lay_bare(self)
        self._theme = theme
        self._model = QStandardItemModel(self)
        self.is_slim = False
        self.setModel(self._model)
        self._delegate = _PlaceDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setObjectName("sidebar")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self._go)
        self.activated.connect(self._go)
        self.make_slim(is_slim=False)

    def show_places(self, places: list[Place]) -> None:
        """Draw the places anew; the current one stays current."""
        now = self.place_at(self.currentIndex())
        self._model.clear()
        for place in places:
            item = QStandardItem(place.text)
            item.setData(place, PLACE_ROLE)
            if not place.page:
                # a heading or a gap: nothing to stop at
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setToolTip("")
            item.setAccessibleText(f"{place.text}, {place.count}" if place.count else place.text)
            self._model.appendRow(item)
        self._push_down()
        if now:
            self.mark(now.page, now.target)

    def mark(self, page: str, target: object) -> None:
        """Show where the user is."""
        best = -1
        for row in range(self._model.rowCount()):
            place = self.place_at(self._model.index(row, 0))
            if place and place.page == page and place.target in (target, None) and best < 0:
                best = row
            if place and place.page == page and place.target is not None and place.target == target:
                best = row
        if best >= 0:
            self.setCurrentIndex(self._model.index(best, 0))
        elif page in BELOW:
            self.mark(BELOW[page], None)
        else:
            self.clearSelection()
            self.setCurrentIndex(self._model.index(-1, -1))

    def make_slim(self, *, is_slim: bool) -> None:
        """Icons only, or icons and texts."""
        self.is_slim = is_slim
        self.setFixedWidth(self._theme.px(geometry.SLIM if is_slim else WIDE))
        self._push_down()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the arrow keys begin, also on a page that has no place here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            first = self._model.index(0, 0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.color("sidebar"))
        painter.fillRect(self.viewport().width() - 1, 0, 1, self.viewport().height(), self._theme.color("border"))
        painter.end()
        super().paintEvent(event)  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._push_down()

    def _push_down(self) -> None:
        """Let the gap before the last places take the room that is left."""
        delegate = self._delegate
        delegate.gap = 0
        used = sum(delegate.height(self._model.index(row, 0)) for row in range(self._model.rowCount()))
        delegate.gap = max(0, self.viewport().height() - used - TOP)
        self.doItemsLayout()

    def _go(self, index: Index) -> None:
        place = self.place_at(index)
        if place and place.page:
            self.went.emit(place.page, place.target)

    def place_at(self, index: Index) -> Place | None:
        found = index.data(PLACE_ROLE)
        return found if isinstance(found, Place) else None


class _PlaceDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: Sidebar) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.gap = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, self.height(index))

    def height(self, index: Index) -> int:
        """How high a place is; the first one keeps a distance from the menus."""
        place = index.data(PLACE_ROLE)
        first = TOP if index.row() == 0 else 0
        if not isinstance(place, Place) or place.page:
            return self._theme.nav + first
        if not place.text:
            return max(self._theme.px(12), self.gap)
        return self._theme.px(12 if self._view.is_slim else 30) + first

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The name of a place that is shown by its icon only."""
        QToolTip.showText(event.globalPos(), plainly(str(index.data() or "")) if self._view.is_slim else "", view)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = index.data(PLACE_ROLE)
        if not isinstance(place, Place):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(8, 1 + (TOP if index.row() == 0 else 0), -9, -1)
        if place.page:
            self._paint_place(painter, index, rect, place)
        elif not self._view.is_slim:
            painter.setFont(self._theme.font("caption"))
            painter.setPen(self._theme.color("muted"))
            painting.text(painter, rect.adjusted(10, 8, 0, 0), place.text)
        painter.restore()

    def _paint_place(self, painter: QPainter, index: Index, rect: QRectF, place: Place) -> None:
        theme = self._theme
        is_chosen = painting.is_chosen(self._view, index)
        if is_chosen or painting.is_under_mouse(self._view, rect):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_subtle" if is_chosen else "hover"))
            painter.drawRoundedRect(rect, 6, 6)
        if is_chosen:
            painter.setBrush(theme.color("accent_text" if theme.is_dark else "accent"))
            painter.drawRoundedRect(QRectF(rect.x(), rect.y() + 6, 3, rect.height() - 12), 1.5, 1.5)
        token = "accent_text" if is_chosen else "text2"
        size = theme.px(16)
        left = rect.center().x() - size / 2 if self._view.is_slim else rect.x() + 10
        icons.draw(painter, QPointF(left, rect.center().y() - size / 2), place.icon, theme.tokens[token], size)
        if not self._view.is_slim:
            self._paint_text(painter, rect, place, is_chosen=is_chosen)
        if painting.has_keys(self._view, index):
            painting.focus_ring(painter, rect, theme)

    def _paint_text(self, painter: QPainter, rect: QRectF, place: Place, *, is_chosen: bool) -> None:
        theme = self._theme
        painter.setPen(theme.color("accent_text" if is_chosen else "text"))
        painter.setFont(theme.font("strong" if is_chosen else "body"))
        left = rect.x() + 18 + theme.px(16)
        room = rect.right() - left - (theme.px(36) if place.count else 8)
        painting.text(painter, QRectF(left, rect.y(), room, rect.height()), place.text)
        if not place.count:
            return
        painter.setFont(theme.font("caption"))
        height = theme.px(18)
        width = max(height + 2.0, painter.fontMetrics().horizontalAdvance(place.count) + 12.0)
        badge = QRectF(rect.right() - width - 4, rect.center().y() - height / 2, width, height)
        if place.is_urgent:
            painter.setPen(QPen(Qt.PenStyle.NoPen))
            painter.setBrush(theme.color("crit_bg"))
            painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setPen(theme.color("crit" if place.is_urgent else "muted"))
        painter.drawText(badge, int(painting.CENTER), place.count)
