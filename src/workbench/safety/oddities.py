"""What the rules of the program would not have let in: found in a file that others wrote to, and said by name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Enum, Text, func, select, type_coerce
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.model import ActionItem
from workbench.kam.model import Deliverable, Letter, Raci, Request, Workstream
from workbench.kernel.journal import kept_tables
from workbench.kernel.words import N_
from workbench.models import METADATA
from workbench.portfolio.model import Criterion, Rating, Scheme
from workbench.team.growth import SKILL_LEVELS, Skill, SkillLevel
from workbench.team.model import Department

MOST = 5  # names in a sentence
RATINGS = range(6)
ACCOUNTABLE = [letter.value for letter in Letter if letter.accounts]
LETTER = type_coerce(Raci.letter, Text)
WORK = func.coalesce(Workstream.title, Deliverable.title, ActionItem.title)
Odd = tuple[str, dict[str, object]]


def oddities(session: Session) -> Iterator[Odd]:
    """What is odd about the cockpit: sentences with the names of what they speak of."""
    for text, names in (
        (N_("Work with more than one accountable (A): {names}. N in the RACI grid goes there."), _several_a(session)),
        (N_("One department has two letters for the same work: {names}. Type one of them again."), _twice(session)),
        (N_("Requests whose department or account is gone: {names}. Delete them, or ask again."), _orphans(session)),
        (N_("Criteria that weigh nothing: {names}. Give them a weight in the portfolio."), _weightless(session)),
        (N_("Ratings that are not from 0 to 5: {names}. Rate them again."), _ratings(session)),
        (N_("Skill levels that are not from 0 to 4: {names}. Set them again."), _levels(session)),
    ):
        if names:
            yield text, {"names": _said(names)}


def unknown_values(session: Session) -> int:
    """How many values of closed lists are not in their list; a view that reads one fails."""
    found = 0
    for table in kept_tables(METADATA):
        for column in table.columns:
            if isinstance(column.type, Enum):
                strange = type_coerce(column, Text).not_in(column.type.enums)
                found += session.scalar(select(func.count()).select_from(table).where(strange)) or 0
    return found


def _several_a(session: Session) -> list[str]:
    return _work(session, LETTER.in_(ACCOUNTABLE), Raci.workstream_id, Raci.deliverable_id, Raci.action_id)


def _twice(session: Session) -> list[str]:
    row = Raci.workstream_id, Raci.deliverable_id, Raci.action_id
    return _work(session, LETTER.is_not(None), *row, Raci.department_id)


def _work(session: Session, condition: ColumnElement[bool], *same: Any) -> list[str]:  # noqa: ANN401
    """The titles of the work for which more than one letter is the same in these columns."""
    rows = (
        select(WORK)
        .select_from(Raci)
        .outerjoin(Workstream, Workstream.id == Raci.workstream_id)
        .outerjoin(Deliverable, Deliverable.id == Raci.deliverable_id)
        .outerjoin(ActionItem, ActionItem.id == Raci.action_id)
        .where(condition, WORK.is_not(None))
        .group_by(*same)
        .having(func.count() > 1)
    )
    return list(session.scalars(rows))


def _orphans(session: Session) -> list[str]:
    rows = (
        select(Request.title)
        .outerjoin(Department, Department.id == Request.department_id)
        .outerjoin(Account, Account.id == Request.account_id)
        .where(Department.id.is_(None) | (Request.account_id.is_not(None) & Account.id.is_(None)))
    )
    return list(session.scalars(rows))


def _weightless(session: Session) -> list[str]:
    weighed = type_coerce(Criterion.scheme, Text) != Scheme.GATE.value
    return list(session.scalars(select(Criterion.name).where(weighed, Criterion.weight <= 0)))


def _ratings(session: Session) -> list[str]:
    rows = (
        select(Account.name, Criterion.name)
        .select_from(Rating)
        .join(Account, Account.id == Rating.account_id)
        .join(Criterion, Criterion.id == Rating.criterion_id)
        .where(Rating.value.not_in(RATINGS))
    )
    return [" · ".join(row) for row in session.execute(rows)]


def _levels(session: Session) -> list[str]:
    beyond = SkillLevel.current.not_in(SKILL_LEVELS) | SkillLevel.required.not_in(SKILL_LEVELS)
    return list(session.scalars(select(Skill.name).join(SkillLevel, SkillLevel.skill_id == Skill.id).where(beyond)))


def _said(names: Sequence[str]) -> str:
    """The names, each once with how often; those beyond five as a number."""
    counted = [name if n == 1 else f"{name} (×{n})" for name, n in Counter(names).items()]
    more = len(counted) - MOST
    return "; ".join(counted[:MOST]) + (f"; … +{more}" if more > 0 else "")
