"""Fields: an attribute as the user knows it, described once for table, form, file headers, history and paper."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from sqlalchemy.orm import InstrumentedAttribute

from workbench.kernel.choice import Choice
from workbench.kernel.formats import Formats


class Kind(Enum):
    """What a value is, and so how it is written and edited."""

    TEXT = auto()
    NOTE = auto()
    CHOICE = auto()
    DAY = auto()
    TIME = auto()
    MOMENT = auto()
    NUMBER = auto()
    MONEY = auto()
    PERCENT = auto()
    FLAG = auto()
    TAGS = auto()
    REFERENCE = auto()
    PHONE = auto()
    EMAIL = auto()
    LINK = auto()
    LANGUAGE = auto()
    COUNTRY = auto()
    RULE = auto()


WRITTEN: dict[Kind, Callable[[Formats, Any], str]] = {
    Kind.CHOICE: Formats.choice,
    Kind.DAY: Formats.day,
    Kind.TIME: Formats.time,
    Kind.MOMENT: Formats.moment,
    Kind.NUMBER: Formats.number,
    Kind.MONEY: Formats.money,
    Kind.PERCENT: Formats.percent,
    Kind.FLAG: Formats.flag,
}


@dataclass(frozen=True)
class Field:
    """One attribute as the user knows it.

    `attribute` is a mapped attribute, or a labelled expression for a column that is computed in a listing.
    `shared` says whether the value may leave in a client edition; `key` names it where the attribute does not.
    """

    attribute: Any
    label: str
    kind: Kind = Kind.TEXT
    key: str = ""
    shared: bool = False
    editable: bool = True

    @property
    def name(self) -> str:
        return self.key or str(self.attribute.key)

    @property
    def required(self) -> bool:
        """Whether the portfolio refuses a record without it."""
        return self.is_stored and not self.attribute.property.columns[0].nullable

    @property
    def is_stored(self) -> bool:
        return isinstance(self.attribute, InstrumentedAttribute)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The values of a closed list, in the order of the list."""
        enum = self.attribute.type.enum_class if self.kind is Kind.CHOICE else None
        return tuple(enum) if enum else ()

    def text(self, formats: Formats, value: Any) -> str:  # noqa: ANN401 - a field holds any value
        """The value as people of that language write it."""
        return WRITTEN.get(self.kind, Formats.plain)(formats, value)
