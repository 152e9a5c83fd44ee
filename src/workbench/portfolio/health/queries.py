"""Reading what the health scores are counted from, for one account or for all, in a handful of queries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal, null, or_, select, true
from sqlalchemy.orm import Session

from workbench.accounts.model import Account, Lifecycle
from workbench.action_items.model import OPEN, ActionItem, Direction, State
from workbench.business.model import Revenue, Satisfaction
from workbench.contacts.model import Person
from workbench.contacts.positions import Assessment, Seat
from workbench.kam.model import LogEntry, LogKind
from workbench.kernel.settings import of_portfolio
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.portfolio.health.views import Record
from workbench.portfolio.health_inputs import Act, Heard, Inputs, Issue, Judged, QuarterSeen, SeatSeen
from workbench.portfolio.health_score import HEARD, QUARTER, HealthScore, health_score, overridden
from workbench.portfolio.health_weights import WEIGHTS
from workbench.portfolio.model import HealthPart

# what is shown of each kind of record, and its identity
NAMED: Mapping[str, tuple[tuple[Any, ...], Any]] = {
    "action_item": ((ActionItem.title, ActionItem.due), ActionItem.id),
    "meeting": ((Meeting.title, Meeting.day), Meeting.id),
    "assessment": ((Person.name, Assessment.made_on), Assessment.id),
    "seat": ((Seat.title, null()), Seat.id),
    "log_entry": ((LogEntry.title, LogEntry.on), LogEntry.id),
    "satisfaction": (
        (func.coalesce(Person.name, ""), Satisfaction.asked_on, null(), null(), Satisfaction.score, Satisfaction.way),
        Satisfaction.id,
    ),
    "revenue": ((literal(""), Revenue.starts_on, Revenue.invoiced, Revenue.target), Revenue.id),
}
# whose name a record goes by
WHOSE: Mapping[str, Any] = {"assessment": Assessment.person_id, "satisfaction": Satisfaction.person_id}
TROUBLE = (LogKind.ISSUE, LogKind.CONFLICT)
Lists = Mapping[int, list[Any]]


def healths(session: Session, today: date, account_id: int | None = None) -> dict[int, HealthScore]:
    """The health of every open account, or of one."""
    chosen = Account.id == account_id if account_id is not None else Account.lifecycle != Lifecycle.CLOSED
    accounts = session.execute(
        select(
            Account.id,
            Account.last_contact_on,
            Account.rhythm_days,
            Account.health,
            Account.health_reason,
            Account.health_until,
        ).where(chosen)
    ).all()
    read = _Reader(session, today, account_id)
    seats, people = read.seats()
    acts, issues, quarters, met, heard = read.acts(), read.issues(), read.quarters(), read.met(), read.heard()
    weights, found = health_weights(session), {}
    for key, last_contact, rhythm, health, reason, until in accounts:
        inputs = Inputs(
            tuple(seats[key]),
            tuple(people[key]),
            tuple(acts[key]),
            tuple(issues[key]),
            tuple(quarters[key]),
            tuple(met[key]),
            tuple(heard[key]),
            last_contact,
            rhythm,
        )
        counted = health_score(inputs, today, weights)
        override = overridden(health, reason, until, today)
        found[key] = HealthScore(counted.score, counted.parts, counted.trend, override)
    return found


def health_weights(session: Session) -> dict[HealthPart, float]:
    """The weights of the parts, as the portfolio has them."""
    return {part: float(of_portfolio(session, setting)) for part, setting in WEIGHTS.items()}


class _Reader:
    """Reads the records of one account, or of all."""

    def __init__(self, session: Session, today: date, account_id: int | None) -> None:
        self._session, self._today, self._account_id = session, today, account_id

    def seats(self) -> tuple[Lists, Lists]:
        """The seats, and everybody who was judged."""
        judged: dict[tuple[int, int], Judged] = {}
        rows = self._session.execute(
            select(
                Assessment.account_id, Assessment.person_id, Assessment.id, Assessment.attitude, Assessment.influence
            )
            .where(self._of(Assessment.account_id), Assessment.made_on <= self._today)
            .order_by(Assessment.made_on, Assessment.id)
        )
        for account, person, key, attitude, influence in rows:
            judged[account, person] = Judged(key, attitude, influence)
        made: dict[int, list[Any]] = defaultdict(list)
        places = select(Seat.account_id, Seat.id, Seat.person_id).where(self._of(Seat.account_id))
        for home, key, sitting in self._session.execute(places.order_by(Seat.position, Seat.id)):
            made[home].append(SeatSeen(key, judged.get((home, sitting)) if sitting else None))
        people: dict[int, list[Any]] = defaultdict(list)
        for (home, _), one in judged.items():
            people[home].append(one)
        return made, people

    def acts(self) -> Lists:
        """Promises of ours and plans among ourselves with a day, as far back as two quarters."""
        oldest = self._today - 2 * QUARTER
        since = func.coalesce(ActionItem.done_on, ActionItem.due)
        rows = self._session.execute(
            select(
                ActionItem.account_id,
                ActionItem.id,
                ActionItem.due,
                ActionItem.direction,
                ActionItem.objective_id,
                ActionItem.made_on,
                ActionItem.done_on,
                ActionItem.state,
            )
            .where(
                self._of(ActionItem.account_id),
                ActionItem.account_id.is_not(None),
                ActionItem.due.is_not(None),
                ActionItem.direction != Direction.THEY_OWE,
                or_(ActionItem.state.in_(OPEN), and_(ActionItem.state == State.DONE, since >= oldest)),
            )
            .order_by(ActionItem.due, ActionItem.id)
        )
        made: dict[int, list[Any]] = defaultdict(list)
        for account, key, due, direction, objective, made_on, done_on, state in rows:
            # what was ticked off before days were kept counts as done when it was due
            done = (done_on or due) if state is State.DONE else None
            if account is not None and due is not None and (done is None or done >= oldest):
                is_promise = direction is Direction.WE_OWE
                made[account].append(Act(key, due, is_promise, not is_promise or objective is not None, made_on, done))
        return made

    def issues(self) -> Lists:
        rows = self._session.execute(
            select(LogEntry.account_id, LogEntry.id, LogEntry.on, LogEntry.resolved_on)
            .where(self._of(LogEntry.account_id), LogEntry.kind.in_(TROUBLE))
            .order_by(LogEntry.on, LogEntry.id)
        )
        made: dict[int, list[Any]] = defaultdict(list)
        for account, key, on, resolved in rows:
            made[account].append(Issue(key, on, resolved))
        return made

    def quarters(self) -> Lists:
        rows = self._session.execute(
            select(Revenue.account_id, Revenue.id, Revenue.starts_on, Revenue.invoiced, Revenue.target)
            .where(
                self._of(Revenue.account_id), Revenue.starts_on >= self._today.replace(day=1, year=self._today.year - 2)
            )
            .order_by(Revenue.starts_on)
        )
        made: dict[int, list[Any]] = defaultdict(list)
        for account, key, starts_on, invoiced, target in rows:
            made[account].append(QuarterSeen(key, starts_on, invoiced, target))
        return made

    def met(self) -> Lists:
        held = (MeetingStatus.HELD, MeetingStatus.MINUTED)
        rows = self._session.execute(
            select(Meeting.account_id, Meeting.id, Meeting.day)
            .where(self._of(Meeting.account_id), Meeting.status.in_(held), Meeting.day <= self._today)
            .order_by(Meeting.day, Meeting.id)
        )
        made: dict[int, list[Any]] = defaultdict(list)
        for account, key, day in rows:
            if account is not None:
                made[account].append((key, day))
        return made

    def heard(self) -> Lists:
        """What clients answered within a year of today, or of a quarter ago."""
        oldest = self._today - QUARTER - HEARD
        rows = self._session.execute(
            select(
                Satisfaction.account_id,
                Satisfaction.id,
                Satisfaction.asked_on,
                Satisfaction.score,
                Satisfaction.person_id,
            )
            .where(self._of(Satisfaction.account_id), Satisfaction.asked_on > oldest)
            .order_by(Satisfaction.asked_on, Satisfaction.id)
        )
        made: dict[int, list[Any]] = defaultdict(list)
        for account, key, on, score, person in rows:
            made[account].append(Heard(key, on, score, person))
        return made

    def _of(self, column: Any) -> ColumnElement[bool]:  # noqa: ANN401 - a mapped column
        return column == self._account_id if self._account_id is not None else true()


def records_of(session: Session, records: Sequence[tuple[str, int]]) -> list[Record]:
    """What records are called and when they are, in their order."""
    found: dict[tuple[str, int], Record] = {}
    for table, (columns, key) in NAMED.items():
        keys = [record for name, record in records if name == table]
        if keys:
            asked = select(key, *columns).where(key.in_(keys))
            if table in WHOSE:
                asked = asked.outerjoin(Person, Person.id == WHOSE[table])
            rows = session.execute(asked)
            found |= {(table, row[0]): Record(table, *row) for row in rows}
    return [found[record] for record in records if record in found]
