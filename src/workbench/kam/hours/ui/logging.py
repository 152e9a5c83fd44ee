"""Logging hours from one line."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.action_items.model import OPEN, ActionItem
from workbench.kam.hours.commands import log_hours
from workbench.kam.hours.entry import read_entry
from workbench.kam.hours.queries import people
from workbench.kernel.folding import fold
from workbench.kernel.words import N_
from workbench.ui.desk import Desk

HINT = N_("2.5 h Marta yesterday uptime report")
LEAST = 4  # letters that begin the name of an action


def log(desk: Desk, account_id: int, text: str) -> tuple[int, float]:
    """Store what a line says; the identity and the hours. A note that begins like an open action belongs to it."""
    with desk.workspace.read() as session:
        entry = read_entry(text, desk.clock.today(), desk.words.language, people(session))
        action = _action(session, account_id, entry.note)
    more = {"action_id": action, "note": entry.note or None}
    key = desk.workspace.do(log_hours, account_id, entry.member_id, entry.on, entry.hours, **more)
    return key, entry.hours


def _action(session: Session, account_id: int, note: str) -> int | None:
    wanted = fold(note)
    if len(wanted) < LEAST:
        return None
    rows = select(ActionItem.id, ActionItem.title).where(
        ActionItem.account_id == account_id, ActionItem.state.in_(OPEN)
    )
    alike = [key for key, title in session.execute(rows) if fold(title).startswith(wanted)]
    return alike[0] if len(alike) == 1 else None
