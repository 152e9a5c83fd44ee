"""Back to where somebody was typing: the page, the record, the field, and the caret behind the last letter."""

from workbench.kernel.drafts import Place
from workbench.ui.shell.main_window import MainWindow

# the page that has the form of a record; others are shown where undo would show them
FORMS = {
    "account": "accounts",
    "person": "contacts",
    "meeting": "meetings",
    "action_item": "actions",
    "member": "team",
}


def put_back(window: MainWindow, place: Place) -> None:
    """Show the field and put the caret at its end; what has no page any more stays where it is."""
    with window.desk.workspace.read() as session:
        seen = window.plan.seen_at.place_of(session, {place.entity: frozenset({place.entity_id})})
    if place.entity in FORMS:
        window.go(FORMS[place.entity], place.entity_id)
    elif seen:
        window.go(*seen)
    else:
        return
    show_details = getattr(window.page, "show_details", None)
    if show_details:
        show_details()
    if window.page:
        window.page.show_part(place.entity, place.entity_id, place.attribute)
