"""The head of an account's page: its name, chips and key figures, and what is done most."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QMenu, QWidget

from workbench.portfolio.health_score import HealthScore
from workbench.portfolio.standing import Standing
from workbench.portfolio.ui.account_figures import chips, figures
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.menu import Entry, fill
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.chips import ChipRow
from workbench.ui.widgets.figures import Figures
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Shortened

ROOM_FOR_CHIPS = 820  # pixels that the name, its chips and the buttons take
ROOM_FOR_FIGURES = 340


class AccountHead(Panel):
    """Stands above the tabs. Signals tell of a figure by its place, and of the buttons."""

    figure_opened = Signal(int)
    print_wanted = Signal()
    meeting_wanted = Signal()
    doubted = Signal()

    def __init__(self, desk: Desk, tabs: QWidget) -> None:
        super().__init__(desk.theme, "surface", "b")
        self._desk = desk
        theme, words = desk.theme, desk.words
        self._name = Shortened(theme, "", "display", hugs=True)
        self.chips = ChipRow(theme)
        self._figures = Figures(theme, "account.figure")
        self._figures.opened.connect(self.figure_opened)
        paper = button(theme, words("Print"), "printer")
        paper.setObjectName("account.print")
        paper.clicked.connect(self.print_wanted)
        prepare = button(theme, words("Prepare meeting"), "calendar-plus", "primary")
        prepare.setObjectName("account.head.prepare")
        prepare.clicked.connect(self.meeting_wanted)
        self._doubt = button(theme, "", "circle-help", "quiet")
        self._doubt.setObjectName("account.head.doubt")
        self._doubt.hide()
        self._doubt.clicked.connect(self.doubted)
        self._more = button(theme, "", "ellipsis", "", words("More"))
        self._more.setObjectName("account.head.more")
        self._titles = row(self._name, self.chips, self._doubt, None, prepare, paper, self._more, gap=10)
        self._below = row(None)
        self.setLayout(column(self._titles, self._below, self._figures, tabs, margins=(20, 12, 16, 0), gap=8))

    @property
    def name(self) -> str:
        return self._name.accessibleName()

    def offer(self, entries: Sequence[Entry]) -> None:
        """What else can be done with the account, behind the last button."""
        menu = QMenu(self._more)
        fill(menu, entries, self._desk.words, self._desk.theme, self._more)
        self._more.setMenu(menu)

    def show_gone(self) -> None:
        self._name.setText(self._desk.words("This account is gone"))

    def show_standing(self, found: Standing, health: HealthScore | None) -> None:
        """Show where an account stands, and whether that is to be doubted."""
        words = self._desk.words
        self._name.setText(found.card.name)
        self.chips.show_chips(*chips(self._desk, found, health))
        self._figures.show_figures(*figures(self._desk, found))
        self._doubt.setVisible(found.is_health_doubtful)
        self._doubt.setText(
            words.many("{n} overdue promise – still good?", "{n} overdue promises – still good?", found.late)
        )

    def fit(self, page: QSize) -> None:
        """Large texts leave no room for the chips beside the name, and a short page none for key figures."""
        px = self._desk.theme.px
        is_narrow = page.width() < px(ROOM_FOR_CHIPS)
        if is_narrow != (self._below.indexOf(self.chips) >= 0):
            line, place = (self._below, 0) if is_narrow else (self._titles, 1)
            line.insertWidget(place, self.chips)
        # what the tab shows comes first
        self._figures.setVisible(page.height() >= px(ROOM_FOR_FIGURES))
