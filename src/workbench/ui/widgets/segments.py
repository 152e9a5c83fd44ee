"""A switch with a few positions, of which one is always chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from workbench.ui.layout import row
from workbench.ui.theme import Theme
from workbench.ui.widgets.buttons import button


class Segments(QWidget):
    """Buttons side by side that exclude each other; arrows walk them."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, texts: Sequence[str], icons: Sequence[str] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        for place, text in enumerate(texts):
            made = button(theme, text, icons[place] if icons else None, "segment")
            made.setCheckable(True)
            made.setAccessibleName(f"{name}: {text}")
            self._group.addButton(made, place)
        self.setLayout(row(*self._group.buttons(), None, margins=(1, 0, 0, 0), gap=0))
        self._group.idClicked.connect(self.chosen)

    def choose(self, place: int) -> None:
        """Put the switch into a position without telling anybody."""
        self._group.button(place).setChecked(True)

    @property
    def choice(self) -> int:
        return self._group.checkedId()
