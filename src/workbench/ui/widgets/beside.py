"""What is chosen in a list, beside the list; where both have no room side by side, it slides over the list."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.ui import geometry
from workbench.ui.layout import column
from workbench.ui.theme import Theme
from workbench.ui.widgets.panes import Panes

STRIP = 160  # of the list that stays to be seen, at least
PANE = 340


class Beside(QWidget):
    """A list with a pane for details. With room the pane is docked; without, it comes when it is wanted, and goes."""

    def __init__(self, name: str, theme: Theme, rows: QWidget, pane: QWidget) -> None:
        super().__init__()
        self._theme, self._pane = theme, pane
        self._width = theme.px(PANE)  # of the pane when it was docked last
        self._panes = Panes(name, rows, pane, last=self._width)
        self.is_over = False
        self.setLayout(column(self._panes, gap=0))
        pane.installEventFilter(self)

    def bring(self) -> None:
        """Show the pane."""
        self._pane.show()
        if self.is_over:
            self._place()

    def toggle(self) -> None:
        """Show the pane or take it away."""
        if self._pane.isVisible():
            self._pane.hide()
        else:
            self.bring()

    def make_way(self) -> None:
        """Take the pane away where it lies over the list."""
        if self.is_over:
            self._pane.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_over = event.size().width() < self._theme.px(geometry.MEDIUM - geometry.SLIM)
        if is_over != self.is_over:
            self.is_over = is_over
            self._dock(is_docked=not is_over)
        elif is_over:
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # whoever shows the pane need not know how it stands
        if event.type() == QEvent.Type.Show and self.is_over:
            self._place()
        return False

    def _dock(self, *, is_docked: bool) -> None:
        if is_docked:
            self._panes.addWidget(self._pane)
            self._panes.settle(self._width)
        else:
            self._width = self._pane.width()
            self._pane.setParent(self)
        # there it is always in sight; here it would hide what the list is for
        self._pane.setVisible(is_docked)

    def _place(self) -> None:
        width = min(self._theme.px(PANE), max(self._pane.minimumWidth(), self.width() - STRIP))
        self._pane.setGeometry(self.width() - width, 0, width, self.height())
        self._pane.raise_()
