"""Garbage is collected in the interface's thread only."""

import gc

from PySide6.QtCore import QObject, QTimer

from workbench.kernel.cycles import collect_due

EVERY_MS = 500
SETTLED = 4  # turns after which the first page stands, and what it is made of stays
OLDEST = 2  # the generation that everything belongs to that has lived for a while


class Gathering(QObject):
    """Takes over Python's collection of cycles for the whole program.

    Python collects in whatever thread happens to allocate. Widgets that nobody needs any more are part of cycles, and
    Qt crashes when a widget is destroyed outside the interface's thread, as it would be while a plan is printed.

    Modules, mapped tables and the first page live as long as the program. They are set aside, or looking through them
    once a minute would keep the window waiting for a tenth of a second.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._turns = 0
        self._was_full = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        self._turns += 1
        is_full = collect_due() == OLDEST
        # also what the pages brought along that were looked at first, and what a window that was drawn anew is made of
        if self._turns == SETTLED or (is_full and not (self._was_full and gc.get_freeze_count())):
            gc.freeze()
        self._was_full = self._was_full or is_full


def look_again() -> None:
    """What was set aside may be garbage now: a window is drawn anew."""
    gc.unfreeze()
