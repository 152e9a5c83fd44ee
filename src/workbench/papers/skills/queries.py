"""Reading the skill matrix for paper."""

from datetime import date

from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.kernel.editing import found
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.papers.skills.views import SkillsView
from workbench.plans.model import Plan
from workbench.plans.needs.queries import needs
from workbench.team.growing.queries import Among, matrix, trainings


def skills_view(session: Session, today: date, account_id: int | None = None) -> SkillsView:
    """The matrix of everybody, or of those who work for an account; Gone if there is no such account."""
    account = found(session, Account, account_id) if account_id is not None else None
    shown = matrix(session, today, Among(account_id=account_id))
    of_account = (Plan.account_id == account_id,) if account_id is not None else ()
    return SkillsView(
        as_of=today,
        matrix=shown,
        trainings=trainings(session, [row.id for row in shown.rows]),
        needs=tuple(need for need in needs(session, today, *of_account) if need.is_endangered),
        account=account.name if account else "",
        company=of_portfolio(session, COMPANY),
        is_demo=of_portfolio(session, IS_DEMO),
    )
