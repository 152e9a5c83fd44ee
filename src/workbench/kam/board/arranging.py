"""How the cards of a board stand in lanes and columns, and what it means to move one."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from workbench.action_items.model import ActionItem, Direction, State
from workbench.kam.board.cards import (
    AIMLESS,
    CLIENT,
    COLUMNS,
    DATELESS,
    LATE,
    NOBODY,
    NOWHERE,
    UNDISCUSSED,
    Board,
    BoardCard,
    Group,
    Lane,
    Place,
)
from workbench.kam.raci.people import CLIENT_CODE
from workbench.kernel.choice import Choice
from workbench.kernel.words import N_

WEEK = timedelta(7)


class Narrowing(Choice):
    """What the board can be narrowed to."""

    OVERDUE = "overdue", N_("Overdue")
    BLOCKED = "blocked", N_("Blocked")
    DISCUSSED = "discussed", N_("For next meeting")
    MINE = "mine", N_("Mine")


@dataclass(frozen=True)
class Seen:
    """Where a card stood when somebody began to move it."""

    id: int
    state: State
    department_id: int | None = None
    member_id: int | None = None
    person_id: int | None = None
    objective_id: int | None = None
    due: date | None = None

    @classmethod
    def of(cls, card: "BoardCard | ActionItem") -> "Seen":
        return cls(card.id, card.state, card.department_id, card.member_id, card.person_id, card.objective_id, card.due)


@dataclass(frozen=True)
class Move:
    """Where cards go: another state, another lane, or both. `owner` is who takes over, `whom` is waited for."""

    state: State | None = None
    place: Place | None = None
    owner: str = ""
    owner_id: int | None = None
    whom: str = ""
    seen: tuple[Seen, ...] = ()

    @property
    def asks_whom(self) -> bool:
        return self.state is State.WAITING

    @property
    def asks_owner(self) -> bool:
        return self.place is not None and self.place.kind in ("department", "client")


def is_elsewhere(was: Seen, now: Seen, move: Move) -> bool:
    """Whether a card was moved by somebody else meanwhile; what this move has nothing to do with may be another."""
    told = {"state", "department_id"} | (attributes(move.place).keys() - {"direction"} if move.place else set())
    if move.place is not None and move.place.kind == "week":
        told.add("due")
    return any(getattr(was, name) != getattr(now, name) for name in told)


def place_of(card: BoardCard, group: Group, board: Board) -> Place:
    """The lane in which a card stands."""
    if group is Group.DEPARTMENT:
        return _department(card)
    if group is Group.OWNER:
        return _owner(card)
    if group is Group.WEEK:
        return _week(card, board.today)
    if group is Group.OBJECTIVE:
        return Place("objective", card.objective_id) if card.objective_id else AIMLESS
    return Place("meeting", card.meeting_id) if card.meeting_id else UNDISCUSSED


def column_of(card: BoardCard) -> int:
    """The column in which a card stands."""
    return COLUMNS.index(card.state)


def is_kept(card: BoardCard, narrowing: Narrowing, today: date) -> bool:
    """Whether a card is left over when the board is narrowed; what is done never is."""
    if narrowing is Narrowing.OVERDUE:
        return card.days_late(today) > 0
    if narrowing is Narrowing.BLOCKED:
        return card.is_blocked
    if narrowing is Narrowing.DISCUSSED:
        return card.meeting_id is not None and card.is_open
    return card.is_mine and card.is_open


def counts(board: Board) -> dict[Narrowing, int]:
    """How many cards each narrowing would leave."""
    return {narrowing: len(_left(board, (narrowing,))) for narrowing in Narrowing}


def _left(board: Board, narrowed: Collection[Narrowing]) -> Sequence[BoardCard]:
    """What every narrowing leaves over."""
    left: Sequence[BoardCard] = board.cards
    for narrowing in narrowed:
        left = [card for card in left if is_kept(card, narrowing, board.today)]
    return left


def arrange(board: Board, group: Group, narrowed: Collection[Narrowing] = ()) -> tuple[Lane, ...]:
    """The lanes of a board from top to bottom; every narrowing takes its part away, and an empty lane stays."""
    cells: dict[Place, list[list[BoardCard]]] = {}
    for card in _left(board, narrowed):
        place = place_of(card, group, board)
        filled = cells.get(place)
        if filled is None:
            filled = cells[place] = [[] for _ in COLUMNS]
        filled[column_of(card)].append(card)
    known = {lane.place: lane for lane in _lanes(board, group)}
    # who is no longer in the team, or what is no longer in the plan, still has a lane for its cards
    lost = [place for place in cells if place not in known]
    lanes = [*known.values(), *(_found_lane(place, cells[place]) for place in lost)]
    filled_lanes = (replace(lane, cells=tuple(map(tuple, cells.get(lane.place, ((), (), (), ()))))) for lane in lanes)
    return tuple(lane for lane in filled_lanes if _is_shown(lane, group))


def attributes(place: Place) -> dict[str, Any]:
    """What cards get by standing in a lane; weeks and meetings are no attribute."""
    values: dict[str, dict[str, Any]] = {
        "department": {"department_id": place.id},
        "client": {"department_id": None, "direction": Direction.THEY_OWE},
        "nowhere": {"department_id": None},
        "member": {"member_id": place.id, "person_id": None},
        "person": {"member_id": None, "person_id": place.id},
        "nobody": {"member_id": None, "person_id": None},
        "objective": {"objective_id": place.id},
        "aimless": {"objective_id": None},
        "dateless": {"due": None},
    }
    return values.get(place.kind, {})


def due_in(place: Place, due: date | None, today: date) -> date | None:
    """The day a card gets by standing in the lane of a week: the same weekday, but never one that has passed."""
    if place.kind != "week":
        return due
    monday = date.fromordinal(place.id)
    weekday = due.weekday() if due else 4
    return max(monday + timedelta(weekday), today)


def takes_cards(place: Place) -> bool:
    """Whether a card can be put into a lane; nothing becomes late by being put there."""
    return place != LATE


def most_urgent(cards: Iterable[BoardCard], today: date) -> BoardCard | None:
    """The open card that somebody has to look at first: late and blocked, then late the longest, then the next due."""
    open_cards = [card for card in cards if card.is_open]
    return min(open_cards, key=lambda card: _urgency(card, today), default=None)


def _urgency(card: BoardCard, today: date) -> tuple[bool, bool, date]:
    is_late = card.days_late(today) > 0
    return not (is_late and card.is_blocked), not is_late, card.due or date.max


def _department(card: BoardCard) -> Place:
    if card.department_id:
        return Place("department", card.department_id)
    return CLIENT if card.is_outside else NOWHERE


def _owner(card: BoardCard) -> Place:
    if card.member_id:
        return Place("member", card.member_id)
    return Place("person", card.person_id) if card.person_id else NOBODY


def _week(card: BoardCard, today: date) -> Place:
    if card.due is None:
        return DATELESS
    if card.days_late(today) > 0:
        return LATE
    return Place("week", (card.due - timedelta(card.due.weekday())).toordinal())


def _lanes(board: Board, group: Group) -> list[Lane]:
    made: dict[Group, Callable[[Board], list[Lane]]] = {
        Group.DEPARTMENT: _by_department,
        Group.OWNER: _by_owner,
        Group.OBJECTIVE: _by_objective,
        Group.WEEK: _by_week,
        Group.MEETING: _by_meeting,
    }
    return made[group](board)


def _by_department(board: Board) -> list[Lane]:
    ours = [Lane(Place("department", one.id), one.name, department=one) for one in board.departments]
    return [*ours, Lane(CLIENT, label=N_("Client")), Lane(NOWHERE, label=N_("Without a department"))]


def _by_owner(board: Board) -> list[Lane]:
    ours = [Lane(Place("member", key), name) for key, name in board.members.items()]
    theirs = {card.person_id: card.owner or "" for card in board.cards if card.person_id and not card.member_id}
    people = [Lane(Place("person", key), name) for key, name in theirs.items()]
    return [*ours, *people, Lane(NOBODY, label=N_("Without an owner"))]


def _by_objective(board: Board) -> list[Lane]:
    aims = [Lane(Place("objective", aim.id), f"O{aim.number} · {aim.title}") for aim in board.aims]
    return [*aims, Lane(AIMLESS, label=N_("Without an objective"))]


def _by_week(board: Board) -> list[Lane]:
    this = board.today - timedelta(board.today.weekday())
    mondays = {this + n * WEEK for n in range(4)}
    mondays |= {card.due - timedelta(card.due.weekday()) for card in board.cards if card.due and card.due >= this}
    weeks = [Lane(Place("week", day.toordinal()), day=day) for day in sorted(mondays)]
    return [Lane(LATE, label=N_("Overdue")), *weeks, Lane(DATELESS, label=N_("Without a date"))]


def _by_meeting(board: Board) -> list[Lane]:
    coming = [Lane(Place("meeting", one.id), one.title, day=one.day) for one in board.meetings]
    return [*coming, Lane(UNDISCUSSED, label=N_("On no agenda"))]


def _found_lane(place: Place, cells: list[list[BoardCard]]) -> Lane:
    if place.kind == "week":
        # what is done was due in weeks that have passed
        return Lane(place, day=date.fromordinal(place.id))
    first = next(card for cell in cells for card in cell)
    if place.kind in ("member", "person"):
        return Lane(place, first.owner or "")
    return Lane(place, label=N_("No longer there"))


def _is_shown(lane: Lane, group: Group) -> bool:
    """Departments stay where they are; what has no name is left out while nothing stands in it."""
    if any(lane.cells):
        return True
    # the client has a lane of its own: a department of that name is one only where something stands in it
    is_client = lane.department is not None and lane.department.code == CLIENT_CODE
    return not is_client and bool((group is Group.DEPARTMENT and lane.department) or lane.name or lane.day)
