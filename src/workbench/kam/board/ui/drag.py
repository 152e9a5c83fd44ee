"""Dragging cards with the mouse. Everything it does has a key as well."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from workbench.kam.board.cards import BoardCard, Place
from workbench.kam.board.geometry import BoardPlan

if TYPE_CHECKING:
    from workbench.kam.board.ui.canvas import Canvas
    from workbench.kam.board.ui.pieces import CardPiece

NEAR_EDGE, STEP = 36, 18
SEEN = 0.7


@dataclass(frozen=True)
class Drop:
    """Cards as they were when they were taken up, the one under the mouse first; the lane they came from, and the cell
    into which they fell."""

    cards: tuple[BoardCard, ...]
    origin: Place
    place: Place
    column: int


class Ghost(QWidget):
    """The picture of a card that follows the mouse."""

    def __init__(self, ground: QWidget, picture: QPixmap, size: QSize) -> None:
        super().__init__(ground)
        self._picture = picture
        self.resize(size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(SEEN)
        painter.drawPixmap(0, 0, self._picture)


class Drag:
    """What is being dragged, and the cell it would fall into."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas
        self._ghost: Ghost | None = None
        self._grip = QPoint()
        self._is_given_up = False
        self._taken: tuple[BoardCard, ...] = ()
        self._origin = Place("")
        self.target: tuple[int, int] | None = None

    @property
    def is_on(self) -> bool:
        return self._ghost is not None

    def touched(self, piece: "CardPiece", what: str, event: Any) -> None:
        """A mouse did something to a card."""
        acts = {"press": self._press, "drag": self._move, "drop": self._drop, "open": self._open, "menu": self._menu}
        act = acts.get(what)
        if act is not None:
            act(piece, event)

    def press(self, event: QKeyEvent) -> bool:
        """Esc gives up what is being dragged."""
        if not self.is_on or event.key() != Qt.Key.Key_Escape:
            return False
        self._give_up()
        return True

    def follow(self, plan: BoardPlan) -> None:
        """Give up a card that went from the board meanwhile: another window has closed, deleted or taken it."""
        self.target = None
        if self.is_on and self._taken[0].id not in plan.cards:
            title = self._taken[0].title
            self._give_up()
            self._canvas.lost.emit(title)

    def _give_up(self) -> None:
        self._end()
        self._is_given_up = True

    def _press(self, piece: "CardPiece", event: Any) -> None:
        self._is_given_up = False
        held = event.modifiers()
        walk = self._canvas.walk
        if held & Qt.KeyboardModifier.ControlModifier:
            walk.choose(piece.key)
            self._canvas.stand_at(piece.key, alone=False)
        else:
            self._canvas.stand_at(piece.key, alone=piece.key not in walk.together)

    def _open(self, piece: "CardPiece", _event: Any) -> None:
        self._canvas.stand_at(piece.key)
        self._canvas.opened.emit()

    def _menu(self, piece: "CardPiece", event: Any) -> None:
        self._canvas.stand_at(piece.key, alone=piece.key not in self._canvas.walk.together)
        self._canvas.menu_wanted.emit(event.globalPos())

    def _move(self, piece: "CardPiece", event: Any) -> None:
        if self._is_given_up:
            return
        viewport = self._canvas.viewport()
        at = piece.mapTo(viewport, event.position().toPoint())
        if self._ghost is None:
            self._begin(piece, event)
        if self._ghost is not None:
            self._ghost.move(at - self._grip)
        self._scroll_near_edges(at.y())
        target = self._cell_under(at)
        if target != self.target:
            self.target = target
            viewport.update()

    def _drop(self, piece: "CardPiece", event: Any) -> None:
        # lanes may have come and gone since the mouse moved
        target = self._cell_under(piece.mapTo(self._canvas.viewport(), event.position().toPoint()))
        was_on = self.is_on
        self._end()
        if was_on and target is not None:
            self._canvas.dropped.emit(Drop(self._taken, self._origin, self._canvas.lane(target[0]).place, target[1]))

    def _cell_under(self, at: QPoint) -> tuple[int, int] | None:
        lane, column = self._canvas.spot_at(at)
        return (lane, column) if lane >= 0 and column >= 0 else None

    def _begin(self, piece: "CardPiece", event: Any) -> None:
        canvas = self._canvas
        keys = [piece.key, *(key for key in canvas.chosen if key != piece.key)]
        self._taken = tuple(card for card in map(canvas.card, keys) if card is not None)
        self._origin = canvas.lane(canvas.plan.spots[piece.key][0]).place
        self._grip = event.position().toPoint()
        self._ghost = Ghost(self._canvas.viewport(), piece.grab(), piece.size())
        self._ghost.show()

    def _end(self) -> None:
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
        self._ghost, self.target = None, None
        self._canvas.viewport().update()

    def _scroll_near_edges(self, y: int) -> None:
        bar = self._canvas.verticalScrollBar()
        if y < NEAR_EDGE:
            bar.setValue(bar.value() - STEP)
        elif y > self._canvas.viewport().height() - NEAR_EDGE:
            bar.setValue(bar.value() + STEP)
