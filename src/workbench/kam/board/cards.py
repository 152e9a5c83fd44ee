"""What the team board shows: cards, who leads which department, meetings to come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from workbench.action_items.model import OPEN, Direction, Priority, State
from workbench.kam.model import Letter
from workbench.kernel.choice import Choice
from workbench.kernel.words import N_

# the columns of the board; what was dropped is not on it
COLUMNS = (State.TODO, State.IN_PROGRESS, State.WAITING, State.DONE)


class Group(Choice):
    """By what the board makes its lanes."""

    DEPARTMENT = "department", N_("Department")
    OWNER = "owner", N_("Owner")
    OBJECTIVE = "objective", N_("Objective")
    WEEK = "week", N_("Due week")
    MEETING = "meeting", N_("Meeting")


@dataclass(frozen=True)
class Place:
    """A lane by its kind and the identity behind it; that of a week is the ordinal of its Monday."""

    kind: str
    id: int = 0

    @property
    def text(self) -> str:
        """Under which it is remembered."""
        return f"{self.kind}:{self.id}"


CLIENT, NOWHERE, NOBODY = Place("client"), Place("nowhere"), Place("nobody")
AIMLESS, LATE, DATELESS, UNDISCUSSED = Place("aimless"), Place("late"), Place("dateless"), Place("undiscussed")


@dataclass(frozen=True, slots=True)
class BoardCard:
    """One action on the board; `letter` is that of its department, `meeting_id` where it will be talked of."""

    id: int
    title: str
    direction: Direction
    state: State
    priority: Priority
    start: date | None
    due: date | None
    done_on: date | None
    waiting_for: str | None
    blocked_reason: str | None
    escalated_on: date | None
    effort: float | None
    department_id: int | None
    member_id: int | None
    person_id: int | None
    owner: str | None
    initials: str
    is_mine: bool
    objective_id: int | None
    letter: Letter | None = None
    meeting_id: int | None = None

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_blocked(self) -> bool:
        return bool(self.blocked_reason) and self.is_open

    @property
    def is_outside(self) -> bool:
        """Whether somebody of the client has it in hand."""
        return self.person_id is not None or self.direction is Direction.THEY_OWE

    @property
    def is_escalated(self) -> bool:
        return self.is_open and self.escalated_on is not None

    @property
    def is_high(self) -> bool:
        return self.is_open and self.priority is Priority.HIGH

    @property
    def is_discussed(self) -> bool:
        """Whether a meeting to come has it on its agenda."""
        return self.is_open and self.meeting_id is not None

    @property
    def is_aimed(self) -> bool:
        return self.objective_id is not None

    def days_late(self, today: date) -> int:
        """Days since it was due; 0 or less where it is not late."""
        return (today - self.due).days if self.due is not None and self.is_open else 0


@dataclass(frozen=True)
class Load:
    """What somebody has planned for the account this week, against what they have for it; both in hours."""

    member_id: int
    name: str
    hours: float
    capacity: float

    @property
    def is_over(self) -> bool:
        return self.hours > self.capacity


@dataclass(frozen=True)
class DepartmentCard:
    """A department of ours as a lane shows it."""

    id: int
    name: str
    code: str
    lead_id: int | None = None
    lead: str | None = None
    load: Load | None = None


@dataclass(frozen=True)
class Aim:
    """An objective of the current plan, with its number in it."""

    id: int
    number: int
    title: str


@dataclass(frozen=True)
class Coming:
    """A meeting with the account, or of its team, that is still to come."""

    id: int
    title: str
    day: date
    is_internal: bool


@dataclass(frozen=True)
class Board:
    """Everything on the team board of an account, seen from a day; cards by due day, those without one last."""

    account_id: int
    today: date
    cards: tuple[BoardCard, ...] = ()
    departments: tuple[DepartmentCard, ...] = ()
    members: Mapping[int, str] = field(default_factory=dict)
    aims: tuple[Aim, ...] = ()
    meetings: tuple[Coming, ...] = ()

    @property
    def next_internal(self) -> Coming | None:
        """The next meeting of the account's own team."""
        return next((meeting for meeting in self.meetings if meeting.is_internal), None)

    @property
    def next_client(self) -> Coming | None:
        """The next meeting with the client."""
        return next((meeting for meeting in self.meetings if not meeting.is_internal), None)


@dataclass(frozen=True)
class Lane:
    """One lane: its place, its name or the label of one that has none, and its cards in the four columns."""

    place: Place
    name: str = ""
    label: str = ""
    cells: tuple[tuple[BoardCard, ...], ...] = ((), (), (), ())
    department: DepartmentCard | None = None
    day: date | None = None

    @property
    def open_cards(self) -> tuple[BoardCard, ...]:
        return tuple(card for cell in self.cells[:3] for card in cell)

    def overdue(self, today: date) -> int:
        return sum(card.days_late(today) > 0 for card in self.open_cards)
