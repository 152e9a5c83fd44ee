"""iCalendar files, block by block: events become meetings, to-dos become actions, the rest is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from icalendar import Calendar, Component, Todo

from workbench.exchange.foreign import rules
from workbench.exchange.foreign.events import Event, meetings_of
from workbench.exchange.foreign.lines import Block, blocks_of, unfolded
from workbench.exchange.foreign.todos import action_of
from workbench.exchange.foreign.zones import zone_named
from workbench.exchange.rows import BadRow, Record, Remark
from workbench.kernel.words import N_

# as icalendar does for events: one bad line does not spoil a to-do
Todo.ignore_exceptions = True
AT_ONCE = 100
NAMES = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"})
UNUSED = {
    "VJOURNAL": N_("Journal entries are not imported."),
    "VFREEBUSY": N_("Free and busy times are not imported."),
}
_REASON = re.compile(r"parts: ['\"]([A-Za-z-]+)")


@dataclass
class _Calendar:
    """What holds for a whole file: its zone, the zones it defines, and which events were met."""

    zone: str
    zones: list[str] = field(default_factory=list)
    told_zones: set[str] = field(default_factory=set)
    met: dict[tuple[str, ...], tuple[int, int]] = field(default_factory=dict)


def records_of(text: str, owner_zone: str) -> Iterator[Record | Remark]:
    """A record for every event and to-do; a Remark for those that cannot be read and for what was left out."""
    named = re.search(r"^X-WR-TIMEZONE[^:\r\n]*:(.+)$", text, re.MULTILINE)
    calendar = _Calendar((named and zone_named(named[1])) or owner_zone)
    found: list[Record | Remark] = []
    waiting: list[Block] = []
    for block in blocks_of(text, NAMES):
        if not block.is_whole:
            found.append(Remark(block.line, N_("This entry is cut off: its end is missing."), raw=block.raw))
        elif block.name == "VTIMEZONE":
            calendar.zones.extend(_zone_block(block))
        elif block.name in UNUSED:
            found.append(Remark(block.line, UNUSED[block.name], raw=block.raw))
        else:
            waiting.append(block)
    yield from found
    for begin in range(0, len(waiting), AT_ONCE):
        yield from _newest(calendar, list(_read(calendar, waiting[begin : begin + AT_ONCE])))


def _zone_block(block: Block) -> list[str]:
    """The definition of a zone, where it is needed and harmless."""
    lines = [line for _, line in unfolded(block.lines, block.line)]
    name = next((line.partition(":")[2] for line in lines if line.upper().startswith("TZID")), "")
    try:
        for line in lines:
            if line.upper().startswith("RRULE"):
                rules.taken_over(line.partition(":")[2])
    except BadRow:
        return []
    return [] if zone_named(name) else lines


def _read(calendar: _Calendar, blocks: Sequence[Block]) -> Iterator[tuple[Block, Record | Remark]]:
    logical = [[(number, _mended(line)) for number, line in unfolded(block.lines, block.line)] for block in blocks]
    parts = _parsed(calendar, logical)
    if len(parts) != len(blocks):
        # one of them spoils the rest: each for itself
        parts = [(_parsed(calendar, [lines]) or [None])[0] for lines in logical]
    for block, lines, part in zip(blocks, logical, parts, strict=True):
        if part is None:
            yield block, Remark(block.line, N_("This entry cannot be read."), raw=block.raw)
            continue
        try:
            yield from ((block, one) for one in _of_part(calendar, block, lines, part))
        except BadRow as bad:
            yield block, Remark(block.line, bad.text, bad.values, block.raw)
        except (ValueError, TypeError, AttributeError, OverflowError, KeyError) as problem:
            values = {"reason": str(problem)[:120]}
            yield block, Remark(block.line, N_("This entry cannot be read: {reason}"), values, block.raw)


def _parsed(calendar: _Calendar, logical: Sequence[Sequence[tuple[int, str]]]) -> list[Any]:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-", *calendar.zones]
    lines += [line for block in logical for _, line in block]
    try:
        whole = Calendar.from_ical("\r\n".join([*lines, "END:VCALENDAR", ""]))
    except (ValueError, TypeError, AttributeError, IndexError, KeyError):
        return []
    return [part for part in whole.subcomponents if part.name in {"VEVENT", "VTODO"}]


def _mended(line: str) -> str:
    # some programs put blanks between the days of a rule
    return re.sub(r"\s", "", line) if line.upper().startswith("RRULE") else line


def _of_part(
    calendar: _Calendar, block: Block, lines: Sequence[tuple[int, str]], part: Component
) -> Iterator[Record | Remark]:
    yield from _complaints(block, lines, part)
    if part.name == "VTODO":
        yield Record("actions", block.line, action_of(part), block.raw)
        return
    event = Event(part, calendar.zone, tuple(line for _, line in lines))
    values, remarks = meetings_of(event)
    for remark in remarks:
        if remark.values.get("zone") not in calendar.told_zones:
            calendar.told_zones |= {str(remark.values["zone"])} if "zone" in remark.values else set()
            yield Remark(block.line, remark.text, remark.values)
    yield from (Record("meetings", block.line, one, block.raw) for one in values)


def _complaints(block: Block, lines: Sequence[tuple[int, str]], part: Component) -> Iterator[Remark]:
    for name, reason in part.errors:
        in_reason = _REASON.search(reason or "")
        prop = name or (in_reason[1] if in_reason else "")
        if prop == "RRULE":
            continue
        if prop == "DTSTART" and "DTSTART" not in part:
            raise BadRow(N_("Its start cannot be read: {line}"), line=_line_of(lines, prop)[1][:80])
        number, line = _line_of(lines, prop)
        yield Remark(number or block.line, N_("This line cannot be read and was left out: {line}"), {"line": line[:80]})


def _line_of(lines: Sequence[tuple[int, str]], prop: str) -> tuple[int, str]:
    found = [(number, line) for number, line in lines if re.match(rf"{re.escape(prop)}\b", line, re.IGNORECASE)]
    return found[-1] if found and prop else (0, prop)


def _newest(calendar: _Calendar, read: Sequence[tuple[Block, Record | Remark]]) -> Iterator[Record | Remark]:
    """One event for each identity: the one that was changed last."""
    chosen: dict[int, Record | Remark] = {}
    for at, (block, given) in enumerate(read):
        sequence, one = _without_sequence(given)
        chosen[at] = one
        keys = _identities(one)
        before = next((calendar.met[key] for key in keys if key in calendar.met), None)
        if before and (before[1] not in chosen or sequence < before[0]):
            chosen[at] = _again(block.line, block.raw, None)
            continue
        if before:
            older = chosen[before[1]]
            chosen[before[1]] = _again(older.line, older.raw, block.line)
        calendar.met |= dict.fromkeys(keys, (sequence, at))
    calendar.met = {key: (sequence, -1) for key, (sequence, _) in calendar.met.items()}
    yield from chosen.values()


def _without_sequence(one: Record | Remark) -> tuple[int, Record | Remark]:
    if isinstance(one, Remark):
        return 0, one
    values = dict(one.values)
    return int(values.pop("sequence", 0)), one._replace(values=values)


def _identities(one: Record | Remark) -> list[tuple[str, ...]]:
    """What an entry is recognised by: its identity with its title or day, as two calendars may share an identity."""
    if isinstance(one, Remark) or not one.values.get("external_id"):
        return []
    values = one.values
    same = (one.kind, str(values["external_id"]), str(values.get("occurrence_on")))
    return [(*same, "title", str(values["title"])), (*same, "day", str(values.get("day") or values.get("due")))]


def _again(line: int, raw: str, newer: int | None) -> Remark:
    if newer:
        return Remark(
            line, N_("Line {line} has a newer entry with the same identity; that one was taken."), {"line": newer}, raw
        )
    return Remark(line, N_("An entry with the same identity came before; that one was taken."), raw=raw)
