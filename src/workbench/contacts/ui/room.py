"""The list of people."""

from workbench.contacts import fields
from workbench.contacts.commands import add_person, delete_people, edit_person
from workbench.contacts.model import Person
from workbench.contacts.queries import CONTACTS
from workbench.contacts.ui import several
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.room import Room


def _add(desk: Desk, name: str) -> int:
    return desk.workspace.do(add_person, name)


ROOM = Room(
    key="contacts",
    title=N_("Contacts"),
    icon="users",
    kind=Person,
    listing=CONTACTS,
    fields=fields.FIELDS,
    add=_add,
    edit=edit_person,
    delete=delete_people,
    new=N_("Add person"),
    empty=N_("The people at your clients will be here."),
    chips=several.CHIPS,
    bulk=several.BULK,
)
