"""Reading what the scores are made of: the criteria, and every account with its ratings of two years."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account, Lifecycle
from workbench.business.model import Revenue
from workbench.business.quarters import quarter_before
from workbench.portfolio import model
from workbench.portfolio.model import Aim, Axis, Rating
from workbench.portfolio.scoring import Candidate, Criterion, Given
from workbench.team.model import Member

YEAR = 4  # quarters
Book = dict[int, dict[int, Given]]


@dataclass(frozen=True)
class Sheet:
    """Everything that is compared, as of a year."""

    year: int
    criteria: tuple[Criterion, ...]
    candidates: tuple[Candidate, ...]

    def candidate(self, account_id: int | None) -> Candidate | None:
        return next((one for one in self.candidates if one.id == account_id), None)

    def rated_by(self, rating_id: int) -> int | None:
        """The account that a rating of now is about."""
        given = ((one.id, row.id) for one in self.candidates for row in one.given.values())
        return next((account for account, rating in given if rating == rating_id), None)


def sheet(session: Session, today: date) -> Sheet:
    """The criteria and all open accounts with what they were given, in a handful of queries."""
    now, before = _given(session, today.year)
    invoiced, aims = _invoiced(session, today), _aims(session)
    accounts = session.execute(
        select(Account.id, Account.name, Account.tier, Account.tier_reason, Account.currency, Account.potential)
        .where(Account.lifecycle != Lifecycle.CLOSED)
        .order_by(Account.name)
    )
    candidates = tuple(
        Candidate(
            row.id,
            row.name,
            row.tier,
            row.tier_reason,
            *invoiced.get(row.id, (0, 0)),
            row.currency,
            now.get(row.id, {}),
            before.get(row.id, {}),
            row.potential,
            aims.get(row.id, {}),
        )
        for row in accounts
    )
    return Sheet(today.year, criteria(session), candidates)


def criteria(session: Session) -> tuple[Criterion, ...]:
    """All criteria in their order."""
    rows = session.scalars(select(model.Criterion).order_by(model.Criterion.position, model.Criterion.id))
    return tuple(
        Criterion(row.id, row.name, row.scheme, row.ground, row.weight, tuple((row.anchors or "").splitlines()))
        for row in rows
    )


def count_ratings(session: Session, criterion_id: int) -> int:
    """How many ratings would go with a criterion."""
    return int(session.scalar(select(func.count()).where(Rating.criterion_id == criterion_id)) or 0)


def _given(session: Session, year: int) -> tuple[Book, Book]:
    """The newest ratings up to a year and up to the year before, by account and criterion.

    What was not rated again still holds.
    """
    rows = session.execute(
        select(
            Rating.account_id,
            Rating.criterion_id,
            Rating.id,
            Rating.year,
            Rating.value,
            Rating.rival,
            Rating.evidence,
            Rating.rated_on,
            Member.name,
        )
        .outerjoin(Member, Member.id == Rating.rater_id)
        .where(Rating.year <= year)
        .order_by(Rating.year, Rating.id)
    )
    now: Book = defaultdict(dict)
    before: Book = defaultdict(dict)
    for account, criterion, key, of, value, rival, evidence, on, rater in rows:
        now[account][criterion] = given = Given(key, of, value, rival, evidence, on, rater)
        if of < year:
            before[account][criterion] = given
    return now, before


def _aims(session: Session) -> Mapping[int, Mapping[Axis, int]]:
    """Where accounts are meant to stand."""
    found: dict[int, dict[Axis, int]] = defaultdict(dict)
    for account, axis, value in session.execute(select(Aim.account_id, Aim.axis, Aim.value)):
        found[account][axis] = value
    return found


def _invoiced(session: Session, today: date) -> Mapping[int, tuple[int, int]]:
    """What was invoiced in the last four full quarters and in the four before them, by account, in cents."""
    this, last, before = (quarter_before(today, ago) for ago in (0, YEAR, 2 * YEAR))
    rows = session.execute(
        select(
            Revenue.account_id,
            func.coalesce(func.sum(Revenue.invoiced).filter(Revenue.starts_on >= last), 0),
            func.coalesce(func.sum(Revenue.invoiced).filter(Revenue.starts_on < last), 0),
        )
        .where(Revenue.starts_on >= before, Revenue.starts_on < this)
        .group_by(Revenue.account_id)
    )
    return {account: (int(now), int(then)) for account, now, then in rows}
