"""Reading what was promised, by whom, and how it ended."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.model import OPEN, ActionItem, Direction, State
from workbench.contacts.model import Person
from workbench.kam.model import Request, RequestState
from workbench.kam.requests.clock import next_working_day, working_days
from workbench.kam.requests.promises import is_open
from workbench.kam.requests.queries import cards
from workbench.kam.requests.views import RequestCard
from workbench.kam.scoreboard.counting import Owed, Whose, by_whom, figures
from workbench.kam.scoreboard.views import Line, ScoreboardView
from workbench.kernel.editing import found
from workbench.kernel.folding import fold
from workbench.kernel.settings import COMPANY, IS_DEMO, REGION, of_portfolio
from workbench.team.model import Member
from workbench.team.queries import departments
from workbench.team.regions import Calendar, calendar_of


def scoreboard(session: Session, account_id: int | None, today: date) -> ScoreboardView:
    """Who kept the promises for an account, or for all; Gone if there is no such account."""
    owed = owed_for(session, account_id, today)
    return ScoreboardView(
        as_of=today,
        account=found(session, Account, account_id).name if account_id is not None else "",
        lines=tuple(line for part in _parts(session, owed) for line in _lines(part, owed, today)),
        company=of_portfolio(session, COMPANY),
        is_demo=of_portfolio(session, IS_DEMO),
    )


def owed_for(session: Session, account_id: int | None, today: date) -> list[Owed]:
    """Every request and action for an account, or all there are."""
    who = {row.id: row.member_id for row in session.execute(select(Request.id, Request.member_id))}
    asked = [_of_request(card, who.get(card.id), today) for card in cards(session, account_id)]
    return [*asked, *_actions(session, account_id, today)]


Part = tuple[Whose, list[tuple[int, str]]]


def _parts(session: Session, owed: Iterable[Owed]) -> Iterator[Part]:
    yield Whose.DEPARTMENT, [(one.id, one.name) for one in departments(session)]
    for whose, kind in ((Whose.MEMBER, Member), (Whose.PERSON, Person)):
        keys = {key for one in owed if (key := getattr(one, f"{whose.value}_id")) is not None}
        rows: Any = session.execute(select(kind.id, kind.name).where(kind.id.in_(keys)))
        yield whose, sorted(((row.id, row.name) for row in rows), key=lambda row: fold(row[1]))


def _lines(part: Part, owed: list[Owed], today: date) -> Iterator[Line]:
    """The sum of a part, then each of its own that ever promised anything."""
    whose, named = part
    promised = by_whom(owed, whose)
    own = [(key, name) for key, name in named if key in promised]
    if not own:
        return
    yield Line(whose, "", None, figures([one for key, _ in own for one in promised[key]], today, whose))
    for key, name in own:
        yield Line(whose, name, key, figures(promised[key], today, whose))


def _of_request(card: RequestCard, member_id: int | None, today: date) -> Owed:
    calendar = calendar_of(card.region)
    first = card.first_promised or (card.promised_for if card.accepted_on else None)
    is_answered = card.state is RequestState.ANSWERED
    return Owed(
        "request",
        card.id,
        card.title,
        due=next_working_day(first, calendar) if first else None,
        done_on=card.answered_on if is_answered else None,
        ended_on=card.answered_on,
        is_open=is_open(card),
        is_blocked=card.blocked_reason is not None,
        took=max(0, working_days(card.asked_on, card.answered_on, calendar)) if card.answered_on else None,
        age=max(0, working_days(card.asked_on, today, calendar)),
        department_id=card.department_id,
        member_id=member_id,
        account_id=card.account_id,
    )


def _actions(session: Session, account_id: int | None, today: date) -> Iterator[Owed]:
    """What was promised as an action; one that was dropped is nobody's promise any more."""
    rows = _ACTIONS if account_id is None else _ACTIONS.where(ActionItem.account_id == account_id)
    usual = of_portfolio(session, REGION)
    for row in session.execute(rows):
        yield _of_action(row, calendar_of(row.region or usual), today)


def _of_action(row: Any, calendar: Calendar, today: date) -> Owed:  # noqa: ANN401 - a row of many columns
    done, made, is_theirs = row.done_on, row.made_on, row.direction is Direction.THEY_OWE
    return Owed(
        "action_item",
        row.id,
        row.title,
        due=next_working_day(row.promised, calendar) if row.promised else None,
        done_on=done,
        ended_on=done,
        is_open=row.state in OPEN,
        is_blocked=row.is_blocked,
        took=max(0, working_days(made, done, calendar)) if made and done else None,
        age=max(0, working_days(made, today, calendar)) if made else None,
        department_id=None if is_theirs else row.department_id,
        member_id=row.member_id,
        person_id=row.person_id,
        account_id=row.account_id,
    )


# columns and no entities: a portfolio has many actions
_ACTIONS: Any = (
    select(
        ActionItem.id,
        ActionItem.title,
        func.coalesce(ActionItem.first_due, ActionItem.due).label("promised"),
        ActionItem.done_on,
        ActionItem.made_on,
        ActionItem.state,
        ActionItem.direction,
        ActionItem.blocked_reason.is_not(None).label("is_blocked"),
        ActionItem.department_id,
        ActionItem.member_id,
        ActionItem.person_id,
        ActionItem.account_id,
        func.nullif(Member.region, "").label("region"),
    )
    .outerjoin(Member, Member.id == ActionItem.member_id)
    .where(ActionItem.state != State.DROPPED, ActionItem.captured.is_(None))
    .order_by(ActionItem.id)
)
