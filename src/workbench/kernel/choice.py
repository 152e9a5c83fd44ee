"""Closed lists of values that the portfolio stores and people read."""

from enum import Enum


class Choice(Enum):
    """A value with the English word for it: `KEY = "key", N_("Key")`. The value is stored, the label is spoken."""

    label: str

    def __new__(cls, value: str, label: str) -> "Choice":
        member = object.__new__(cls)
        member._value_ = value
        member.label = label
        return member
