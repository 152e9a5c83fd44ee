"""A card of the attention column: a rule, and the accounts it names."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy

from workbench.ui import icons
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.widgets.link import Link
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said, Shortened


@dataclass(frozen=True)
class Line:
    """An account, why it is here, and the token of the colour."""

    account_id: int
    name: str
    why: str
    kind: str


class AttentionCard(Card):
    """Each line opens its account."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, title: str, icon: str, lines: Sequence[Line]) -> None:
        super().__init__(desk.theme)
        picture = QLabel()
        found: QIcon = icons.icon(desk.theme, icon)
        picture.setPixmap(found.pixmap(16, 16))
        pieces: list[QBoxLayout] = [row(picture, Said(desk.theme, title, "strong"), None, gap=8)]
        pieces += [
            column(self._name(desk, line), Shortened(desk.theme, line.why, "caption", line.kind), gap=0)
            for line in lines
        ]
        self.setLayout(column(*pieces, margins=(13, 11, 10, 11), gap=6))

    def _name(self, desk: Desk, line: Line) -> Link:
        made = Link(desk.theme, line.name)
        # a long name gives way instead of pushing the column out of the window
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setProperty("account", line.account_id)
        made.clicked.connect(self._chosen)
        return made

    def _chosen(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(sender.property("account"))
