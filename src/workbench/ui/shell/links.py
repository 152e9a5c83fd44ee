"""Links to records: a text on the clipboard that the palette turns into the record again."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from workbench.kernel.words import N_
from workbench.ui.menu import Entry

if TYPE_CHECKING:
    from workbench.ui.shell.main_window import MainWindow


def entries(window: "MainWindow") -> list[Entry]:
    """What can be done with the link of the record in front."""
    made, why = _Link(window), N_("Open a record first.")
    return [Entry(N_("Copy link"), "Ctrl+Shift+C", made.copy, "link", N_("Edit"), made.is_there, why=why)]


class _Link:
    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def copy(self) -> None:
        page = self._window.page
        if page and self.is_there():
            link = f"awb:{page.objectName()}/{page.target()}"
            QGuiApplication.clipboard().setText(link)
            self._window.notices.say(self._window.desk.words("Copied: {link}", link=link))

    def is_there(self) -> bool:
        page = self._window.page
        return page is not None and page.objectName() != "today" and isinstance(page.target(), int)
