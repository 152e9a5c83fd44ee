"""What a user can ask for with the business of an account."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.business.model import MOST_SATISFIED, Cost, CostKind, Revenue, Satisfaction
from workbench.business.quarters import beginning
from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, removed
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_


class QuarterIsKnown(UserError):
    message = N_("This quarter has an amount already.")
    consequence = N_("The old amount stays.")
    advice = N_("Change the line that is there.")


class NoCost(UserError):
    message = N_("A cost is an amount of 0 or more.")
    consequence = N_("What was noted stays as it was.")


class NoSuchSatisfaction(UserError):
    message = N_("Satisfaction lies between 0 and 10.")
    consequence = N_("What was noted stays as it was.")


@command(N_("Add revenue"))
def add_revenue(session: Session, /, account_id: int, starts_on: date, invoiced: int, **values: Any) -> int:
    """What was invoiced in the quarter of a day, in cents; QuarterIsKnown if there is an amount for it."""
    first = beginning(starts_on)
    _refuse_twice(session, account_id, first)
    return added(session, Revenue(account_id=account_id, starts_on=first, invoiced=invoiced, **values))


@command(N_("Edit revenue"))
def edit_revenue(session: Session, /, revenue_id: int, **values: Any) -> None:
    """Change a quarter; QuarterIsKnown if it is moved to one that has an amount."""
    if values.get("starts_on"):
        values["starts_on"] = beginning(values["starts_on"])
        row = session.get_one(Revenue, revenue_id)
        if row.starts_on != values["starts_on"]:
            _refuse_twice(session, row.account_id, values["starts_on"])
    edited(session, Revenue, revenue_id, values)


@command(N_("Delete revenues"))
def delete_revenues(session: Session, revenue_ids: Sequence[int]) -> None:
    removed(session, Revenue, revenue_ids)


@command(N_("Add cost"))
def add_cost(session: Session, /, account_id: int, starts_on: date, kind: CostKind, amount: int, **values: Any) -> int:
    """What an account cost in the quarter of a day, in cents; NoCost below 0."""
    _check_cost(amount)
    return added(
        session, Cost(account_id=account_id, starts_on=beginning(starts_on), kind=kind, amount=amount, **values)
    )


@command(N_("Edit cost"))
def edit_cost(session: Session, /, cost_id: int, **values: Any) -> None:
    """Change a cost; NoCost below 0."""
    if "amount" in values:
        _check_cost(values["amount"])
    if values.get("starts_on"):
        values["starts_on"] = beginning(values["starts_on"])
    edited(session, Cost, cost_id, values)


@command(N_("Delete costs"))
def delete_costs(session: Session, cost_ids: Sequence[int]) -> None:
    removed(session, Cost, cost_ids)


def _check_cost(amount: int | None) -> None:
    if amount is None or amount < 0:
        raise NoCost


@command(N_("Note satisfaction"))
def note_satisfaction(session: Session, /, account_id: int, score: float, asked_on: date, **values: Any) -> int:
    """What a client answered when asked how satisfied they are; NoSuchSatisfaction outside 0 to 10."""
    _check_satisfaction(score)
    return added(session, Satisfaction(account_id=account_id, score=score, asked_on=asked_on, **values))


@command(N_("Edit satisfaction"))
def edit_satisfaction(session: Session, /, satisfaction_id: int, **values: Any) -> None:
    """Correct an answer; NoSuchSatisfaction outside 0 to 10."""
    if "score" in values:
        _check_satisfaction(values["score"])
    edited(session, Satisfaction, satisfaction_id, values)


@command(N_("Delete satisfaction"))
def delete_satisfactions(session: Session, satisfaction_ids: Sequence[int]) -> None:
    removed(session, Satisfaction, satisfaction_ids)


def _check_satisfaction(score: float | None) -> None:
    if score is None or not 0 <= score <= MOST_SATISFIED:
        raise NoSuchSatisfaction


def _refuse_twice(session: Session, account_id: int, first: date) -> None:
    there = select(Revenue.id).where(Revenue.account_id == account_id, Revenue.starts_on == first)
    if session.scalar(there) is not None:
        raise QuarterIsKnown
