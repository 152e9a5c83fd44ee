"""What narrows the list of people, and what is done with several of them at once."""

from datetime import date

from sqlalchemy import ColumnElement, func, or_, select

from workbench.accounts.model import Account, Tier
from workbench.contacts import fields
from workbench.contacts.commands import agree_rhythm, tag_people
from workbench.contacts.model import Person
from workbench.contacts.positions import ContactPoint, ContactRole
from workbench.kernel.editing import NameMissing
from workbench.kernel.reading import understood
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.room import Bulk, Chip


def _key(today: date) -> list[ColumnElement[bool]]:
    is_current = or_(ContactRole.until.is_(None), ContactRole.until >= today)
    key = select(Account.id).where(Account.tier == Tier.KEY)
    return [Person.id.in_(select(ContactRole.person_id).where(is_current, ContactRole.account_id.in_(key)))]


def _silent(today: date) -> list[ColumnElement[bool]]:
    silent = func.julianday(today.isoformat()) - func.julianday(Person.last_contact_on)
    return [Person.rhythm_days.is_not(None), silent > Person.rhythm_days]


def _never(_today: date) -> list[ColumnElement[bool]]:
    return [Person.last_contact_on.is_(None), Person.is_placeholder.is_(False)]


def _unreachable(_today: date) -> list[ColumnElement[bool]]:
    return [Person.id.not_in(select(ContactPoint.person_id)), Person.is_placeholder.is_(False)]


def _tag(desk: Desk, keys: list[int], text: str) -> None:
    if not text:
        raise NameMissing
    desk.workspace.do(tag_people, keys, text)
    said = desk.words.many("{n} person has the tag “{tag}”.", "{n} people have the tag “{tag}”.", len(keys), tag=text)
    desk.done(said)


def _rhythm(desk: Desk, keys: list[int], text: str) -> None:
    days = understood(fields.RHYTHM, text, desk.formats, desk.clock)
    desk.workspace.do(agree_rhythm, keys, days)
    desk.done(desk.words.many("{n} person has another rhythm.", "{n} people have another rhythm.", len(keys)))


CHIPS = (
    Chip(N_("At key accounts"), _key),
    Chip(N_("Rhythm overdue"), _silent),
    Chip(N_("Never contacted"), _never),
    Chip(N_("No way to reach"), _unreachable),
)
BULK = (
    Bulk(N_("Set tag"), "tag", N_("A tag, such as “north”"), _tag),
    Bulk(N_("Set rhythm"), "refresh-cw", N_("Days between two contacts"), _rhythm),
)
