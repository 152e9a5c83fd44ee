"""Where the keys are on a board, and where they go: from card to card, by cells and lanes; and what is chosen."""

from workbench.kam.board.geometry import BoardPlan

Spot = tuple[int, int, int]


class Walk:
    """The current card and those chosen together with it, over a plan that may change."""

    def __init__(self, plan: BoardPlan) -> None:
        self._plan = plan
        self._order: list[int] = []
        self.current: int | None = None
        self._spot: Spot = (0, 0, 0)
        self.together: set[int] = set()

    @property
    def order(self) -> list[int]:
        """All cards in reading order: lane by lane, column by column."""
        return self._order

    @property
    def chosen(self) -> list[int]:
        """Those chosen together in reading order, else the current one."""
        if self.together:
            return [key for key in self._order if key in self.together]
        return [self.current] if self.current is not None else []

    def follow(self, plan: BoardPlan) -> None:
        """Go on over another plan: on the same card where it went, else on the one that now stands in its place."""
        self._plan = plan
        # a plan lays its cards out in the order in which they are read
        self._order = list(plan.spots)
        self.together &= plan.spots.keys()
        if self.current not in plan.spots:
            self.current = self._nearest(self._spot)
        if self.current is not None:
            self._spot = plan.spots[self.current]

    def stand(self, key: int, *, alone: bool = True) -> None:
        """Be at a card; what was chosen together is let go, unless one more is being chosen."""
        self.current, self._spot = key, self._plan.spots[key]
        if alone:
            self.together = set()

    def choose(self, key: int) -> None:
        """Choose a card together with the others, or let it go."""
        self.together ^= {key}

    def choose_all(self) -> None:
        self.together = set(self._order)

    def along(self, step: int) -> int | None:
        """The next card in reading order, or the one before."""
        if self.current is None or self.current not in self._order:
            return self._order[0] if self._order else None
        place = self._order.index(self.current) + step
        return self._order[place] if 0 <= place < len(self._order) else None

    def down(self, step: int) -> int | None:
        """The card below or above in the same column, in the next lane that has one there."""
        lane, column, place = self._spot
        cells = self._cells()
        cell = cells.get((lane, column), [])
        if 0 <= place + step < len(cell):
            return cell[place + step]
        lanes = range(lane + step, len(self._plan.lanes) if step > 0 else -1, step)
        for other in lanes:
            found = cells.get((other, column), [])
            if found:
                return found[0 if step > 0 else -1]
        return None

    def across(self, step: int) -> int | None:
        """The card beside this one in the same lane, as far down as it stands."""
        lane, column, _ = self._spot
        if self.current is None:
            return None
        cells, height = self._cells(), self._plan.cards[self.current].y
        for other in range(column + step, 4 if step > 0 else -1, step):
            found = cells.get((lane, other), [])
            if found:
                return min(found, key=lambda key: abs(self._plan.cards[key].y - height))
        return None

    def lane_step(self, step: int) -> int | None:
        """The first card of the next lane that has one, or of one before."""
        lane = self._spot[0]
        lanes = range(lane + step, len(self._plan.lanes) if step > 0 else -1, step)
        for other in lanes:
            first = next((key for key in self._order if self._plan.spots[key][0] == other), None)
            if first is not None:
                return first
        return None

    def first_in(self, lane: int) -> int | None:
        """The first card of a lane."""
        return next((key for key in self._order if self._plan.spots[key][0] == lane), None)

    def _cells(self) -> dict[tuple[int, int], list[int]]:
        cells: dict[tuple[int, int], list[int]] = {}
        for key in self._order:
            lane, column, _ = self._plan.spots[key]
            cells.setdefault((lane, column), []).append(key)
        return cells

    def _nearest(self, spot: Spot) -> int | None:
        """The card that stands nearest to a place: in its cell, else in its lane, else anywhere."""
        if not self._order:
            return None

        def far(key: int) -> tuple[int, int, int]:
            lane, column, place = self._plan.spots[key]
            return abs(lane - spot[0]), abs(column - spot[1]), abs(place - spot[2])

        return min(self._order, key=far)
