"""What narrows the list of our own people, and what is done with several of them at once."""

from datetime import date

from sqlalchemy import ColumnElement, select

from workbench.kernel.words import N_
from workbench.team.assignments import Assignment
from workbench.team.commands import put_in_department
from workbench.team.model import Member
from workbench.ui.desk import Desk
from workbench.ui.room import Bulk, Chip


def _here(_today: date) -> list[ColumnElement[bool]]:
    return [Member.left_on.is_(None)]


def _gone(_today: date) -> list[ColumnElement[bool]]:
    return [Member.left_on.is_not(None)]


def _assigned(_today: date) -> list[ColumnElement[bool]]:
    return [Member.id.in_(select(Assignment.member_id))]


def _astray(_today: date) -> list[ColumnElement[bool]]:
    return [Member.department_id.is_(None), Member.left_on.is_(None)]


def _department(desk: Desk, keys: list[int], text: str) -> None:
    desk.workspace.do(put_in_department, keys, text)
    desk.done(desk.words.many("{n} member has another department.", "{n} members have another department.", len(keys)))


CHIPS = (
    Chip(N_("Still here"), _here),
    Chip(N_("Have left"), _gone),
    Chip(N_("In an account team"), _assigned),
    Chip(N_("Without department"), _astray),
)
BULK = (Bulk(N_("Set department"), "building", N_("Its name or its three letters"), _department),)
