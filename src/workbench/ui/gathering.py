"""Garbage is collected in the interface's thread only."""

import gc

from PySide6.QtCore import QObject, QTimer

from workbench.kernel.cycles import collect_due

EVERY_MS = 500


class Gathering(QObject):
    """Takes over Python's collection of cycles for the whole program.

    Python collects in whatever thread happens to allocate. Widgets that nobody needs any more are part of cycles, and
    Qt crashes when a widget is destroyed outside the interface's thread, as it would be while a plan is printed.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        collect_due()
