"""Where lanes and cards stand on a board, in whole pixels from its upper left corner."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.kam.board.cards import COLUMNS, BoardCard, Lane

DONE = len(COLUMNS) - 1


class Box(NamedTuple):
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    def meets(self, top: int, bottom: int) -> bool:
        """Whether some of it lies between two heights."""
        return self.y < bottom and self.y + self.height > top


@dataclass(frozen=True)
class Measures:
    """The sizes a board is laid out with; they grow with the size of its texts."""

    width: int
    head: int = 168
    done: int = 96
    gap: int = 6
    pad: int = 8
    folded: int = 36
    least: int = 104
    least_width: int = 128
    is_done_open: bool = False

    @property
    def columns(self) -> tuple[Box, ...]:
        """The columns from left to right, without heights; that of what is done is narrow until it is opened."""
        room = max(self.width - self.head, 0)
        if self.is_done_open:
            each, last = room // len(COLUMNS), room // len(COLUMNS)
        else:
            # where there is little room, only what is open is shown
            last = self.done if room - self.done >= DONE * self.least_width else 0
            each = (room - last) // DONE
        starts = [self.head + place * each for place in range(DONE)]
        boxes = [Box(start, 0, each, 0) for start in starts]
        return (*boxes, Box(self.head + DONE * each, 0, last, 0))


@dataclass(frozen=True)
class LaneBox:
    """A lane where it stands. A folded one is a single line, and none of its cards can be seen."""

    lane: Lane
    box: Box
    is_folded: bool


@dataclass
class BoardPlan:
    """All lanes and cards where they stand."""

    measures: Measures
    lanes: list[LaneBox] = field(default_factory=list)
    cards: dict[int, Box] = field(default_factory=dict)
    spots: dict[int, tuple[int, int, int]] = field(default_factory=dict)  # lane, column, place in the cell
    height: int = 0

    def lane_at(self, y: int) -> int:
        """The lane at a height, -1 above or below all of them."""
        place = bisect_right(self._tops, y) - 1
        return place if place >= 0 and y < self.height else -1

    def column_at(self, x: int) -> int:
        """The column at a distance from the left, -1 over the heads."""
        found = [place for place, box in enumerate(self.measures.columns) if box.x <= x and box.width]
        return found[-1] if found else -1

    def cell(self, lane: int, column: int) -> Box:
        """The cell of a lane."""
        across, down = self.measures.columns[column], self.lanes[lane].box
        return Box(across.x, down.y, across.width, down.height)

    def between(self, top: int, bottom: int) -> list[int]:
        """The lanes of which some lies between two heights."""
        first = max(bisect_right(self._tops, top) - 1, 0)
        return [place for place in range(first, len(self.lanes)) if self.lanes[place].box.meets(top, bottom)]

    def seal(self) -> "BoardPlan":
        """Be ready to be asked."""
        self._tops = [one.box.y for one in self.lanes]
        return self


def plan(
    lanes: Sequence[Lane], measures: Measures, folded: Collection[str], height_of: Callable[[BoardCard, int], int]
) -> BoardPlan:
    """Lay lanes out one below the other; `height_of` tells how high a card of a width is."""
    made, top = BoardPlan(measures), 0
    columns = measures.columns
    for lane in lanes:
        shown = [cell if column < DONE or measures.is_done_open else () for column, cell in enumerate(lane.cells)]
        is_folded = lane.place.text in folded or not any(shown)
        height = measures.folded
        if not is_folded:
            place = len(made.lanes)
            bottoms = [_fill(made, (place, column), cell, (columns[column], top), height_of)
                       for column, cell in enumerate(shown)]  # fmt: skip
            height = max(measures.least, *(bottom - top for bottom in bottoms))
        made.lanes.append(LaneBox(lane, Box(0, top, measures.width, height), is_folded))
        top += height
    made.height = top
    return made.seal()


def _fill(
    made: BoardPlan,
    cell: tuple[int, int],
    cards: Sequence[BoardCard],
    at: tuple[Box, int],
    height_of: Callable[[BoardCard, int], int],
) -> int:
    """Stand cards in a cell, one below the other; where the cell ends."""
    (across, y), measures = at, made.measures
    y += measures.pad
    width = across.width - 2 * measures.gap
    for place, card in enumerate(cards):
        height = height_of(card, width)
        made.cards[card.id] = Box(across.x + measures.gap, y, width, height)
        made.spots[card.id] = (*cell, place)
        y += height + measures.gap
    return y + measures.pad - measures.gap if cards else y
