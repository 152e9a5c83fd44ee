"""What a user can ask for on the team board: move cards, escalate, put them on an agenda."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from workbench.action_items import commands as actions
from workbench.action_items.model import ActionItem, Direction, State
from workbench.contacts.model import Person
from workbench.contacts.positions import ContactRole
from workbench.kam.board.arranging import Move, Seen, attributes, due_in, is_elsewhere
from workbench.kam.board.cards import Place
from workbench.kam.board.queries import coming_meetings
from workbench.kernel.command import command
from workbench.kernel.editing import edited, found
from workbench.kernel.errors import UserError
from workbench.kernel.folding import fold
from workbench.kernel.words import N_
from workbench.meetings.commands import add_agenda_point
from workbench.meetings.proceedings import AgendaPoint


class NoSuchContact(UserError):
    message = N_("The client has nobody called “{name}”.")
    advice = N_("Type the beginning of a name, or nothing to leave it without an owner.")


class MovedMeanwhile(UserError):
    message = N_("“{title}” was moved meanwhile, in another window.")
    advice = N_("Look where it stands now, and move it again from there.")


class NobodyToWaitFor(UserError):
    message = N_("Waiting needs somebody to wait for.")
    advice = N_("Write who it waits for.")


class NoClientMeeting(UserError):
    message = N_("No meeting with the client is planned.")
    advice = N_("Plan one under Meetings; then it can talk of this.")


class NoEscalationReason(UserError):
    message = N_("Escalating needs a reason.")
    advice = N_("Say in a line what must be decided.")


@command(N_("Move cards"))
def move_cards(session: Session, action_ids: Sequence[int], move: Move, today: date) -> None:
    """Give actions another state, another lane, or both, with whom they wait for and who takes over."""
    for was in move.seen:
        action = found(session, ActionItem, was.id)
        if is_elsewhere(was, Seen.of(action), move):
            raise MovedMeanwhile(title=action.title)
    if move.asks_whom and not move.whom.strip():
        raise NobodyToWaitFor
    for action_id in action_ids:
        action = found(session, ActionItem, action_id)
        if move.place is not None:
            _enter_lane(session, action, move, today)
    if move.state is not None:
        _change_state(session, action_ids, move, today)


@command(N_("Escalate"))
def escalate(session: Session, action_ids: Sequence[int], reason: str, on: date) -> int:
    """Actions need a decision from above, and why; the next meeting of the account's team gets the point.

    Returns how many such a meeting talks of.
    """
    if not reason.strip():
        raise NoEscalationReason
    talked_of = 0
    for action_id in action_ids:
        action = edited(session, ActionItem, action_id, {"escalation": reason, "escalated_on": on})
        meetings = coming_meetings(session, action.account_id, on) if action.account_id else []
        internal = next((meeting for meeting in meetings if meeting.is_internal), None)
        if internal is not None:
            _talk_of(session, internal.id, action)
            talked_of += 1
    return talked_of


@command(N_("Put on the agenda"))
def put_on_agenda(session: Session, action_ids: Sequence[int], meeting_id: int) -> None:
    """Let a meeting talk of actions, each a point of its agenda; what stands there already stays as it is."""
    for action_id in action_ids:
        _talk_of(session, meeting_id, found(session, ActionItem, action_id))


@command(N_("Take off the agenda"))
def take_off_agenda(session: Session, action_ids: Sequence[int], today: date) -> None:
    """No meeting to come talks of these actions; what was talked of stays in the minutes."""
    for action_id in action_ids:
        action = found(session, ActionItem, action_id)
        coming = coming_meetings(session, action.account_id, today) if action.account_id else []
        session.execute(
            delete(AgendaPoint).where(
                AgendaPoint.action_id == action_id, AgendaPoint.meeting_id.in_([meeting.id for meeting in coming])
            )
        )


def _talk_of(session: Session, meeting_id: int, action: ActionItem) -> None:
    known = select(AgendaPoint.id).where(AgendaPoint.meeting_id == meeting_id, AgendaPoint.action_id == action.id)
    if session.scalar(known.limit(1)) is None:
        add_agenda_point.body(session, meeting_id, action.title, member_id=action.member_id, action_id=action.id)


def _enter_lane(session: Session, action: ActionItem, move: Move, today: date) -> None:
    place = move.place or Place("nowhere")
    values = attributes(place)
    if place.kind == "week":
        values = {"due": due_in(place, action.due, today)}
    elif place.kind == "meeting":
        put_on_agenda.body(session, [action.id], place.id)
    elif place.kind == "undiscussed":
        take_off_agenda.body(session, [action.id], today)
    elif place.kind == "department" and action.direction is Direction.THEY_OWE and move.owner_id:
        # what one of ours takes over, the client owes no longer
        values |= {"direction": Direction.INTERNAL}
    edited(session, ActionItem, action.id, values)
    if place.kind == "client":
        owner = _contact(session, action, move.owner)
        edited(session, ActionItem, action.id, {"member_id": None, "person_id": owner})
    elif move.owner.strip():
        actions.hand_over.body(session, [action.id], move.owner)
    elif move.owner_id:
        edited(session, ActionItem, action.id, {"member_id": move.owner_id, "person_id": None})


def _contact(session: Session, action: ActionItem, name: str) -> int | None:
    """The person of the account whose name begins so, or holds the words; nobody without a name."""
    wanted = fold(name).strip()
    if not wanted:
        return action.person_id
    people = session.execute(
        select(Person.id, Person.name)
        .join(ContactRole, ContactRole.person_id == Person.id)
        .where(ContactRole.account_id == action.account_id)
        .order_by(Person.name)
    ).all()
    by_start = [row.id for row in people if fold(row.name).startswith(wanted)]
    holding = [row.id for row in people if wanted in fold(row.name)]
    chosen = [*by_start, *holding]
    if not chosen:
        raise NoSuchContact(name=name)
    return int(chosen[0])


def _change_state(session: Session, action_ids: Sequence[int], move: Move, today: date) -> None:
    if move.state is State.DONE:
        actions.complete.body(session, action_ids, today)
    elif move.state is State.WAITING:
        actions.wait_for.body(session, action_ids, move.whom, today)
    elif move.state is not None:
        values = {"state": move.state, "waiting_for": None, "waiting_since": None, "done_on": None}
        for action_id in action_ids:
            edited(session, ActionItem, action_id, values)
