"""Reading the open actions of an account by department."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.model import ActionItem, Direction
from workbench.action_items.queries import open_of
from workbench.kernel.editing import found
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.papers.action_list.views import ActionListView, DepartmentBlock
from workbench.plans.queries import current_plan
from workbench.plans.reading import action_lines, objective_lines
from workbench.plans.views import ActionLine
from workbench.team.queries import TeamCard, departments, team_of

Block = tuple[str, str]


def actions_view(session: Session, account_id: int, today: date) -> ActionListView:
    """The open actions of an account by department; Gone if there is no such account."""
    account = found(session, Account, account_id)
    team = team_of(session, account_id, today)
    blocks: dict[Block, list[ActionLine]] = {(one.name, one.code): [] for one in departments(session)}
    for action in _actions(session, account_id, today):
        blocks.setdefault((action.department or "", action.code or ""), []).append(action)
    return ActionListView(
        account=account.name,
        as_of=today,
        blocks=tuple(block for key, actions in blocks.items() for block in _blocks(key, actions, team)),
        company=of_portfolio(session, COMPANY),
        is_demo=of_portfolio(session, IS_DEMO),
    )


def _actions(session: Session, account_id: int, today: date) -> tuple[ActionLine, ...]:
    cards = open_of(session, account_id)
    plan = current_plan(session, account_id, today)
    lines = action_lines(cards, objective_lines(session, plan, {}) if plan else {})
    planned = select(ActionItem.id, ActionItem.effort).where(
        ActionItem.account_id == account_id, ActionItem.effort.is_not(None)
    )
    efforts = {key: hours for key, hours in session.execute(planned)}  # noqa: C416
    return tuple(replace(line, effort=efforts.get(card.id)) for card, line in zip(cards, lines, strict=True))


def _blocks(key: Block, actions: Sequence[ActionLine], team: Sequence[TeamCard]) -> list[DepartmentBlock]:
    """One block; what has no department is told apart by who owes it."""
    name, code = key
    if not actions:
        return []
    if not name and not code:
        theirs = tuple(action for action in actions if action.direction is Direction.THEY_OWE)
        ours = tuple(action for action in actions if action.direction is not Direction.THEY_OWE)
        sides = (DepartmentBlock("", actions=ours), DepartmentBlock("", is_client=True, actions=theirs))
        return [block for block in sides if block.actions]
    members = [card for card in team if card.code == code]
    lead = members[0].name if members else None
    capacity = sum(card.hours_per_week or 0 for card in members)
    return [DepartmentBlock(name, code, lead, capacity or None, tuple(actions))]
