"""Reading an account for its one-pager."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.cards import open_of
from workbench.action_items.model import ActionItem, Direction, State
from workbench.business.queries import last_quarters
from workbench.kam.log.queries import open_issues
from workbench.kernel.editing import found
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.papers.onepager.views import EventLine, OnePagerView
from workbench.plans.queries import current_plan
from workbench.plans.reading import (
    action_lines,
    coming_meetings,
    members_by_id,
    objective_lines,
    person_lines,
    profile_of,
)

EVENTS = 5
QUARTERS = 8


def onepager_view(session: Session, account_id: int, today: date) -> OnePagerView:
    """What is printed of an account; Gone if there is no such account."""
    account = found(session, Account, account_id)
    members = members_by_id(session)
    plan = current_plan(session, account_id, today)
    objectives = objective_lines(session, plan, members) if plan else {}
    actions = action_lines(open_of(session, account_id), objectives)
    return OnePagerView(
        account=account.name,
        as_of=today,
        profile=profile_of(session, account),
        owner=members.get(account.owner_id),
        next_meeting=next(iter(coming_meetings(session, account_id, today, 1)), None),
        next_action=next((action for action in actions if action.due and action.due >= today), None),
        quarters=last_quarters(session, account_id, QUARTERS),
        people=person_lines(session, account_id, today, members),
        objectives=tuple(objectives.values()),
        we_owe=tuple(action for action in actions if action.direction is Direction.WE_OWE),
        they_owe=tuple(action for action in actions if action.direction is Direction.THEY_OWE),
        events=_events(session, account_id, today),
        issues=tuple(line.title for line in open_issues(session, account_id)),
        company=of_portfolio(session, COMPANY),
        is_demo=of_portfolio(session, IS_DEMO),
    )


def _events(session: Session, account_id: int, today: date) -> tuple[EventLine, ...]:
    """The last meetings that were held and the last promises that were kept."""
    held = (
        select(Meeting.day, Meeting.title)
        .where(
            Meeting.account_id == account_id,
            Meeting.status.in_((MeetingStatus.HELD, MeetingStatus.MINUTED)),
            Meeting.day <= today,
        )
        .order_by(Meeting.day.desc(), Meeting.id)
        .limit(EVENTS)
    )
    kept = (
        select(ActionItem.done_on, ActionItem.title)
        .where(ActionItem.account_id == account_id, ActionItem.state == State.DONE, ActionItem.done_on.is_not(None))
        .order_by(ActionItem.done_on.desc(), ActionItem.id)
        .limit(EVENTS)
    )
    events = [EventLine(day, title) for day, title in session.execute(held)]
    events += [EventLine(day, title, is_meeting=False) for day, title in session.execute(kept) if day]
    return tuple(sorted(events, key=lambda event: event.day, reverse=True)[:EVENTS])
