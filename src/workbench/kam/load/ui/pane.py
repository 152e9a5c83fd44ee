"""The pane beside the grid: the actions behind a number, and the keys for them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from workbench.kam.load.ui.parts import Part, PartsList, PartsModel
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said, Shortened


class Pane(Panel):
    """`is_of_cell` says whether it follows the cell of the grid."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "surface", "l")
        words, theme = desk.words, desk.theme
        self._desk = desk
        self.is_of_cell = True
        self.list = PartsList(desk, PartsModel(desk))
        self._title = Shortened(theme, "", "strong")
        close = button(theme, "", "x", "quiet", words("Close (Esc)"))
        close.setObjectName("account.load.close")
        close.clicked.connect(self.closed)
        self._note = Said(theme, "", "caption", "text2", wraps=True)
        self._note.hide()
        self._nothing = Said(theme, words("Nothing lies here."), "body", "muted", wraps=True)
        hint = words("D day · O owner · Space done · Ctrl+arrows try another week or colleague")
        self._keys = Said(theme, hint, "caption", "muted", wraps=True)
        head = row(self._title, close, margins=(12, 6, 6, 2), gap=6, stretch=(1,))
        below = column(self._note, margins=(12, 0, 10, 4))
        foot = column(self._nothing, self._keys, margins=(12, 4, 10, 8))
        self.setLayout(column(head, below, self.list, foot, gap=0, stretch=(0, 0, 1)))

    def show_parts(self, title: str, parts: Sequence[Part], note: str = "") -> None:
        """Other actions under another title, and what else there is to say of the cell."""
        row_before = self.list.currentIndex().row()
        self._title.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.list.parts.show_parts(parts)
        self._nothing.setVisible(not parts)
        self._keys.setVisible(bool(parts))
        if not self.list.currentIndex().isValid():
            self.list.go_to(max(0, row_before))
