"""Reading the whole portfolio for the first page and the sidebar."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from sqlalchemy import bindparam, func, select, union
from sqlalchemy.orm import Session

from workbench.accounts.model import Account, Lifecycle, Tier
from workbench.action_items import cards as actions
from workbench.action_items.model import OPEN, ActionItem
from workbench.kernel.entity import columns
from workbench.kernel.errors import UserError
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


# asked without records: this is what a start waits for (decision 17)
_ACCOUNT, _ACTION, _MEETING = columns(Account), columns(ActionItem), columns(Meeting)
_IS_OPEN = _ACTION.state.in_(OPEN)
# a rule that is there: a comparison finds the few series by their index, and a test for nothing does not
_REPEATS = _MEETING.rule > ""


def day(session: Session, today: date, now: time) -> Day:
    """The first page of a day, in a handful of queries whatever the size of the portfolio."""
    cards = actions.open_or_waiting(session, date.fromordinal(today.toordinal() + 7))
    return Day(agenda(session, today, now), sorted_out(cards, today), watched(session, today))


def agenda(session: Session, today: date, now: time) -> tuple[AgendaItem, ...]:
    """The meetings of a day, those of series as well, in order of their start."""
    meetings = _meetings_on(session, today)
    late = actions.late_by_account(session, [row.account_id for row in meetings if row.account_id], today)
    items = [_item(row, late.get(row.account_id, 0)) for row in meetings]
    items.sort(key=lambda item: (item.start is not None, item.start or time.min))
    coming = next((item.id for item in items if item.start is not None and item.start >= now), None)
    return tuple(replace(item, is_next=item.id == coming) for item in items)


def watched(session: Session, today: date) -> tuple[Watched, ...]:
    """What the attention rules need to know of each open account."""
    # asked for by what few rows have, and not whether there is an account: SQLite would walk all accounts' rows
    planned = select(_MEETING.account_id).where(_MEETING.status == MeetingStatus.PLANNED)
    ways = (planned.where(_MEETING.day >= today), planned.where(_REPEATS), select(_ACTION.account_id).where(_IS_OPEN))
    with_step = set(session.scalars(union(*ways)))
    rows = session.execute(
        select(
            _ACCOUNT.id,
            _ACCOUNT.name,
            _ACCOUNT.lifecycle,
            _ACCOUNT.last_contact_on,
            _ACCOUNT.rhythm_days,
            _ACCOUNT.renewal_on,
        ).where(_ACCOUNT.lifecycle != Lifecycle.CLOSED)
    )
    found = [Watched(*row, has_next_step=row[0] in with_step) for row in rows]
    met = _last_meetings(session, [one.id for one in without_next_step(found)], today)
    return tuple(replace(one, met_on=met[one.id]) if one.id in met else one for one in found)


def _last_meetings(session: Session, account_ids: Sequence[int], today: date) -> dict[int, date]:
    """The day of the last meeting that was held, by account."""
    if not account_ids:
        return {}
    held = (MeetingStatus.HELD, MeetingStatus.MINUTED)
    asked = select(_MEETING.account_id, func.max(_MEETING.day)).where(
        _MEETING.account_id.in_(account_ids), _MEETING.status.in_(held), _MEETING.day <= today
    )
    return {key: day for key, day in session.execute(asked.group_by(_MEETING.account_id)) if key is not None}


def counts(session: Session, today: date) -> Counts:
    """The numbers beside the pages and the key accounts."""
    meetings_today = select(func.count()).where(_MEETING.day == today, _MEETING.rule.is_(None))
    accounts = select(func.count()).where(_ACCOUNT.lifecycle != Lifecycle.CLOSED)
    due, overdue, inbox, met, cared_for = session.execute(
        select(
            func.count().filter(_ACTION.due <= today),
            func.count().filter(_ACTION.due < today),
            func.count().filter(_ACTION.captured.is_not(None)),
            meetings_today.scalar_subquery(),
            accounts.scalar_subquery(),
        ).where(_IS_OPEN)
    ).one()
    keys = session.execute(
        select(_ACCOUNT.id, _ACCOUNT.name, func.count(_ACTION.id).filter(_IS_OPEN))
        .select_from(Account.__table__.outerjoin(ActionItem.__table__, _ACTION.account_id == _ACCOUNT.id))
        .where(_ACCOUNT.tier == Tier.KEY, _ACCOUNT.lifecycle != Lifecycle.CLOSED)
        .group_by(_ACCOUNT.id)
        .order_by(_ACCOUNT.name)
        .limit(12)
    )
    return Counts(due + met, cared_for, overdue, inbox, tuple((key, name, n) for key, name, n in keys))


_OF_DAY: Any = (
    select(
        _MEETING.id,
        _MEETING.title,
        _MEETING.day,
        _MEETING.start,
        _MEETING.minutes,
        _MEETING.place,
        _MEETING.purpose,
        _MEETING.account_id,
        _ACCOUNT.name.label("account"),
        _MEETING.rule,
        _MEETING.excluded,
        _MEETING.time_zone,
        _MEETING.series_id,
        _MEETING.occurrence_on,
    )
    .select_from(Meeting.__table__.outerjoin(Account.__table__, _ACCOUNT.id == _MEETING.account_id))
    .where(
        _MEETING.status != MeetingStatus.CANCELLED,
        (_MEETING.day == bindparam("day")) | (_MEETING.end_day >= bindparam("day")) | _REPEATS,
    )
)


def _meetings_on(session: Session, today: date) -> list[Any]:
    """The rows of a day's meetings: those of that day, those that last longer, and series that take place."""
    # the first day of a series is looked at here: asked for both, SQLite walks all days instead of the few series
    found: list[Any] = [row for row in session.execute(_OF_DAY, {"day": today}) if row.day <= today]
    single = [row for row in found if not row.rule]
    replaced = {row.series_id for row in single if row.occurrence_on == today}
    return single + [row for row in found if row.rule and row.id not in replaced and _takes_place(row, today)]


def _takes_place(series: Any, today: date) -> bool:  # noqa: ANN401 - a row of a meeting
    excluded = {date.fromisoformat(day) for day in (series.excluded or "").split(",") if day}
    try:
        rule = read_rule(series.rule, series.time_zone)
    except UserError:
        # a rule this program does not know still shows its first meeting
        return bool(series.day == today)
    return bool(occurrences(rule, series.day, excluded, today, today))


def _item(meeting: Any, promises: int) -> AgendaItem:  # noqa: ANN401 - a row of a meeting
    return AgendaItem(
        meeting.id,
        meeting.title,
        meeting.account,
        meeting.start,
        meeting.minutes,
        meeting.place,
        bool(meeting.purpose),
        promises,
        account_id=meeting.account_id,
    )
