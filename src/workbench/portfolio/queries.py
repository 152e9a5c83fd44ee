"""Reading the whole portfolio for the first page and the sidebar."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account, Lifecycle, Tier
from workbench.action_items import queries as actions
from workbench.action_items.model import OPEN, ActionItem
from workbench.kernel.errors import UserError
from workbench.meetings import queries as meetings
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.meetings.recurrence import occurrences, read_rule
from workbench.portfolio.day import AgendaItem, Do, Watched, sorted_out, without_next_step


@dataclass(frozen=True)
class Day:
    """Everything the first page shows."""

    agenda: tuple[AgendaItem, ...]
    do: Do
    watched: tuple[Watched, ...]


@dataclass(frozen=True)
class Counts:
    """The numbers of the sidebar."""

    today: int
    accounts: int
    overdue: int
    inbox: int
    key_accounts: tuple[tuple[int, str, int], ...]


def day(session: Session, today: date, now: time) -> Day:
    """The first page of a day, in a handful of queries whatever the size of the portfolio."""
    open_cards = actions.open_until(session, date.fromordinal(today.toordinal() + 7))
    known = {card.id for card in open_cards}
    waiting = [card for card in actions.waiting(session) if card.id not in known]
    return Day(agenda(session, today, now), sorted_out([*open_cards, *waiting], today), watched(session, today))


def agenda(session: Session, today: date, now: time) -> tuple[AgendaItem, ...]:
    """The meetings of a day, those of series as well, in order of their start."""
    items = [_item(session, meeting, today) for meeting in _meetings_on(session, today)]
    items.sort(key=lambda item: (item.start is not None, item.start or time.min))
    coming = next((item.id for item in items if item.start is not None and item.start >= now), None)
    return tuple(replace(item, is_next=item.id == coming) for item in items)


def watched(session: Session, today: date) -> tuple[Watched, ...]:
    """What the attention rules need to know of each open account."""
    # asked for by what few rows have, and not whether there is an account: SQLite would walk all accounts' rows
    planned = select(Meeting.account_id).where(Meeting.status == MeetingStatus.PLANNED).distinct()
    doing = select(ActionItem.account_id).where(ActionItem.state.in_(OPEN)).distinct()
    ways = (planned.where(Meeting.day >= today), planned.where(Meeting.rule.is_not(None)), doing)
    with_step = {key for way in ways for key in session.scalars(way)}
    rows = session.execute(
        select(
            Account.id,
            Account.name,
            Account.lifecycle,
            Account.last_contact_on,
            Account.rhythm_days,
            Account.renewal_on,
        ).where(Account.lifecycle != Lifecycle.CLOSED)
    )
    found = [Watched(*row, has_next_step=row[0] in with_step) for row in rows]
    met = _last_meetings(session, [one.id for one in without_next_step(found)], today)
    return tuple(replace(one, met_on=met[one.id]) if one.id in met else one for one in found)


def _last_meetings(session: Session, account_ids: Sequence[int], today: date) -> dict[int, date]:
    """The day of the last meeting that was held, by account."""
    if not account_ids:
        return {}
    held = (MeetingStatus.HELD, MeetingStatus.MINUTED)
    asked = select(Meeting.account_id, func.max(Meeting.day)).where(
        Meeting.account_id.in_(account_ids), Meeting.status.in_(held), Meeting.day <= today
    )
    return {key: day for key, day in session.execute(asked.group_by(Meeting.account_id)) if key is not None}


def counts(session: Session, today: date) -> Counts:
    """The numbers beside the pages and the key accounts."""
    is_open = ActionItem.state.in_(OPEN)
    due, overdue, inbox = session.execute(
        select(
            func.count().filter(ActionItem.due <= today),
            func.count().filter(ActionItem.due < today),
            func.count().filter(ActionItem.captured.is_not(None)),
        ).where(is_open)
    ).one()
    meetings_today = session.scalar(select(func.count()).where(Meeting.day == today, Meeting.rule.is_(None))) or 0
    accounts = session.scalar(select(func.count()).where(Account.lifecycle != Lifecycle.CLOSED)) or 0
    mine = func.count(ActionItem.id).filter(is_open)
    keys = session.execute(
        select(Account.id, Account.name, mine)
        .outerjoin(ActionItem, ActionItem.account_id == Account.id)
        .where(Account.tier == Tier.KEY, Account.lifecycle != Lifecycle.CLOSED)
        .group_by(Account.id)
        .order_by(Account.name)
        .limit(12)
    )
    return Counts(due + meetings_today, accounts, overdue, inbox, tuple((key, name, n) for key, name, n in keys))


def last_touch(session: Session, account_id: int, now: datetime) -> date | None:
    """The day of the last meeting that was held with an account."""
    held = select(func.max(Meeting.day)).where(Meeting.account_id == account_id, Meeting.starts_at <= now)
    return session.scalar(held.where(Meeting.status.in_((MeetingStatus.HELD, MeetingStatus.MINUTED))))


def _meetings_on(session: Session, today: date) -> list[Meeting]:
    on_day = select(Meeting).where(Meeting.status != MeetingStatus.CANCELLED, Meeting.rule.is_(None))
    single = list(session.scalars(on_day.where(Meeting.day == today)))
    single += [each for each in session.scalars(on_day.where(Meeting.end_day >= today)) if each.day < today]
    replaced = {meeting.series_id for meeting in single if meeting.occurrence_on == today}
    series = meetings.series_until(session, today)
    return single + [one for one in series if one.id not in replaced and _takes_place(one, today)]


def _takes_place(series: Meeting, today: date) -> bool:
    excluded = {date.fromisoformat(day) for day in (series.excluded or "").split(",") if day}
    try:
        rule = read_rule(series.rule or "", series.time_zone)
    except UserError:
        # a rule this program does not know still shows its first meeting
        return series.day == today
    return bool(occurrences(rule, series.day, excluded, today, today))


def _item(session: Session, meeting: Meeting, today: date) -> AgendaItem:
    account = session.get(Account, meeting.account_id) if meeting.account_id else None
    owed = actions.open_of(session, meeting.account_id) if meeting.account_id else []
    promises = sum(card.due is not None and card.due < today for card in owed)
    return AgendaItem(
        meeting.id,
        meeting.title,
        account.name if account else None,
        meeting.start,
        meeting.minutes,
        meeting.place,
        bool(meeting.purpose),
        promises,
        account_id=meeting.account_id,
    )
