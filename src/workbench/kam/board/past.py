"""What happened with an action: what was done with it here, and what the days did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from sqlalchemy.orm import Session

from workbench.action_items.model import ActionItem
from workbench.kernel import journal
from workbench.kernel.journal import FOUNDING
from workbench.kernel.words import N_
from workbench.meetings.model import Meeting

NEWEST = 8


@dataclass(frozen=True)
class Deed:
    """One line of a history: when, the English label of what, the values it is spoken with, and who did it."""

    at: date | datetime
    label: str
    values: Mapping[str, str] = field(default_factory=dict)
    author: str = ""
    detail: str = ""

    @property
    def is_escalation(self) -> bool:
        return bool(self.detail)


def past_of(session: Session, action_id: int, today: date) -> list[Deed]:
    """The newest deeds of an action, newest first; what the demo or an import brought along is no deed."""
    action = session.get(ActionItem, action_id)
    if action is None:
        return []
    changes = journal.newest_of(session, ActionItem.__tablename__, action_id, NEWEST)
    deeds = [Deed(one.at, one.label, author=one.author) for one in changes if one.label != FOUNDING]
    deeds += _of_days(session, action, today)
    return sorted(deeds, key=_order, reverse=True)[:NEWEST]


def _of_days(session: Session, action: ActionItem, today: date) -> list[Deed]:
    found = []
    if action.escalated_on and action.escalation:
        reason = action.escalation
        found.append(Deed(action.escalated_on, N_("Escalated: {reason}"), {"reason": reason}, detail=reason))
    if action.is_overdue(today) and action.due:
        found.append(Deed(action.due, N_("Due date passed")))
    if action.waiting_since and action.waiting_for:
        found.append(Deed(action.waiting_since, N_("Waiting for {whom}"), {"whom": action.waiting_for}))
    meeting = session.get(Meeting, action.meeting_id) if action.meeting_id else None
    if meeting is not None:
        found.append(Deed(meeting.day, N_("Promised in “{meeting}”"), {"meeting": meeting.title}))
    elif action.made_on:
        found.append(Deed(action.made_on, N_("Written down")))
    return found


def _order(deed: Deed) -> datetime:
    if isinstance(deed.at, datetime):
        return deed.at if deed.at.tzinfo else deed.at.replace(tzinfo=UTC)
    return datetime.combine(deed.at, time.min, UTC)
