"""One account in words, for `show`."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from workbench.accounts import fields
from workbench.accounts import queries as accounts
from workbench.accounts.model import Account
from workbench.accounts.structure import Confidence, UnitKind
from workbench.action_items import cards as actions
from workbench.action_items.model import Direction
from workbench.cli.rows import rows_of
from workbench.cli.spoken import label, written
from workbench.cli.terminal import Terminal
from workbench.contacts import queries as contacts
from workbench.contacts.positions import Attitude
from workbench.kernel.choice import Choice
from workbench.kernel.clock import Clock
from workbench.kernel.formats import Formats
from workbench.kernel.words import N_
from workbench.meetings import queries as meetings
from workbench.plans import queries as plans
from workbench.team import queries as team
from workbench.team.assignments import TeamRole

Sheet = dict[str, Any]
SHOWN_ITEMS = 12
SECTIONS = {
    "below": N_("Accounts below it"),
    "units": N_("Units and sites"),
    "addresses": N_("Addresses"),
    "facts": N_("Facts"),
    "people": N_("People"),
    "team": N_("Our team"),
    "next_meeting": N_("Next meeting"),
    "open_actions": N_("Open actions"),
}
CHOICES: dict[str, type[Choice]] = {
    "kind": UnitKind,
    "confidence": Confidence,
    "attitude": Attitude,
    "role": TeamRole,
    "direction": Direction,
}
DAYS = {"as_of", "due", "day"}


def account_sheet(session: Session, account_id: int, clock: Clock) -> Sheet:
    """Everything about an account as plain values: its own fields and lists of what belongs to it."""
    today = clock.today()
    row = next(row for row in rows_of(session, Account) if row["id"] == str(account_id))
    sums = accounts.rollup(session, account_id)
    following = meetings.next_of(session, account_id, clock.now())
    return {
        **row,
        "with_below": {"accounts": sums.accounts, "invoiced": sums.invoiced, "revenue": sums.revenue},
        "below": [name for _, name in accounts.children(session, account_id)],
        "units": [
            {"name": unit.name, "kind": unit.kind.value, "place": unit.place}
            for unit in accounts.units_of(session, account_id)
        ],
        "addresses": [
            {"city": at.city, "country": at.country, "street": at.street}
            for at in accounts.addresses_of(session, account_id)
        ],
        "facts": [
            {
                "name": fact.name,
                "value": fact.value,
                "source": fact.source,
                "as_of": _iso(fact.as_of),
                "confidence": fact.confidence.value,
            }
            for fact in accounts.facts_of(session, account_id)
        ],
        "people": [
            {
                "name": person.name,
                "title": person.title,
                "attitude": person.attitude.value,
                "current": person.is_current,
            }
            for person in contacts.people_at(session, account_id, today)
        ],
        "team": [
            {"name": card.name, "role": card.role.value, "department": card.code}
            for card in team.team_of(session, account_id, today)
        ],
        "next_meeting": {"title": following.title, "day": following.day.isoformat()} if following else None,
        "open_actions": [
            {"title": card.title, "owner": card.owner, "due": _iso(card.due), "direction": card.direction.value}
            for card in actions.open_of(session, account_id)
        ],
        "plan": str(plans.current_plan(session, account_id, today) or "") or None,
    }


def as_text(sheet: Sheet, terminal: Terminal) -> str:
    """The sheet for people: what is known, one line each, in their language."""
    words, formats = terminal.words, terminal.formats
    lines = [sheet["name"]]
    for name, value in sheet.items():
        if name in {"name", "id", "plan", "currency"} or name.endswith("_id") or value in (None, [], ""):
            continue
        if isinstance(value, list):
            lines.append(words("{what} ({n})", what=words(SECTIONS[name]), n=len(value)))
            lines.extend("  " + _one_line(item, formats) for item in value[:SHOWN_ITEMS])
            if len(value) > SHOWN_ITEMS:
                lines.append(words("  … and {n} more", n=len(value) - SHOWN_ITEMS))
        elif name == "with_below":
            if value["accounts"] > 1:
                lines.append(_sums(value, sheet["currency"], terminal))
        elif isinstance(value, dict):
            lines.append(words("{what}: {value}", what=words(SECTIONS[name]), value=_one_line(value, formats)))
        else:
            told = written(Account, name, sheet, formats)
            lines.append(words("{what}: {value}", what=label(Account, name, formats), value=told))
    return "\n".join(lines)


def _sums(sums: Sheet, currency: str | None, terminal: Terminal) -> str:
    names = {"invoiced": fields.INVOICED, "revenue": fields.REVENUE}
    parts = [
        terminal.words(
            "{what}: {value}",
            what=terminal.words(field.label),
            value=terminal.formats.money(sums[name], currency or "EUR"),
        )
        for name, field in names.items()
        if sums[name] is not None
    ]
    head = terminal.words.many(
        "With those below it, {n} account", "With those below it, {n} accounts", sums["accounts"]
    )
    return " · ".join([head, *parts])


def _one_line(value: Any, formats: Formats) -> str:
    if not isinstance(value, dict):
        return str(value)
    return " · ".join(_part(name, part, formats) for name, part in value.items() if part not in (None, "", True))


def _part(name: str, value: Any, formats: Formats) -> str:
    if name in CHOICES:
        return formats.choice(next((one for one in CHOICES[name] if one.value == value), None))
    if name in DAYS:
        return formats.day(date.fromisoformat(value))
    if name == "current":
        return formats.words("left")
    return str(value)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
