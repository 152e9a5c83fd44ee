"""Storing a captured line."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.commands import add_action
from workbench.action_items.model import Direction, Priority, State
from workbench.capture.captured import Captured, Kind, Part
from workbench.kernel.command import command
from workbench.kernel.editing import found
from workbench.kernel.lines import aligned
from workbench.kernel.words import N_
from workbench.meetings.commands import add_attendee, add_decision, add_meeting
from workbench.meetings.model import Meeting, MeetingKind
from workbench.team.model import Member

MEETING_KINDS = (
    (("visit", "visita"), MeetingKind.VISIT),
    (("call", "llam"), MeetingKind.CALL),
    (("review", "revision"), MeetingKind.REVIEW),
)


@dataclass(frozen=True)
class Stored:
    """What a line became: `table` and `id` name the record that was made, or that got the note."""

    kind: Kind
    table: str
    id: int


@command(N_("Capture"))
def capture(session: Session, said: Captured, today: date, zone: str) -> Stored:
    """Make of a line what it says. What cannot be placed becomes an action without an account, to be sorted later."""
    if said.kind is Kind.MEETING and not _has_no_day(said):
        return Stored(Kind.MEETING, "meeting", _meeting(session, said, today, zone))
    if said.kind is Kind.DECISION and said.account_id:
        meeting_id = _latest_meeting(session, said.account_id, said.day or today)
        if meeting_id:
            return Stored(Kind.DECISION, "decision", add_decision.body(session, meeting_id, said.title))
    if said.kind in {Kind.NOTE, Kind.DECISION} and said.account_id:
        _note(session, said, today)
        return Stored(Kind.NOTE, "account", said.account_id)
    return Stored(Kind.ACTION, "action_item", _action(session, said, today))


def _has_no_day(said: Captured) -> bool:
    """Whether a day was meant but cannot be: a meeting on another day would be worse than none."""
    return said.day is None and said.start is None and any(question.why for question in said.questions)


def _action(session: Session, said: Captured, today: date) -> int:
    owner: dict[str, Any] = {}
    if _is_theirs(said):
        owner["person_id"] = said.people[0] if len(said.people) == 1 else None
    elif len(said.members) == 1:
        owner["member_id"] = said.members[0]
    values: dict[str, Any] = {
        "account_id": said.account_id,
        "direction": said.direction,
        "department_id": said.department_id,
        "start": said.start,
        "due": said.day,
        "priority": said.priority,
        "rule": said.rule,
        "note": _kept(said),
        "captured": said.line if is_open(said) else None,
    }
    if _is_theirs(said):
        values |= {"state": State.WAITING, "waiting_for": said.waiting_for, "waiting_since": today}
    return add_action.body(session, said.title, made_on=today, **values, **owner)


def is_open(said: Captured) -> bool:
    """Whether an action has to be looked at again.

    A part is not clear, or it says neither for whom nor when, or it was to become something else.
    """
    is_vague = said.account_id is None and said.day is None and said.start is None
    return bool(said.questions) or is_vague or said.kind is not Kind.ACTION


def _kept(said: Captured) -> str | None:
    """The whole line, where an action cannot hold all of it."""
    is_owner = (len(said.people), len(said.members)) == ((1, 0) if _is_theirs(said) else (0, 1))
    is_lost = _names_too_many(said) or (_marks_people(said) and not is_owner)
    return said.line if said.questions or said.at or is_lost else None


def _kept_of_meeting(said: Captured) -> str | None:
    """The whole line, where a meeting cannot hold all of it."""
    is_lost = said.department_id or said.priority is not Priority.NORMAL or _is_theirs(said)
    is_twice = said.day is not None and said.start is not None
    return said.line if said.questions or is_lost or is_twice or _names_too_many(said) else None


def _is_theirs(said: Captured) -> bool:
    return said.direction is Direction.THEY_OWE


def _names_too_many(said: Captured) -> bool:
    parts = [span.part for span in said.spans]
    return parts.count(Part.ACCOUNT) > 1 or parts.count(Part.DEPARTMENT) > 1


def _marks_people(said: Captured) -> bool:
    """People behind an @ leave the title; others stay in it."""
    return any(span.part is Part.PERSON and said.line[span.begin] == "@" for span in said.spans)


def _meeting(session: Session, said: Captured, today: date, zone: str) -> int:
    kind = next((kind for words, kind in MEETING_KINDS if aligned(said.line).startswith(words)), MeetingKind.OTHER)
    meeting_id = add_meeting.body(
        session,
        said.title,
        said.day or said.start or today,
        said.at,
        account_id=said.account_id,
        kind=kind,
        minutes=_minutes(said),
        time_zone=zone,
        rule=said.rule,
        notes=_kept_of_meeting(said),
    )
    for person in said.people:
        add_attendee.body(session, meeting_id, person_id=person)
    me = session.scalar(select(Member.id).where(Member.is_me))
    for member in dict.fromkeys((me, *said.members)):
        if member:
            add_attendee.body(session, meeting_id, member_id=member)
    return meeting_id


def _minutes(said: Captured) -> int | None:
    if said.at is None or said.until is None or said.until <= said.at:
        return None
    day = date.min
    return int((datetime.combine(day, said.until) - datetime.combine(day, said.at)).total_seconds() // 60)


def _latest_meeting(session: Session, account_id: int, day: date) -> int | None:
    held = select(Meeting.id).where(Meeting.account_id == account_id, Meeting.day <= day)
    return session.scalar(held.order_by(Meeting.starts_at.desc()).limit(1))


def _note(session: Session, said: Captured, today: date) -> None:
    """Notes of an account stand below each other, each with its day."""
    account = found(session, Account, said.account_id or 0)
    line = f"{today.isoformat()} {said.title}"
    account.notes = f"{account.notes}\n{line}" if account.notes else line
