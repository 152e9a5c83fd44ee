"""What is asked of the business of an account."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.business.model import Revenue
from workbench.business.views import Quarter


def last_quarters(session: Session, account_id: int, most: int) -> tuple[Quarter, ...]:
    """The newest quarters with an amount, at most so many, the oldest first."""
    asked = (
        select(Revenue.starts_on, Revenue.invoiced, Revenue.target)
        .where(Revenue.account_id == account_id)
        .order_by(Revenue.starts_on.desc())
        .limit(most)
    )
    return tuple(Quarter(*row) for row in reversed(session.execute(asked).all()))
