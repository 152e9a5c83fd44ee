"""What a user can ask for with meetings."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.contacts.model import Person
from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, found, next_position, removed, reordered
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.meetings.proceedings import AgendaPoint, Attendance, Decision
from workbench.meetings.queries import attendance_of, copy_of_occurrence
from workbench.meetings.timing import moment_of

WHEN = {"day", "start", "time_zone"}


@command(N_("Add meeting"))
def add_meeting(session: Session, /, title: str, day: date, start: time | None = None, **values: Any) -> int:
    """A meeting on a day, all day long if it has no start."""
    meeting = Meeting(title=title.strip(), day=day, start=start, **values)
    meeting.starts_at = moment_of(meeting.day, meeting.start, meeting.time_zone)
    return added(session, meeting)


@command(N_("Edit meeting"))
def edit_meeting(session: Session, /, meeting_id: int, **values: Any) -> None:
    """Change a meeting, or all meetings of its series."""
    meeting = edited(session, Meeting, meeting_id, values)
    if WHEN & values.keys():
        meeting.starts_at = moment_of(meeting.day, meeting.start, meeting.time_zone)


class SeriesChosen(UserError):
    message = N_("A series cannot be moved together with other meetings.")
    advice = N_("Choose only meetings that do not repeat.")


@command(N_("Move meetings"))
def move_meetings(session: Session, meeting_ids: Sequence[int], day: date) -> None:
    """Give meetings another day; their time stays, and one that lasts for days lasts as long."""
    chosen = session.scalars(select(Meeting).where(Meeting.id.in_(meeting_ids))).all()
    if any(meeting.rule for meeting in chosen):
        raise SeriesChosen
    for meeting in chosen:
        if meeting.end_day is not None:
            meeting.end_day += day - meeting.day
        meeting.day = day
        meeting.starts_at = moment_of(day, meeting.start, meeting.time_zone)


@command(N_("Cancel meetings"))
def cancel_meetings(session: Session, meeting_ids: Sequence[int]) -> None:
    """Meetings will not take place; they stay in the list."""
    chosen = update(Meeting).where(Meeting.id.in_(meeting_ids))
    session.execute(chosen.values(status=MeetingStatus.CANCELLED))


@command(N_("Hold meetings"))
def hold_meetings(session: Session, meeting_ids: Sequence[int]) -> None:
    """Meetings have taken place, each with what follows from that."""
    for meeting_id in meeting_ids:
        hold_meeting.body(session, meeting_id)


@command(N_("Edit one meeting of a series"))
def edit_occurrence(session: Session, /, series_id: int, on: date, **values: Any) -> int:
    """Change one meeting of a series and leave the others as they are; its identity is new."""
    series = found(session, Meeting, series_id)
    meeting = copy_of_occurrence(series, on)
    session.add(meeting)
    for place in attendance_of(session, series_id):
        copied = Attendance(
            meeting_id=meeting.id, person_id=place.person_id, member_id=place.member_id, name=place.name
        )
        copied.position = place.position
        session.add(copied)
    session.flush()
    edited(session, Meeting, meeting.id, values)
    meeting.starts_at = moment_of(meeting.day, meeting.start, meeting.time_zone)
    return meeting.id


@command(N_("Cancel one meeting of a series"))
def exclude_occurrence(session: Session, series_id: int, on: date) -> None:
    """Take one day out of a series."""
    series = found(session, Meeting, series_id)
    days = {day for day in (series.excluded or "").split(",") if day}
    series.excluded = ",".join(sorted(days | {on.isoformat()}))


@command(N_("Delete meetings"))
def delete_meetings(session: Session, meeting_ids: Sequence[int]) -> None:
    removed(session, Meeting, meeting_ids)


@command(N_("Hold meeting"))
def hold_meeting(session: Session, meeting_id: int) -> None:
    """A meeting has taken place: it resets the contact clocks of its account and of whoever was there."""
    meeting = edited(session, Meeting, meeting_id, {"status": MeetingStatus.HELD})
    people = [place.person_id for place in attendance_of(session, meeting_id) if place.person_id]
    earlier = (Person.last_contact_on.is_(None)) | (Person.last_contact_on < meeting.day)
    session.execute(update(Person).where(Person.id.in_(people), earlier).values(last_contact_on=meeting.day))
    if meeting.account_id:
        older = (Account.last_contact_on.is_(None)) | (Account.last_contact_on < meeting.day)
        touched = update(Account).where(Account.id == meeting.account_id, older)
        session.execute(touched.values(last_contact_on=meeting.day))


@command(N_("Add attendee"))
def add_attendee(session: Session, /, meeting_id: int, **values: Any) -> int:
    position = next_position(session, Attendance, Attendance.meeting_id, meeting_id)
    return added(session, Attendance(meeting_id=meeting_id, position=position, **values))


@command(N_("Edit attendee"))
def edit_attendee(session: Session, /, attendance_id: int, **values: Any) -> None:
    edited(session, Attendance, attendance_id, values)


@command(N_("Remove attendees"))
def remove_attendees(session: Session, attendance_ids: Sequence[int]) -> None:
    removed(session, Attendance, attendance_ids)


@command(N_("Add agenda point"))
def add_agenda_point(session: Session, /, meeting_id: int, title: str, **values: Any) -> int:
    position = next_position(session, AgendaPoint, AgendaPoint.meeting_id, meeting_id)
    return added(session, AgendaPoint(meeting_id=meeting_id, title=title.strip(), position=position, **values))


@command(N_("Edit agenda point"))
def edit_agenda_point(session: Session, /, point_id: int, **values: Any) -> None:
    edited(session, AgendaPoint, point_id, values)


@command(N_("Delete agenda points"))
def delete_agenda_points(session: Session, point_ids: Sequence[int]) -> None:
    removed(session, AgendaPoint, point_ids)


@command(N_("Add decision"))
def add_decision(session: Session, /, meeting_id: int, text: str) -> int:
    position = next_position(session, Decision, Decision.meeting_id, meeting_id)
    return added(session, Decision(meeting_id=meeting_id, text=text.strip(), position=position))


@command(N_("Edit decision"))
def edit_decision(session: Session, /, decision_id: int, **values: Any) -> None:
    edited(session, Decision, decision_id, values)


@command(N_("Delete decisions"))
def delete_decisions(session: Session, decision_ids: Sequence[int]) -> None:
    removed(session, Decision, decision_ids)


@command(N_("Order agenda"))
def order_agenda_points(session: Session, point_ids: Sequence[int]) -> None:
    """Put the points of an agenda in this order."""
    reordered(session, AgendaPoint, point_ids)


@command(N_("Order decisions"))
def order_decisions(session: Session, decision_ids: Sequence[int]) -> None:
    """Put decisions in this order; their numbers follow."""
    reordered(session, Decision, decision_ids)
