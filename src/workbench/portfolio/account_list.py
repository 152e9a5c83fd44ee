"""The list of accounts with what is next for each: the earliest meeting that is planned or action that is open."""

from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from sqlalchemy import ColumnElement, Text, case, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from workbench.accounts import fields
from workbench.accounts.model import Account, Lifecycle
from workbench.accounts.queries import OPEN_ACCOUNTS, Parent
from workbench.accounts.structure import Address
from workbench.action_items.model import OPEN, ActionItem
from workbench.kernel.field import Field, Kind
from workbench.kernel.listing import Listing
from workbench.kernel.words import N_
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.team.model import Member

# sorts after every text that begins with a day
NEVER, SERIES = "~", "9998-12-31"
BETWEEN = "\t"
ME = select(Member.id).where(Member.is_me)


@dataclass(frozen=True)
class NextStep:
    """What is next: its day, None for a series between two meetings or an action without one; its time; what it is."""

    day: date | None
    start: time | None
    is_series: bool
    title: str


def account_list(today: date) -> Listing:
    """Open accounts as a person reviews them on a day."""
    listing = OPEN_ACCOUNTS
    owner = select(Member.name).where(Member.id == Account.owner_id).correlate(Account).scalar_subquery()
    shown = (
        fields.NAME,
        fields.TIER,
        fields.HEALTH,
        Field(_next_step(today), N_("Next step"), key="next_step", editable=False),
        fields.LAST_CONTACT,
        replace(fields.RHYTHM, label=N_("Rhythm")),
        fields.INVOICED,
        fields.RENEWAL,
    )
    known = {field.name for field in shown}
    more = (
        Field(owner, N_("Owner"), key="owner", editable=False),
        Field(Parent.name, N_("Parent company"), key="parent", editable=False),
        *(field for field in fields.FIELDS if field.name not in known and field.kind is not Kind.REFERENCE),
    )
    cities = select(func.group_concat(Address.city, " ")).where(Address.account_id == Account.id).correlate(Account)
    return Listing(
        listing.select,
        listing.key,
        shown,
        (*listing.search, cities.scalar_subquery()),
        fields.NAME,
        beside=(fields.TIER, fields.RHYTHM, fields.CURRENCY),
        more=more,
    )


def read_step(stored: str | None) -> NextStep | None:
    """The next step of an account as the list reads it."""
    if not stored:
        return None
    day, start, title = stored.split(BETWEEN, 2)
    is_dated = day < SERIES
    return NextStep(
        date.fromisoformat(day) if is_dated else None,
        time.fromisoformat(start) if start else None,
        day == SERIES,
        title,
    )


def mine(_today: date) -> list[ColumnElement[bool]]:
    """Accounts that the user looks after."""
    return [Account.owner_id.in_(ME)]


def stuck(today: date) -> list[ColumnElement[bool]]:
    """Active accounts with nothing planned and nothing to do."""
    return [Account.lifecycle == Lifecycle.ACTIVE, _next_step(today).is_(None)]


def out_of_rhythm(today: date) -> list[ColumnElement[bool]]:
    """Accounts nobody has spoken to for longer than agreed."""
    silent = func.julianday(today.isoformat()) - func.julianday(Account.last_contact_on)
    return [Account.rhythm_days.is_not(None), silent > Account.rhythm_days]


def names(session: Session, account_ids: list[int]) -> dict[int, str]:
    """What accounts are called."""
    rows = session.execute(select(Account.id, Account.name).where(Account.id.in_(account_ids)))
    return {row.id: row.name for row in rows}


def _next_step(today: date) -> ColumnElement[Any]:
    day: Any = type_coerce(case((Meeting.day >= today, Meeting.day), else_=SERIES), Text)
    meeting = (
        select(func.min(_written(day, func.substr(Meeting.start, 1, 5), Meeting.title)))
        .where(
            Meeting.account_id == Account.id,
            Meeting.status == MeetingStatus.PLANNED,
            or_(Meeting.day >= today, Meeting.rule.is_not(None)),
        )
        .correlate(Account)
        .scalar_subquery()
    )
    due: Any = func.coalesce(type_coerce(ActionItem.due, Text), NEVER)
    action = (
        select(func.min(_written(due, "", ActionItem.title)))
        .where(ActionItem.account_id == Account.id, ActionItem.state.in_(OPEN))
        .correlate(Account)
        .scalar_subquery()
    )
    last = NEVER * 2
    return func.nullif(func.min(func.coalesce(meeting, last), func.coalesce(action, last)), last)


def _written(*parts: Any) -> ColumnElement[Any]:  # noqa: ANN401 - columns and texts
    return func.concat_ws(BETWEEN, *(func.coalesce(part, "") for part in parts), type_=Text)
