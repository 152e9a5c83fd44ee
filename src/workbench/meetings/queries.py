"""Reading meetings: the list, one card, who was there, what was on the agenda."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.contacts.model import Person
from workbench.kernel.field import Field, Kind
from workbench.kernel.folding import fold
from workbench.kernel.listing import Listing
from workbench.kernel.words import N_
from workbench.meetings import fields
from workbench.meetings.model import Meeting, MeetingKind, MeetingStatus
from workbench.meetings.proceedings import AgendaPoint, Attendance, Decision
from workbench.meetings.readiness import Counted
from workbench.meetings.recurrence import occurrences, read_rule
from workbench.team.model import Member

AHEAD = timedelta(days=800)
MEETINGS = Listing(
    select(Meeting).outerjoin(Account, Account.id == Meeting.account_id),
    key=Meeting.id,
    fields=(
        fields.DAY,
        fields.START,
        fields.TITLE,
        Field(Account.name, N_("Account"), Kind.REFERENCE, key="account", editable=False),
        fields.KIND,
        fields.PLACE,
        fields.STATUS,
    ),
    search=(Meeting.title, Account.name, Meeting.place, Meeting.purpose),
    order=Field(Meeting.starts_at, N_("Starts at"), Kind.MOMENT),
    descending=True,
)


@dataclass(frozen=True)
class MeetingCard:
    """One meeting in a glance; `day` and `start` are wall time in `time_zone`."""

    id: int
    title: str
    day: date
    start: time | None
    minutes: int | None
    time_zone: str
    starts_at: datetime | None
    kind: MeetingKind
    status: MeetingStatus
    place: str | None
    account_id: int | None
    account: str | None
    rule: str | None


@dataclass(frozen=True)
class Attendee:
    """Somebody at a meeting; `is_ours` tells our side from the client's."""

    id: int
    name: str
    is_ours: bool
    person_id: int | None
    member_id: int | None
    note: str | None
    was_present: bool | None


@dataclass(frozen=True)
class AgendaLine:
    """A point of the agenda with the name of who leads it."""

    id: int
    title: str
    minutes: int | None
    leader: str | None
    result: str | None


_CARD = select(
    Meeting.id,
    Meeting.title,
    Meeting.day,
    Meeting.start,
    Meeting.minutes,
    Meeting.time_zone,
    Meeting.starts_at,
    Meeting.kind,
    Meeting.status,
    Meeting.place,
    Meeting.account_id,
    Account.name,
    Meeting.rule,
).outerjoin(Account, Account.id == Meeting.account_id)
_NEXT = (
    _CARD.where(
        Meeting.account_id == bindparam("key"),
        Meeting.status == MeetingStatus.PLANNED,
        Meeting.starts_at >= bindparam("now"),
    )
    .order_by(Meeting.starts_at)
    .limit(1)
)


def meetings_of(account_id: int) -> Listing:
    """The meetings with one account."""
    return MEETINGS.where(Meeting.account_id == account_id)


def card(session: Session, meeting_id: int) -> MeetingCard | None:
    """One meeting, or None if it is gone."""
    row: Any = session.execute(_CARD.where(Meeting.id == meeting_id)).one_or_none()
    return MeetingCard(*row) if row else None


def next_of(session: Session, account_id: int, now: datetime) -> MeetingCard | None:
    """The next planned meeting with an account."""
    row: Any = session.execute(_NEXT, {"key": account_id, "now": now}).one_or_none()
    return MeetingCard(*row) if row else None


def meeting_named(session: Session, name: str, today: date) -> int | None:
    """The meeting somebody means by a title, a part of it or an identity: the next such one, else the last."""
    if name.isdecimal() and session.scalar(select(Meeting.id).where(Meeting.id == int(name))):
        return int(name)
    wanted = fold(name).strip()
    rows = session.execute(select(Meeting.id, Meeting.title, Meeting.day).order_by(Meeting.starts_at)).all()
    matching = [row for row in rows if wanted and wanted in fold(row.title)]
    coming = [row for row in matching if row.day >= today]
    chosen = coming[0] if coming else matching[-1] if matching else None
    return int(chosen.id) if chosen else None


def between(session: Session, first: date, last: date) -> list[MeetingCard]:
    """The meetings of some days, in order, without those that were cancelled."""
    days = _CARD.where(Meeting.day >= first, Meeting.day <= last, Meeting.status != MeetingStatus.CANCELLED)
    rows: Any = session.execute(days.order_by(Meeting.starts_at, Meeting.id))
    return [MeetingCard(*row) for row in rows]


def series_until(session: Session, last: date) -> list[Meeting]:
    """The series that have begun by a day."""
    # the day is looked at here: asked for both, SQLite walks all the days instead of the few series
    series = select(Meeting).where(Meeting.rule.is_not(None), Meeting.status != MeetingStatus.CANCELLED)
    return [each for each in session.scalars(series) if each.day <= last]


def next_day_of(session: Session, series_id: int, today: date) -> date | None:
    """The next day of a series that is neither taken out nor replaced; None where nothing repeats."""
    series = session.get(Meeting, series_id)
    if series is None or not series.rule:
        return None
    taken = {date.fromisoformat(day) for day in (series.excluded or "").split(",") if day}
    taken |= set(session.scalars(select(Meeting.occurrence_on).where(Meeting.series_id == series_id)))
    rule, begin = read_rule(series.rule, series.time_zone), max(today, series.day)
    return next(iter(occurrences(rule, series.day, taken, begin, begin + AHEAD)), None)


def attendees_of(session: Session, meeting_id: int) -> list[Attendee]:
    """Who is at a meeting: the client's side first, each in the order they were added."""
    rows = session.execute(
        select(Attendance, Person.name, Member.name)
        .outerjoin(Person, Person.id == Attendance.person_id)
        .outerjoin(Member, Member.id == Attendance.member_id)
        .where(Attendance.meeting_id == meeting_id)
        .order_by(Attendance.position, Attendance.id)
    )
    found = [
        Attendee(
            place.id,
            person or member or place.name or "",
            member is not None,
            place.person_id,
            place.member_id,
            place.note,
            place.was_present,
        )
        for place, person, member in rows
    ]
    return sorted(found, key=lambda attendee: attendee.is_ours)


def attendance_of(session: Session, meeting_id: int) -> list[Attendance]:
    return list(
        session.scalars(select(Attendance).where(Attendance.meeting_id == meeting_id).order_by(Attendance.position))
    )


def counted(session: Session, meeting_id: int) -> Counted:
    """The agenda and both sides of a meeting in numbers; a mere name counts for the client."""
    points = session.scalar(select(func.count()).where(AgendaPoint.meeting_id == meeting_id))
    people = select(func.count(), func.count(Attendance.member_id)).where(Attendance.meeting_id == meeting_id)
    everybody, ours = session.execute(people).one()
    return Counted(points or 0, everybody - ours, ours)


def agenda_of(session: Session, meeting_id: int) -> list[AgendaLine]:
    """The agenda of a meeting, in order."""
    rows = session.execute(
        select(AgendaPoint, Member.name, Person.name)
        .outerjoin(Member, Member.id == AgendaPoint.member_id)
        .outerjoin(Person, Person.id == AgendaPoint.person_id)
        .where(AgendaPoint.meeting_id == meeting_id)
        .order_by(AgendaPoint.position, AgendaPoint.id)
    )
    return [
        AgendaLine(point.id, point.title, point.minutes, ours or theirs, point.result) for point, ours, theirs in rows
    ]


def decisions_of(session: Session, meeting_id: int) -> list[Decision]:
    return list(session.scalars(select(Decision).where(Decision.meeting_id == meeting_id).order_by(Decision.position)))


def copy_of_occurrence(series: Meeting, on: date) -> Meeting:
    """A meeting of its own for one day of a series, alike in everything else."""
    copied = {
        column.key: getattr(series, column.key)
        for column in Meeting.__table__.columns
        if column.key not in {"id", "rule", "excluded", "series_id", "occurrence_on", "day", "external_id"}
    }
    return Meeting(day=on, series_id=series.id, occurrence_on=on, **copied)


def somebody_called(session: Session, name: str) -> dict[str, Any]:
    """How to add somebody to a meeting by name: a person or a member who is called so, else just the name."""
    wanted = fold(name).strip()
    kinds: tuple[tuple[Any, str], ...] = ((Person, "person_id"), (Member, "member_id"))
    for kind, key in kinds:
        for found, known in session.execute(select(kind.id, kind.name)):
            if fold(known) == wanted:
                return {key: found}
    return {"name": name}
