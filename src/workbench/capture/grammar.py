"""Reading one typed line: what it is, for whom, until when. It never blocks: what is unclear becomes a question."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from workbench.action_items.model import Direction, Priority
from workbench.capture.captured import Captured, Kind, Meant, Part, Question, Span
from workbench.capture.directory import Directory, Entry, NameKind
from workbench.capture.parts import LineWords, find_repeat, line_words
from workbench.kernel.days import find_days, find_times
from workbench.kernel.lines import LINE, aligned, blank, without_quotes
from workbench.meetings.recurrence import next_after

__all__ = ["Captured", "Directory", "Kind", "Meant", "Part", "Question", "Span", "read_line"]

MARKED = re.compile(r"(?<!\S)([#@])([^\s#@!,;:]+)")
URGENT = re.compile(r"(?<!\S)(?:!!+|!([^\W\d_]+))(?!\S)")
COLON = re.compile(r":(?![0-9])")  # not that of a time
EDGES = " \t\r\n,;:·–-"


@dataclass
class _Reading:
    """A line on its way: what has been recognised is blanked out of `rest`, what leaves the title is in `gone`."""

    line: str
    language: str
    today: date
    names: Directory
    meant: Meant
    captured: Captured
    rest: str
    debtor: tuple[int, int] = (0, 0)
    spans: list[Span] = field(default_factory=list)
    gone: list[tuple[int, int]] = field(default_factory=list)
    named: list[tuple[int, int]] = field(default_factory=list)  # of what is gone, the accounts named in plain words
    entries: list[tuple[Span, tuple[Entry, ...]]] = field(default_factory=list)
    doubts: list[Question] = field(default_factory=list)  # days and times that cannot be

    def take(self, begin: int, end: int, part: Part, *, stays: bool = False) -> Span:
        span = Span(begin, end, part)
        self.spans.append(span)
        self.rest = self.rest[:begin] + blank(self.rest[begin:end]) + self.rest[end:]
        if not stays:
            self.gone.append((begin, end))
        return span

    def says(self, **values: Any) -> None:  # noqa: ANN401 - the fields of Captured
        self.captured = replace(self.captured, **values)

    @property
    def words(self) -> LineWords:
        return line_words(self.language)


NOTHING_MEANT = Meant()


def read_line(text: str, language: str, today: date, names: Directory, meant: Meant = NOTHING_MEANT) -> Captured:
    """What a line says; what it does not say is taken from what is `meant` anyway."""
    line = unicodedata.normalize("NFC", text).strip()
    said = Captured(line, kind=meant.kind or Kind.ACTION)
    rest = aligned(without_quotes(line)[:LINE])
    for begin, end in meant.plain:
        rest = rest[:begin] + blank(rest[begin:end]) + rest[end:]
    reading = _Reading(line, language, today, names, meant, said, rest=rest)
    _read_kind(reading)
    _read_repeat(reading)
    _read_marks(reading)
    _read_names(reading)
    _read_days(reading)
    _understand_names(reading)
    return _completed(reading)


def _read_kind(reading: _Reading) -> None:
    match = reading.words.kinds.match(reading.rest)
    if match:
        reading.says(kind=reading.meant.kind or Kind(reading.words.kind_of[match[1]]))
        reading.take(match.start(), match.end(), Part.KIND)


def _read_repeat(reading: _Reading) -> None:
    found = find_repeat(reading.rest, reading.language)
    if found:
        begin, end, rule = found
        reading.says(rule=rule)
        reading.take(begin, end, Part.REPEAT)


def _read_marks(reading: _Reading) -> None:
    """#account, @department or @person, !high."""
    for match in MARKED.finditer(reading.rest):
        kinds = (NameKind.ACCOUNT,) if match[1] == "#" else (NameKind.DEPARTMENT, NameKind.MEMBER, NameKind.PERSON)
        options = (reading.names.beginning_with(kind, match[2]) for kind in kinds)
        found = next((entries for entries in options if entries), ())
        part = _part_of(found[0].kind) if found else Part.ACCOUNT if match[1] == "#" else Part.DEPARTMENT
        span = reading.take(match.start(), match.end(), part, stays=not found)
        reading.entries.append((span, found))
        if found:
            _drop_preposition(reading, match.start())
    for match in URGENT.finditer(reading.rest):
        said = Priority.HIGH if match[1] is None else reading.words.priorities.get(match[1])
        if said:
            reading.says(priority=said)
            reading.take(match.start(), match.end(), Part.PRIORITY)


def _read_names(reading: _Reading) -> None:
    waiting = reading.words.waiting.match(reading.rest)
    owes = reading.words.owes.search(reading.rest)
    if waiting:
        reading.take(waiting.start(), waiting.end(), Part.DIRECTION)
    elif owes and owes.start() > 0:
        reading.take(owes.start(), owes.end(), Part.DIRECTION)
    for mention in list(reading.names.mentions(reading.line, reading.rest)):
        part = _part_of(mention.entries[0].kind)
        is_account = part is Part.ACCOUNT
        before = len(reading.gone)
        span = reading.take(mention.begin, mention.end, part, stays=not is_account)
        reading.entries.append((span, mention.entries))
        if is_account:
            _drop_preposition(reading, mention.begin)
        reading.named += reading.gone[before:]
    if waiting:
        _read_debtor(reading, waiting.end(), _end_of_debtor(reading, waiting.end()))
    elif owes and owes.start() > 0:
        _read_debtor(reading, 0, owes.start())


def _end_of_debtor(reading: _Reading, begin: int) -> int:
    """Whoever we wait for ends with the name there, or with the colon, or with the line."""
    for span, _ in reading.entries:
        if span.begin == begin:
            return span.end
    colon = COLON.search(reading.rest, begin)
    return colon.start() if colon else len(reading.line)


def _read_debtor(reading: _Reading, begin: int, end: int) -> None:
    said = reading.line[begin:end].strip(EDGES)
    reading.says(direction=Direction.THEY_OWE, waiting_for=said or None)
    reading.debtor = (begin, end)
    if end < len(reading.line):
        reading.gone.append((begin, end))


def _read_days(reading: _Reading) -> None:
    days = find_days(reading.rest, reading.today, reading.language)
    times = find_times(reading.rest, reading.language, frozenset(day.end for day in days))
    for found in days:
        part, name = (Part.START, "start") if found.is_start else (Part.DAY, "day")
        if found.day is None:
            reading.doubts.append(Question(reading.take(found.begin, found.end, part, stays=True), why=found.why))
        elif getattr(reading.captured, name) is None:
            reading.says(**{name: found.day})
            reading.take(found.begin, found.end, part)
    for moment in times:
        if moment.at is None:
            span = reading.take(moment.begin, moment.end, Part.TIME, stays=True)
            reading.doubts.append(Question(span, why=moment.why))
        elif reading.captured.at is None:
            reading.says(at=moment.at, until=moment.until)
            reading.take(moment.begin, moment.end, Part.TIME)


def _understand_names(reading: _Reading) -> None:
    meant = [(span, _chosen(entries, reading.meant.chosen)) for span, entries in reading.entries]
    accounts = [entries for span, entries in meant if span.part is Part.ACCOUNT]
    named = next((entries[0].id for entries in accounts if len(entries) == 1), None)
    account = named if named is not None or accounts else reading.meant.account_id
    chosen = [(span, _at_account(entries, account, reading.meant.lately)) for span, entries in meant]
    sure = [entries[0] for _, entries in chosen if len(entries) == 1]
    people = [entry for entry in sure if entry.kind is NameKind.PERSON]
    if not accounts:
        account = _home(people, account)
    reading.says(
        waiting_for=_debtor(reading, chosen),
        account_id=account,
        people=tuple(entry.id for entry in people),
        members=tuple(entry.id for entry in sure if entry.kind is NameKind.MEMBER),
        department_id=next((entry.id for entry in sure if entry.kind is NameKind.DEPARTMENT), None),
        questions=(*(Question(span, entries) for span, entries in chosen if len(entries) != 1), *reading.doubts),
    )


def _debtor(reading: _Reading, chosen: list[tuple[Span, tuple[Entry, ...]]]) -> str | None:
    """Whom we wait for: the whole name of who is named there, or what was typed if that says more than a name."""
    begin, end = reading.debtor
    inside = [entries[0].name for span, entries in chosen if begin <= span.begin < end and len(entries) == 1]
    spans = [(span.begin, span.end) for span, _ in chosen if begin <= span.begin < end]
    more = _without([(0, begin), *spans, (end, len(reading.line))], reading)
    return inside[0] if inside and not more else reading.captured.waiting_for


def _home(people: list[Entry], usual: int | None) -> int | None:
    """Where the people who are named work: at the usual account if they do, else where they all do."""
    homes = {home for person in people for home in person.account_ids}
    return usual if usual in homes or len(homes) != 1 else homes.pop()


def _completed(reading: _Reading) -> Captured:
    """What follows from the parts together."""
    reading.says(title=_title(reading), spans=tuple(sorted(reading.spans, key=lambda span: span.begin)))
    said = reading.captured
    if said.rule and said.day is None:
        first = said.start or reading.today
        reading.says(day=next_after(said.rule, first, first) if "BYDAY" in said.rule else first)
    is_open = reading.meant.kind is None and said.kind is Kind.ACTION
    if is_open and said.at and reading.words.meetings.match(aligned(said.line)):
        reading.says(kind=Kind.MEETING)
    if said.direction is Direction.WE_OWE and said.account_id is None:
        reading.says(direction=Direction.INTERNAL)
    return reading.captured


def _at_account(entries: tuple[Entry, ...], *accounts: int | None) -> tuple[Entry, ...]:
    """Of several people of that name, those at the first of the accounts where there are any."""
    for account in accounts:
        there = tuple(entry for entry in entries if account in entry.account_ids)
        if there:
            return there
    return entries


def _chosen(entries: tuple[Entry, ...], chosen: frozenset[int]) -> tuple[Entry, ...]:
    """Of several of that name, those who were chosen if any were."""
    return tuple(entry for entry in entries if entry.id in chosen) or entries


def _part_of(kind: NameKind) -> Part:
    return {NameKind.ACCOUNT: Part.ACCOUNT, NameKind.DEPARTMENT: Part.DEPARTMENT}.get(kind, Part.PERSON)


def _drop_preposition(reading: _Reading, begin: int) -> None:
    match = reading.words.before_name.search(reading.rest, max(0, begin - 12), begin)
    if match:
        reading.gone.append((match.start(), match.end()))


def _title(reading: _Reading) -> str:
    if reading.captured.kind in {Kind.NOTE, Kind.DECISION}:
        # what was said is kept as it was said
        title = _without([(span.begin, span.end) for span in reading.spans if span.part is Part.KIND], reading)
    else:
        title = _without(reading.gone, reading)
        if reading.named and " " not in title:
            # "Visit" alone says too little
            title = _without([gone for gone in reading.gone if gone not in reading.named], reading)
    title = title or reading.line
    return title[:1].upper() + title[1:]


def _without(gone: list[tuple[int, int]], reading: _Reading) -> str:
    title = " ".join("".join(_kept(sorted(gone), reading.line)).split()).strip(EDGES)
    while match := reading.words.dangling.search(aligned(title)):
        title = title[: match.start()].strip(EDGES)
    return title


def _kept(gone: list[tuple[int, int]], line: str) -> Iterator[str]:
    reached = 0
    for begin, end in gone:
        yield line[reached:begin] + " "
        reached = max(reached, end)
    yield line[reached:]
