"""Panes side by side, with a line between them that can be moved."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class Panes(QSplitter):
    """The first pane takes what room there is; the widths the user chooses are remembered.

    `last` is how wide the last pane is at first: Qt would share the room by what the texts of the moment ask for.
    """

    def __init__(self, name: str, *panes: QWidget, last: int = 0) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        for pane in panes:
            self.addWidget(pane)
        self.setStretchFactor(0, 1)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._is_arranged = False
        self._kept: list[int] = []
        self._last = last
        self.splitterMoved.connect(self._moved)

    def arrangement(self) -> list[int]:
        """The widths of the panes, if the user chose them and they stand side by side."""
        return self.sizes() if self._is_arranged and self.count() > 1 else self._kept

    def arrange(self, widths: list[int]) -> None:
        """Give the panes widths that were chosen before."""
        self._kept = widths
        if len(widths) == self.count():
            self._is_arranged = True
            self.setSizes(widths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._last and not event.oldSize().isValid():
            self.settle(self._last)

    def settle(self, last: int) -> None:
        """Give a pane that went and came back the width that the user chose, or else the one it had."""
        self.setSizes(self._kept or [max(0, self.width() - last - self.handleWidth()), last])

    def _moved(self, _position: int, _index: int) -> None:
        self._is_arranged = True
        self._kept = self.sizes()
