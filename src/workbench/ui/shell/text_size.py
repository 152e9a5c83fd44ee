"""Larger and smaller texts by keys."""

from workbench.kernel.words import N_
from workbench.ui.dressing import draw_windows_anew, dress, resize_texts
from workbench.ui.menu import Entry
from workbench.ui.shell.main_window import MainWindow


def entries(window: MainWindow) -> list[Entry]:
    """The entries of the View menu that change the size of texts."""
    return [
        Entry(N_("Larger text"), "Ctrl++|Ctrl+=", _Size(window, 1).now, "", N_("View")),
        Entry(N_("Smaller text"), "Ctrl+-", _Size(window, -1).now, "", N_("View")),
        Entry(N_("Normal text"), "Ctrl+0", _Size(window, 0).now, "", N_("View")),
    ]


class _Size:
    def __init__(self, window: MainWindow, step: int) -> None:
        self._window, self._step = window, step

    def now(self) -> None:
        desk = self._window.desk
        size = resize_texts(desk.settings, self._step)
        if dress(desk.theme, desk.settings):
            draw_windows_anew()
        desk.say(desk.words("Text size {n} %", n=size))
