"""What a user can ask for with hours, and with what a day costs."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.kam.hours.rates import ON_COST, SALARY_FROM, SALARY_TO, SHOWS_COST, WORKING_DAYS, Band
from workbench.kam.model import HoursSpent
from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, found, removed
from workbench.kernel.errors import UserError
from workbench.kernel.settings import change_setting
from workbench.kernel.words import N_
from workbench.team.model import Member

DAY = 24.0
MOST_DAYS, MOST_SALARY, MOST_ON_COST = 366, 10_000_000, 300


class NoHoursOfADay(UserError):
    message = N_("{hours} hours are not those of a day: more than none, and at most 24.")
    advice = N_("Log each day on its own.")


class DayIsFull(UserError):
    message = N_("{name} has {there} h on that day already; {hours} more would be over 24.")
    advice = N_("Look at the entries of that day.")


class NobodyWorked(UserError):
    message = N_("Nobody is named, and no member of this portfolio is you.")
    advice = N_("Name who worked, or say in Team which member you are.")


class NoBand(UserError):
    message = N_("That is no salary band: from {lowest} to {highest}, {on_cost} % on top, {working_days} working days.")
    advice = N_("The first amount is the lower one, there are 1 to 366 working days and 0 to 300 % on top.")


@command(N_("Log hours"))
def log_hours(
    session: Session, /, account_id: int, member_id: int | None, on: date, hours: float, **values: Any
) -> int:
    """Hours of a member on a day; without one, of the user."""
    member = member_id or session.scalar(select(Member.id).where(Member.is_me))
    if member is None:
        raise NobodyWorked
    entry = HoursSpent(account_id=account_id, member_id=member, on=on, hours=hours, **values)
    _check(session, entry)
    return added(session, entry)


@command(N_("Edit hours"))
def edit_hours(session: Session, /, hours_id: int, **values: Any) -> None:
    _check(session, edited(session, HoursSpent, hours_id, values))


@command(N_("Delete hours"))
def delete_hours(session: Session, hours_ids: Sequence[int]) -> None:
    removed(session, HoursSpent, hours_ids)


@command(N_("Change day rate"))
def change_band(session: Session, band: Band) -> None:
    """Derive the day rate from another salary band."""
    is_sound = 0 < band.lowest <= band.highest <= MOST_SALARY and 0 <= band.on_cost <= MOST_ON_COST
    if not is_sound or not 1 <= band.working_days <= MOST_DAYS:
        shown = {name: f"{value:.12g}" for name, value in vars(band).items()}
        raise NoBand(**shown)
    for setting, value in (
        (SALARY_FROM, band.lowest),
        (SALARY_TO, band.highest),
        (ON_COST, band.on_cost),
        (WORKING_DAYS, band.working_days),
    ):
        change_setting.body(session, setting, float(value))


@command(N_("Show or hide cost"))
def reveal_cost(session: Session, *, is_shown: bool) -> None:
    """Show what the team's time costs, or hide it again."""
    change_setting.body(session, SHOWS_COST, is_shown)


def _check(session: Session, entry: HoursSpent) -> None:
    hours = entry.hours
    if not 0 < hours <= DAY:
        raise NoHoursOfADay(hours=f"{hours:.12g}")
    others = select(func.sum(HoursSpent.hours)).where(
        HoursSpent.member_id == entry.member_id, HoursSpent.on == entry.on, HoursSpent.id != entry.id
    )
    with session.no_autoflush:
        there = float(session.scalar(others) or 0.0)
        name = found(session, Member, entry.member_id).name
    if there + hours > DAY:
        raise DayIsFull(name=name, there=f"{there:.12g}", hours=f"{hours:.12g}")
