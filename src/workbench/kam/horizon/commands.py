"""What a user can ask for with the next ninety days."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from workbench.action_items.model import ActionItem
from workbench.kernel.command import command
from workbench.kernel.editing import edited
from workbench.kernel.words import N_


@command(N_("Move actions to other days"))
def move_to_days(session: Session, dues: Mapping[int, date | None]) -> None:
    """Give several actions each its own day, in one step."""
    for action_id, due in dues.items():
        edited(session, ActionItem, action_id, {"due": due})
