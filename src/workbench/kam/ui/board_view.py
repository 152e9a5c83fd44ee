"""The board of an account's team."""

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.layout import column
from workbench.ui.menu import Entry
from workbench.ui.widgets.empty import Empty


class BoardView(QWidget):
    """Departments by state."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        super().__init__()
        self._wanted = wanted
        empty = Empty(desk.theme, "columns-3", desk.words(EMPTY))
        self.setLayout(column(empty))

    @property
    def widget(self) -> QWidget:
        return self

    def show_account(self, account_id: int) -> None:
        """Read the actions of an account."""

    def entries(self) -> list[Entry]:
        return []

    def home(self) -> QWidget:
        return self

    def show_part(self, table: str, key: int) -> None:
        """Bring an action into view."""


EMPTY = N_("No actions yet. The board fills from meetings and captures.")
