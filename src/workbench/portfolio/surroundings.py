"""What stands around an account: objectives, the people who weigh, risks, accounts below, the next meetings."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from workbench.accounts import queries as accounts
from workbench.contacts import queries as contacts
from workbench.contacts.positions import BuyingRole, Influence
from workbench.contacts.queries import PersonCard
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.plans import queries as plans
from workbench.plans.model import Objective, Risk

WEIGHT = {Influence.HIGH: 0, Influence.MEDIUM: 1, Influence.LOW: 2, None: 3}
_NEXT: Any = (
    select(Meeting.id, Meeting.title, Meeting.day, Meeting.start, Meeting.place)
    .where(
        Meeting.account_id == bindparam("key"),
        Meeting.status == MeetingStatus.PLANNED,
        Meeting.starts_at >= bindparam("now"),
    )
    .order_by(Meeting.starts_at)
    .limit(3)
)


@dataclass(frozen=True)
class Surroundings:
    """Everything the first tab of an account shows beside its facts and promises."""

    next_meetings: tuple[Any, ...]
    objectives: tuple[Objective, ...]
    risks: tuple[Risk, ...]
    people: tuple[PersonCard, ...]
    below: tuple[tuple[int, str], ...]


def surroundings(session: Session, account_id: int, today: date, now: datetime) -> Surroundings:
    """Read what stands around an account."""
    plan_id = plans.current_plan(session, account_id, today)
    people = [card for card in contacts.people_at(session, account_id, today) if card.is_current]
    return Surroundings(
        tuple(session.execute(_NEXT, {"key": account_id, "now": now})),
        tuple(plans.objectives_of(session, plan_id)) if plan_id else (),
        tuple(plans.risks_of(session, plan_id)) if plan_id else (),
        tuple(sorted(people, key=weight)),
        tuple(accounts.children(session, account_id)),
    )


def weight(card: PersonCard) -> tuple[bool, int]:
    """Who decides comes first, then who has influence."""
    return card.buying_role is not BuyingRole.DECIDES, WEIGHT[card.influence]
