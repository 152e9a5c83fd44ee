"""One account in words, for `show`."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from workbench.accounts import queries as accounts
from workbench.action_items import queries as actions
from workbench.cli.rows import rows_of
from workbench.cli.terminal import Terminal
from workbench.contacts import queries as contacts
from workbench.kernel.clock import Clock
from workbench.meetings import queries as meetings
from workbench.models import accounts as model
from workbench.plans import queries as plans
from workbench.team import queries as team

Sheet = dict[str, Any]


def account_sheet(session: Session, account_id: int, clock: Clock) -> Sheet:
    """Everything about an account as plain values: its own fields and lists of what belongs to it."""
    today = clock.today()
    row = next(row for row in rows_of(session, model.Account) if row["id"] == str(account_id))
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
    """The sheet for people: what is known, one line each."""
    words = terminal.words
    lines = [sheet["name"]]
    for name, value in sheet.items():
        if name in {"name", "id"} or name.endswith("_id") or value in (None, [], ""):
            continue
        if isinstance(value, list):
            lines.append(f"{name} ({len(value)})")
            lines.extend(f"  {_one_line(item)}" for item in value[:12])
            if len(value) > 12:
                lines.append(words("  … and {n} more", n=len(value) - 12))
        else:
            lines.append(f"{name}: {_one_line(value)}")
    return "\n".join(lines)


def _one_line(value: Any) -> str:
    if isinstance(value, dict):
        return " · ".join(str(part) for part in value.values() if part not in (None, ""))
    return str(value)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
