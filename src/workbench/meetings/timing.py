"""When a meeting is: wall time first, its moment in UTC for order."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from workbench.kernel.errors import UserError
from workbench.kernel.words import N_


class NoSuchZone(UserError):
    message = N_("There is no time zone “{zone}”.")
    advice = N_("Write it like Europe/Madrid.")


def moment_of(day: date, start: time | None, zone: str) -> datetime:
    """The moment a wall time stands for, in UTC; a day without a time counts from its midnight there.

    A time that a change of the clock skips moves on by the gap, one that comes twice is its first one (PEP 495).
    """
    return datetime.combine(day, start or time.min, _zone(zone)).astimezone(UTC)


def end_of(day: date, start: time | None, minutes: int | None) -> tuple[date, time | None]:
    """The wall time when a meeting ends, an hour after its start where nothing else is known."""
    if start is None:
        return day, None
    end = datetime.combine(day, start) + timedelta(minutes=minutes or 60)
    return end.date(), end.time()


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError) as problem:
        raise NoSuchZone(zone=name) from problem
