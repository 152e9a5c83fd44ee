"""Reports and print: choose a document and an account, see it, write it or print it."""

from PySide6.QtWidgets import QWidget

from workbench.ui.desk import Desk
from workbench.ui.layout import column
from workbench.ui.shell.pages import Page
from workbench.ui.widgets.said import Said


class PrintPage(Page):
    """The page with every printed document."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("print")
        self.setLayout(column(Said(desk.theme, self.title(), "display"), QWidget()))

    def title(self) -> str:
        return self.desk.words("Reports & print")
