"""The meetings of some days as the reader's calendar has them, those of series as well."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.kernel.errors import UserError
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.meetings.queries import series_until
from workbench.meetings.recurrence import occurrences, read_rule

# between the earliest and the latest zone of the world lie more than a day
MARGIN = timedelta(days=2)


@dataclass(frozen=True)
class Slot:
    """A meeting on a day, in the reader's time; without a start it takes the whole day. `is_series`: it comes again."""

    id: int
    day: date
    start: time | None
    end: time | None
    title: str
    account: str | None
    place: str | None
    status: MeetingStatus
    is_series: bool


def slots(session: Session, first: date, last: date, zone: str) -> list[Slot]:
    """The meetings from one day to another, in order; what lasts for days stands on each of them."""
    held = [*_single(session, first, last), *_repeated(session, first, last)]
    accounts = select(Account.id, Account.name).where(Account.id.in_({meeting.account_id for meeting, _ in held}))
    names = {row.id: row.name for row in session.execute(accounts)}
    found = [
        slot
        for meeting, day in held
        for slot in _slots(meeting, day, zone, names.get(meeting.account_id))
        if first <= slot.day <= last
    ]
    return sorted(found, key=lambda slot: (slot.day, slot.start is not None, slot.start or time.min, slot.title))


def _single(session: Session, first: date, last: date) -> Iterator[tuple[Meeting, date]]:
    chosen = select(Meeting).where(Meeting.status != MeetingStatus.CANCELLED, Meeting.rule.is_(None))
    near = chosen.where(Meeting.day <= last + MARGIN, or_(Meeting.day >= first - MARGIN, Meeting.end_day >= first))
    for meeting in session.scalars(near):
        yield meeting, meeting.day


def _repeated(session: Session, first: date, last: date) -> Iterator[tuple[Meeting, date]]:
    begin, end = first - MARGIN, last + MARGIN
    for series in series_until(session, end):
        taken = {date.fromisoformat(day) for day in (series.excluded or "").split(",") if day}
        replaced = select(Meeting.occurrence_on).where(Meeting.series_id == series.id)
        taken.update(day for day in session.scalars(replaced) if day)
        try:
            days = occurrences(read_rule(series.rule or "", series.time_zone), series.day, taken, begin, end)
        except UserError:
            # a rule this program does not know still shows its first meeting
            days = [series.day]
        for day in days:
            yield series, day


def _slots(meeting: Meeting, day: date, zone: str, account: str | None) -> Iterator[Slot]:
    rest = (meeting.title, account, meeting.place, meeting.status, meeting.rule is not None)
    if meeting.start is None:
        for n in range(((meeting.end_day or meeting.day) - meeting.day).days + 1):
            yield Slot(meeting.id, day + timedelta(n), None, None, *rest)
        return
    here = datetime.combine(day, meeting.start, ZoneInfo(meeting.time_zone)).astimezone(ZoneInfo(zone))
    end = (here + timedelta(minutes=meeting.minutes)).time() if meeting.minutes else None
    yield Slot(meeting.id, here.date(), here.time(), end, *rest)
