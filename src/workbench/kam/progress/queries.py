"""Reading how far workstreams, objectives and a plan have come (E7)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.action_items.model import ActionItem, State, Step
from workbench.kam.model import Deliverable, Workstream
from workbench.plans.model import Objective, Plan
from workbench.plans.progress import Part, Progress, of_action, rolled_up


def of_workstreams(session: Session, account_id: int) -> dict[int, float]:
    """How far the workstreams of an account have come: their actions by effort, each deliverable with weight 1."""
    return {key: part.share for key, part in _streams(session, account_id, list(_actions(session, account_id))).items()}


def of_plan(session: Session, plan_id: int) -> Progress:
    """How far a plan has come: its objectives by their weights (ME15), each is the work that serves it."""
    account_id = session.scalar(select(Plan.account_id).where(Plan.id == plan_id))
    if account_id is None:
        return Progress()
    actions = list(_actions(session, account_id))
    streams = _streams(session, account_id, actions)
    serving: dict[int | None, list[Part]] = {}
    goals = select(Workstream.id, Workstream.objective_id).where(Workstream.account_id == account_id)
    for stream, objective in session.execute(goals):
        if stream in streams:
            serving.setdefault(objective, []).append(streams[stream])
    for action in actions:
        if action.workstream_id is None:
            serving.setdefault(action.objective_id, []).append(action.part)
    objectives = select(Objective.id, Objective.weight).where(Objective.plan_id == plan_id)
    weights = {key: 1.0 if weight is None else max(weight, 0.0) for key, weight in session.execute(objectives)}
    parts = {key: part for key in weights if (part := rolled_up(serving.get(key, ()))) is not None}
    whole = rolled_up(Part(part.share, weights[key]) for key, part in parts.items())
    return Progress(whole.share if whole else None, {key: part.share for key, part in parts.items()})


@dataclass(frozen=True)
class _Action:
    workstream_id: int | None
    objective_id: int | None
    part: Part


def _actions(session: Session, account_id: int) -> Iterator[_Action]:
    """All actions that were not dropped, with how far each has come."""
    steps = (
        select(Step.action_id, func.count().label("all"), func.count().filter(Step.is_done).label("ticked"))
        .group_by(Step.action_id)
        .subquery()
    )
    rows = session.execute(
        select(
            ActionItem.workstream_id,
            ActionItem.objective_id,
            ActionItem.state,
            func.coalesce(steps.c["all"], 0),
            func.coalesce(steps.c.ticked, 0),
            ActionItem.effort,
        )
        .outerjoin(steps, steps.c.action_id == ActionItem.id)
        .where(ActionItem.account_id == account_id, ActionItem.state != State.DROPPED, ActionItem.captured.is_(None))
    )
    for workstream, objective, state, known, ticked, effort in rows:
        part = of_action(is_done=state is State.DONE, steps=known, ticked=ticked, effort=effort)
        yield _Action(workstream, objective, part)


def _streams(session: Session, account_id: int, actions: Iterable[_Action]) -> dict[int, Part]:
    parts: dict[int, list[Part]] = {}
    handed = (
        select(Deliverable.workstream_id, Deliverable.done_on)
        .join(Workstream, Workstream.id == Deliverable.workstream_id)
        .where(Workstream.account_id == account_id)
    )
    for stream, done_on in session.execute(handed):
        parts.setdefault(stream, []).append(of_action(is_done=done_on is not None))
    for action in actions:
        if action.workstream_id is not None:
            parts.setdefault(action.workstream_id, []).append(action.part)
    return {key: part for key, known in parts.items() if (part := rolled_up(known)) is not None}
