"""The list of our own people."""

from collections.abc import Sequence

from workbench.kernel.words import N_
from workbench.team import fields
from workbench.team.commands import add_member, delete_members, edit_member
from workbench.team.model import Member
from workbench.team.queries import MEMBERS
from workbench.team.ui import several
from workbench.ui.desk import Desk
from workbench.ui.room import Room


def _add(desk: Desk, name: str) -> int:
    return desk.workspace.do(add_member, name)


def _skills(_desk: Desk, _chosen: Sequence[int]) -> tuple[str, object]:
    """What everybody can do."""
    return "skills", None


ROOM = Room(
    key="team",
    title=N_("Team"),
    icon="user-round",
    kind=Member,
    listing=MEMBERS,
    fields=fields.FIELDS,
    add=_add,
    edit=edit_member,
    delete=delete_members,
    new=N_("Add member"),
    empty=N_("Your colleagues who work for these accounts will be here."),
    chips=several.CHIPS,
    bulk=several.BULK,
    opens="member",
    other_way=(N_("Skills"), "table", "skills"),
    paper=_skills,
)
