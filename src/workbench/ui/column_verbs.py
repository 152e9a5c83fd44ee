"""What a user does with the columns of a list: choose them, and move the one under the cursor."""

from collections.abc import Iterator
from contextlib import contextmanager

from workbench.kernel.words import N_
from workbench.ui.columns import MOVE_LEFT, MOVE_RIGHT, Columns
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.table_view import TableView
from workbench.ui.widgets.buttons import button


class ColumnVerbs:
    """The button and the entries for the columns of a table."""

    def __init__(self, desk: Desk, columns: Columns, table: TableView) -> None:
        self._columns, self._table = columns, table
        self.button = button(desk.theme, desk.words("Columns"), "columns-3", "quiet")
        self.button.setObjectName(f"{columns.name}.columns")
        self.button.clicked.connect(self.offer)

    def entries(self) -> list[Entry]:
        view = N_("View")
        return [
            Entry(N_("Columns"), "", self.offer, "columns-3", view),
            Entry(MOVE_LEFT, "Alt+Shift+Left", self.move_left, "arrow-left", view, self._has_choice),
            Entry(MOVE_RIGHT, "Alt+Shift+Right", self.move_right, "arrow-right", view, self._has_choice),
        ]

    def offer(self) -> None:
        """Let the columns of the list be chosen."""
        self._columns.offer(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def move_left(self) -> None:
        """Move the column under the cursor to the left."""
        self._move(-1)

    def move_right(self) -> None:
        """Move the column under the cursor to the right."""
        self._move(1)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep the place of the cursor while other columns are shown, in no order of a column that may be gone."""
        table = self._table
        key, column = table.current_key(), table.currentIndex().column()
        head = table.horizontalHeader()
        head.setSortIndicator(-1, head.sortIndicatorOrder())
        yield
        table.refit()
        table.show_cell(key, min(column, len(self._columns.names) - 1))

    def _move(self, step: int) -> None:
        here = self._table.currentIndex()
        if here.isValid():
            name, key = self._table.listing_model.field(here.column()).name, self._table.current_key()
            self._columns.move(name, step)
            self._table.show_cell(key, self._columns.names.index(name))

    def _has_choice(self) -> bool:
        return bool(self._table.selected_keys())
