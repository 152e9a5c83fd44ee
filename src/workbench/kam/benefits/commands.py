"""What a user can ask for with the benefits of an account."""

from collections.abc import Sequence
from math import isfinite

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.kam.model import Advantage, Benefit
from workbench.kernel.command import command
from workbench.kernel.editing import added, removed
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_

FIRST_YEAR, LAST_YEAR, MOST = 1970, 2100, 1e12


class NoSuchYear(UserError):
    message = N_("{year} is no year that can be measured.")
    advice = N_("Write a year such as 2026.")


class NoMeasure(UserError):
    message = N_("{value} is no number that can be compared year on year.")
    advice = N_("Write a number above zero.")


@command(N_("Measure benefit"))
def set_benefit(session: Session, account_id: int, advantage: Advantage, year: int, measured: tuple[float, str]) -> int:
    """The number of a year for an advantage, with what it measures; another one takes its place."""
    value, indicator = measured
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NoSuchYear(year=year)
    if not (isfinite(value) and 0 <= value <= MOST):
        raise NoMeasure(value=f"{value:.12g}")
    there = select(Benefit).where(
        Benefit.account_id == account_id, Benefit.advantage == advantage, Benefit.year == year
    )
    known = session.scalars(there).first()
    if known is None:
        made = Benefit(account_id=account_id, advantage=advantage, year=year, value=value)
        made.indicator = indicator or None
        return added(session, made)
    known.value, known.indicator = value, indicator or known.indicator
    return known.id


@command(N_("Delete benefits"))
def delete_benefits(session: Session, benefit_ids: Sequence[int]) -> None:
    """Forget typed numbers; without any, the portfolio's own are shown again."""
    removed(session, Benefit, benefit_ids)
