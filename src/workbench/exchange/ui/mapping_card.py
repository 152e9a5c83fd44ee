"""Which column of a table goes where: its header, a sample of its values, and the field it becomes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout

from workbench.exchange.rows import Column, TableHead
from workbench.exchange.targets import TARGETS
from workbench.ui.desk import Desk
from workbench.ui.layout import column
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said, Shortened

AS_IT_IS = "\0"
SAMPLES = 3


class MappingCard(Card):
    """One table of a file; `mapped` tells a column and the field it shall become, empty for left out."""

    mapped = Signal(str, str)

    def __init__(self, desk: Desk, head: TableHead, rows: int) -> None:
        super().__init__(desk.theme)
        self._desk, self._head = desk, head
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        for place, one in enumerate(head.columns):
            grid.addWidget(Said(desk.theme, one.header, "strong"), place, 0)
            grid.addWidget(Shortened(desk.theme, self._sample(place), "label", "muted"), place, 1)
            grid.addWidget(self._box(one), place, 2)
        words = desk.words
        kinds = {"accounts": words("Accounts"), "contacts": words("Contacts"), "team": words("Team")}
        kinds |= {"meetings": words("Meetings"), "actions": words("Actions")}
        title = words.many("{kind}: {n} row", "{kind}: {n} rows", rows, kind=kinds.get(head.kind, head.kind))
        heading = Said(desk.theme, f"{head.name} · {title}" if head.name else title, "subtitle")
        self.setLayout(column(heading, grid, margins=(16, 12, 16, 14), gap=10))

    def _sample(self, place: int) -> str:
        values = [cells[place] for cells in self._head.sample[:SAMPLES] if place < len(cells) and cells[place]]
        return " · ".join(values)

    def _box(self, one: Column) -> QComboBox:
        words = self._desk.words
        box = QComboBox()
        box.setAccessibleName(words("{column} becomes", column=one.header))
        box.setObjectName(f"import.map.{one.header}")
        box.addItem(words("left out"), "")
        box.addItem(words("kept with its own name"), AS_IT_IS)
        for key, target in TARGETS[self._head.kind].items():
            box.addItem(words(target.label), key)
        chosen = "" if one.is_dropped else one.field or AS_IT_IS
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.setProperty("header", one.header)
        box.activated.connect(self._chosen)
        return box

    def _chosen(self) -> None:
        box = self.sender()
        if isinstance(box, QComboBox) and box.currentData() != AS_IT_IS:
            self.mapped.emit(str(box.property("header")), str(box.currentData()))
