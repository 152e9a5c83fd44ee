"""A line of a list that a record owns: it can be walked to, opened, ticked, copied, moved and deleted by keys."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy

from workbench.ui import icons, painting
from workbench.ui.theme import Theme
from workbench.ui.widgets.chips import Chip
from workbench.ui.widgets.said import explain

PAD, MARK = 4, 2
BAR, ROOMY = 44, 330  # a bar of progress, and the room a line has where it is shown
LEAST = 150  # pixels that the texts keep
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = {
    (Qt.Key.Key_Up, ALT): "up",
    (Qt.Key.Key_Down, ALT): "down",
    (Qt.Key.Key_C, CTRL): "copy",
    (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier): "previous",
    (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier): "next",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "delete",
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier): "add",
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): "open",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier): "open",
    (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier): "open",
    (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier): "tick",
    (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier): "close",
}


@dataclass(frozen=True)
class Share:
    """How far something has come, from 0 to 1, and how that is said."""

    value: float
    said: str


@dataclass(frozen=True)
class Told:
    """What a line shows; a `warning` that has no room beside the texts is only a sign."""

    strong: str
    weak: str = ""
    chip: Chip | None = None
    is_ticked: bool | None = None
    share: Share | None = None
    warning: Chip | None = None


class Line(QAbstractButton):
    """One child in a list; says by a word what was asked of it."""

    asked = Signal(object, str)

    def __init__(self, theme: Theme, key: int, told: Told) -> None:
        super().__init__()
        self.key, self._theme = key, theme
        self._told, self._is_shown = told, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._clicked)
        self.tell(told)

    def tell(self, told: Told) -> None:
        """Show something else."""
        self._told = told
        parts = [told.strong, told.weak, *(chip.text for chip in (told.warning, told.chip) if chip)]
        parts.append(told.share.said if told.share else "")
        self.setAccessibleName(", ".join(part for part in parts if part))
        if told.is_ticked is not None:
            self.setCheckable(True)
            self.setChecked(told.is_ticked)
        self.updateGeometry()
        self.update()

    def mark(self, said: str) -> None:
        """Mark it as the one that is shown beside its list, which is said so; nothing takes the mark away."""
        self._is_shown = bool(said)
        self.setAccessibleDescription(said)
        self.update()

    @property
    def title(self) -> str:
        """What stands on it first."""
        return self._told.strong

    @property
    def chip(self) -> Chip | None:
        """The status at its end."""
        return self._told.chip

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # what came just now gets its place a turn later
        QTimer.singleShot(0, self, self._come_into_view)

    def _come_into_view(self) -> None:
        """Let every scrolling part around show the line that has the keys."""
        around = self.parentWidget()
        while around is not None and self.hasFocus():
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self)
            around = around.parentWidget()

    def sizeHint(self) -> QSize:
        theme = self._theme
        height = QFontMetrics(theme.font("body")).height() + 2 * PAD
        if self._told.weak:
            height += QFontMetrics(theme.font("caption")).height()
        return QSize(theme.px(160), max(height, theme.px(24)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self.sizeHint().height())

    def nextCheckState(self) -> None:
        """A click opens; only Space, or the box itself, ticks."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        verb = KEYS.get((Qt.Key(event.key()), plain))
        letter = event.text().upper() if plain == Qt.KeyboardModifier.NoModifier else ""
        if verb or (letter and letter.isprintable()):
            self.asked.emit(self, verb or letter)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit(self, "menu")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, told = QPainter(self), self._theme, self._told
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.hasFocus() or self._is_shown:
            painter.fillRect(rect, theme.color("selection"))
        elif self.underMouse():
            painter.fillRect(rect, theme.color("hover"))
        if self._is_shown:
            painter.fillRect(QRectF(0, 0, MARK, rect.height()), theme.color("accent"))
        left, right = rect.left() + PAD, rect.right() - PAD
        if told.is_ticked is not None:
            icon, token = ("circle-check", "ok") if told.is_ticked else ("circle", "text2")
            size = theme.px(16)
            icons.draw(painter, QPointF(left, (rect.height() - size) / 2), icon, theme.tokens[token], size)
            left += size + theme.px(6)
        for chip in filter(None, (told.chip, told.warning)):
            text, wide = chip.text, painting.chip_width(theme, chip.text, chip.icon)
            if chip is told.warning and right - wide - left < theme.px(LEAST):
                text, wide = "", painting.chip_width(theme, "", chip.icon)
            right -= wide
            at = QPointF(right, (rect.height() - theme.px(19)) / 2)
            painting.chip(painter, at, theme, text, (chip.kind, chip.icon))
            right -= theme.px(6)
        if told.share and right - left > theme.px(ROOMY):
            right = self._paint_share(painter, right, told.share)
        self._paint_texts(painter, QRectF(left, PAD, max(0.0, right - left), rect.height() - 2 * PAD))
        if self.hasFocus():
            painter.fillRect(QRectF(0, rect.height() - 2, rect.width(), 2), theme.color("focus"))

    def _paint_share(self, painter: QPainter, right: float, share: Share) -> float:
        """A bar and its figure at the right end; where what stands before it ends."""
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font("caption"))
        wide = painter.fontMetrics().horizontalAdvance(share.said)
        bar = QRectF(right - wide - px(BAR + 6), self.height() / 2 - px(3), px(BAR), px(6))
        painter.setPen(theme.color("border_strong"))
        painter.setBrush(theme.color("surface"))
        painter.drawRect(bar)
        filled = (bar.width() - 2) * min(1.0, max(0.0, share.value))
        painter.fillRect(QRectF(bar.left() + 1, bar.top() + 1, filled, bar.height() - 2), theme.color("accent"))
        painter.setPen(theme.color("text2"))
        painting.text(painter, QRectF(right - wide, 0, wide + 1, self.height()), share.said)
        return bar.left() - px(8)

    def _paint_texts(self, painter: QPainter, room: QRectF) -> None:
        theme, told = self._theme, self._told
        font = theme.font("body")
        font.setStrikeOut(bool(told.is_ticked))
        painter.setFont(font)
        strong = painter.fontMetrics()
        height = strong.height() if told.weak else room.height()
        painter.setPen(theme.color("muted" if told.is_ticked else "text"))
        painting.text(painter, QRectF(room.x(), room.y(), room.width(), height), told.strong)
        is_cut = strong.horizontalAdvance(told.strong) > room.width()
        if told.weak:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("muted"))
            below = QRectF(room.x(), room.y() + height, room.width(), room.height() - height)
            painting.text(painter, below, told.weak)
            is_cut = is_cut or painter.fontMetrics().horizontalAdvance(told.weak) > room.width()
        explain(self, f"{told.strong}\n{told.weak}".strip() if is_cut else "")

    def _clicked(self) -> None:
        at = self.mapFromGlobal(self.cursor().pos())
        is_box = self._told.is_ticked is not None and 0 <= at.x() < self._theme.px(24)
        self.asked.emit(self, "tick" if is_box else "open")
