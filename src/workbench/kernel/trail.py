"""Where the user was in a window, and the list that the record in front was opened from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Walk:
    """The records of a list, in its order, walked on the page of one of them."""

    page: str
    keys: Sequence[int]

    def place(self, page: str, target: object) -> int | None:
        """Which of the records a page shows, counted from 0; None if it is none of them."""
        is_there = page == self.page and isinstance(target, int) and target in self.keys
        return self.keys.index(target) if is_there and isinstance(target, int) else None

    def beside(self, target: object, step: int) -> int | None:
        """The record before or after one, None at the ends."""
        here = self.place(self.page, target)
        return self.keys[here + step] if here is not None and 0 <= here + step < len(self.keys) else None


@dataclass
class Stop:
    """A page with what it showed and how: tab, filter, order, selection, scroll position."""

    page: str
    target: object
    state: dict[str, Any] = field(default_factory=dict)
    walk: Walk | None = None


@dataclass
class Trail:
    """Where the user was: Back and Forward walk it."""

    past: list[Stop] = field(default_factory=list)
    coming: list[Stop] = field(default_factory=list)
    here: Stop | None = None
