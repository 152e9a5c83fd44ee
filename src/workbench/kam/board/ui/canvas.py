"""The board itself: lanes painted on one ground, and a widget for each card that can be seen."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from workbench.kam.board.cards import BoardCard, Lane
from workbench.kam.board.geometry import BoardPlan, Box, Measures, plan
from workbench.kam.board.speech import Speech
from workbench.kam.board.ui import keys
from workbench.kam.board.ui.drag import Drag
from workbench.kam.board.ui.painter import drop_target
from workbench.kam.board.ui.pieces import CardPiece, DonePiece, HeadPiece, Piece
from workbench.kam.board.ui.standing import Standing
from workbench.kam.board.ui.titles import Heights
from workbench.kam.board.walking import Walk
from workbench.ui.desk import Desk
from workbench.ui.layout import lay_bare

WIDE_HEAD, TIGHT_HEAD, TIGHT = 168, 132, 720


class Canvas(QAbstractScrollArea):
    """Lanes and cards; knows which card the keys are at, and which were chosen together.

    `pressed` tells of a key that is no step, `opened` of a card to look at, `folded` of a lane to fold or unfold,
    `dropped` of cards that were dragged into a cell, `lost` of one that went while it was dragged, `turned` that the
    keys are at another card.
    """

    pressed = Signal(str)
    opened = Signal()
    folded = Signal(object)
    dropped = Signal(object)
    lost = Signal(str)
    turned = Signal()
    done_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        lay_bare(self)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._desk = desk
        self.heights = Heights(desk.theme)
        self._cards: dict[int, BoardCard] = {}
        self._lanes: tuple[Lane, ...] = ()
        self._names: list[str] = []
        self._folded: Collection[str] = ()
        self.is_done_open = self._was_scrolled = False
        self.speech = Speech(desk.words, desk.clock.today())
        self.plan = BoardPlan(Measures(0)).seal()
        self.walk = Walk(self.plan)
        self.standing = Standing(self, desk, self._touched)
        self.drag = Drag(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("board.canvas")
        self.setAccessibleName(desk.words("Team board"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(desk.theme.px(40))
        self.verticalScrollBar().sliderMoved.connect(self._scrolled)

    @property
    def chosen(self) -> list[int]:
        """The cards that verbs are for: those chosen together, else the one the keys are at."""
        return self.walk.chosen

    @property
    def pieces(self) -> dict[int, CardPiece]:
        """The widgets of the cards that can be seen."""
        return self.standing.cards

    @property
    def current(self) -> int | None:
        return self.walk.current

    def card(self, key: int) -> BoardCard | None:
        return self._cards.get(key)

    def show_lanes(self, lanes: tuple[Lane, ...], folded: Collection[str], *, is_done_open: bool) -> None:
        """Show lanes; what looks as before is left alone, and the selection and the place stay."""
        had_keys = self.has_keys()
        self._lanes, self._folded, self.is_done_open = lanes, folded, is_done_open
        self._names = [self.speech.lane(lane) for lane in lanes]
        self._cards = {card.id: card for lane in lanes for cell in lane.cells for card in cell}
        self._lay_out()
        if had_keys:
            self.take_keys()

    def _scrolled(self) -> None:
        self._was_scrolled = True

    def has_keys(self) -> bool:
        """Whether the keys are somewhere on the board."""
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def take_keys(self) -> None:
        """Give the keys to the card they were at."""
        self.stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> QWidget:
        """Where the keys stand: a card, or the board itself where there is none."""
        current = self.walk.current
        return self.pieces.get(current, self) if current is not None else self

    def stand_at(self, key: int | None, *, alone: bool = True) -> None:
        """Bring the keys to a card and it into view."""
        if key is None or key not in self.plan.cards:
            return
        # the card that had the keys may be let go on the way there
        had_keys = self.has_keys()
        self.walk.stand(key, alone=alone)
        self.reveal(self.plan.cards[key])
        self.standing.place()
        self._mark()
        if had_keys:
            self.take_keys()
        self.turned.emit()

    def reveal(self, box: Box) -> None:
        """Scroll until a box can be seen."""
        bar, room, pad = self.verticalScrollBar(), self.viewport().height(), self._desk.theme.px(10)
        if box.y - pad < bar.value():
            bar.setValue(box.y - pad)
        elif box.y + box.height + pad > bar.value() + room:
            bar.setValue(box.y + box.height + pad - room)

    def show_current(self) -> None:
        """Scroll to the card that the keys are at."""
        box = self.plan.cards.get(self.walk.current or 0)
        if box is not None:
            self.reveal(box)

    def piece_box(self, key: int) -> QRect:
        """Where a card is seen, from the corner of the viewport."""
        box = self.plan.cards[key]
        return QRect(box.x, box.y - self.verticalScrollBar().value(), box.width, box.height)

    def under(self) -> tuple[QWidget, QPoint]:
        """Where a question about the current card is put."""
        key = self.walk.current
        if key is None or key not in self.plan.cards:
            return self.viewport(), QPoint(0, 0)
        return self.viewport(), self.piece_box(key).bottomLeft() + QPoint(0, 4)

    def spot_at(self, at: QPoint) -> tuple[int, int]:
        """The lane and the column at a point of the viewport, -1 where there is none."""
        return self.plan.lane_at(at.y() + self.verticalScrollBar().value()), self.plan.column_at(at.x())

    def lane(self, place: int) -> Lane:
        return self.plan.lanes[place].lane

    def lane_name(self, place: int) -> str:
        return self._names[place]

    def head(self, lane: int) -> HeadPiece | None:
        """The head of a lane, where it can be seen."""
        return self.standing.heads.get(self.lane(lane).place.text) if 0 <= lane < len(self.plan.lanes) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.drag.press(event) and not self.walk_by(event):
            super().keyPressEvent(event)

    def walk_by(self, event: QKeyEvent) -> bool:
        """Go where a key leads, or tell of it; False if it means nothing here."""
        self._was_scrolled = True
        return keys.press(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # an empty board has the keys itself, one with cards hands them on
        if self.stop() is not self:
            self.take_keys()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()
        else:
            self._fit_bar()
            self.standing.place()
        box = self.plan.cards.get(self.walk.current or 0)
        if box is None:
            return
        if not self._was_scrolled:
            # until somebody scrolls or walks, the board is seen from its top, as far as the card with the keys allows
            self.verticalScrollBar().setValue(0)
            self.reveal(box)
        elif box.meets(self.verticalScrollBar().value(), self.verticalScrollBar().value() + event.oldSize().height()):
            # what was in sight stays in sight when something else takes the lower edge
            self.reveal(box)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._was_scrolled = True
        super().wheelEvent(event)

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)
        self.standing.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, shift = QPainter(self.viewport()), self._desk.theme, self.verticalScrollBar().value()
        dirty = event.rect()
        painter.fillRect(dirty, theme.color("window"))
        columns, head = self.plan.measures.columns, self.plan.measures.head
        for place in self.plan.between(dirty.top() + shift, dirty.bottom() + shift + 1):
            one = self.plan.lanes[place]
            top, bottom = one.box.y - shift, one.box.y - shift + one.box.height
            painter.fillRect(QRectF(0, top, head, one.box.height), theme.color("subtle"))
            painter.fillRect(QRectF(0, bottom - theme.edge, self.viewport().width(), theme.edge), theme.color("border"))
            if one.is_folded:
                self._paint_folded(painter, one.lane, top)
            else:
                for across in columns[1:]:
                    painter.fillRect(QRectF(across.x, top, 1, one.box.height), theme.color("border"))
        if self.drag.target is not None:
            box = self.plan.cell(*self.drag.target)
            drop_target(painter, QRectF(box.x, box.y - shift, box.width, box.height), theme)

    def _paint_folded(self, painter: QPainter, lane: Lane, top: int) -> None:
        """What stands behind the head of a lane that takes one line."""
        theme, px = self._desk.theme, self._desk.theme.px
        late = lane.overdue(self.speech.today)
        text = self._desk.words.many("{n} open", "{n} open", len(lane.open_cards))
        rest = self.speech.overdue(late) if late else self._desk.words("nothing overdue")
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("crit" if late else "muted"))
        left = self.plan.measures.head + px(12)
        rect = QRectF(left, top, self.viewport().width() - left, px(36))
        painter.drawText(
            rect, int(Qt.AlignmentFlag.AlignVCenter), self._desk.words("{first} · {second}", first=text, second=rest)
        )

    def _lay_out(self) -> None:
        width, px = self.viewport().width(), self._desk.theme.px
        before = self.plan.lanes
        measures = Measures(
            width=width,
            head=px(WIDE_HEAD if width >= px(TIGHT) else TIGHT_HEAD),
            done=px(96),
            gap=px(6),
            pad=px(8),
            folded=px(36),
            least=px(104),
            least_width=px(150),
            is_done_open=self.is_done_open,
        )
        self.plan = plan(self._lanes, measures, self._folded, self._height_of)
        self.walk.follow(self.plan)
        self.drag.follow(self.plan)
        self._fit_bar()
        if [(one.box, one.is_folded, one.lane.place) for one in before] != [
            (one.box, one.is_folded, one.lane.place) for one in self.plan.lanes
        ]:
            self.viewport().update()
        self.standing.place()
        self._mark()

    def _fit_bar(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setRange(0, max(0, self.plan.height - height))

    def _height_of(self, card: BoardCard, width: int) -> int:
        return self.heights.of(card.title, width)

    def _mark(self) -> None:
        several = self.walk.together
        for key, piece in self.pieces.items():
            piece.mark(is_current=key == self.walk.current, is_chosen=key in several)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if self.stop() is not self else Qt.FocusPolicy.StrongFocus)

    def mark_again(self) -> None:
        """Show which cards are chosen now."""
        self._mark()
        self.turned.emit()

    def _touched(self, piece: Piece, what: str, event: Any) -> None:
        if isinstance(piece, CardPiece):
            self.drag.touched(piece, what, event)
        elif isinstance(piece, HeadPiece) and what in ("press", "open"):
            self.folded.emit(piece.lane.place)
        elif isinstance(piece, DonePiece) and what in ("press", "open"):
            self.done_wanted.emit()
