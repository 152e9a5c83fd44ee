"""The strip that says that nothing here is real."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from workbench.kernel.settings import IS_DEMO, of_portfolio
from workbench.ui.desk import Desk
from workbench.ui.layout import row
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

OWN = "wants_own"


class DemoBanner(Panel):
    """Over the pages of the demo portfolio: these people are invented, and here one's own begins."""

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
        """Leave the demo for the user's own portfolio, or for the page where one begins."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setProperty(OWN, True)
            app.closeAllWindows()


def wants_own(app: QCoreApplication) -> bool:
    """Whether the demo was left for one's own; asked once."""
    wanted = bool(app.property(OWN))
    app.setProperty(OWN, None)
    return wanted
