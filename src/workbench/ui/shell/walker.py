"""“3 of 14” with previous and next, beside the name of a record that was opened from a list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from workbench.kernel.trail import Stop
from workbench.ui.desk import Desk
from workbench.ui.layout import row
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.said import Said

NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
STEPS: dict[tuple[int, Qt.KeyboardModifier], int] = {
    (Qt.Key.Key_J, NONE): 1,
    (Qt.Key.Key_K, NONE): -1,
    (Qt.Key.Key_Down, ALT): 1,
    (Qt.Key.Key_Up, ALT): -1,
}


def step_of(event: QKeyEvent) -> int:
    """How far a key goes in the list. No shortcut of the window: a field or a list of lines keeps it for itself."""
    return STEPS.get((event.key(), event.modifiers()), 0)


class Walker(QWidget):
    """Hidden where there is no list to walk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        words, theme = desk.words, desk.theme
        self._words = words
        self.previous = button(theme, "", "chevron-up", "quiet", words("Previous record (K)"))
        self.next = button(theme, "", "chevron-down", "quiet", words("Next record (J)"))
        self.previous.setObjectName("top.previous")
        self.next.setObjectName("top.next")
        self.place = Said(theme, "", "label", "muted")
        self.setLayout(row(self.previous, self.place, self.next, gap=2))
        self.hide()

    def show_stop(self, stop: Stop) -> None:
        """Say which of the records of its list a page shows."""
        here = stop.walk.place(stop.page, stop.target) if stop.walk else None
        self.setVisible(here is not None)
        if here is None or stop.walk is None:
            return
        total = len(stop.walk.keys)
        self.place.setText(self._words("{n} of {total}", n=here + 1, total=total))
        self.previous.setEnabled(here > 0)
        self.next.setEnabled(here < total - 1)
