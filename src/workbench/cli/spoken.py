"""Plain rows in words: labels, choices, days and amounts as people of a language write them."""

from collections.abc import Sequence
from datetime import date, time
from functools import cache
from typing import Any

from workbench.kernel.entity import Entity
from workbench.kernel.field import Field, Kind
from workbench.kernel.formats import NOTHING, Formats
from workbench.kernel.words import N_

Row = dict[str, Any]
REFERENCES = {"account": N_("Account")}  # of records whose own form does not name their account
UNPACKED = {Kind.DAY: date.fromisoformat, Kind.TIME: time.fromisoformat}


@cache
def fields_of(kind: type[Entity]) -> dict[str, Field]:
    """The fields of a kind of record by the name that a plain row has for them; a reference goes by what it names."""
    from workbench import models
    from workbench.accounts import fields as accounts
    from workbench.action_items import fields as actions
    from workbench.contacts import fields as contacts
    from workbench.kam.requests import fields as requests
    from workbench.meetings import fields as meetings
    from workbench.plans import fields as plans
    from workbench.team import fields as team

    known: dict[type[Entity], Sequence[Field]] = {
        models.accounts.Account: accounts.FIELDS,
        models.contacts.Person: contacts.FIELDS,
        models.meetings.Meeting: meetings.FIELDS,
        models.action_items.ActionItem: actions.FIELDS,
        models.team.Member: team.FIELDS,
        models.plans.Plan: plans.FIELDS,
        models.kam.Request: (*requests.FIELDS, requests.STATE, requests.ACCOUNT),
    }
    return {field.name.removesuffix("_id"): field for field in known.get(kind, ())}


def label(kind: type[Entity], name: str, formats: Formats) -> str:
    """What a person calls the column of that name."""
    field = fields_of(kind).get(name)
    return formats.words(field.label) if field else formats.words(REFERENCES.get(name, name))


def written(kind: type[Entity], name: str, row: Row, formats: Formats) -> str:
    """A value of a plain row as a person writes it."""
    value, field = row[name], fields_of(kind).get(name)
    if value is None or field is None:
        return NOTHING if value is None else str(value)
    if field.kind is Kind.MONEY:
        return formats.money(value, row.get("currency") or "EUR")
    if field.kind is Kind.CHOICE:
        return formats.choice(next((one for one in field.choices if one.value == value), None))
    return field.text(formats, UNPACKED[field.kind](value) if field.kind in UNPACKED else value)
