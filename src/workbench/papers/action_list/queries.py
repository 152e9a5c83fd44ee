"""Reading the open actions of an account by department."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.cards import open_of
from workbench.action_items.model import ActionItem, Direction
from workbench.kam.board.cards import DepartmentCard
from workbench.kam.board.queries import departments_of, letters_by_action
from workbench.kam.model import Letter
from workbench.kam.raci.people import CLIENT_CODE
from workbench.kernel.editing import found
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.papers.action_list.views import ActionListView, DepartmentBlock
from workbench.plans.queries import current_plan
from workbench.plans.reading import action_lines, objective_lines
from workbench.plans.views import ActionLine

Block = tuple[str, str]
LETTERS = list(Letter)


def actions_view(session: Session, account_id: int, today: date) -> ActionListView:
    """The open actions of an account by department; Gone if there is no such account."""
    account = found(session, Account, account_id)
    cards = departments_of(session, account_id, today)
    blocks: dict[Block, list[ActionLine]] = {(one.name, one.code): [] for one in cards}
    for action in _actions(session, account_id, today, {one.id: one.code for one in cards}):
        blocks.setdefault((action.department or "", action.code or ""), []).append(action)
    by_code = {one.code: one for one in cards}
    return ActionListView(
        account=account.name,
        as_of=today,
        blocks=tuple(block for key, actions in blocks.items() for block in _blocks(key, actions, by_code.get(key[1]))),
        company=of_portfolio(session, COMPANY),
        is_demo=of_portfolio(session, IS_DEMO),
    )


def _actions(session: Session, account_id: int, today: date, codes: dict[int, str]) -> tuple[ActionLine, ...]:
    cards = open_of(session, account_id)
    plan = current_plan(session, account_id, today)
    lines = action_lines(cards, objective_lines(session, plan, {}) if plan else {})
    stored = select(ActionItem.id, ActionItem.effort, ActionItem.escalation, ActionItem.escalated_on).where(
        ActionItem.account_id == account_id
    )
    more = {row.id: row for row in session.execute(stored)}
    letters = letters_by_action(session, account_id)
    made = []
    for card, line in zip(cards, lines, strict=True):
        own = letters.get(card.id, {})
        order = sorted((key for key in (*codes, None) if key in own), key=lambda key: LETTERS.index(own[key]))
        told = tuple((own[key].value, CLIENT_CODE if key is None else codes[key]) for key in order)
        row = more[card.id]
        why = (row.escalation or "") if row.escalated_on else None
        made.append(replace(line, effort=row.effort, escalation=why, letters=told))
    return tuple(made)


def _blocks(key: Block, actions: Sequence[ActionLine], card: DepartmentCard | None) -> list[DepartmentBlock]:
    """One block, also where nothing is open for a department that works for the account.

    What has no department is told apart by who owes it.
    """
    name, code = key
    if not name and not code:
        theirs = tuple(action for action in actions if action.direction is Direction.THEY_OWE)
        ours = tuple(action for action in actions if action.direction is not Direction.THEY_OWE)
        sides = (DepartmentBlock("", actions=ours), DepartmentBlock("", is_client=True, actions=theirs))
        return [block for block in sides if block.actions]
    load = card.load if card else None
    if not actions and load is None:
        return []
    return [
        DepartmentBlock(
            name, code, card.lead if card else None, load.capacity if load else None, tuple(actions),
            hours=load.hours if load else None,
        )
    ]  # fmt: skip
