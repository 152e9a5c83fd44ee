"""What narrows a list: a field for words and chips, which stay until they are removed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from workbench.kernel.listing import Listing
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.room import Chip
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.flow import Flow

# counting the rows of every chip must not be felt
MOST_COUNTED = 20_000
INSTANT_MS, COUNT_MS = 60, 200
KEYED = 9


class FilterBar(QWidget):
    """Words and chips. `typed` and `chosen` tell what changed."""

    typed = Signal(str)
    chosen = Signal()

    def __init__(self, desk: Desk, name: str, chips: Sequence[Chip], *, has_keys: bool = True) -> None:
        super().__init__()
        self._desk, self._chips, self._has_keys = desk, chips, has_keys
        self.field = self._field(name)
        self.buttons = [self._chip(name, chip, place) for place, chip in enumerate(chips, 1)]
        self._flow = Flow(self.field, *self.buttons)
        self.setLayout(self._flow)
        self._listing: Listing | None = None
        self._typing = _timer(self, INSTANT_MS, self._search)
        self._counting = _timer(self, COUNT_MS, self.count)
        self.field.textChanged.connect(self._typing.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # where the page is short of height, the list makes room, not the chips
        self.setMinimumHeight(self.heightForWidth(self.width()))

    @property
    def is_on(self) -> bool:
        return bool(self.field.text()) or any(made.isChecked() for made in self.buttons)

    def narrowed(self, listing: Listing) -> Listing:
        """The rows that the chips leave over."""
        today = self._desk.clock.today()
        for made, chip in zip(self.buttons, self._chips, strict=True):
            if made.isChecked():
                listing = listing.where(*chip.conditions(today))
        return listing

    def entries(self) -> list[Entry]:
        """The chips in the menu, each with its key."""
        made = zip(self._chips, self.buttons, strict=True)
        return [
            Entry(chip.label, self._keys(place), one.toggle, "filter", N_("View"))
            for place, (chip, one) in enumerate(made, 1)
        ]

    def clear(self) -> None:
        """Remove every word and every chip."""
        self.restore({})

    def state(self) -> dict[str, Any]:
        """What is switched on, as plain values."""
        on = [chip.label for made, chip in zip(self.buttons, self._chips, strict=True) if made.isChecked()]
        return {"words": self.field.text(), "chips": on}

    def restore(self, state: dict[str, Any]) -> None:
        """Switch on what was on before, and nothing else."""
        if state.get("words", "") == self.field.text() and state.get("chips", []) == self.state()["chips"]:
            return
        for made, chip in zip(self.buttons, self._chips, strict=True):
            made.blockSignals(True)
            made.setChecked(chip.label in state.get("chips", []))
            made.blockSignals(False)
        self.field.setText(state.get("words", ""))
        self._search()
        self.chosen.emit()

    def count_soon(self, listing: Listing) -> None:
        """Say in the chips how many rows of a listing each would leave, a moment from now."""
        self._counting.setInterval(COUNT_MS if self._listing else 0)
        self._listing = listing
        self._counting.start()

    def count_now(self) -> None:
        """Do not wait for the counts that are due in a moment."""
        if self._counting.isActive():
            self._counting.stop()
            self.count()

    def count(self) -> None:
        """Say in the chips how many rows each would leave."""
        if self._listing is None or not any(chip.is_counted for chip in self._chips):
            return
        today, words = self._desk.clock.today(), self._desk.words
        with self._desk.workspace.read() as session:
            is_felt = self._listing.count(session) > MOST_COUNTED
            for made, chip in zip(self.buttons, self._chips, strict=True):
                if not chip.is_counted:
                    continue
                n = 0 if is_felt else self._listing.where(*chip.conditions(today)).count(session)
                text = words("{chip} {n}", chip=words(chip.label), n=n) if n else words(chip.label)
                made.setText(text.replace("&", "&&"))
                made.setAccessibleName(text)
        # at once: a chip must not be seen with its number cut off
        self._flow.activate()
        self.updateGeometry()

    def _search(self) -> None:
        self._typing.stop()
        self.typed.emit(self.field.text())

    def _field(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText(self._desk.words("Filter"))
        made.setAccessibleName(self._desk.words("Filter"))
        made.setClearButtonEnabled(True)
        made.setFixedWidth(self._desk.theme.px(200))
        made.setObjectName(f"{name}.filter")
        return made

    def _chip(self, name: str, chip: Chip, place: int) -> QPushButton:
        made = button(self._desk.theme, self._desk.words(chip.label), look="chip", tip=self._keys(place))
        made.setObjectName(f"{name}.chip.{place}")
        made.toggled.connect(self._toggled)
        return made

    def _keys(self, place: int) -> str:
        """Alt and the number of a chip; none for the tenth and later."""
        return f"Alt+{place}" if self._has_keys and place <= KEYED else ""

    def _toggled(self) -> None:
        self.chosen.emit()


def _timer(parent: QWidget, pause: int, then: Any) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(pause)
    timer.timeout.connect(then)
    return timer
