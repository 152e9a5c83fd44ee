"""The strip above the hours: which period, how much was spent of what was planned, and what it cost."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.kam.hours.periods import Span
from workbench.kam.hours.rates import Band
from workbench.kam.hours.ui import saying
from workbench.kam.hours.views import PeriodHours
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.flow import Flow
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said, Shortened
from workbench.ui.widgets.switch import Switch

PARTS = (N_("Planned and spent"), N_("Entries"), N_("Profit"))


class Strip(Panel):
    """`spans` and `parts` are the switches for the length of the period and for sums or entries."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "surface", "b")
        self._desk = desk
        words, theme = desk.words, desk.theme
        self._title = Shortened(theme, "", "subtitle")
        self._balance = Said(theme, "", "body", "text2", wraps=True)
        self._cost = Said(theme, "", "body", wraps=True)
        self.before = button(theme, "", "chevron-left", "quiet", words("Period before (PgUp)"))
        self.after = button(theme, "", "chevron-right", "quiet", words("Period after (PgDn)"))
        self.log = button(theme, words("Log hours"), "plus", "primary", words("Log hours (N)"))
        self.cost = button(theme, words("Cost"), "eye", "chip")
        for name in ("before", "after", "log", "cost"):
            getattr(self, name).setObjectName(f"account.hours.{name}")
        self.parts, self.spans = Switch(self), Switch(self)
        chips = Flow(gap=6)
        self._fill(self.parts, PARTS, "part", chips)
        gap = QWidget()
        gap.setFixedSize(theme.px(12), 1)
        chips.addWidget(gap)
        self._fill(self.spans, [span.label for span in Span], "span", chips)
        self.spans.button(list(Span).index(Span.QUARTER)).setChecked(True)
        chips.addWidget(self.cost)
        self._chips = holding(column(chips))
        self._flow = chips
        head = row(self._title, self.before, self.after, 8, self.log, gap=4, stretch=(1,))
        self.setLayout(column(head, self._chips, self._balance, self._cost, margins=(20, 4, 16, 8), gap=4))

    def show_hours(self, found: PeriodHours, band: Band | None, of: str, *, may: bool) -> None:
        """Another period; with a band, its cost, which `may` be asked for; `of` names whose entries are listed."""
        desk = self._desk
        name = saying.period_name(desk, found.period)
        title = (
            desk.words("Hours of {name}, {period}", name=of, period=name)
            if of
            else desk.words("Hours, {period}", period=name)
        )
        if self.parts.checkedId() == PARTS.index("Profit"):
            title = desk.words("Profit, {period}", period=name)
        self._title.setText(title)
        self._balance.setText(saying.balance(desk, found))
        self.cost.setVisible(may)
        self.cost.setChecked(band is not None)
        self.spans.button(list(Span).index(found.period.span)).setChecked(True)
        self._cost.setText(saying.cost_of_time(desk, found, band) if band else "")
        # entries need the room themselves
        is_sum = self.parts.button(0).isChecked()
        self._balance.setVisible(is_sum)
        self._cost.setVisible(band is not None and is_sum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._chips.setMinimumHeight(self._flow.heightForWidth(self._chips.width()))

    def _fill(self, group: Switch, labels: list[str] | tuple[str, ...], name: str, line: Flow) -> None:
        for place, label in enumerate(labels):
            made = button(self._desk.theme, self._desk.words(label), look="chip")
            made.setObjectName(f"account.hours.{name}.{place}")
            group.add(made)
            line.addWidget(made)
