"""From what a person types to a value, by the kind of a field; the other way round for editing."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

from babel.numbers import NumberFormatError, parse_decimal

from workbench.kernel.clock import Clock
from workbench.kernel.days import read_day, read_time
from workbench.kernel.errors import UserError
from workbench.kernel.field import Field, Kind
from workbench.kernel.formats import Formats
from workbench.kernel.words import N_

# beyond this, a column of whole numbers or a sum of cents would overflow
MOST = 10**14


class NoSuchDay(UserError):
    message = N_("“{text}” is no day.")
    consequence = N_("The old value stays.")
    advice = N_("Type a day like 16/3, fri or +3.")


class NoSuchTime(UserError):
    message = N_("“{text}” is no time.")
    consequence = N_("The old value stays.")
    advice = N_("Type a time like 10:30.")


class NotANumber(UserError):
    message = N_("“{text}” is no number.")
    consequence = N_("The old value stays.")


def understood(field: Field, text: str, formats: Formats, clock: Clock) -> Any:  # noqa: ANN401 - any column
    """The value of a typed text, None for an empty one; a UserError if it makes no sense."""
    text = text.strip()
    if not text:
        return None
    is_whole = field.is_stored and field.attribute.type.python_type is int
    # a year is written like a text, but it is a number
    reader = _READERS.get(field.kind) or (_number if is_whole else None)
    value = reader(text, formats, clock) if reader else text
    if is_whole and not isinstance(value, int):
        raise NotANumber(text=text)
    return value


def typed(field: Field, value: Any, formats: Formats) -> str:  # noqa: ANN401 - any column
    """How a value stands in its editor."""
    if value is None:
        return ""
    if field.kind is Kind.MONEY:
        return formats.number(Decimal(value) / 100)
    if isinstance(value, (int, float)) and field.kind is not Kind.NUMBER:
        return str(value)
    return field.text(formats, value)


def understood_day(text: str, formats: Formats, clock: Clock) -> date | None:
    """The day of a typed text, None for an empty one; NoSuchDay if it is none."""
    return _day(text, formats, clock) if text.strip() else None


def _day(text: str, formats: Formats, clock: Clock) -> date:
    found = read_day(text, clock.today(), formats.words.language)
    if found is None:
        raise NoSuchDay(text=text)
    return found


def _time(text: str, formats: Formats, _clock: Clock) -> time:
    found = read_time(text, formats.words.language)
    if found is None:
        raise NoSuchTime(text=text)
    return found


def _number(text: str, formats: Formats, _clock: Clock) -> int | float:
    try:
        found = parse_decimal(text, locale=formats.locale)
    except NumberFormatError as problem:
        raise NotANumber(text=text) from problem
    if not found.is_finite() or abs(found) > MOST:
        raise NotANumber(text=text)
    return int(found) if found == found.to_integral_value() else float(found)


def _money(text: str, formats: Formats, clock: Clock) -> int:
    bare = text.translate(str.maketrans("", "", "€$£ \u00a0"))
    return round(_number(bare, formats, clock) * 100)


_READERS: dict[Kind, Callable[[str, Formats, Clock], Any]] = {
    Kind.DAY: _day,
    Kind.TIME: _time,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
}
