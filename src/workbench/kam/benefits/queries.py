"""Reading the benefit scorecard of an account: what was typed, or else what the portfolio knows."""

from collections.abc import Callable, Iterator
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.model import ActionItem, Direction, State
from workbench.business.model import Revenue
from workbench.kam.benefits.views import Benefit, Fact, Scorecard, Way
from workbench.kam.model import Advantage
from workbench.kam.model import Benefit as Typed
from workbench.kernel.editing import found
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.kernel.words import N_
from workbench.meetings.model import Meeting, MeetingKind, MeetingStatus
from workbench.team.growth import Lesson, Recognition

Facts = Callable[[Session, int, date], Iterator[Fact]]


def scorecard(session: Session, account_id: int, today: date) -> Scorecard:
    """The six advantages of an account; Gone if there is no such account."""
    account = found(session, Account, account_id)
    typed: dict[Advantage, list[Typed]] = {}
    rows = select(Typed).where(Typed.account_id == account_id).order_by(Typed.year, Typed.id)
    for one in session.scalars(rows):
        typed.setdefault(one.advantage, []).append(one)
    return Scorecard(
        account.name,
        today,
        tuple(_benefit(session, account_id, today, (one, typed.get(one, []))) for one in Advantage),
        of_portfolio(session, COMPANY),
        of_portfolio(session, IS_DEMO),
    )


def _benefit(session: Session, account_id: int, today: date, asked: tuple[Advantage, list[Typed]]) -> Benefit:
    advantage, typed = asked
    if typed:
        facts = tuple(Fact(one.year, "benefit", one.id, one.note or "", None, one.value) for one in typed)
        named = [one.indicator for one in typed if one.indicator]
        return Benefit(advantage, named[-1] if named else "", Way.TYPED, today, facts)
    label, way, read = MEASURED[advantage]
    return Benefit(advantage, label, way, today, tuple(read(session, account_id, today)))


def _nothing(_session: Session, _account_id: int, _today: date) -> Iterator[Fact]:
    yield from ()


def _promises(session: Session, account_id: int, today: date) -> Iterator[Fact]:
    yield from _in_time(session, account_id, today, Direction.WE_OWE)


def _inside(session: Session, account_id: int, today: date) -> Iterator[Fact]:
    yield from _in_time(session, account_id, today, Direction.INTERNAL)


def _in_time(session: Session, account_id: int, today: date, direction: Direction) -> Iterator[Fact]:
    """Actions whose day has come, by the day they were first promised for; those done by then count."""
    promised = func.coalesce(ActionItem.first_due, ActionItem.due)
    rows = (
        select(ActionItem.id, ActionItem.title, promised, ActionItem.done_on)
        .where(
            ActionItem.account_id == account_id,
            ActionItem.direction == direction,
            ActionItem.state != State.DROPPED,
            or_(ActionItem.state == State.DONE, promised < today),
            promised.is_not(None),
        )
        .order_by(promised, ActionItem.id)
    )
    for key, title, day, done in session.execute(rows):
        yield Fact(day.year, "action_item", key, title, day, float(done is not None and done <= day))


def _meetings(session: Session, account_id: int, _today: date) -> Iterator[Fact]:
    """Meetings with the client that were held."""
    rows = (
        select(Meeting.id, Meeting.title, Meeting.day)
        .where(
            Meeting.account_id == account_id,
            Meeting.kind != MeetingKind.INTERNAL,
            Meeting.status.in_((MeetingStatus.HELD, MeetingStatus.MINUTED)),
        )
        .order_by(Meeting.day, Meeting.id)
    )
    for key, title, day in session.execute(rows):
        yield Fact(day.year, "meeting", key, title, day)


def _shared(session: Session, account_id: int, _today: date) -> Iterator[Fact]:
    """Lessons and words of thanks that came of the account."""
    lessons = select(Lesson.id, Lesson.title, Lesson.on).where(Lesson.account_id == account_id, Lesson.on.is_not(None))
    thanks = select(Recognition.id, Recognition.text, Recognition.on).where(Recognition.account_id == account_id)
    for table, rows in (("lesson", lessons), ("recognition", thanks)):
        for key, title, day in session.execute(rows):
            if day is not None:
                yield Fact(day.year, table, key, title, day)


def _revenue(session: Session, account_id: int, _today: date) -> Iterator[Fact]:
    """What was invoiced, against the whole portfolio in the same quarter: growing faster than it is growing here."""
    sums = select(Revenue.starts_on, func.sum(Revenue.invoiced)).group_by(Revenue.starts_on)
    totals = {row[0]: row[1] for row in session.execute(sums)}
    rows = select(Revenue).where(Revenue.account_id == account_id).order_by(Revenue.starts_on)
    for one in session.scalars(rows):
        yield Fact(
            one.starts_on.year,
            "revenue",
            one.id,
            "",
            one.starts_on,
            float(one.invoiced),
            float(totals.get(one.starts_on, 0)),
        )


MEASURED: dict[Advantage, tuple[str, Way, Facts]] = {
    Advantage.DIFFERENTIATION: (N_("Type what shows it, such as a win rate against rivals"), Way.PART, _nothing),
    Advantage.SALES: (N_("Part of what the portfolio invoices, in percent"), Way.RATIO, _revenue),
    Advantage.RELATIONSHIPS: (N_("Meetings held with the client, a quarter"), Way.PER_QUARTER, _meetings),
    Advantage.TEAM_VALUE: (N_("Lessons and thanks shared, a quarter"), Way.PER_QUARTER, _shared),
    Advantage.COMMUNICATION: (N_("Promises to the client kept in time, in percent"), Way.PART, _promises),
    Advantage.ORGANISATION: (N_("Internal actions done in time, in percent"), Way.PART, _inside),
}
