"""Reading who does what for an account, and what is due in the next ninety days."""

from datetime import date

from sqlalchemy.orm import Session

from workbench.kam.horizon.queries import horizon_view
from workbench.kam.raci.queries import raci_view
from workbench.kam.raci.views import summary
from workbench.kernel.formats import Formats
from workbench.papers.raci.views import RaciPaper


def raci_paper(session: Session, account_id: int, today: date, formats: Formats) -> RaciPaper:
    """Both pages of an account, spoken in a language; Gone if there is no such account."""
    grid = raci_view(session, account_id, today, formats.words)
    return RaciPaper(grid, horizon_view(session, account_id, today).items, tuple(summary(grid, formats)))
