"""A list that a record owns, as data: its phones, its steps, its agenda."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from workbench.kernel.command import Command
from workbench.kernel.entity import Entity
from workbench.kernel.field import Field
from workbench.ui.desk import Desk
from workbench.ui.widgets.chips import Chip
from workbench.ui.widgets.line import Share

MANY = 40  # nobody reads more lines than that, and each is a widget


@dataclass(frozen=True)
class Chosen:
    """What somebody typed, and the record they meant by it, if there is one."""

    text: str
    entity: str = ""
    key: int | None = None


@dataclass(frozen=True)
class Verb:
    """What a letter does with a child of a list."""

    label: str
    letter: str
    run: Callable[[Desk, int], object]


@dataclass(frozen=True)
class Children:
    """One list of a record. `parent` is the attribute of the child that points to the record.

    A line shows the `strong` fields, below them the `weak` ones, and at its end a `chip`; `tick` is a flag that Space
    turns, `copies` a text that Ctrl+C takes. `picks` are the kinds of records that the new line offers while typing;
    where it `asks` nothing a new child is made at once and opened. A `mark` stands with a number before each line;
    a list that `leads` stands before the record's fields, and `conditions` leave children out.
    Of a long list only `most` lines are shown until somebody asks for the rest.
    A day in `due` that is over takes the place of the chip, and so does what `judge` makes of a line's values; `warns`
    puts a second one before it. What an opened child owns itself is `nested` below its fields. `shares` says how far
    children have come. `parting` is what is said when a child goes, if it is more than its name.
    """

    key: str
    title: str
    new: str
    kind: type[Entity]
    parent: Any
    fields: Sequence[Field]
    add: Callable[[Desk, int, Chosen], int] | None
    edit: Command[..., Any]
    delete: Command[..., Any]
    strong: Sequence[str]
    weak: Sequence[str] = ()
    chip: str = ""
    tick: str = ""
    copies: str = ""
    order: Command[..., Any] | None = None
    by: Sequence[Any] = ()
    picks: Sequence[type[Entity]] = ()
    asks: bool = True
    opens: str = ""
    conditions: Sequence[Any] = ()
    verbs: Sequence[Verb] = ()
    leads: bool = False
    mark: str = ""
    most: int = MANY
    due: str = ""
    shares: Callable[[Desk, int], Mapping[int, Share]] | None = None
    parting: Callable[[Desk, int, str], str] | None = None
    judge: Callable[[Desk, Mapping[str, Any]], Chip | None] | None = None
    warns: Callable[[Desk, Session, int], Chip | None] | None = None
    nested: "Sequence[Children]" = ()

    def field(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)
