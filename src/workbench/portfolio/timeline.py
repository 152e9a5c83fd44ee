"""What happened with an account, day by day: meetings with what came of them, promises, judgements, edits."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    Date,
    Integer,
    Label,
    Select,
    String,
    Text,
    cast,
    extract,
    func,
    literal,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from workbench.action_items.model import ActionItem
from workbench.contacts.model import Person
from workbench.contacts.positions import Assessment
from workbench.kam.model import LogEntry
from workbench.kernel.choice import Choice
from workbench.kernel.journal import CELL, CHANGE
from workbench.kernel.words import N_
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.meetings.proceedings import Decision

PAGE = 400


class Happening(Choice):
    """What an entry of the timeline tells, in the order in which it stands under a meeting."""

    MEETING = "meeting", N_("Meeting")
    DECIDED = "decided", N_("Decided")
    PROMISED = "promised", N_("Promised")
    DONE = "done", N_("Done")
    LOGGED = "logged", N_("Logged")
    SETTLED = "settled", N_("Resolved")
    JUDGED = "judged", N_("Assessed – internal")
    CHANGED = "changed", N_("Changed")


MEETINGS = frozenset({Happening.MEETING})
ACTIONS = frozenset({Happening.PROMISED, Happening.DONE})
DECISIONS = frozenset({Happening.DECIDED})
LOG = frozenset({Happening.LOGGED, Happening.SETTLED})
NOTES = frozenset({Happening.JUDGED})
CHANGES = frozenset({Happening.CHANGED})
# field edits are noise until somebody asks for them
USUAL = frozenset(Happening) - CHANGES


@dataclass(frozen=True)
class Entry:
    """One thing that happened. `meeting_id` is the meeting it belongs to; `id` is the record it tells of."""

    day: date
    happening: Happening
    id: int
    title: str
    remark: str | None
    meeting_id: int | None

    @property
    def is_under_meeting(self) -> bool:
        return self.meeting_id is not None and self.happening is not Happening.MEETING


@dataclass(frozen=True)
class Wanted:
    """Whose timeline, up to which day, and what of it; `shift` is the local time's distance from UTC in minutes."""

    account_id: int
    until: date
    happenings: Collection[Happening] = USUAL
    shift: int = 0


def entries(session: Session, wanted: Wanted, first: int = 0, limit: int = PAGE) -> list[Entry]:
    """A page of the timeline, newest first; what came of a meeting stands under it."""
    sources = _sources(wanted)
    if not sources:
        return []
    rows = union_all(*sources).subquery()
    page = (
        select(rows)
        .where(rows.c.day <= wanted.until)
        .order_by(rows.c.day.desc(), rows.c.meeting_id.desc().nulls_last(), rows.c.place, rows.c.id.desc())
    )
    found: Any = session.execute(page.limit(limit).offset(first))
    order = list(Happening)
    return [
        Entry(row.day, order[row.place], row.id, _line(row.title), row.remark and _line(row.remark), row.meeting_id)
        for row in found
    ]


def years(session: Session, wanted: Wanted) -> dict[int, int]:
    """The years in which something happened, newest first, each with how many entries stand before it."""
    sources = _sources(wanted)
    if not sources:
        return {}
    rows = union_all(*sources).subquery()
    year = extract("year", rows.c.day)
    counted = select(year, func.count()).where(rows.c.day <= wanted.until).group_by(year).order_by(year.desc())
    found, before = {}, 0
    for of, count in session.execute(counted):
        found[int(of)] = before
        before += count
    return found


def _sources(wanted: Wanted) -> list[Select[Any]]:
    made = {
        Happening.MEETING: _meetings,
        Happening.DECIDED: _decisions,
        Happening.PROMISED: _promises,
        Happening.DONE: _done,
        Happening.LOGGED: _logged,
        Happening.SETTLED: _settled,
        Happening.JUDGED: _judgements,
        Happening.CHANGED: _changes,
    }
    return [made[happening](wanted) for happening in Happening if happening in wanted.happenings]


def _row(happening: Happening, day: Any, key: Any, texts: tuple[Any, Any], meeting: Any) -> list[Label[Any]]:  # noqa: ANN401 - columns
    title, remark = texts
    return [
        type_coerce(day, Date).label("day"),
        literal(list(Happening).index(happening), Integer).label("place"),
        key.label("id"),
        title.label("title"),
        remark.label("remark"),
        meeting.label("meeting_id"),
    ]


def _meetings(wanted: Wanted) -> Select[Any]:
    columns = _row(Happening.MEETING, Meeting.day, Meeting.id, (Meeting.title, Meeting.purpose), Meeting.id)
    return select(*columns).where(Meeting.account_id == wanted.account_id, Meeting.status != MeetingStatus.CANCELLED)


def _decisions(wanted: Wanted) -> Select[Any]:
    columns = _row(Happening.DECIDED, Meeting.day, Decision.id, (Decision.text, cast(null(), Text)), Meeting.id)
    return (
        select(*columns).join(Meeting, Meeting.id == Decision.meeting_id).where(Meeting.account_id == wanted.account_id)
    )


def _promises(wanted: Wanted) -> Select[Any]:
    # a promise of a meeting is told on the day of the meeting, whenever it was written down
    day = func.coalesce(Meeting.day, ActionItem.made_on)
    columns = _row(Happening.PROMISED, day, ActionItem.id, (ActionItem.title, cast(null(), Text)), Meeting.id)
    rows = select(*columns).outerjoin(Meeting, Meeting.id == ActionItem.meeting_id)
    return rows.where(ActionItem.account_id == wanted.account_id, day.is_not(None))


def _done(wanted: Wanted) -> Select[Any]:
    texts = (ActionItem.title, cast(null(), Text))
    columns = _row(Happening.DONE, ActionItem.done_on, ActionItem.id, texts, cast(null(), Integer))
    return select(*columns).where(ActionItem.account_id == wanted.account_id, ActionItem.done_on.is_not(None))


def _logged(wanted: Wanted) -> Select[Any]:
    texts = (LogEntry.title, LogEntry.text)
    columns = _row(Happening.LOGGED, LogEntry.on, LogEntry.id, texts, cast(null(), Integer))
    return select(*columns).where(LogEntry.account_id == wanted.account_id)


def _settled(wanted: Wanted) -> Select[Any]:
    texts = (LogEntry.title, LogEntry.resolution)
    columns = _row(Happening.SETTLED, LogEntry.resolved_on, LogEntry.id, texts, cast(null(), Integer))
    return select(*columns).where(LogEntry.account_id == wanted.account_id, LogEntry.resolved_on.is_not(None))


def _judgements(wanted: Wanted) -> Select[Any]:
    texts = (Person.name, Assessment.note)
    columns = _row(Happening.JUDGED, Assessment.made_on, Person.id, texts, cast(null(), Integer))
    rows = select(*columns).join(Person, Person.id == Assessment.person_id)
    return rows.where(Assessment.account_id == wanted.account_id)


def _changes(wanted: Wanted) -> Select[Any]:
    """The edits of the account, its meetings and its actions, each once."""
    day = func.date(CHANGE.c.at, f"{wanted.shift:+d} minutes", type_=String)
    own = select(literal(wanted.account_id))
    meetings = select(Meeting.id).where(Meeting.account_id == wanted.account_id)
    actions = select(ActionItem.id).where(ActionItem.account_id == wanted.account_id)
    touched = union_all(
        *(
            select(CELL.c.change_id).where(CELL.c.entity == entity, CELL.c.entity_id.in_(ids))
            for entity, ids in (("account", own), ("meeting", meetings), ("action_item", actions))
        )
    )
    columns = _row(Happening.CHANGED, day, CHANGE.c.id, (CHANGE.c.label, CHANGE.c.author), cast(null(), Integer))
    return select(*columns).where(CHANGE.c.id.in_(touched))


def _line(text: str) -> str:
    return " ".join(text.split())
