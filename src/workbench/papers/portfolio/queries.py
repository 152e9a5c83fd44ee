"""Reading the portfolio overview."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.action_items.model import OPEN, ActionItem, Direction
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.papers.portfolio.views import AccountRow, PortfolioView, Promise, Side
from workbench.portfolio.health.queries import health_weights
from workbench.portfolio.health_score import light
from workbench.portfolio.model import Strategy
from workbench.portfolio.positions import GRIDS, GROWING, Placed, Plane
from workbench.portfolio.scoring import Ranked
from workbench.portfolio.seen.queries import Heat, seen

Sides = Mapping[tuple[int, Direction], Side]


def portfolio_view(session: Session, today: date, plane: Plane | None = None) -> PortfolioView:
    """The portfolio on a day, numbered as in the matrix of the window and on its axes."""
    axes = plane or Plane()
    found = seen(session, today, axes)
    sides = _sides(session, today)
    ranked, heat = {one.id: one for one in found.ranked}, {one.id: one for one in found.heat}
    return PortfolioView(
        as_of=today,
        rows=tuple(_row(one, ranked[one.id], heat[one.id], sides) for one in found.placed),
        fields=_fields(axes),
        parts=tuple(health_weights(session).items()),
        across=axes.across,
        upwards=axes.upwards,
        company=of_portfolio(session, COMPANY),
        is_demo=of_portfolio(session, IS_DEMO),
    )


def _fields(plane: Plane) -> tuple[tuple[tuple[Strategy | None, bool], ...], ...]:
    """The fields from the top; only on the usual axes they have names."""
    if not plane.is_natural:
        return (((None, False),) * plane.cells,) * plane.cells
    return tuple(tuple((name, name in GROWING) for name in row) for row in GRIDS[plane.cells])


def _row(one: Placed, ranked: Ranked, heat: Heat, sides: Sides) -> AccountRow:
    health, score = heat.health, ranked.score
    counted = light(health.score)
    return AccountRow(
        number=one.number,
        name=one.candidate.name,
        tier=one.candidate.tier,
        across=one.x.points,
        up=one.y.points,
        spot=one.at,
        before=one.before,
        aim=one.aim,
        is_known=one.is_known,
        revenue=one.candidate.revenue,
        potential=one.candidate.potential or 0,
        currency=one.candidate.currency,
        strategy=one.strategy,
        score=score.points if score.is_enough else None,
        proposed=ranked.proposed if ranked.differs else None,
        health=health.score.points if counted else None,
        light=counted,
        judged=health.light if health.is_judged else None,
        last_contact=heat.last_contact_on,
        next_contact=_next_contact(heat),
        rhythm_days=heat.rhythm_days,
        renewal=heat.renewal_on,
        we=sides.get((one.id, Direction.WE_OWE), Side()),
        they=sides.get((one.id, Direction.THEY_OWE), Side()),
    )


def _next_contact(heat: Heat) -> date | None:
    if heat.last_contact_on is None or heat.rhythm_days is None:
        return None
    return heat.last_contact_on + timedelta(heat.rhythm_days)


def _sides(session: Session, today: date) -> Sides:
    """What is open between us and each account."""
    rows = session.execute(
        select(ActionItem.account_id, ActionItem.direction, ActionItem.title, ActionItem.due)
        .where(
            ActionItem.account_id.is_not(None),
            ActionItem.state.in_(OPEN),
            ActionItem.direction.in_((Direction.WE_OWE, Direction.THEY_OWE)),
        )
        .order_by(ActionItem.due.is_(None), ActionItem.due, ActionItem.title)
    )
    found: dict[tuple[int, Direction], list[Promise]] = defaultdict(list)
    for account, direction, title, due in rows:
        if account is not None:
            found[account, direction].append(Promise(title, due))
    return {
        key: Side(len(told), sum(one.due is not None and one.due < today for one in told), tuple(told))
        for key, told in found.items()
    }
