"""What a list page is about, as data: its kind of record, its columns, its fields, its verbs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from workbench.kernel.cells import Look
from workbench.kernel.command import Command
from workbench.kernel.entity import Entity
from workbench.kernel.field import Field
from workbench.kernel.listing import Listing
from workbench.ui.children import Children
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask


@dataclass(frozen=True)
class Chip:
    """A filter that is switched on and off: its English name, and the conditions it adds for a day."""

    label: str
    conditions: Callable[[date], Sequence[Any]]
    is_counted: bool = True


@dataclass(frozen=True)
class Inline:
    """A column that is edited in place with a click: the field behind it.

    `why` is the hint of the line that asks for the reason of the values in `why_for`; `save` takes desk, identity,
    value and reason where changing the field is not enough.
    """

    field: Field
    why: str = ""
    why_for: Sequence[Any] = ()
    save: Callable[[Desk, int, Any, str], None] | None = None


@dataclass(frozen=True)
class Bulk:
    """What is done with several records as one step; a `question` is the hint of the line whose text `run` takes."""

    label: str
    icon: str
    question: str
    run: Callable[[Desk, list[int], str], None]


class Verbs(Protocol):
    """What letters do with the chosen records, also where they ask something first; the same stands in the menus."""

    def press(self, key: str) -> bool: ...

    def entries(self) -> list[Entry]: ...


# desk, where a question is asked, which records are chosen, under what it stands
MakeVerbs = Callable[[Desk, Ask, Callable[[], list[int]], Callable[[], tuple[QWidget, QPoint]]], Verbs]


@dataclass(frozen=True)
class Room:
    """What a list page is about.

    `add` makes a record from a name and returns its identity, None where a page asks for more than that; `edit` takes
    the identity and attributes; `opens` is the page that Enter opens, where there is one; `letters` and `verbs` are
    those of the list, `lists` what a record owns; `looks` show special columns, `inline` are those that a click edits;
    `bulk` is for several; `other_way` is another page that shows the same records: its label, icon and name; `hint`
    says how a new one is written where it is more than a name; a list inside of a page with tabs `has_chip_keys` not,
    for there Alt and a digit lead to a tab; `paper` is what is printed of the list or of the records that are chosen.
    """

    key: str
    title: str
    icon: str
    kind: type[Entity]
    listing: Listing
    fields: Sequence[Field]
    add: Callable[[Desk, str], int] | None
    edit: Command[..., Any]
    delete: Command[..., Any]
    new: str
    empty: str
    chips: Sequence[Chip] = ()
    opens: str = ""
    lists: Sequence[Children] = ()
    letters: dict[str, Callable[[Desk, list[int]], None]] = field(default_factory=dict)
    verbs: MakeVerbs | None = None
    looks: Mapping[str, Look] = field(default_factory=dict)
    inline: Mapping[str, Inline] = field(default_factory=dict)
    bulk: Sequence[Bulk] = ()
    other_way: tuple[str, str, str] | None = None
    hint: str = ""
    has_chip_keys: bool = True
    paper: Callable[[Desk, Sequence[int]], tuple[str, object] | None] | None = None
