"""Reading a request for its page."""

import re
from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.model import ActionItem
from workbench.kam.model import Request
from workbench.kam.requests.clock import working_days
from workbench.kam.requests.promises import due_on, is_open
from workbench.kam.requests.queries import card
from workbench.kam.requests.quoted import answer_of
from workbench.kernel.editing import Gone, found
from workbench.kernel.folding import fold
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.papers.ask.views import AskView
from workbench.team.model import Member
from workbench.team.regions import calendar_of

SHORTEST = 4  # letters of a name that can be told from a word


def ask_view(session: Session, request_id: int, today: date) -> AskView:
    """A request as it is handed over; Gone if there is none."""
    asked, request = card(session, request_id), found(session, Request, request_id)
    if asked is None:
        raise Gone
    asker = session.get(Member, request.asked_by_id) if request.asked_by_id else None
    action = session.get(ActionItem, request.action_id) if request.action_id else None
    due, calendar = due_on(asked), calendar_of(asked.region)
    texts = (asked.title, asked.details or "", asked.stake or "", asked.action or "", asked.objective or "")
    return AskView(
        title=asked.title,
        department=asked.department,
        asked_on=asked.asked_on,
        as_of=today,
        due=due,
        days=working_days(today, due, calendar) if due else None,
        is_promised=asked.accepted_on is not None,
        is_open=is_open(asked),
        account=asked.account or "",
        asked_of=asked.member or asked.lead or "",
        asked_by=asked.asked_by or "",
        asked_by_title=(asker.title if asker else None) or "",
        asked_by_email=(asker.email if asker else None) or "",
        reader=(asked.member if asked.email else asked.lead or asked.member) or "",
        email=asked.email or asked.lead_email or "",
        details=asked.details or "",
        stake=asked.stake or "",
        action=asked.action or "",
        action_due=action.due if action else None,
        objective=asked.objective or "",
        answer=answer_of(asked.answer or "").text,
        state=asked.state,
        ended_on=asked.answered_on,
        late=max(working_days(due, asked.answered_on, calendar), 0) if due and asked.answered_on else 0,
        others=tuple(_others(session, request.account_id, " ".join(texts))),
        company=of_portfolio(session, COMPANY),
        is_demo=of_portfolio(session, IS_DEMO),
    )


def _others(session: Session, account_id: int | None, text: str) -> Iterator[str]:
    """The names of other clients that stand in a text."""
    folded = fold(text)
    for key, name in session.execute(select(Account.id, Account.name)):
        if key != account_id and len(name) >= SHORTEST and re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", folded):
            yield name
