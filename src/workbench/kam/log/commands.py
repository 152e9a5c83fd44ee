"""What a user can ask for with the log of an account."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from workbench.kam.log.writing import titled
from workbench.kam.model import LogEntry, LogKind
from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, found, removed
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.team.growth import Lesson, LessonKind


class NoResolution(UserError):
    message = N_("A resolution is missing.")
    advice = N_("Say in one line how it was settled.")


class NoLesson(UserError):
    message = N_("A lesson is missing.")
    advice = N_("Say in one line what to do another time.")


@command(N_("Add to the log"))
def add_log_entry(session: Session, /, account_id: int, kind: LogKind, title: str, on: date, **values: Any) -> int:
    """An entry of a day; a title that is too long is shortened, and its whole text kept."""
    short, text = titled(title)
    return added(
        session,
        LogEntry(account_id=account_id, kind=kind, title=short, on=on, **{"text": text, **values}),
    )


@command(N_("Edit the log"))
def edit_log_entry(session: Session, /, entry_id: int, **values: Any) -> None:
    edited(session, LogEntry, entry_id, values)


@command(N_("Resolve"))
def resolve(session: Session, entry_id: int, resolution: str, on: date) -> None:
    """Settle an issue or a conflict, and say how; NoResolution without a word."""
    if not resolution.strip():
        raise NoResolution
    edited(session, LogEntry, entry_id, {"resolution": resolution, "resolved_on": on})


@command(N_("Reopen log entries"))
def reopen_entries(session: Session, entry_ids: Sequence[int]) -> None:
    """What was settled is open again; what was said about it stays."""
    session.execute(update(LogEntry).where(LogEntry.id.in_(entry_ids)).values(resolved_on=None))


@command(N_("Make a lesson of it"))
def keep_lesson(session: Session, entry_id: int, lesson: str, on: date) -> int:
    """Write down what was learnt from an entry, there and in the playbook of the team. Returns the lesson."""
    if not lesson.strip():
        raise NoLesson
    entry = found(session, LogEntry, entry_id)
    entry.lesson = lesson.strip()
    parts = [part for part in (entry.text, entry.resolution) if part]
    return added(
        session,
        Lesson(
            title=entry.title,
            kind=LessonKind.LESSON,
            situation="\n\n".join(parts) or None,
            advice=lesson.strip(),
            on=on,
            member_id=entry.member_id,
            account_id=entry.account_id,
        ),
    )


@command(N_("Delete log entries"))
def delete_log_entries(session: Session, entry_ids: Sequence[int]) -> None:
    removed(session, LogEntry, entry_ids)
