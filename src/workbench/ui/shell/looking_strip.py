"""The strip that says why nothing can be changed: another window holds the portfolio."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from workbench.kernel.lock import holder_of
from workbench.kernel.words import N_
from workbench.ui.announce import announce
from workbench.ui.desk import Desk
from workbench.ui.layout import row
from workbench.ui.menu import Entry
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

LOOK_MS = 3000
# what the program looks for when its last window is closed
EDIT = "opens_for_editing"
OPEN = N_("Open for editing")


def wants_to_edit(app: QCoreApplication) -> bool:
    """Whether the file that was looked at shall be opened again to change it; told once."""
    wanted = bool(app.property(EDIT))
    app.setProperty(EDIT, None)
    return wanted


class LookingStrip(Panel):
    """There while the file is only looked at because somebody else changes it; says when that is over."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "subtle", "b")
        self._desk = desk
        self._book = desk.workspace.plain.book
        self._holder = holder_of(self._book.path) if self._book.read_only else ""
        self.said = Said(desk.theme, self._sentence(), "label", "text", wraps=True)
        self.button = button(desk.theme, desk.words(OPEN), "pencil")
        self.button.setObjectName("looking.edit")
        self.button.clicked.connect(self.edit)
        self.button.setVisible(False)
        self.setLayout(row(self.said, self.button, margins=(20, 6, 12, 6), gap=12, stretch=(1,)))
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
            self.button.setVisible(not holder)
            announce(self, self.said.text())

    def edit(self) -> None:
        """Close what can only look, and open the file again to change it."""
        app = QApplication.instance()
        if app is not None and self.is_free():
            app.setProperty(EDIT, True)
            QApplication.closeAllWindows()

    def is_free(self) -> bool:
        """Whether the file that is looked at could be changed now."""
        return self._book.read_only and self._timer.isActive() and not self._holder

    def entry(self) -> Entry:
        """The same in the menu."""
        why = N_("Another window changes this file, or this one already can.")
        return Entry(OPEN, "", self.edit, "pencil", N_("File"), self.is_free, why=why)

    def _sentence(self) -> str:
        words = self._desk.words
        if self._holder:
            text = N_("This file is open in another window of the program: {holder}. You can look but not change.")
            return words(text, holder=self._holder)
        return words("The other window is closed. You can open the file for editing now.")
