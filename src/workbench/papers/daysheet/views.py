"""What a day sheet shows."""

from dataclasses import dataclass
from datetime import date, time

from workbench.plans.views import ActionLine


@dataclass(frozen=True)
class Stop:
    """A meeting of the day: when, where, with whom, and what is open between both sides."""

    title: str
    start: time | None = None
    end: time | None = None
    account: str = ""
    place: str | None = None
    phone: str | None = None
    purpose: str | None = None
    people: tuple[str, ...] = ()
    we_owe: tuple[ActionLine, ...] = ()
    they_owe: tuple[ActionLine, ...] = ()


@dataclass(frozen=True)
class DaySheetView:
    """A day, as of another; `overdue` and `due` are what is to be done besides the meetings."""

    day: date
    as_of: date
    stops: tuple[Stop, ...] = ()
    overdue: tuple[ActionLine, ...] = ()
    due: tuple[ActionLine, ...] = ()
    company: str = ""
    is_demo: bool = False
