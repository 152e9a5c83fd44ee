"""The profit of an account as a waterfall: from the revenue down to the contribution, and the costs below it (ME25)."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QWidget

from workbench.business.ui.lists import COSTS
from workbench.kam.hours.profit import SUMS, Part, Profit, Step
from workbench.kernel.cells import Cell
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.rows_table import Column, RowsTable
from workbench.ui.sublist import SubList
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.said import Said

NAME, BAR, ROOMY = 150, 110, 2
MOST = 200  # lines: ten years of costs


@dataclass(frozen=True)
class Bar:
    """A step as a row; `share` is its part of the revenue."""

    id: int
    step: Step
    share: float | None


class ProfitPanel(QWidget):
    """`opened` tells the records behind a step; `shown` asks to show what is hidden."""

    opened = Signal(object)
    shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._currency, self._low, self._high = "EUR", 0, 1
        self._said = Said(desk.theme, "", "body", "text", wraps=True)
        self.table = RowsTable(desk, desk.words("Account profit"), "account.hours.profit", self._columns())
        self.table.opened.connect(self._open)
        self.costs = SubList(desk, replace(COSTS, most=MOST))
        self._show = show = button(desk.theme, desk.words("Show cost"), "eye", "primary")
        show.setObjectName("account.hours.profit.show")
        show.clicked.connect(self.shown)
        self._hidden = Empty(desk.theme, "eye", "", show)
        self._empty = Said(desk.theme, "", "body", "muted", wraps=True)
        said = holding(column(self._said, self._empty, margins=(20, 10, 16, 8), gap=4))
        below = holding(column(self.costs, margins=(20, 14, 16, 16)))
        self._body = scrolling(holding(column(said, self.table, row(below, None, stretch=(2, 1)), None, gap=0)))
        self.setLayout(column(self._body, self._hidden, gap=0, stretch=(1, 1)))

    def home(self) -> QWidget:
        """Where the keys begin."""
        if self._hidden.isVisibleTo(self):
            return self._show
        return self.table if self.table.isVisible() else self.costs.home()

    def show_cost(self, key: int) -> None:
        """Give the keys to a cost, where cost is shown."""
        if any(line.key == key for line in self.costs.lines()):
            self.costs.show_child(key)

    def offer(self, *, is_offered: bool) -> None:
        """Whether this user may show what is hidden."""
        words = self._desk.words
        self._show.setVisible(is_offered)
        hidden = N_("What an account costs is hidden.")
        self._hidden.say(words(hidden if is_offered else N_("A key account manager can show what an account costs.")))

    def show_profit(self, account_id: int, found: Profit | None, before: Profit, currency: str) -> None:
        """The profit of a period and of the same one a year before; None while cost is hidden."""
        self._hidden.setVisible(found is None)
        self._body.setVisible(found is not None)
        if found is None:
            return
        self._currency = currency
        ends = [0, *(edge for step in found.steps for edge in (step.start, step.end))]
        self._low, self._high = min(ends), max(*ends, 1)
        self.table.show_rows([Bar(n, step, found.share(step.amount or 0)) for n, step in enumerate(found.steps, 1)])
        rows = len(found.steps) * self._desk.theme.row
        self.table.setFixedHeight(rows + self.table.horizontalHeader().sizeHint().height() + ROOMY)
        self.table.setVisible(bool(found.steps))
        self._said.setText(self._sentence(found, before))
        self._said.setVisible(bool(found.steps))
        self._empty.setText(self._desk.words(NO_REVENUE))
        self._empty.setVisible(not found.steps)
        self.costs.show_parent(account_id)

    def _sentence(self, found: Profit, before: Profit) -> str:
        """What is left, what serving costs, and how that was a year before."""
        words, formats = self._desk.words, self._desk.formats
        if not found.steps:
            return ""
        left, share = found.of(Part.CONTRIBUTION), found.share(found.of(Part.CONTRIBUTION))
        parts = [
            words("{amount} are left, {share} of the revenue.", amount=self._money(left), share=formats.percent(share)),
            words("Cost to serve: {amount}, {share}.", amount=self._money(found.cost_to_serve),
                  share=formats.percent(found.share(found.cost_to_serve))),
        ]  # fmt: skip
        now, earlier = found.share(found.of(Part.MARGIN)), before.share(before.of(Part.MARGIN))
        if earlier is not None:
            said = words("Margin {share}, a year before {earlier}.",
                         share=formats.percent(now), earlier=formats.percent(earlier))  # fmt: skip
            parts.append(said)
        unknown = [words(step.part.label) for step in found.steps if step.amount is None]
        if unknown:
            parts.append(words("Not known: {parts}.", parts=", ".join(unknown)))
        return " ".join(parts)

    def _money(self, cents: int) -> str:
        return self._desk.formats.money(round(cents / 100) * 100, self._currency)

    def _columns(self) -> list[Column]:
        return [
            Column("part", N_("Step"), self._part, wide=NAME),
            Column("bar", N_("From revenue to contribution"), self._bar, paint=self._paint, wide=BAR, grows=True),
            Column("amount", N_("Amount"), self._amount, is_number=True),
            Column("share", N_("Of revenue"), self._share, is_number=True),
        ]

    def _part(self, bar: Bar) -> Cell:
        return Cell(self._desk.words(bar.step.part.label), "" if bar.step.part in SUMS else "text2")

    def _bar(self, bar: Bar) -> Cell:
        return self._amount(bar)

    def _amount(self, bar: Bar) -> Cell:
        if bar.step.amount is None:
            return Cell(self._desk.words("not known"), "muted")
        return Cell(self._money(bar.step.amount), "crit" if bar.step.part in SUMS and bar.step.amount < 0 else "")

    def _share(self, bar: Bar) -> Cell:
        if bar.step.amount is None or bar.share is None:
            return Cell("–", "muted")
        return Cell(self._desk.formats.percent(bar.share), "muted")

    def _paint(self, painter: QPainter, room: QRectF, bar: Bar) -> None:
        """Sums stand on the zero line, what is taken off hangs where the step before ended; hatched, for grey paper."""
        theme, step = self._desk.theme, bar.step
        scale = room.width() / (self._high - self._low)
        zero = room.x() - self._low * scale
        painter.setPen(QPen(theme.color("border_strong"), theme.edge))
        painter.drawLine(QPointF(zero, room.y()), QPointF(zero, room.bottom()))
        left, right = sorted((zero + step.start * scale, zero + step.end * scale))
        high = theme.px(16)
        rect = QRectF(left, room.center().y() - high / 2, max(right - left, 1), high)
        if step.amount is None:
            painter.setPen(QPen(theme.color("muted"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
            return
        is_sum = step.part in SUMS
        token = "accent" if is_sum and step.amount >= 0 else "crit" if is_sum else "warn"
        painter.setPen(QPen(theme.color(token), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRect(rect)
        painter.setBrush(QBrush(theme.color(token), FILLS[is_sum]))
        painter.drawRect(rect)

    def _open(self, key: object) -> None:
        bar = next((one for one in self.table.rows_model.rows if one.id == key), None)
        if bar is not None:
            self.opened.emit(bar.step)


FILLS = {True: Qt.BrushStyle.SolidPattern, False: Qt.BrushStyle.BDiagPattern}
NO_REVENUE = N_("No revenue is known for this period. It is known by quarter: choose a quarter or a year.")
