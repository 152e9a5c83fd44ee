"""Our start: the window with Today painted, then out again."""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.day import TODAY


def main(book: Path) -> None:
    """As the command line does it: what is not Qt first."""
    gc.disable()
    import_module("workbench.ahead")
    from PySide6.QtCore import QTimer

    from workbench.kernel.clock import clock_at
    from workbench.kernel.settings import Settings
    from workbench.opening import Access, open_portfolio
    from workbench.ui.app import build_window
    from workbench.ui.theme import Theme, load_fonts, new_application

    app = new_application()
    load_fonts()
    theme = Theme("light")
    theme.apply(app)
    workspace = open_portfolio(book, Access(clock_at(TODAY, "Europe/Madrid"), is_first_look=True))
    window = build_window(workspace, Settings(Path("/dev/null")), "en", theme)
    window.resize(1280, 800)
    window.go("today")
    window.show()
    window.repaint()
    # a start is no end: leaving the loop closes no window
    QTimer.singleShot(0, app.exit)
    app.exec()
    # a start ends with the painted page; the check of the file, and taking the process down again, are nobody's wait
    os._exit(0)


main(Path(sys.argv[1]))
