"""Reading the whole portfolio at once: scores, health, what is late and what comes next, and who carries how much."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account, Lifecycle, Tier
from workbench.action_items.model import OPEN, ActionItem
from workbench.business.model import Revenue
from workbench.business.quarters import quarter_before
from workbench.kernel.settings import ROLE, of_portfolio
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.portfolio.health.queries import healths
from workbench.portfolio.health_score import HealthScore
from workbench.portfolio.load import AM_LEAST, AM_MOST, KAM_LEAST, KAM_MOST, Limits, Load, Owned, loads
from workbench.portfolio.model import Light
from workbench.portfolio.positions import Placed, Plane, positions
from workbench.portfolio.scores.queries import YEAR, Sheet, sheet
from workbench.portfolio.scoring import Ranked, Weights, ranking
from workbench.team.model import Member

NO_HEALTH: Mapping[int, HealthScore] = {}


@dataclass(frozen=True)
class Heat:
    """What one account asks for: late and open actions, the renewal, the last touch, the rhythm, the gap in cents."""

    id: int
    name: str
    tier: Tier
    currency: str
    health: HealthScore
    overdue: int
    open: int
    renewal_on: date | None
    last_contact_on: date | None
    rhythm_days: int | None
    gap: int | None

    def is_silent(self, today: date) -> bool:
        """Whether nobody spoke to them for longer than agreed."""
        if self.rhythm_days is None:
            return False
        return self.last_contact_on is None or (today - self.last_contact_on).days > self.rhythm_days


@dataclass(frozen=True)
class Seen:
    """The portfolio on a day; `tried` is the ranking with weights that are only tried."""

    today: date
    sheet: Sheet
    ranked: tuple[Ranked, ...]
    healths: Mapping[int, HealthScore]
    heat: tuple[Heat, ...]
    loads: tuple[Load, ...]
    plane: Plane
    placed: tuple[Placed, ...]
    tried: tuple[Ranked, ...] | None = None

    @property
    def shown(self) -> tuple[Ranked, ...]:
        return self.ranked if self.tried is None else self.tried

    def with_weights(self, weights: Weights | None) -> "Seen":
        """The same with other weights of the selection score."""
        if weights is None:
            return replace(self, tried=None)
        return replace(self, tried=ranking(self.sheet.criteria, self.sheet.candidates, weights))

    def on(self, plane: Plane) -> "Seen":
        """The same with other axes."""
        return replace(self, plane=plane, placed=_placed(self.sheet, self.healths, plane))


def seen(session: Session, today: date, plane: Plane | None = None) -> Seen:
    """Everything the page and the paper of the portfolio show."""
    read, found, axes = sheet(session, today), healths(session, today), plane or Plane()
    return Seen(
        today,
        read,
        ranking(read.criteria, read.candidates),
        found,
        heat(session, today, found),
        tuple(_loads(session)),
        axes,
        _placed(read, found, axes),
    )


def heat(session: Session, today: date, found: Mapping[int, HealthScore]) -> tuple[Heat, ...]:
    """What every open account asks for, the most ill first."""
    is_open = ActionItem.state.in_(OPEN)
    counted = select(
        ActionItem.account_id, func.count().filter(ActionItem.due < today), func.count()
    ).where(is_open).group_by(ActionItem.account_id)  # fmt: skip
    counts = {key: (late, all_open) for key, late, all_open in session.execute(counted)}
    gaps = _gaps(session, today)
    accounts = session.execute(
        select(
            Account.id,
            Account.name,
            Account.tier,
            Account.currency,
            Account.renewal_on,
            Account.last_contact_on,
            Account.rhythm_days,
        ).where(Account.lifecycle != Lifecycle.CLOSED)
    )
    rows = [
        Heat(key, name, tier, currency, found[key], *counts.get(key, (0, 0)), renewal, last, rhythm, gaps.get(key))
        for key, name, tier, currency, renewal, last, rhythm in accounts
    ]
    return tuple(sorted(rows, key=_by_need))


def _by_need(row: Heat) -> tuple[int, float, int, str]:
    """What counts first, red before amber before green, then the score."""
    light = row.health.light
    ill = len(Light) if light is None else -list(Light).index(light)
    return ill, row.health.score.value or 0, -row.overdue, row.name


class Asked(Enum):
    """What a number of the heat list was counted from."""

    OVERDUE = auto()
    OPEN = auto()
    TOUCH = auto()
    GAP = auto()


def behind(session: Session, account_id: int, asked: Asked, today: date) -> tuple[str, int] | None:
    """The table and identity of the first record behind a number of the heat list, None where there is none."""
    first: Select[int] = select(ActionItem.id).where(ActionItem.account_id == account_id, ActionItem.state.in_(OPEN))
    first = first.order_by(ActionItem.due.is_(None), ActionItem.due, ActionItem.id)
    if asked is Asked.OVERDUE:
        first = first.where(ActionItem.due < today)
    if asked is Asked.TOUCH:
        held = (MeetingStatus.HELD, MeetingStatus.MINUTED)
        first = select(Meeting.id).where(
            Meeting.account_id == account_id, Meeting.status.in_(held), Meeting.day <= today
        )
        first = first.order_by(Meeting.day.desc(), Meeting.id.desc())
    if asked is Asked.GAP:
        first = select(Revenue.id).where(*_aimed_at(today), Revenue.account_id == account_id)
        first = first.order_by(Revenue.starts_on.desc())
    key = session.scalar(first.limit(1))
    return None if key is None else (TABLES[asked], key)


TABLES = {Asked.OVERDUE: "action_item", Asked.OPEN: "action_item", Asked.TOUCH: "meeting", Asked.GAP: "revenue"}


def _placed(read: Sheet, found: Mapping[int, HealthScore], plane: Plane) -> tuple[Placed, ...]:
    return positions(read.criteria, read.candidates, plane, {key: one.score for key, one in found.items()})


def _gaps(session: Session, today: date) -> dict[int, int]:
    """What is missing to the targets of the last four full quarters, by account, in cents; < 0 is more than that."""
    summed = select(Revenue.account_id, func.sum(Revenue.target - Revenue.invoiced))
    rows = session.execute(summed.where(*_aimed_at(today)).group_by(Revenue.account_id))
    return {key: int(gap or 0) for key, gap in rows}


def _aimed_at(today: date) -> tuple[ColumnElement[bool], ...]:
    """The last four full quarters that had a target."""
    last, this = quarter_before(today, YEAR), quarter_before(today, 0)
    return Revenue.starts_on >= last, Revenue.starts_on < this, Revenue.target.is_not(None)


def _loads(session: Session) -> list[Load]:
    owned = [
        Owned(*row)
        for row in session.execute(
            select(Account.id, Account.owner_id, Account.tier)
            .where(Account.lifecycle != Lifecycle.CLOSED)
            .order_by(Account.name)
        )
    ]
    members = session.execute(select(Member.id, Member.name, Member.is_me)).all()
    limits = Limits(
        (of_portfolio(session, AM_LEAST), of_portfolio(session, AM_MOST)),
        (of_portfolio(session, KAM_LEAST), of_portfolio(session, KAM_MOST)),
    )
    # the user says which of the two roles is his own
    mine = [row.id for row in members if row.is_me and of_portfolio(session, ROLE) == "kam"]
    return loads(owned, {row.id: row.name for row in members}, limits, mine)
