"""Back to where somebody was typing: the page, the record, the field, and the caret behind the last letter."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from workbench.kernel.drafts import Place
from workbench.ui.shell.main_window import MainWindow

# the page that has the form of a record
FORMS = {
    "account": "accounts",
    "person": "contacts",
    "meeting": "meetings",
    "action_item": "actions",
    "member": "team",
}


def put_back(window: MainWindow, place: Place) -> None:
    """Show the field and put the caret at its end; records without a page of their own stay where they are."""
    page = FORMS.get(place.entity)
    if page is None:
        return
    window.go(page, place.entity_id)
    show_details = getattr(window.page, "show_details", None)
    if show_details:
        show_details()
    field = window.page.findChild(QWidget, f"form.{place.entity}.{place.attribute}") if window.page else None
    if isinstance(field, QLineEdit | QPlainTextEdit):
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, QLineEdit):
            field.end(False)
        else:
            field.moveCursor(QTextCursor.MoveOperation.End)
