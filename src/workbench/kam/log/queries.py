"""Reading the log of an account, with what was decided at its meetings."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.kam.log.views import LogLine
from workbench.kam.log.writing import titled
from workbench.kam.model import LogEntry, LogKind
from workbench.meetings.model import Meeting
from workbench.meetings.proceedings import Decision
from workbench.team.model import Department, Member


def log_of(session: Session, account_id: int) -> list[LogLine]:
    """Everything that was logged for an account or decided at its meetings, the newest first."""
    lines = [*_entries(session, account_id), *_decisions(session, account_id)]
    return sorted(lines, key=lambda line: (line.on, line.id), reverse=True)


def open_issues(session: Session, account_id: int) -> list[LogLine]:
    """The issues and conflicts of an account that nobody has settled, the newest first."""
    return [line for line in log_of(session, account_id) if line.is_open]


def _entries(session: Session, account_id: int) -> list[LogLine]:
    rows = session.execute(
        select(LogEntry, Member.name, Department.code, Meeting.title)
        .outerjoin(Member, Member.id == LogEntry.member_id)
        .outerjoin(Department, Department.id == LogEntry.department_id)
        .outerjoin(Meeting, Meeting.id == LogEntry.meeting_id)
        .where(LogEntry.account_id == account_id)
    )
    return [
        LogLine(
            entry.id,
            entry.kind,
            entry.title,
            entry.on,
            entry.text,
            who,
            code,
            meeting,
            entry.meeting_id,
            entry.resolution,
            entry.resolved_on,
            entry.lesson,
        )
        for entry, who, code, meeting in rows
    ]


def _decisions(session: Session, account_id: int) -> list[LogLine]:
    rows = session.execute(
        select(Decision.id, Decision.text, Meeting.day, Meeting.title, Meeting.id)
        .join(Meeting, Meeting.id == Decision.meeting_id)
        .where(Meeting.account_id == account_id)
    )
    found = []
    for key, said, day, meeting, meeting_id in rows:
        title, text = titled(said)
        found.append(
            LogLine(key, LogKind.DECISION, title, day, text, meeting=meeting, meeting_id=meeting_id, is_minuted=True)
        )
    return found
