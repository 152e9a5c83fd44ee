"""What a user can ask for with requests: ask, accept, answer, refuse, escalate, block, link."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.action_items.model import ActionItem
from workbench.kam.model import UNANSWERED, Request, RequestState
from workbench.kam.requests.clock import next_working_day
from workbench.kam.requests.queries import calendar_for, lead_of
from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, found, removed
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.team.model import Department, Member

DAYS = {"asked_on", "promised_for", "answered_on"}


class PromisedBeforeAsked(UserError):
    message = N_("A request cannot be promised for a day before it is asked.")
    advice = N_("Choose the day of the question or a later one.")


class AnsweredAlready(UserError):
    message = N_("“{title}” is answered already.")
    advice = N_("Ask again first if the answer was not enough.")


class NotAnsweredYet(UserError):
    message = N_("“{title}” is not answered yet, so the answer has no day.")
    advice = N_("Answer or refuse it first; then the day can be put right.")


class NeedsItsDay(UserError):
    message = N_("An answer came on a day: without it, nobody knows whether the promise was kept.")
    advice = N_("Type the day, or ask again if there was no answer.")


class AnsweredBeforeAsked(UserError):
    message = N_("A request cannot be answered before it is asked.")
    advice = N_("Choose the day of the question or a later one.")


class NoAnswer(UserError):
    message = N_("An answer is missing.")
    advice = N_("Type it, or paste it from a mail.")


class NoReasonToRefuse(UserError):
    message = N_("A refusal needs its reason.")
    advice = N_("One line is enough.")


@command(N_("Ask department"))
def ask_department(session: Session, /, department_id: int, title: str, asked_on: date, **values: Any) -> int:
    """Ask a department; without a name it is asked of who leads it, by the user. `promised_for` is when we want it."""
    values.setdefault("asked_by_id", session.scalar(select(Member.id).where(Member.is_me)))
    if values.get("member_id") is None:
        values["member_id"] = lead_of(session, found(session, Department, department_id).id)
    request = Request(department_id=department_id, title=title.strip(), asked_on=asked_on, **values)
    added(session, request)
    _settle(session, request)
    return request.id


@command(N_("Edit request"))
def edit_request(session: Session, /, request_id: int, **values: Any) -> None:
    """Change fields of a request; the state moves by its own verbs."""
    request = edited(session, Request, request_id, values)
    if "department_id" in values and "member_id" not in values:
        request.member_id = lead_of(session, request.department_id)
    if "promised_for" in values:
        _settle(session, request)
    if DAYS & values.keys():
        _check_days(request)


@command(N_("Accept request"))
def accept_request(session: Session, request_id: int, promised_for: date, on: date) -> None:
    """The department says for when; the first promise is kept beside every later one."""
    request = _unanswered(session, request_id)
    request.state, request.promised_for = RequestState.ACCEPTED, promised_for
    request.accepted_on = request.accepted_on or on
    _settle(session, request)


@command(N_("Answer request"))
def answer_request(session: Session, request_id: int, answer: str, on: date) -> None:
    """The answer came; one that is corrected keeps the day of the first."""
    if not answer.strip():
        raise NoAnswer
    request = found(session, Request, request_id)
    if request.state is not RequestState.ANSWERED:
        request.answered_on = on
    request.state, request.answer, request.blocked_reason = RequestState.ANSWERED, answer.strip(), None
    _check_days(request)


@command(N_("Refuse request"))
def refuse_request(session: Session, request_id: int, reason: str, on: date) -> None:
    """The department will not do it, and why."""
    if not reason.strip():
        raise NoReasonToRefuse
    request = _unanswered(session, request_id)
    request.state, request.answer, request.answered_on = RequestState.REFUSED, reason.strip(), on
    request.blocked_reason = None
    _check_days(request)


@command(N_("Escalate request"))
def escalate_request(session: Session, request_id: int, text: str, on: date) -> None:
    """Take it to who decides, with a text that says what is at stake."""
    request = _unanswered(session, request_id)
    request.state, request.escalation, request.escalated_on = RequestState.ESCALATED, text.strip() or None, on


@command(N_("Block request"))
def block_request(session: Session, request_id: int, reason: str) -> None:
    """Say what keeps the department from answering; nothing means that nothing does any more."""
    _unanswered(session, request_id).blocked_reason = reason.strip() or None


@command(N_("Link request"))
def link_request(session: Session, request_id: int, action_id: int | None, objective_id: int | None) -> None:
    """Say for which action and objective it is; an action brings its own objective along."""
    request = found(session, Request, request_id)
    action = found(session, ActionItem, action_id) if action_id is not None else None
    request.action_id = action_id
    request.objective_id = objective_id or (action.objective_id if action else None)


@command(N_("Ask again"))
def ask_again(session: Session, request_id: int) -> None:
    """The answer was not enough: the question is open as before; what was answered stays to be read."""
    request = found(session, Request, request_id)
    request.state = RequestState.ACCEPTED if request.accepted_on else RequestState.ASKED
    request.answered_on = None


@command(N_("Delete requests"))
def delete_requests(session: Session, request_ids: Sequence[int]) -> None:
    removed(session, Request, request_ids)


def _unanswered(session: Session, request_id: int) -> Request:
    request = found(session, Request, request_id)
    if request.state not in UNANSWERED:
        raise AnsweredAlready(title=request.title)
    return request


def _check_days(request: Request) -> None:
    """The question comes first, and what is over has the day on which it was."""
    if request.promised_for is not None and request.promised_for < request.asked_on:
        raise PromisedBeforeAsked
    is_over = request.state not in UNANSWERED
    if is_over and request.answered_on is None:
        raise NeedsItsDay
    if request.answered_on is not None and not is_over:
        raise NotAnsweredYet(title=request.title)
    if request.answered_on is not None and request.answered_on < request.asked_on:
        raise AnsweredBeforeAsked


def _settle(session: Session, request: Request) -> None:
    """A promise is for a day after the question, and moves to one on which somebody works."""
    session.flush()
    if request.promised_for is not None:
        if request.promised_for < request.asked_on:
            raise PromisedBeforeAsked
        request.promised_for = next_working_day(request.promised_for, calendar_for(session, request))
    if request.accepted_on is not None and request.first_promised is None:
        request.first_promised = request.promised_for
