"""The strip that says why nothing can be changed: another window holds the portfolio."""

from PySide6.QtCore import QTimer

from workbench.kernel.lock import holder_of
from workbench.kernel.words import N_
from workbench.ui.announce import announce
from workbench.ui.desk import Desk
from workbench.ui.layout import row
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

LOOK_MS = 3000


class LookingStrip(Panel):
    """There while the file is only looked at because somebody else changes it; says when that is over."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "subtle", "b")
        self._desk = desk
        self._book = desk.workspace.plain.book
        self._holder = holder_of(self._book.path) if self._book.read_only else ""
        self.said = Said(desk.theme, self._sentence(), "label", "text", wraps=True)
        self.setLayout(row(self.said, margins=(20, 6, 12, 6), stretch=(1,)))
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        if self._holder:
            self._timer.start()
        else:
            self.hide()

    def look(self) -> None:
        """See whether the file is still held."""
        holder = holder_of(self._book.path)
        if holder != self._holder:
            self._holder = holder
            self.said.setText(self._sentence())
            announce(self, self.said.text())

    def _sentence(self) -> str:
        words = self._desk.words
        if self._holder:
            text = N_("This file is open in another window of the program: {holder}. You can look but not change.")
            return words(text, holder=self._holder)
        return words("The other window is closed. Close this one and open the file again to change it.")
