"""Reading who does what: workstreams, what they hand over, actions, and the letter of each department."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.model import OPEN, ActionItem
from workbench.contacts.model import Person
from workbench.kam.model import Deliverable, Raci, Workstream
from workbench.kam.progress import queries as progress
from workbench.kam.raci.audit import with_owner
from workbench.kam.raci.people import CLIENT, CLIENT_CODE, Ours, ours
from workbench.kam.raci.views import RaciColumn, RaciRow, RaciView, Work
from workbench.kernel.editing import found
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.kernel.words import Words
from workbench.plans.queries import current_plan, objectives_of
from workbench.team.model import Department

Key = tuple[Work, int]
Held = dict[Key, dict[int | None, Raci]]


def raci_view(session: Session, account_id: int, today: date, words: Words, *, every_action: bool = False) -> RaciView:
    """The grid of an account; Gone if there is no such account.

    Actions are in it if they belong to a workstream; with `every_action` all open ones.
    """
    account = found(session, Account, account_id)
    held = held_letters(session, account_id)
    rows = _Rows(held, ours(session, account_id), objective_codes(session, account_id, today))
    streams = _streams(session, account_id, rows)
    parts = _deliverables(session, account_id, rows)
    actions = _actions(session, account_id, rows, every_action=every_action)
    return RaciView(
        account=account.name,
        as_of=today,
        columns=tuple(_columns(session, words, held)),
        rows=tuple(_in_order(streams, [*parts, *actions])),
        company=of_portfolio(session, COMPANY),
        is_demo=of_portfolio(session, IS_DEMO),
    )


def held_letters(session: Session, account_id: int) -> Held:
    """The stored letters of an account by row and department; of two for the same cell the newer one counts."""
    rows = session.scalars(
        select(Raci)
        .outerjoin(Deliverable, Deliverable.id == Raci.deliverable_id)
        .outerjoin(Workstream, Workstream.id == Raci.workstream_id)
        .outerjoin(ActionItem, ActionItem.id == Raci.action_id)
        .where(
            or_(
                Workstream.account_id == account_id,
                ActionItem.account_id == account_id,
                Deliverable.workstream_id.in_(select(Workstream.id).where(Workstream.account_id == account_id)),
            )
        )
        .order_by(Raci.id)
    )
    held: Held = {}
    for row in rows:
        held.setdefault(_key(row), {})[row.department_id] = row
    return held


def objective_codes(session: Session, account_id: int, today: date) -> dict[int, str]:
    """O1, O2 … of the objectives of an account's current plan, by identity."""
    plan = current_plan(session, account_id, today)
    objectives = objectives_of(session, plan) if plan else []
    return {objective.id: f"O{number}" for number, objective in enumerate(objectives, 1)}


@dataclass(frozen=True)
class _Rows:
    """Makes rows of records."""

    held: Held
    ours: Ours
    codes: Mapping[int, str]

    def made(self, work: Work, key: int, title: str, objective: int | None, **more: Any) -> RaciRow:  # noqa: ANN401
        """A row whose accountable is stored; where no person is named, whoever leads that department stands for it."""
        held = self.held.get((work, key), {})
        letters = {column: row.letter for column, row in held.items()}
        owner, left = more.pop("owner", None), False
        if owner is None and work is not Work.ACTION:
            owner, left = self._accountable(list(held.values()))
        own = more.pop("own", None)
        if own is not None:
            letters[own[0]] = with_owner(letters.get(own[0]))
        code = self.codes.get(objective) if objective else None
        return RaciRow(
            work=work, key=key, title=title, letters=letters, objective=code, owner=owner,
            owner_left=more.pop("owner_left", left), **more,
        )  # fmt: skip

    def _accountable(self, held: Sequence[Raci]) -> tuple[str | None, bool]:
        row = next((row for row in held if row.letter.accounts), None)
        if row is None:
            return None, False
        member = row.member_id or self.ours.leads.get(row.department_id)
        return (self.ours.names[member], member in self.ours.gone) if member else (None, False)


def _streams(session: Session, account_id: int, rows: _Rows) -> list[RaciRow]:
    far = progress.of_workstreams(session, account_id)
    streams = select(Workstream).where(Workstream.account_id == account_id)
    return [
        rows.made(
            Work.WORKSTREAM, stream.id, stream.title, stream.objective_id, stream=stream.id,
            starts_on=stream.starts_on, due=stream.ends_on, progress=far.get(stream.id),
        )
        for stream in session.scalars(streams.order_by(Workstream.position, Workstream.id))
    ]  # fmt: skip


def _deliverables(session: Session, account_id: int, rows: _Rows) -> list[RaciRow]:
    parts = (
        select(Deliverable, Workstream.objective_id)
        .join(Workstream, Workstream.id == Deliverable.workstream_id)
        .where(Workstream.account_id == account_id)
        .order_by(Deliverable.position, Deliverable.id)
    )
    return [
        rows.made(
            Work.DELIVERABLE, part.id, part.title, objective, stream=part.workstream_id,
            due=part.due, is_done=part.done_on is not None,
        )
        for part, objective in session.execute(parts)
    ]  # fmt: skip


def _actions(session: Session, account_id: int, rows: _Rows, *, every_action: bool) -> Iterator[RaciRow]:
    chosen = select(ActionItem, Person.name, Workstream.objective_id).where(
        ActionItem.account_id == account_id, ActionItem.state.in_(OPEN), ActionItem.captured.is_(None)
    )
    if not every_action:
        chosen = chosen.where(ActionItem.workstream_id.is_not(None))
    joined = chosen.outerjoin(Person, Person.id == ActionItem.person_id).outerjoin(
        Workstream, Workstream.id == ActionItem.workstream_id
    )
    for action, person, served in session.execute(joined.order_by(ActionItem.due.asc().nulls_last(), ActionItem.id)):
        own = own_column(action, rows.ours)
        owner = rows.ours.names.get(action.member_id) if action.member_id else person
        yield rows.made(
            Work.ACTION, action.id, action.title, action.objective_id or served, stream=action.workstream_id,
            starts_on=action.start, due=action.due, owner=owner,
            owner_left=action.member_id in rows.ours.gone, own=own,
        )  # fmt: skip


def own_column(action: ActionItem, known: Ours) -> tuple[int | None] | None:
    """The column whose A the owner of an action is; None if nobody owns it or the owner has no department."""
    if action.person_id is not None:
        return (None,)
    if action.member_id is None:
        return None
    home = known.homes.get(action.member_id) or action.department_id
    return (home,) if home is not None else None


def _columns(session: Session, words: Words, held: Held) -> Iterator[RaciColumn]:
    """Our departments and the client; a department that is called like the client is shown where it has letters."""
    code = words(CLIENT_CODE)
    used = {column for letters in held.values() for column in letters}
    for department in session.scalars(select(Department).order_by(Department.position, Department.id)):
        if department.code != code or department.id in used:
            yield RaciColumn(department.id, department.code, department.name)
    yield RaciColumn(None, code, words(CLIENT))


def _in_order(streams: Sequence[RaciRow], parts: Sequence[RaciRow]) -> Iterator[RaciRow]:
    """Each workstream, what it hands over, its actions; then what belongs to none."""
    below: dict[int | None, list[RaciRow]] = {}
    for part in parts:
        below.setdefault(part.stream, []).append(part)
    for stream in streams:
        yield stream
        yield from below.pop(stream.key, ())
    for rest in below.values():
        yield from rest


def _key(row: Raci) -> Key:
    if row.workstream_id is not None:
        return Work.WORKSTREAM, row.workstream_id
    if row.deliverable_id is not None:
        return Work.DELIVERABLE, row.deliverable_id
    return Work.ACTION, row.action_id or 0
