"""One event of a calendar as meetings: wall time first, its rule, its exceptions, who comes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Component
from icalendar.prop import vBroken

from workbench.exchange.foreign import rules
from workbench.exchange.foreign.zones import zone_like, zone_named
from workbench.exchange.rows import BadRow, Remark
from workbench.kernel.words import N_

LONGEST_TITLE = 200
MOST_DAYS = 1_000
MOST_GUESTS = 500
STATUS = {"CANCELLED": "cancelled"}
DAY = timedelta(days=1)
MINUTES_OF_DAY = 1440


@dataclass(frozen=True)
class Event:
    """An event as icalendar read it, the zone of its calendar, and its lines."""

    part: Component
    zone: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class When:
    """Wall time: the day, the time unless it lasts all day, and the zone it is in."""

    day: date
    start: time | None
    zone: str
    moment: datetime | None = None


def meetings_of(event: Event) -> tuple[list[dict[str, Any]], list[Remark]]:
    """The values of the meeting, and of one more for each extra day; remarks on what was guessed or left out."""
    remarks: list[Remark] = []
    part = event.part
    if not hasattr(one(part, "DTSTART"), "dt"):
        raise BadRow(N_("This event has no start."))
    when = _when(one(part, "DTSTART"), event.zone, remarks)
    values = _texts(part) | _span(part, when, remarks)
    values["external_id"] = str(one(part, "UID") or "") or None
    values["sequence"] = _number(one(part, "SEQUENCE"))
    values["status"] = STATUS.get(str(one(part, "STATUS") or "").upper())
    values["attendees"] = list(_guests(part))
    rule = _rule(event.lines, remarks)
    if rule:
        values["rule"] = rule
        values["excluded"] = [when.day.isoformat() for when in _listed(part, "EXDATE", when.zone, remarks)]
    exception = one(part, "RECURRENCE-ID")
    if hasattr(exception, "dt"):
        values["occurrence_on"] = _when(exception, when.zone, remarks).day.isoformat()
    more = [_on_another_day(values, other) for other in _listed(part, "RDATE", when.zone, remarks)]
    return [{key: value for key, value in made.items() if value is not None} for made in (values, *more)], remarks


def _texts(part: Component) -> dict[str, Any]:
    notes = str(one(part, "DESCRIPTION") or "").strip()
    link = str(one(part, "URL") or "").strip()
    title = " ".join(str(one(part, "SUMMARY") or "").split()) or notes.split("\n")[0][:LONGEST_TITLE]
    return {
        "title": title,
        "place": str(one(part, "LOCATION") or "").strip() or None,
        "notes": "\n".join(text for text in (notes, link) if text) or None,
    }


def _when(prop: Any, zone: str, remarks: list[Remark]) -> When:  # noqa: ANN401 - a property of icalendar
    value = prop.dt
    if not isinstance(value, datetime):
        return When(value, None, zone)
    named = str(prop.params.get("TZID", ""))
    return _wall(value, named, zone, remarks)


def _wall(value: datetime, named: str, zone: str, remarks: list[Remark]) -> When:
    if value.tzinfo is None and not named:
        return When(value.date(), value.time(), zone)
    if not named or named.upper() == "UTC":
        there = value.astimezone(ZoneInfo(zone))
        return When(there.date(), there.time(), zone)
    known = zone_named(named)
    if known is None:
        like = zone_like(value.tzinfo, value.year) if value.tzinfo else None
        known = like or zone
        values = {"zone": named, "taken": known}
        remarks.append(Remark(0, N_("The time zone “{zone}” is not known here; {taken} was taken."), values))
        if like is None and value.tzinfo:
            return When(value.date(), value.time(), known, value.astimezone(UTC))
    return When(value.date(), value.time(), known)


def _span(part: Component, when: When, remarks: list[Remark]) -> dict[str, Any]:
    values: dict[str, Any] = {
        "day": when.day.isoformat(),
        "start": when.start.strftime("%H:%M") if when.start else None,
        "time_zone": when.zone,
        "starts_at": when.moment.isoformat() if when.moment else None,
    }
    end, length = one(part, "DTEND"), one(part, "DURATION")
    begin = one(part, "DTSTART").dt
    if isinstance(getattr(length, "dt", None), timedelta):
        lasts = length.dt
    elif hasattr(end, "dt") and isinstance(end.dt, datetime) == isinstance(begin, datetime):
        lasts = _between(begin, end.dt)
    else:
        return values
    if lasts < timedelta(0):
        remarks.append(
            Remark(0, N_("“{title}” ends before it begins; its end was left out."), {"title": str(part.get("SUMMARY"))})
        )
    elif when.start is None:
        values["end_day"] = (when.day + lasts - DAY).isoformat() if lasts > DAY else None
    else:
        values["minutes"] = int(lasts.total_seconds()) // 60 or None
        if lasts > DAY:
            values["end_day"] = (datetime.combine(when.day, when.start) + lasts).date().isoformat()
    return values


def _between(begin: Any, end: Any) -> timedelta:  # noqa: ANN401 - days or moments
    if isinstance(begin, datetime) and (begin.tzinfo is None) != (end.tzinfo is None):
        begin, end = begin.replace(tzinfo=None), end.replace(tzinfo=None)
    elif isinstance(begin, datetime) and begin.tzinfo is not None:
        # moments, not wall times: between two zones or over a change of the clock the walls lie
        begin, end = begin.astimezone(UTC), end.astimezone(UTC)
    lasts: timedelta = end - begin
    return lasts


def _rule(lines: Sequence[str], remarks: list[Remark]) -> str | None:
    found = [line.partition(":")[2] for line in lines if re.match(r"RRULE[;:]", line, re.IGNORECASE)]
    if not found:
        return None
    try:
        return rules.taken_over(found[0])
    except BadRow as bad:
        remarks.append(Remark(0, bad.text, bad.values))
        return None


def _listed(part: Component, name: str, zone: str, remarks: list[Remark]) -> list[When]:
    """The days of EXDATE and RDATE, each once, in the zone of the event."""
    lists = part.get(name, [])
    found: dict[tuple[date, time | None], When] = {}
    for listed in lists if isinstance(lists, list) else [lists]:
        for entry in [] if isinstance(listed, vBroken) else getattr(listed, "dts", []):
            value = entry.dt[0] if isinstance(entry.dt, tuple) else entry.dt
            when = _day_of(value, zone)
            if when is None:
                remarks.append(Remark(0, N_("A day in {name} cannot be read and was left out."), {"name": name}))
            else:
                found[when.day, when.start] = when
    if len(found) > MOST_DAYS:
        remarks.append(
            Remark(0, N_("{name} has {n} days; the first 1,000 were taken."), {"name": name, "n": len(found)})
        )
    return list(found.values())[:MOST_DAYS]


def _day_of(value: Any, zone: str) -> When | None:  # noqa: ANN401 - whatever stands in the file
    if isinstance(value, datetime):
        there = value.astimezone(ZoneInfo(zone)) if value.tzinfo else value
        return When(there.date(), there.time(), zone)
    return When(value, None, zone) if isinstance(value, date) else None


def _on_another_day(values: dict[str, Any], when: When) -> dict[str, Any]:
    again = {key: value for key, value in values.items() if key not in {"rule", "excluded", "end_day", "starts_at"}}
    start = when.start.strftime("%H:%M") if when.start and values.get("start") else values.get("start")
    uid = values.get("external_id")
    return again | {
        "day": when.day.isoformat(),
        "start": start,
        "external_id": f"{uid}#{when.day.isoformat()}T{start or ''}" if uid else None,
    }


def _guests(part: Component) -> Iterator[list[str]]:
    met: set[str] = set()
    for name in ("ORGANIZER", "ATTENDEE"):
        given = part.get(name, [])
        for guest in (given if isinstance(given, list) else [given])[:MOST_GUESTS]:
            params = getattr(guest, "params", {})
            email = re.sub(r"^mailto:", "", str(guest).strip(), flags=re.IGNORECASE)
            spoken = str(params.get("CN", "")).strip(' "')
            if str(params.get("CUTYPE", "")).upper() in {"ROOM", "RESOURCE"} or (email or spoken) in met:
                continue
            met.add(email or spoken)
            if email or spoken:
                yield [spoken if spoken and "@" not in spoken else "", email if "@" in email else ""]


def one(part: Component, name: str) -> Any:  # noqa: ANN401 - a property of icalendar
    """The first property of that name, unless it cannot be read."""
    value = part.get(name)
    first = value[0] if isinstance(value, list) else value
    return None if isinstance(first, vBroken) else first


def _number(value: Any) -> int:  # noqa: ANN401
    return int(value) if isinstance(value, int) else 0
