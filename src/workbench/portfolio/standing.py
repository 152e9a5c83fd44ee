"""Where we stand with one account: what the head of its page says."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from workbench.accounts import queries as accounts
from workbench.accounts.model import Health
from workbench.accounts.queries import AccountCard, Rollup
from workbench.action_items import cards as actions
from workbench.action_items.model import OPEN, ActionItem, Direction
from workbench.contacts import queries as contacts
from workbench.contacts.positions import Seat
from workbench.meetings import queries as meetings
from workbench.meetings.model import Meeting
from workbench.meetings.queries import MeetingCard

# so many late promises of ours ask whether "good" is still true
DOUBTFUL = 3
_SEATS: Any = select(func.count(), func.count(Seat.person_id)).where(Seat.account_id == bindparam("key"))
_MEETINGS: Any = select(func.count()).where(Meeting.account_id == bindparam("key"))
_LATE: Any = select(func.count()).where(
    ActionItem.account_id == bindparam("key"),
    ActionItem.direction == Direction.WE_OWE,
    ActionItem.state.in_(OPEN),
    ActionItem.due < bindparam("today"),
)


@dataclass(frozen=True)
class Standing:
    """One account in figures. `late` counts our own promises that are overdue."""

    card: AccountCard
    sums: Rollup
    actions: actions.Count
    next_meeting: MeetingCard | None
    people: int
    meetings: int
    seats: int
    filled: int
    late: int

    @property
    def is_health_doubtful(self) -> bool:
        """Whether the health sounds better than our promises look; the program asks, and changes nothing."""
        return self.card.health is Health.GOOD and self.late >= DOUBTFUL


def standing(session: Session, account_id: int, today: date, now: datetime) -> Standing | None:
    """The figures of an account, None if it is gone."""
    card = accounts.card(session, account_id)
    if card is None:
        return None
    seats, filled = session.execute(_SEATS, {"key": account_id}).one()
    return Standing(
        card,
        accounts.rollup(session, account_id),
        actions.count_of(session, account_id, today),
        meetings.next_of(session, account_id, now),
        contacts.count_at(session, account_id, today),
        int(session.scalar(_MEETINGS, {"key": account_id}) or 0),
        seats,
        filled,
        late_promises(session, account_id, today),
    )


def late_promises(session: Session, account_id: int, today: date) -> int:
    """How many of our promises to an account are overdue."""
    return int(session.scalar(_LATE, {"key": account_id, "today": today}) or 0)
