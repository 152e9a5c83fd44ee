"""What a user can ask for with strategic plans."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, next_position, removed, reordered
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.plans.model import Objective, Plan, PlanVersion, Risk, SwotItem, SwotKind

SCALE = range(1, 6)


class EndsBeforeItStarts(UserError):
    message = N_("A plan cannot end before it starts.")
    advice = N_("Change one of the two days.")


class OffTheScale(UserError):
    message = N_("Probability and impact go from 1 to 5.")


class NoSuchWeight(UserError):
    message = N_("An objective cannot weigh less than nothing.")
    advice = N_("Give it 2 to count twice as much as the others, or 0 to leave it out of the progress of the plan.")


@command(N_("Start plan"))
def start_plan(session: Session, /, account_id: int, title: str, starts_on: date, ends_on: date, **values: Any) -> int:
    """A new draft for a period."""
    if ends_on < starts_on:
        raise EndsBeforeItStarts
    return added(
        session, Plan(account_id=account_id, title=title.strip(), starts_on=starts_on, ends_on=ends_on, **values)
    )


@command(N_("Edit plan"))
def edit_plan(session: Session, /, plan_id: int, **values: Any) -> None:
    plan = edited(session, Plan, plan_id, values)
    if plan.ends_on < plan.starts_on:
        raise EndsBeforeItStarts


@command(N_("Delete plans"))
def delete_plans(session: Session, plan_ids: Sequence[int]) -> None:
    removed(session, Plan, plan_ids)


@command(N_("Add objective"))
def add_objective(session: Session, /, plan_id: int, title: str, **values: Any) -> int:
    _check_weight(values)
    position = next_position(session, Objective, Objective.plan_id, plan_id)
    return added(session, Objective(plan_id=plan_id, title=title.strip(), position=position, **values))


@command(N_("Edit objective"))
def edit_objective(session: Session, /, objective_id: int, **values: Any) -> None:
    _check_weight(values)
    edited(session, Objective, objective_id, values)


@command(N_("Order objectives"))
def order_objectives(session: Session, objective_ids: Sequence[int]) -> None:
    """Put objectives in this order; their numbers follow."""
    for position, objective_id in enumerate(objective_ids):
        session.execute(update(Objective).where(Objective.id == objective_id).values(position=position))


@command(N_("Delete objectives"))
def delete_objectives(session: Session, objective_ids: Sequence[int]) -> None:
    removed(session, Objective, objective_ids)


@command(N_("Add to SWOT"))
def add_swot_item(session: Session, /, plan_id: int, kind: SwotKind, text: str) -> int:
    position = next_position(session, SwotItem, SwotItem.plan_id, plan_id)
    return added(session, SwotItem(plan_id=plan_id, kind=kind, text=text.strip(), position=position))


@command(N_("Edit SWOT"))
def edit_swot_item(session: Session, /, item_id: int, **values: Any) -> None:
    edited(session, SwotItem, item_id, values)


@command(N_("Delete from SWOT"))
def delete_swot_items(session: Session, item_ids: Sequence[int]) -> None:
    removed(session, SwotItem, item_ids)


@command(N_("Note version"))
def add_version(session: Session, /, plan_id: int, number: str, given_on: date, **values: Any) -> int:
    """A version of the plan was given to somebody on a day."""
    return added(session, PlanVersion(plan_id=plan_id, number=number.strip(), given_on=given_on, **values))


@command(N_("Edit version"))
def edit_version(session: Session, /, version_id: int, **values: Any) -> None:
    edited(session, PlanVersion, version_id, values)


@command(N_("Delete versions"))
def delete_versions(session: Session, version_ids: Sequence[int]) -> None:
    removed(session, PlanVersion, version_ids)


@command(N_("Add risk"))
def add_risk(session: Session, /, plan_id: int, title: str, **values: Any) -> int:
    _check_scale(values)
    position = next_position(session, Risk, Risk.plan_id, plan_id)
    return added(session, Risk(plan_id=plan_id, title=title.strip(), position=position, **values))


@command(N_("Edit risk"))
def edit_risk(session: Session, /, risk_id: int, **values: Any) -> None:
    _check_scale(values)
    edited(session, Risk, risk_id, values)


@command(N_("Delete risks"))
def delete_risks(session: Session, risk_ids: Sequence[int]) -> None:
    removed(session, Risk, risk_ids)


@command(N_("Order SWOT"))
def order_swot_items(session: Session, item_ids: Sequence[int]) -> None:
    reordered(session, SwotItem, item_ids)


@command(N_("Order risks"))
def order_risks(session: Session, risk_ids: Sequence[int]) -> None:
    reordered(session, Risk, risk_ids)


def _check_scale(values: dict[str, Any]) -> None:
    given = [values.get("probability"), values.get("impact")]
    if any(value is not None and value not in SCALE for value in given):
        raise OffTheScale


def _check_weight(values: Mapping[str, Any]) -> None:
    if (values.get("weight") or 0) < 0:
        raise NoSuchWeight
