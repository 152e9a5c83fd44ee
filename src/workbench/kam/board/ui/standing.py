"""The widgets that stand on the board: only those of what can be seen, lent to what comes into view."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QRect

from workbench.kam.board.geometry import DONE, Box, LaneBox
from workbench.kam.board.ui.pictures import Pictures
from workbench.kam.board.ui.pieces import CardPiece, DonePiece, HeadPiece, Piece, Touched
from workbench.ui.desk import Desk

if TYPE_CHECKING:
    from workbench.kam.board.ui.canvas import Canvas

P = TypeVar("P", bound=Piece)
AHEAD = 40  # pixels above and below what is seen, where cards stand ready


class Standing:
    """Cards by their identity; heads of lanes and counts of what is done by the text of their place."""

    def __init__(self, canvas: "Canvas", desk: Desk, touched: Touched) -> None:
        self._canvas, self._desk, self._touched = canvas, desk, touched
        self._pictures = Pictures(desk.theme)
        self.cards: dict[int, CardPiece] = {}
        self.heads: dict[str, HeadPiece] = {}
        self._dones: dict[str, DonePiece] = {}
        self._spare: list[CardPiece] = []

    def place(self) -> None:
        """Let those cards, heads and counts stand there that can be seen, and no others."""
        canvas = self._canvas
        shift = canvas.verticalScrollBar().value()
        top, bottom = shift - AHEAD, shift + canvas.viewport().height() + AHEAD
        seen = canvas.plan.between(top, bottom)
        self._place_cards(seen, (top, bottom), shift)
        self._place_heads(seen, shift)
        self._place_dones(seen, shift)

    def _place_cards(self, seen: Sequence[int], window: tuple[int, int], shift: int) -> None:
        canvas, plan = self._canvas, self._canvas.plan
        wanted = {
            card.id: (card, lane)
            for lane in seen
            for cell in plan.lanes[lane].lane.cells
            for card in cell
            if card.id in plan.cards and plan.cards[card.id].meets(*window)
        }
        current = canvas.walk.current
        card = canvas.card(current) if current in plan.cards else None
        if card is not None and card.id not in wanted:
            # the keys stand on it, wherever the board was scrolled to
            wanted[card.id] = (card, plan.spots[card.id][0])
        free = [self.cards.pop(key) for key in [key for key in self.cards if key not in wanted]]
        free += self._spare
        for key, (card, lane) in wanted.items():
            piece = self.cards.get(key) or self._lent(key, free)
            self.cards[key] = piece
            _stand(piece, plan.cards[key], shift)
            piece.show_card(card, canvas.speech, canvas.lane_name(lane))
        # a card that is not needed now may be in a moment: making one takes longer than painting it
        for piece in free:
            piece.rest()
        self._spare = free

    def _lent(self, key: int, free: list[CardPiece]) -> CardPiece:
        """A widget for a card: one that is free, or a new one."""
        place = next((place for place, piece in enumerate(free) if not piece.hasFocus()), None)
        if place is None:
            made = CardPiece(self._pictures, self._touched, key)
            self._adopt(made)
            return made
        spare, walk = free.pop(place), self._canvas.walk
        spare.stand_for(key)
        spare.show()
        spare.mark(is_current=key == walk.current, is_chosen=key in walk.together)
        return spare

    def _place_heads(self, seen: Sequence[int], shift: int) -> None:
        canvas, plan = self._canvas, self._canvas.plan
        wanted = {canvas.lane(place).place.text: plan.lanes[place] for place in seen}
        _drop_others(self.heads, wanted)
        for text, one in wanted.items():
            if text not in self.heads:
                self.heads[text] = HeadPiece(self._desk.theme, self._touched, one.lane)
                self._adopt(self.heads[text])
            head = self.heads[text]
            head.show_lane(one.lane, canvas.speech, is_folded=one.is_folded)
            _stand(head, Box(0, one.box.y, plan.measures.head, one.box.height - 1), shift)
            head.sink(self._sunk(one, shift))

    def _place_dones(self, seen: Sequence[int], shift: int) -> None:
        canvas, plan, px = self._canvas, self._canvas.plan, self._desk.theme.px
        column = plan.measures.columns[DONE]
        is_shown = bool(column.width) and not canvas.is_done_open
        wanted = {
            canvas.lane(place).place.text: place
            for place in seen
            if is_shown and not plan.lanes[place].is_folded and canvas.lane(place).cells[DONE]
        }
        _drop_others(self._dones, wanted)
        for text, place in wanted.items():
            one = plan.lanes[place]
            if text not in self._dones:
                self._dones[text] = DonePiece(self._desk.theme, self._touched, one.lane)
                self._adopt(self._dones[text])
            said = canvas.speech.done(len(one.lane.cells[DONE]))
            heard = self._desk.words("{lane}: {count}", lane=canvas.lane_name(place), count=said)
            self._dones[text].show_count(said, heard)
            top = one.box.y + px(6) + self._sunk(one, shift)
            _stand(self._dones[text], Box(column.x + 1, top, column.width - 1, px(28)), shift)

    def _sunk(self, one: LaneBox, shift: int) -> int:
        """How far the texts of a lane go down with the upper edge of what is seen: a long lane keeps its name."""
        return max(0, min(shift - one.box.y, one.box.height - self._canvas.plan.measures.least))

    def _adopt(self, piece: Piece) -> None:
        piece.setParent(self._canvas.viewport())
        piece.show()


def _stand(piece: Piece, box: Box, shift: int) -> None:
    place = QRect(box.x, box.y - shift, box.width, box.height)
    if piece.geometry() != place:
        piece.setGeometry(place)


def _drop_others(pieces: dict[str, P], wanted: Collection[str]) -> None:
    for text in [text for text in pieces if text not in wanted]:
        gone = pieces.pop(text)
        gone.hide()
        gone.deleteLater()
