"""iCalendar files: meetings as events with their time zones, actions as to-dos."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Todo, vCalAddress, vRecur
from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.action_items.model import ActionItem, Priority, State
from workbench.contacts.model import Person
from workbench.contacts.positions import ContactPoint, PointKind
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.meetings.proceedings import Attendance
from workbench.team.model import Member

PRIORITIES = {Priority.HIGH: 1, Priority.NORMAL: 5, Priority.LOW: 9}
STATES = {State.IN_PROGRESS: "IN-PROCESS", State.DONE: "COMPLETED", State.DROPPED: "CANCELLED"}
DAY = timedelta(days=1)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
Guest = tuple[str, str | None]


def write(out: BinaryIO, session: Session, kinds: Iterable[str], stamp: datetime) -> int:
    """Write meetings, actions or both; how many entries."""
    calendar = Calendar()
    calendar.add("PRODID", "-//Account Workbench//EN")
    calendar.add("VERSION", "2.0")
    if "meetings" in kinds:
        uids: dict[int, str] = {}
        guests = _guests(session)
        for meeting in session.scalars(select(Meeting).order_by(Meeting.series_id.is_not(None), Meeting.id)):
            uids[meeting.id] = uids.get(meeting.series_id or 0) or meeting.external_id or f"{meeting.id}@workbench"
            calendar.add_component(_event(meeting, uids[meeting.id], guests.get(meeting.id, []), stamp))
    if "actions" in kinds:
        for action in session.scalars(select(ActionItem).order_by(ActionItem.id)):
            calendar.add_component(_todo(action, stamp))
    entries = len(calendar.subcomponents)
    calendar.add_missing_timezones()
    out.write(calendar.to_ical())
    return entries


def _event(meeting: Meeting, uid: str, guests: Iterable[Guest], stamp: datetime) -> Event:
    event = Event()
    begin = _moment(meeting.day, meeting.start, meeting.time_zone)
    event.add("UID", uid)
    event.add("DTSTAMP", stamp)
    event.add("SUMMARY", _clean(meeting.title))
    event.add("DTSTART", begin)
    if isinstance(begin, datetime):
        # in real minutes: the hour that a change of the clock takes or gives counts
        end = (begin.astimezone(UTC) + timedelta(minutes=meeting.minutes or 60)).astimezone(begin.tzinfo)
        event.add("DTEND", end)
    else:
        event.add("DTEND", (meeting.end_day or meeting.day) + DAY)
    if meeting.series_id and meeting.occurrence_on:
        event.add("RECURRENCE-ID", _moment(meeting.occurrence_on, meeting.start, meeting.time_zone))
    _add_rule(event, meeting)
    _add_texts(event, {"LOCATION": meeting.place, "DESCRIPTION": meeting.notes})
    if meeting.status is MeetingStatus.CANCELLED:
        event.add("STATUS", "CANCELLED")
    for name, email in guests:
        address = vCalAddress(f"mailto:{email}" if email else "invalid:nomail")
        address.params["CN"] = _clean(name).replace('"', "'")
        event.add("ATTENDEE", address, encode=False)
    return event


def _add_rule(event: Event, meeting: Meeting) -> None:
    if not meeting.rule:
        return
    event.add("RRULE", vRecur.from_ical(meeting.rule))
    for text in (meeting.excluded or "").split(","):
        if text:
            event.add("EXDATE", _moment(date.fromisoformat(text), meeting.start, meeting.time_zone))


def _todo(action: ActionItem, stamp: datetime) -> Todo:
    todo = Todo()
    todo.add("UID", action.external_id or f"{action.id}@workbench")
    todo.add("DTSTAMP", stamp)
    todo.add("SUMMARY", _clean(action.title))
    todo.add("PRIORITY", PRIORITIES[action.priority])
    todo.add("STATUS", STATES.get(action.state, "NEEDS-ACTION"))
    if action.start and (action.due is None or action.start < action.due):
        todo.add("DTSTART", action.start)
    if action.due:
        todo.add("DUE", action.due)
    if action.done_on and action.state is State.DONE:
        todo.add("COMPLETED", datetime.combine(action.done_on, time(12), UTC))
    _add_texts(todo, {"DESCRIPTION": action.note})
    return todo


def _add_texts(part: Event | Todo, texts: dict[str, str | None]) -> None:
    for name, text in texts.items():
        if text:
            part.add(name, _clean(text))


def _moment(day: date, start: time | None, zone: str) -> Any:  # noqa: ANN401 - a day or a moment
    return datetime.combine(day, start, ZoneInfo(zone)) if start else day


def _guests(session: Session) -> dict[int, list[Guest]]:
    mails = select(ContactPoint.person_id, ContactPoint.value).where(ContactPoint.kind == PointKind.EMAIL)
    emails = dict(session.execute(mails.order_by(ContactPoint.position.desc())).all())
    people = {key: (name, emails.get(key)) for key, name in session.execute(select(Person.id, Person.name))}
    members = {row[0]: (row[1], row[2]) for row in session.execute(select(Member.id, Member.name, Member.email))}
    found: dict[int, list[Guest]] = {}
    for one in session.scalars(select(Attendance).order_by(Attendance.position)):
        guest = people.get(one.person_id or 0) or members.get(one.member_id or 0) or (one.name or "", None)
        if guest[0]:
            found.setdefault(one.meeting_id, []).append(guest)
    return found


def _clean(text: str) -> str:
    return _CONTROLS.sub("", text)
