"""Who works for an account, and for which accounts a member works."""

from sqlalchemy.orm import Session

from workbench.accounts.commands import add_account
from workbench.accounts.model import Account
from workbench.kernel.words import N_
from workbench.team import commands, fields
from workbench.team.assignments import Assignment, TeamRole
from workbench.team.model import Member
from workbench.team.queries import allocated
from workbench.ui.children import Children, Chosen
from workbench.ui.desk import Desk
from workbench.ui.widgets.chips import Chip


def _member(desk: Desk, account_id: int, chosen: Chosen) -> int:
    with desk.workspace.plain.change(commands.assign.label) as session:
        member_id = chosen.key or commands.add_member.body(session, chosen.text)
        return commands.assign.body(session, account_id, member_id, TeamRole.CORE, since=desk.clock.today())


def _account(desk: Desk, member_id: int, chosen: Chosen) -> int:

    with desk.workspace.plain.change(commands.assign.label) as session:
        account_id = chosen.key or add_account.body(session, chosen.text)
        return commands.assign.body(session, account_id, member_id, TeamRole.CORE, since=desk.clock.today())


def _over(desk: Desk, session: Session, key: int) -> Chip | None:
    """Somebody who is promised to accounts for more hours than there are."""
    promised, own = allocated(session, key, desk.clock.today())
    if own is None or promised <= own:
        return None
    number = desk.formats.number
    said = desk.words("{promised} h promised, {own} h worked", promised=number(promised), own=number(own))
    return Chip(said, "warn", "triangle-alert")


TEAM = Children(
    key="account.team",
    title=N_("Account team"),
    new=N_("Somebody of ours"),
    kind=Assignment,
    parent=Assignment.account_id,
    fields=fields.ASSIGNMENT_FIELDS,
    add=_member,
    edit=commands.edit_assignment,
    delete=commands.delete_assignments,
    strong=("member_id",),
    weak=("role", "hours_per_week", "since", "until"),
    by=(Assignment.until.is_not(None),),
    picks=(Member,),
    warns=_over,
)
ASSIGNMENTS = Children(
    key="member.assignments",
    title=N_("Works for"),
    new=N_("An account"),
    kind=Assignment,
    parent=Assignment.member_id,
    fields=fields.MEMBER_ASSIGNMENT_FIELDS,
    add=_account,
    edit=commands.edit_assignment,
    delete=commands.delete_assignments,
    strong=("account_id",),
    weak=("role", "hours_per_week", "since", "until"),
    by=(Assignment.until.is_not(None),),
    picks=(Account,),
    warns=_over,
    leads=True,
)
