"""What lies on the board: painted cards, heads of lanes and counts of what is done. Each is heard as an item of a list.

A card is one widget without children: a board of a thousand has only those that can be seen.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

from workbench.kam.board.cards import BoardCard, Lane
from workbench.kam.board.speech import CardLook, Speech, icon_of, key_of
from workbench.kam.board.ui import painter as paint
from workbench.kam.board.ui.pictures import Pictures
from workbench.ui import icons, painting
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import explain

# what a mouse did to a piece: "press", "drag", "drop", "leave", "open", "menu", and where
Touched = Callable[["Piece", str, Any], None]
PRESS = "Press"


class Piece(QWidget):
    """Something on the board that can have the keys."""

    heard: QAccessibleWidget | None = None

    def __init__(self, theme: Theme, touched: Touched) -> None:
        super().__init__()
        _tell_readers()
        self.theme, self._touched = theme, touched
        self._pressed: QPointF | None = None
        self._is_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def is_chosen(self) -> bool:
        return False

    def activate(self) -> None:
        """Do what a double click does."""
        self._touched(self, "open", None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._touched(self, "press", event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = (event.position() - self._pressed).manhattanLength()
        self._is_dragged = self._is_dragged or way >= QApplication.startDragDistance()
        if self._is_dragged:
            self._touched(self, "drag", event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._touched(self, "drop", event)
        self._pressed, self._is_dragged = None, False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.activate()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._touched(self, "menu", event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        self._touched(self, "focus", event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        # what is painted short is told whole
        explain(self, self.accessibleName())
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()


class CardPiece(Piece):
    """One card. It keeps its picture: while the board scrolls, only what comes into view is painted."""

    def __init__(self, pictures: Pictures, touched: Touched, key: int) -> None:
        super().__init__(pictures.theme, touched)
        self._pictures = pictures
        self.key = key
        self.card: BoardCard | None = None
        self._look: CardLook | None = None
        self._state: frozenset[str] = frozenset()
        self._picture: QPixmap | None = None
        self._pictured: tuple[frozenset[str], QSize, float] | None = None
        self._lane = ""
        self._speech: Speech | None = None
        self.painted = 0
        self.stand_for(key)

    def stand_for(self, key: int) -> None:
        """Be the widget of another card from now on."""
        self._pressed, self._is_dragged = None, False
        self.key, self._look, self._state = key, None, frozenset()
        self.setObjectName(f"board.card.{key}")

    def rest(self) -> None:
        """Be nobody's widget until a card needs one."""
        if not self.isHidden():
            self.hide()
            self.setObjectName("board.spare")

    @property
    def is_chosen(self) -> bool:
        return bool(self._state & {"chosen", "current"})

    def show_card(self, card: BoardCard, speech: Speech, lane: str) -> None:
        """Show what is known of it now; only a card that looks otherwise is painted again."""
        is_same = (card is self.card or card == self.card) and lane == self._lane
        if is_same and speech is self._speech and self._look is not None:
            return
        look = speech.look(card)
        if look != self._look:
            self._look, self._picture = look, None
            self.update()
        self.card, self._lane, self._speech = card, lane, speech
        heard = speech.heard(card, lane)
        if heard != self.accessibleName():
            self.setAccessibleName(heard)

    def mark(self, *, is_current: bool, is_chosen: bool) -> None:
        """Be the one that the keys are at, or one of several that were chosen."""
        named = {"current": is_current, "chosen": is_chosen}
        state = frozenset(name for name, holds in named.items() if holds)
        if state != self._state:
            self._state = state
            self.update()
        policy = Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus
        if policy != self.focusPolicy():
            self.setFocusPolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        seen = {"focus": self.hasFocus(), "hover": self.underMouse()}
        state = self._state | {name for name, holds in seen.items() if holds}
        painter = QPainter(self)
        # how many pixels there are to one of the widget's, on a screen as on a picture of the window
        looks = state, self.size(), painter.deviceTransform().m11()
        if looks != self._pictured or self._picture is None:
            self.painted += 1
            self._picture, self._pictured = self._pictures.card(self._look, *looks), looks
        painter.drawPixmap(0, 0, self._picture)


class HeadPiece(Piece):
    """The head of a lane: what it is, who leads it, how much is open, how full its week is."""

    def __init__(self, theme: Theme, touched: Touched, lane: Lane) -> None:
        super().__init__(theme, touched)
        self.lane = lane
        self._speech: Speech | None = None
        self._texts: tuple[str, ...] = ()
        self._is_folded = False
        self._sunk = 0
        self.setObjectName(f"board.lane.{key_of(lane.place)}")

    def show_lane(self, lane: Lane, speech: Speech, *, is_folded: bool) -> None:
        """Show a lane as it is now."""
        if lane is self.lane and speech is self._speech and is_folded == self._is_folded:
            # the board only scrolls
            return
        self._speech = speech
        late = lane.overdue(speech.today)
        load = lane.department.load if lane.department else None
        texts = (
            speech.lane(lane),
            speech.below(lane),
            speech.load(load, lane.department.lead_id) if load and lane.department else "",
            speech.overdue(late) if late else "",
            speech.short_load(load) if load else "",
        )
        if (texts, is_folded, load) != (self._texts, self._is_folded, self._load()):
            self.update()
        self.lane, self._texts, self._is_folded = lane, texts, is_folded
        heard = speech.head(lane, is_folded=is_folded)
        if heard != self.accessibleName():
            self.setAccessibleName(heard)

    def sink(self, by: int) -> None:
        """Let the texts stand so much lower than the lane begins."""
        if by != self._sunk:
            self._sunk = by
            self.update()

    def _load(self) -> object:
        return self.lane.department.load if self.lane.department else None

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px, painter = self.theme, self.theme.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name, below, load, late, short = self._texts
        painter.translate(0, self._sunk)
        arrow = "chevron-right" if self._is_folded else "chevron-down"
        icons.draw(painter, QPointF(px(5), px(11)), arrow, theme.tokens["muted"], px(14))
        icons.draw(painter, QPointF(px(21), px(10)), icon_of(self.lane), theme.tokens["text2"], px(16))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("text"))
        painting.text(painter, QRectF(px(41), px(8), self.width() - px(44), px(20)), name)
        if not self._is_folded:
            self._paint_more(painter, (below, load, late, short))
        painter.translate(0, -self._sunk)
        if self.hasFocus():
            painting.focus_ring(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), theme)

    def _paint_more(self, painter: QPainter, texts: tuple[str, str, str, str]) -> None:
        theme, px = self.theme, self.theme.px
        below, load, late, short = texts
        left, room, top = px(21), self.width() - px(21 + 10), px(29)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("muted"))
        painting.text(painter, QRectF(left, top, room, px(16)), below)
        top += px(21)
        known = self.lane.department.load if self.lane.department else None
        if known is not None:
            paint.load_bar(painter, QRectF(left, top, room, px(6)), theme, known)
            token = "crit" if known.is_over else "muted"
            shift = px(15) if known.is_over else 0
            if known.is_over:
                icons.draw(painter, QPointF(left, top + px(9)), "triangle-alert", theme.tokens[token], px(12))
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color(token))
            said = load if painter.fontMetrics().horizontalAdvance(load) <= room - shift else short
            painting.text(painter, QRectF(left + shift, top + px(8), room - shift, px(15)), said)
            top += px(27)
        if late:
            painting.chip(painter, QPointF(left, top), theme, late, ("crit", "circle-alert"))


class DonePiece(Piece):
    """How much of a lane is done; pressed, it shows what."""

    def __init__(self, theme: Theme, touched: Touched, lane: Lane) -> None:
        super().__init__(theme, touched)
        self._text = ""
        self.setObjectName(f"board.done.{key_of(lane.place)}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_count(self, text: str, heard: str) -> None:
        """Show how many."""
        if text != self._text:
            self._text = text
            self.update()
        self.setAccessibleName(heard)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font("label")
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(theme.color("accent_text" if self.underMouse() else "muted"))
        painting.text(painter, QRectF(self.rect()).adjusted(theme.px(10), 0, -4, 0), self._text)
        if self.hasFocus():
            painting.focus_ring(painter, QRectF(self.rect()), theme)


class _HeardPiece(QAccessibleWidget):
    def __init__(self, piece: Piece) -> None:
        role = QAccessible.Role.ListItem if isinstance(piece, CardPiece) else QAccessible.Role.Button
        super().__init__(piece, role)
        self._piece = piece

    def state(self) -> QAccessible.State:
        told: Any = super().state()
        if isinstance(self._piece, CardPiece):
            told.selectable, told.selected = True, self._piece.is_chosen
        return told  # type: ignore[no-any-return]

    def actionNames(self) -> list[str]:
        return [PRESS, *super().actionNames()]

    def doAction(self, name: str) -> None:
        self._piece.activate() if name == PRESS else super().doAction(name)


@cache
def _tell_readers() -> None:
    QAccessible.installFactory(_heard)


def _heard(_kind: str, made: object) -> QAccessibleWidget | None:
    if not isinstance(made, Piece):
        return None
    # Qt keeps what it is given, but not the part of it that is written in Python
    made.heard = _HeardPiece(made)
    return made.heard
