"""One of a few: all of them in sight, chosen with the arrow keys."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from workbench.ui.widgets.flow import Flow

STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Radios(QWidget):
    """A row of choices with a name; `chosen` tells the value of the one taken."""

    chosen = Signal(object)

    def __init__(self, name: str, key: str, options: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setObjectName(key)
        self._group = QButtonGroup(self)
        self._values = [value for value, _ in options]
        line = Flow(gap=16)
        for place, (_, text) in enumerate(options):
            made = QRadioButton(text.replace("&", "&&"))
            made.setObjectName(f"{key}.{place}")
            made.setAccessibleName(text)
            made.setAccessibleDescription(name)
            made.installEventFilter(self)
            self._group.addButton(made, place)
            line.addWidget(made)
        self.setLayout(line)
        self._group.idClicked.connect(self._tell)
        self._group.button(0).setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._group.button(0))

    @property
    def value(self) -> Any:
        """The value of the choice that is marked."""
        return self._values[self._group.checkedId()]

    def take(self, value: object) -> None:
        """Mark another choice, as if it had been clicked."""
        self._group.button(self._values.index(value)).click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt looks for a neighbour on the same line; where the choices go on in the next one, it would find none
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in STEPS:
            place = (self._group.checkedId() + STEPS[Qt.Key(event.key())]) % len(self._values)
            self._group.button(place).setFocus()
            self._group.button(place).click()
            return True
        return super().eventFilter(watched, event)

    def _tell(self, place: int) -> None:
        marked = self._group.button(place)
        self.setFocusProxy(marked)
        self.chosen.emit(self._values[place])
