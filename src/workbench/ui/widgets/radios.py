"""One of a few: all of them in sight, chosen with the arrow keys."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from workbench.ui.widgets.flow import Flow


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

    def _tell(self, place: int) -> None:
        marked = self._group.button(place)
        self.setFocusProxy(marked)
        self.chosen.emit(self._values[place])
