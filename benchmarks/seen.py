"""What the window costs while it is used: memory, page switches, frames while scrolling. Prints one JSON object.

python -m benchmarks.seen PORTFOLIO
"""

import json
import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import func, select

from benchmarks.day import TODAY
from workbench.accounts.model import Account
from workbench.action_items.model import ActionItem
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.opening import Access, open_portfolio
from workbench.ui.app import build_window
from workbench.ui.plan import PAGES
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.table_view import TableView
from workbench.ui.theme import Theme, load_fonts, new_application

SWITCHES, FRAMES = 40, 300


def main(book: Path) -> dict[str, object]:
    """Walk through the window as a user does and say what it took; times in milliseconds, memory in megabytes."""
    app = new_application()
    load_fonts()
    theme = Theme("light")
    theme.apply(app)
    workspace = open_portfolio(book, Access(clock_at(TODAY, "Europe/Madrid")))
    window = build_window(workspace, Settings(Path("/dev/null")), "en", theme)
    window.resize(1280, 800)
    window.go("today")
    window.show()
    app.processEvents()
    told: dict[str, object] = {"pss_today": _pss()}
    with workspace.read() as session:
        busiest = select(ActionItem.account_id).group_by(ActionItem.account_id).order_by(func.count().desc())
        accounts = [key for key in session.scalars(busiest.limit(SWITCHES)) if key]
    told["first_visit"] = {key: _took(app, window, lambda key=key: window.go(key)) for key in PAGES}
    window.go("account", accounts[0])
    told["account"] = [_took(app, window, lambda key=key: window.go("account", key)) for key in accounts]
    told["switch"] = [
        _took(app, window, lambda key=key: window.go(key)) for key in ("today", "accounts", "contacts", "actions") * 3
    ]
    told["pss_all"] = _pss()
    told["frames"] = _frames(app, window)
    with workspace.read() as session:
        told["accounts"] = session.scalar(select(func.count(Account.id)))
    workspace.close()
    return told


def _took(app: QApplication, window: MainWindow, act: object) -> float:
    """From the wish to the painted page."""
    begun = perf_counter()
    act()  # type: ignore[operator]
    app.processEvents()
    window.repaint()
    return (perf_counter() - begun) * 1000


def _frames(app: QApplication, window: MainWindow) -> list[float]:
    """Wheel steps and pages through the longest list, each painted."""
    window.go("actions")
    page = window.page
    table = next(made for made in (page or QWidget()).findChildren(TableView) if made.isVisible())
    bar = table.verticalScrollBar()
    taken = []
    for n in range(FRAMES):
        begun = perf_counter()
        bar.setValue((bar.value() + (3 if n % 2 else bar.pageStep())) % max(1, bar.maximum()))
        table.viewport().repaint()
        taken.append((perf_counter() - begun) * 1000)
        app.processEvents()
    return taken


def _pss() -> float:
    """The share of memory that is this process's, in megabytes."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
