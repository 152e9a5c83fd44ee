"""Reading which skills objectives need, and whether the account team has them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.kernel.folding import fold
from workbench.plans.model import Objective, ObjectiveSkill, ObjectiveStatus, Plan
from workbench.plans.needs.views import Need, Shortfall
from workbench.plans.queries import current_plan
from workbench.team.growing.gaps import bench
from workbench.team.growing.queries import Among, matrix, trainings
from workbench.team.growing.views import Matrix, TrainingLine
from workbench.team.growth import Skill, TrainingStatus

AHEAD = (TrainingStatus.PLANNED, TrainingStatus.BOOKED)


def needs(session: Session, today: date, *where: ColumnElement[bool]) -> list[Need]:
    """The needed skills of the objectives in the current plans, by account and objective; what is reached needs none.

    `where` leaves some out.
    """
    rows = session.execute(
        select(ObjectiveSkill, Objective, Plan, Account, Skill)
        .join(Objective, Objective.id == ObjectiveSkill.objective_id)
        .join(Plan, Plan.id == Objective.plan_id)
        .join(Account, Account.id == Plan.account_id)
        .join(Skill, Skill.id == ObjectiveSkill.skill_id)
        .where(Objective.status != ObjectiveStatus.REACHED, *where)
    ).all()
    if not rows:
        return []
    numbers = _numbers(session, {plan.id for _, _, plan, _, _ in rows})
    teams: dict[int, Matrix] = {}
    planned = trainings(session)
    found = []
    for need, objective, plan, account, skill in rows:
        if account.id not in teams:
            teams[account.id] = matrix(session, today, Among(account_id=account.id))
        if current_plan(session, account.id, today) == plan.id:
            made = _need(need, (numbers[objective.id], objective), account, skill)
            found.append(_with_team(made, teams[account.id], planned))
    return sorted(found, key=lambda one: (fold(one.account), one.number, fold(one.skill)))


def endangered_by(session: Session, today: date, skill_id: int, member_id: int | None = None) -> list[Need]:
    """The objectives whose team has nobody ready in a skill; those of a member's accounts, or all."""
    found = needs(session, today, ObjectiveSkill.skill_id == skill_id)
    wanted = [need for need in found if need.is_endangered]
    if member_id is None:
        return wanted
    return [need for need in wanted if member_id in (one.member_id for one in need.short)]


def lacking(session: Session, today: date, objective_id: int) -> list[Need]:
    """The skills an objective needs and nobody of the account team has."""
    return [need for need in needs(session, today, Objective.id == objective_id) if need.is_endangered]


def _numbers(session: Session, plans: set[int]) -> dict[int, int]:
    """O1, O2, … as they stand in their plans."""
    rows = session.execute(
        select(Objective.id, Objective.plan_id)
        .where(Objective.plan_id.in_(plans))
        .order_by(Objective.plan_id, Objective.position, Objective.id)
    )
    found: dict[int, int] = {}
    counted: dict[int, int] = {}
    for key, plan in rows:
        counted[plan] = counted.get(plan, 0) + 1
        found[key] = counted[plan]
    return found


def _need(need: ObjectiveSkill, objective: tuple[int, Objective], account: Account, skill: Skill) -> Need:
    number, one = objective
    return Need(
        id=need.id,
        number=number,
        objective=one.title,
        account_id=account.id,
        account=account.name,
        skill_id=skill.id,
        skill=skill.name,
        bench=bench(()),
        invoiced=account.invoiced,
        currency=account.currency,
    )


def _with_team(need: Need, team: Matrix, planned: Sequence[TrainingLine]) -> Need:
    column = next((place for place, skill in enumerate(team.skills) if skill.id == need.skill_id), None)
    if column is None:
        return need
    short = [(row.standings[column], row.name) for row in team.rows if row.standings[column].gap]
    short.sort(key=lambda pair: (pair[0].gap, -pair[0].current))
    members = {row.id for row in team.rows}
    ahead = [
        line
        for line in planned
        if line.member_id in members and line.skill_id == need.skill_id and line.status in AHEAD
    ]
    return replace(
        need,
        bench=team.bench(column),
        short=tuple(Shortfall(one.member_id, name, one.current, one.required) for one, name in short),
        hours=sum(line.hours for line in ahead),
        cost=sum(line.cost for line in ahead),
    )
