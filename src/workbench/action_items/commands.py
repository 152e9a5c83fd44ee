"""What a user can ask for with actions."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from workbench.action_items.model import ActionItem, Direction, State, Step
from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, found, next_position, removed, reordered
from workbench.kernel.errors import UserError
from workbench.kernel.folding import fold
from workbench.kernel.words import N_
from workbench.meetings.recurrence import next_after
from workbench.team.model import Member

# what an action that comes back does not take along
OF_ONE_TIME = {"id", "due", "start", "state", "done_on", "made_on", "waiting_for", "waiting_since", "captured",
               "first_due", "escalated_on", "escalation"}  # fmt: skip


class TwoOwners(UserError):
    message = N_("An action has exactly one owner: one of us or a person of the client.")
    advice = N_("Clear one of the two.")


class NoSuchColleague(UserError):
    message = N_("There is no colleague “{name}”.")
    advice = N_("Type the beginning of a name.")


class NoReason(UserError):
    message = N_("Blocked needs a reason.")
    advice = N_("Say what blocks it.")


@command(N_("Add action"))
def add_action(session: Session, /, title: str, made_on: date | None = None, **values: Any) -> int:
    """A promise. Without an owner it is the user's own, or open on the client's side when they owe it."""
    action = ActionItem(title=title.strip(), made_on=made_on, **values)
    _check_owner(action)
    if action.member_id is None and action.person_id is None and action.direction is not Direction.THEY_OWE:
        action.member_id = session.scalar(select(Member.id).where(Member.is_me))
    if action.member_id and action.department_id is None:
        action.department_id = session.scalar(select(Member.department_id).where(Member.id == action.member_id))
    return added(session, action)


@command(N_("Add action to all"))
def add_for_accounts(session: Session, titles: Mapping[int, str], due: date | None, made_on: date) -> list[int]:
    """The same promise to several accounts; `titles` are by account, for each may be named in its own."""
    me = session.execute(select(Member.id, Member.department_id).where(Member.is_me)).first() or (None, None)
    return [
        added(
            session,
            ActionItem(title=title, account_id=key, due=due, made_on=made_on, member_id=me[0], department_id=me[1]),
        )
        for key, title in titles.items()
    ]


@command(N_("Edit action"))
def edit_action(session: Session, /, action_id: int, **values: Any) -> None:
    """Change fields of an action; giving it to one side takes it from the other."""
    if values.get("member_id") and "person_id" not in values:
        values["person_id"] = None
    if values.get("person_id") and "member_id" not in values:
        values["member_id"] = None
    _check_owner(edited(session, ActionItem, action_id, values))


@command(N_("Complete actions"))
def complete(session: Session, action_ids: Sequence[int], on: date) -> None:
    """Tick actions off; one that repeats comes back for its next day."""
    for action_id in action_ids:
        action = found(session, ActionItem, action_id)
        action.state, action.done_on, action.blocked_reason = State.DONE, on, None
        _come_back(session, action, on)


@command(N_("Reopen actions"))
def reopen(session: Session, action_ids: Sequence[int]) -> None:
    chosen = update(ActionItem).where(ActionItem.id.in_(action_ids))
    session.execute(chosen.values(state=State.TODO, done_on=None))


@command(N_("Move actions"))
def move_to_state(session: Session, action_ids: Sequence[int], state: State) -> None:
    """Give actions another state."""
    session.execute(update(ActionItem).where(ActionItem.id.in_(action_ids)).values(state=state))


@command(N_("Wait for somebody"))
def wait_for(session: Session, action_ids: Sequence[int], whom: str, since: date) -> None:
    """Actions wait for somebody, since a day."""
    values = {"state": State.WAITING, "waiting_for": whom, "waiting_since": since}
    for action_id in action_ids:
        edited(session, ActionItem, action_id, values)


@command(N_("Block action"))
def block(session: Session, action_ids: Sequence[int], reason: str) -> None:
    """Actions cannot go on, and why; they stay visible where they stopped."""
    if not reason.strip():
        raise NoReason
    for action_id in action_ids:
        edited(session, ActionItem, action_id, {"blocked_reason": reason})


@command(N_("Unblock action"))
def unblock(session: Session, action_ids: Sequence[int]) -> None:
    for action_id in action_ids:
        edited(session, ActionItem, action_id, {"blocked_reason": None})


@command(N_("Set owner"))
def hand_over(session: Session, action_ids: Sequence[int], name: str) -> str:
    """Give actions to the colleague whose name begins so, or holds the words; answers who that is."""
    wanted = fold(name).strip()
    members = session.execute(select(Member.id, Member.name).order_by(Member.left_on.is_not(None), Member.name)).all()
    by_start = [one for one in members if wanted and fold(one.name).startswith(wanted)]
    holding = [one for one in members if wanted and wanted in fold(one.name)]
    found = [*by_start, *holding]
    if not found:
        raise NoSuchColleague(name=name)
    chosen = update(ActionItem).where(ActionItem.id.in_(action_ids))
    session.execute(chosen.values(member_id=found[0].id, person_id=None))
    return str(found[0].name)


@command(N_("Change due dates"))
def reschedule(session: Session, action_ids: Sequence[int], due: date | None) -> None:
    """Give actions another day."""
    first = func.coalesce(ActionItem.first_due, due)
    session.execute(update(ActionItem).where(ActionItem.id.in_(action_ids)).values(due=due, first_due=first))


@command(N_("File captures"))
def file_captures(session: Session, action_ids: Sequence[int]) -> None:
    """Accept captured actions as they stand; they leave the inbox."""
    session.execute(update(ActionItem).where(ActionItem.id.in_(action_ids)).values(captured=None))


@command(N_("Move due dates"))
def shift_due(session: Session, action_ids: Sequence[int], days: int, today: date) -> None:
    """Move the due days by some days; what has none counts from today."""
    for action_id in action_ids:
        action = found(session, ActionItem, action_id)
        action.due = (action.due or today) + timedelta(days)


@command(N_("Delete actions"))
def delete_actions(session: Session, action_ids: Sequence[int]) -> None:
    removed(session, ActionItem, action_ids)


@command(N_("Add step"))
def add_step(session: Session, /, action_id: int, title: str) -> int:
    position = next_position(session, Step, Step.action_id, action_id)
    return added(session, Step(action_id=action_id, title=title.strip(), position=position))


@command(N_("Edit step"))
def edit_step(session: Session, /, step_id: int, **values: Any) -> None:
    edited(session, Step, step_id, values)


@command(N_("Delete steps"))
def delete_steps(session: Session, step_ids: Sequence[int]) -> None:
    removed(session, Step, step_ids)


@command(N_("Order steps"))
def order_steps(session: Session, step_ids: Sequence[int]) -> None:
    """Put the steps of an action in this order."""
    reordered(session, Step, step_ids)


def _check_owner(action: ActionItem) -> None:
    if action.member_id is not None and action.person_id is not None:
        raise TwoOwners


def _come_back(session: Session, action: ActionItem, today: date) -> None:
    following = next_after(action.rule, action.due or today, today) if action.rule else None
    if following is None:
        return
    again = {
        column.key: getattr(action, column.key)
        for column in ActionItem.__table__.columns
        if column.key not in OF_ONE_TIME
    }
    session.add(ActionItem(due=following, made_on=today, **again))
