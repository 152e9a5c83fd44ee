"""Time zones by the names that calendars give them."""

from datetime import datetime, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

HOUR = timedelta(hours=1)
# one place for each pair of winter and summer offsets in hours, for zones that only a file itself defines
BY_OFFSETS: dict[tuple[float, float], str] = {
    (0, 0): "UTC",
    (0, 1): "Europe/London",
    (1, 2): "Europe/Berlin",
    (1, 1): "Africa/Lagos",
    (2, 3): "Europe/Athens",
    (2, 2): "Africa/Johannesburg",
    (3, 3): "Europe/Istanbul",
    (-3, -3): "America/Argentina/Buenos_Aires",
    (-4, -3): "America/Halifax",
    (-5, -4): "America/New_York",
    (-5, -5): "America/Bogota",
    (-6, -5): "America/Chicago",
    (-6, -6): "America/Mexico_City",
    (-7, -6): "America/Denver",
    (-8, -7): "America/Los_Angeles",
    (8, 8): "Asia/Shanghai",
    (9, 9): "Asia/Tokyo",
    (10, 10): "Australia/Brisbane",
}


@cache
def zone_named(name: str) -> str | None:
    """The IANA name for a zone's name, which may be one of Outlook's; None for an unknown one."""
    bare = name.strip().strip('"')
    for candidate in (
        bare,
        WINDOWS_TO_OLSON.get(bare, ""),
        "/".join(bare.split("/")[-2:]),
        "/".join(bare.split("/")[-3:]),
    ):
        if candidate and _exists(candidate):
            return candidate
    return None


def zone_like(zone: tzinfo, year: int) -> str | None:
    """The IANA name of a zone with the same offsets in winter and summer."""
    winter, summer = (datetime(year, month, 15, 12, tzinfo=zone).utcoffset() for month in (1, 7))
    if winter is None or summer is None:
        return None
    return BY_OFFSETS.get((winter / HOUR, summer / HOUR))


def _exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return False
    return True
