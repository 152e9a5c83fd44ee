"""One of several views: chips of which one is down, chosen with a click or with the arrows."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup

from workbench.ui.widgets.radios import STEPS


class Switch(QButtonGroup):
    """The chips of a row; `chosen` tells the place of the one that was clicked, or that an arrow went to."""

    chosen = Signal(int)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self.idClicked.connect(self.chosen)

    def add(self, chip: QAbstractButton) -> None:
        """One more chip; the first is down."""
        place = len(self.buttons())
        chip.setAutoExclusive(True)  # heard as one of several
        chip.setChecked(place == 0)
        chip.installEventFilter(self)
        self.addButton(chip, place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._step(event):
            return True
        return super().eventFilter(watched, event)

    def _step(self, event: QKeyEvent) -> bool:
        """Choose the chip beside the one that is down; after the last comes the first."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held or event.key() not in STEPS:
            return False
        place = (self.checkedId() + STEPS[Qt.Key(event.key())]) % len(self.buttons())
        chip = self.button(place)
        chip.setChecked(True)
        self.chosen.emit(place)
        # also where the view that came would like to have the keys
        chip.setFocus(Qt.FocusReason.TabFocusReason)
        return True
