"""The list of requests: what each is about, how its clock stands, what is late."""

from dataclasses import replace
from datetime import date

from sqlalchemy import ColumnElement

from workbench.kam.model import UNANSWERED, Request, RequestState
from workbench.kam.requests import fields
from workbench.kam.requests.clock import clock
from workbench.kam.requests.commands import delete_requests, edit_request
from workbench.kam.requests.queries import REQUESTS
from workbench.kam.requests.ui.verbs import RequestVerbs
from workbench.kernel.cells import Cell, Row, near_day
from workbench.kernel.words import N_
from workbench.team.regions import calendar_of
from workbench.ui.room import Chip, Inline, Room


def _open(_today: date) -> list[ColumnElement[bool]]:
    return [Request.state.in_(UNANSWERED)]


def _late(today: date) -> list[ColumnElement[bool]]:
    return [Request.state.in_(UNANSWERED), Request.promised_for < today]


def _blocked(_today: date) -> list[ColumnElement[bool]]:
    return [Request.blocked_reason.is_not(None), Request.state.in_(UNANSWERED)]


def _escalated(_today: date) -> list[ColumnElement[bool]]:
    return [Request.state == RequestState.ESCALATED]


def _clock(row: Row) -> Cell:
    """Working days passed of those promised; late and blocked have a mark."""
    values, words = row.values, row.formats.words
    if values["state"] is None:
        return Cell("")
    is_open = values["state"] in UNANSWERED
    until = row.today if is_open else values["answered_on"] or row.today
    found = clock(values["asked_on"], values["promised_for"], until, calendar_of(values["region"]))
    passed = row.formats.number(found.passed)
    counted = words("{n} of {total}", n=passed, total=row.formats.number(found.promised)) if found.promised else passed
    if is_open and found.late:
        late = words.many("{n} day late", "{n} days late", found.late)
        return Cell(late, "crit", "circle-alert", words("overdue"), counted)
    if is_open and values["blocked_reason"]:
        return Cell(counted, "warn", "octagon-x", words("blocked"), values["blocked_reason"])
    if values["state"] is RequestState.ANSWERED and found.late:
        return Cell(counted, "warn", "clock", words("answered late"))
    if values["state"] is RequestState.ANSWERED:
        return Cell(counted, "ok", "circle-check", words("answered"))
    return Cell(counted)


def _promised(row: Row) -> Cell:
    """The day it is promised for; before somebody has promised it, the day we want it."""
    day, state = row.values["promised_for"], row.values["state"]
    shown = near_day(row.formats, day, row.today)
    if state in UNANSWERED and day is not None and row.values["accepted_on"] is None:
        shown = replace(shown, text=row.formats.words("wanted: {day}", day=shown.text))
    if state in UNANSWERED and day is not None and day < row.today:
        return replace(shown, token="crit", icon="circle-alert", said=row.formats.words("overdue"))
    return shown


ROOM = Room(
    key="requests",
    title=N_("Requests"),
    icon="send",
    kind=Request,
    listing=REQUESTS,
    fields=fields.FIELDS,
    add=None,
    edit=edit_request,
    delete=delete_requests,
    new=N_("Ask a department"),
    empty=N_("No department was asked yet. Every promise they give is kept here with its clock."),
    chips=(
        Chip(N_("Open ones"), _open),
        Chip(N_("Overdue"), _late),
        Chip(N_("Blocked ones"), _blocked),
        Chip(N_("Escalated"), _escalated),
    ),
    looks={"clock": _clock, "promised_for": _promised},
    inline={"promised_for": Inline(fields.PROMISED_FOR), "department": Inline(fields.DEPARTMENT)},
    verbs=RequestVerbs,
)
