"""What the journal tells of an action: how often its day was moved, and since when it is blocked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Cell:
    """One change of one attribute of an action, in the order of the journal."""

    change_id: int
    action_id: int
    attribute: str
    is_set: bool
    was_set: bool
    on: date


def standing(cells: Iterable[Cell], reverted: Mapping[int, Sequence[int]]) -> list[Cell]:
    """The cells that still count: what was taken back does not, what was made again does.

    `reverted` names, by change, the changes that reverted it.
    """

    def stands(change: int) -> bool:
        return not any(stands(later) for later in reverted.get(change, ()))

    is_revert = {later for changes in reverted.values() for later in changes}
    return [cell for cell in cells if cell.change_id not in is_revert and stands(cell.change_id)]


def moves(cells: Iterable[Cell]) -> dict[int, int]:
    """How often the day of each action was moved; agreeing on a new day begins anew."""
    cells = list(cells)
    agreed = {(cell.change_id, cell.action_id) for cell in cells if cell.attribute == "first_due"}
    counted: dict[int, set[int]] = {}
    for cell in cells:
        if (cell.change_id, cell.action_id) in agreed:
            counted[cell.action_id] = set()
        elif cell.attribute == "due" and cell.was_set:
            counted.setdefault(cell.action_id, set()).add(cell.change_id)
    return {action: len(changes) for action, changes in counted.items()}


def blocked_on(cells: Iterable[Cell]) -> dict[int, date]:
    """The day on which each action got the reason that blocks it; a better wording of it changes nothing."""
    return {
        cell.action_id: cell.on
        for cell in cells
        if cell.attribute == "blocked_reason" and cell.is_set and not cell.was_set
    }
