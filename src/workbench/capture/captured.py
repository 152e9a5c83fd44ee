"""What a captured line says, and what is still open about it."""

from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from workbench.action_items.model import Direction, Priority
from workbench.capture.directory import Entry


class Kind(Enum):
    """What a line becomes."""

    ACTION = "action"
    MEETING = "meeting"
    NOTE = "note"
    DECISION = "decision"


class Part(Enum):
    """What a recognised piece of the line says."""

    KIND = "kind"
    DIRECTION = "direction"
    ACCOUNT = "account"
    PERSON = "person"
    DEPARTMENT = "department"
    DAY = "day"
    TIME = "time"
    START = "start"
    REPEAT = "repeat"
    PRIORITY = "priority"


@dataclass(frozen=True)
class Span:
    """A recognised piece of the line, from `begin` to `end`, to be lit up."""

    begin: int
    end: int
    part: Part


@dataclass(frozen=True)
class Question:
    """Something to choose: a piece of the line that means several things, or nothing we know.

    `why`, where there is nothing to choose from, is a sentence marked for the catalogues.
    """

    span: Span
    candidates: tuple[Entry, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Captured:
    """A line understood. `line` is the whole of it in composed form; spans and questions count in it."""

    line: str
    title: str = ""
    kind: Kind = Kind.ACTION
    direction: Direction = Direction.WE_OWE
    account_id: int | None = None
    people: tuple[int, ...] = ()
    members: tuple[int, ...] = ()
    department_id: int | None = None
    day: date | None = None
    at: time | None = None
    until: time | None = None
    start: date | None = None
    rule: str | None = None
    priority: Priority = Priority.NORMAL
    waiting_for: str | None = None
    spans: tuple[Span, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Meant:
    """What is clear before the line is read: the account of the page, and what it is to become.

    `lately` is the account of the line before: where several have a name, somebody there is meant. `plain` are
    stretches of the line, from begin to end, that mean nothing but their words; `chosen` are the identities of those
    who are meant where several have a name.
    """

    account_id: int | None = None
    kind: Kind | None = None
    lately: int | None = None
    plain: tuple[tuple[int, int], ...] = ()
    chosen: frozenset[int] = frozenset()
