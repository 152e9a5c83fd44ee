"""What a page is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from workbench.ui.desk import Desk
from workbench.ui.menu import Entry

# what a page wants that needs the whole window drawn anew
AGAIN = "again"
# what a page wants that is no page: quick capture, with some words in it
CAPTURE = "capture"


class Page(QWidget):
    """One page of the window.

    `wanted` asks for another page, with what to show there; `apart` for one in a window of its own; `turned` tells that
    its entries are other ones now.
    """

    wanted = Signal(str, object)
    apart = Signal(str, object)
    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def title(self) -> str:
        """What stands in the breadcrumb."""
        raise NotImplementedError

    def entries(self) -> list[Entry]:
        """What can be done here; drawn into menus."""
        return []

    def opened(self, target: object) -> None:
        """The page comes to the front; `target` is what it shall show, if anything."""

    def home(self) -> QWidget:
        """Where the keys begin when nothing else has them."""
        return self

    def target(self) -> object:
        """What the page shows now, so that Back finds it again."""
        return None

    def opens(self) -> str:
        """The page of the record that is chosen here, if it is another one."""
        return ""

    def show_part(self, table: str, key: int, attribute: str = "") -> None:
        """Bring something that is shown here into view: a record, and its field if one is named, with the caret."""
        field = self.findChild(QWidget, f"form.{table}.{attribute}") if attribute else None
        if field is not None:
            focus_end(field)

    def state(self) -> dict[str, Any]:
        """How the page shows it: tab, filter, order, selection, scroll position; plain values."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Show it the way it was shown; what is not in `state` stays."""

    def walked(self, page: str) -> Sequence[int]:
        """The records, in order, that a page opened from here can walk."""
        return ()

    def account(self) -> int | None:
        """The account that the page is about; what is captured here is for it."""
        return None

    def paper(self) -> tuple[str, object] | None:
        """What is printed of this page: the document, and the record or day it is of; None if it has no paper."""
        return None

    def trail(self) -> list[tuple[str, str, object]]:
        """The pages above this one: title, page, target."""
        return []


def focus_end(field: QWidget) -> None:
    """Give the keys to a field, with the caret behind its last letter."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, QLineEdit):
        field.end(False)
    elif isinstance(field, QPlainTextEdit):
        field.moveCursor(QTextCursor.MoveOperation.End)
