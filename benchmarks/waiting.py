"""What an import leaves of the window: gaps between two turns of its event loop, and how soon it stops. Prints JSON.

python -m benchmarks.waiting FOLDER
"""

import json
import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QTimer

from benchmarks.day import TODAY
from workbench.exchange.ui.import_page import ImportPage
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.opening import Access, new_portfolio
from workbench.ui.app import build_window
from workbench.ui.theme import Theme, load_fonts, new_application

ROWS, LOOKED_AT, BEAT_MS = 8_000, 60, 5


class Beats(QTimer):
    """Notes how long the event loop took to come round, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = perf_counter()
        self.timeout.connect(self._beat)

    def _beat(self) -> None:
        now = perf_counter()
        self.gaps.append((now - self._last) * 1000 - BEAT_MS)
        self._last = now

    def begin(self) -> None:
        self.gaps.clear()
        self._last = perf_counter()
        self.start(BEAT_MS)


def main(folder: Path) -> dict[str, object]:
    """Import a list of people, stop it in the middle, and say what that took."""
    source = folder / "people.csv"
    rows = (f"Person {n};Company {n % 40};p{n}@company.example" for n in range(ROWS))
    source.write_text("\n".join(["Name;Company;E-mail", *rows]), encoding="utf-8")
    app = new_application()
    load_fonts()
    Theme("light").apply(app)
    workspace = new_portfolio(folder / "waiting.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    window = build_window(workspace, Settings(Path("/dev/null")), "en", Theme("light"))
    window.resize(1280, 800)
    window.go("import")
    window.show()
    page, tasks, beats = window.page, window.desk.tasks, Beats()
    assert isinstance(page, ImportPage)
    page.look_at([source])
    while tasks.is_busy():
        app.processEvents()
    page.start()
    beats.begin()
    while len(beats.gaps) < LOOKED_AT and tasks.is_busy():
        app.processEvents()
    asked = perf_counter()
    page.start()
    while tasks.is_busy():
        app.processEvents()
    told: dict[str, object] = {"gaps": beats.gaps[:LOOKED_AT], "cancel": (perf_counter() - asked) * 1000}
    workspace.close()
    return told


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
