"""Reading a plan review for paper."""

from datetime import date

from sqlalchemy.orm import Session

from workbench.kam.review.queries import card
from workbench.kernel.editing import Gone
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.papers.review.views import ReviewSheetView


def review_sheet_view(session: Session, review_id: int, today: date) -> ReviewSheetView:
    """A review with its questions; Gone if it, or its plan, is no longer there."""
    review = card(session, review_id)
    if review is None:
        raise Gone
    return ReviewSheetView(review, today, of_portfolio(session, COMPANY), of_portfolio(session, IS_DEMO))
