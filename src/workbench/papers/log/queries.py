"""Reading the log of an account for paper."""

from datetime import date

from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.kam.log.queries import log_of
from workbench.kernel.editing import found
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.papers.log.views import LogView


def log_view(session: Session, account_id: int, today: date) -> LogView:
    """The whole log of an account; Gone if there is no such account."""
    return LogView(
        account=found(session, Account, account_id).name,
        as_of=today,
        company=of_portfolio(session, COMPANY),
        is_demo=of_portfolio(session, IS_DEMO),
        lines=tuple(log_of(session, account_id)),
    )
