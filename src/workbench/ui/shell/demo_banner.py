"""The strip that says that nothing here is real."""

import sys

from PySide6.QtCore import QProcess, Signal

from workbench.kernel.settings import IS_DEMO, of_portfolio
from workbench.ui.desk import Desk
from workbench.ui.layout import row
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

PROGRAM = (sys.executable, ["-m", "workbench"])


class DemoBanner(Panel):
    """Over the pages of the demo portfolio: these people are invented, and here one's own begins."""

    begun = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "info_bg", "b")
        self.setObjectName("demo")
        said = Said(desk.theme, desk.words("Demo data"), "label", "text")
        mine = button(desk.theme, desk.words("Start mine"), "arrow-right", "quiet")
        mine.setObjectName("demo.start")
        mine.clicked.connect(self.start_mine)
        self.setLayout(row(said, None, mine, margins=(20, 2, 12, 2), gap=12))
        with desk.workspace.read() as session:
            self.is_demo = of_portfolio(session, IS_DEMO)
        if not self.is_demo:
            self.hide()

    def start_mine(self) -> None:
        """Open the user's own portfolio, or the page where one begins: both are what a start without a name does."""
        started, _process = QProcess.startDetached(*PROGRAM)
        if started:
            self.begun.emit()
