"""What narrows the list of meetings, and what is done with several of them at once."""

from datetime import date, timedelta

from sqlalchemy import ColumnElement

from workbench.kernel.errors import UserError
from workbench.kernel.reading import understood
from workbench.kernel.words import N_
from workbench.meetings import fields
from workbench.meetings.commands import cancel_meetings, hold_meetings, move_meetings
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.ui.desk import Desk
from workbench.ui.room import Bulk, Chip


class DayMissing(UserError):
    message = N_("A day is missing.")
    advice = N_("Type a day, or press Esc to leave everything as it was.")


def _coming(today: date) -> list[ColumnElement[bool]]:
    return [Meeting.day >= today, Meeting.status != MeetingStatus.CANCELLED]


def _this_week(today: date) -> list[ColumnElement[bool]]:
    monday = today - timedelta(days=today.weekday())
    return [Meeting.day.between(monday, monday + timedelta(days=6)), Meeting.status != MeetingStatus.CANCELLED]


def _purposeless(today: date) -> list[ColumnElement[bool]]:
    return [*_coming(today), Meeting.purpose.is_(None)]


def _unsettled(today: date) -> list[ColumnElement[bool]]:
    return [Meeting.day < today, Meeting.status == MeetingStatus.PLANNED, Meeting.rule.is_(None)]


def _repeating(_today: date) -> list[ColumnElement[bool]]:
    return [Meeting.rule.is_not(None)]


def _hold(desk: Desk, keys: list[int], _text: str) -> None:
    desk.workspace.do(hold_meetings, keys)
    desk.done(desk.words.many("{n} meeting held.", "{n} meetings held.", len(keys)))


def _move(desk: Desk, keys: list[int], text: str) -> None:
    day = understood(fields.DAY, text, desk.formats, desk.clock)
    if day is None:
        raise DayMissing
    desk.workspace.do(move_meetings, keys, day)
    said = desk.formats.weekday(day)
    desk.done(desk.words.many("{n} meeting moved to {day}.", "{n} meetings moved to {day}.", len(keys), day=said))


def _cancel(desk: Desk, keys: list[int], _text: str) -> None:
    desk.workspace.do(cancel_meetings, keys)
    desk.done(desk.words.many("{n} meeting cancelled.", "{n} meetings cancelled.", len(keys)))


CHIPS = (
    Chip(N_("Coming"), _coming),
    Chip(N_("This week"), _this_week),
    Chip(N_("Without purpose"), _purposeless),
    Chip(N_("Past, still planned"), _unsettled),
    Chip(N_("Repeating"), _repeating),
)
BULK = (
    Bulk(N_("Held"), "circle-check", "", _hold),
    Bulk(N_("Move day"), "calendar", N_("A day, such as “fri” or “+3”"), _move),
    Bulk(N_("Cancel meetings"), "x", "", _cancel),
)
