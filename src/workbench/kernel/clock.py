"""The only place that asks what time it is."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import time_ns
from zoneinfo import ZoneInfo

EPOCH = int(datetime(2020, 1, 1, tzinfo=UTC).timestamp() * 1000)


@dataclass(frozen=True)
class Clock:
    """The time and the place of whoever works here. A `fixed` day makes runs repeatable."""

    zone: str
    fixed: datetime | None = None

    def now(self) -> datetime:
        """This moment, in UTC."""
        return self.fixed or datetime.now(UTC)

    def today(self) -> date:
        """The local day of the owner."""
        return self.now().astimezone(ZoneInfo(self.zone)).date()


def system_clock() -> Clock:
    """The clock of this computer, in its own time zone."""
    return Clock(local_zone())


def clock_at(day: date, zone: str | None = None, at: time = time(7, 40)) -> Clock:
    """A clock that stands still on `day`."""
    zone = zone or local_zone()
    return Clock(zone, datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC))


def local_zone() -> str:
    """The IANA name of this computer's time zone; UTC if it keeps that to itself."""
    named = os.environ.get("TZ", "").lstrip(":")
    if named and _known(named):
        return named
    link = Path("/etc/localtime")
    if link.is_symlink():
        name = "/".join(link.resolve().parts[-2:])
        if _known(name):
            return name
    return "UTC"


def _known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return False
    return True


def milliseconds() -> int:
    """Milliseconds since the first of January 2020, the beginning of our identities."""
    return time_ns() // 1_000_000 - EPOCH


def days_between(earlier: date, later: date) -> int:
    return (later - earlier) // timedelta(days=1)
