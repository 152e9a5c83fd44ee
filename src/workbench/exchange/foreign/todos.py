"""One to-do of a calendar as an action."""

from datetime import date, datetime
from typing import Any

from icalendar import Component

from workbench.exchange.foreign.events import one
from workbench.exchange.rows import BadRow
from workbench.kernel.words import N_

STATES = {"IN-PROCESS": "in_progress", "COMPLETED": "done", "CANCELLED": "dropped"}
IMPORTANT, UNIMPORTANT = range(1, 5), range(6, 10)


def action_of(part: Component) -> dict[str, Any]:
    """The values of the action."""
    title = " ".join(str(one(part, "SUMMARY") or "").split())
    if not title:
        raise BadRow(N_("This to-do has no title."))
    done = _day(part, "COMPLETED")
    state = STATES.get(str(one(part, "STATUS") or "").upper(), "done" if done else "todo")
    values = {
        "title": title,
        "note": str(one(part, "DESCRIPTION") or "").strip() or None,
        "start": _day(part, "DTSTART"),
        "due": _day(part, "DUE"),
        "state": state,
        "done_on": done if state == "done" else None,
        "priority": _priority(one(part, "PRIORITY")),
        "external_id": str(one(part, "UID") or "") or None,
        "sequence": _number(one(part, "SEQUENCE")),
    }
    return {key: value for key, value in values.items() if value is not None}


def _day(part: Component, name: str) -> str | None:
    value = getattr(one(part, name), "dt", None)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else None


def _priority(value: Any) -> str:  # noqa: ANN401 - a property of icalendar
    number = _number(value)
    return "high" if number in IMPORTANT else "low" if number in UNIMPORTANT else "normal"


def _number(value: Any) -> int:  # noqa: ANN401
    return int(value) if isinstance(value, int) else 0
