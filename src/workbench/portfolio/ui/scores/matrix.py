"""The portfolio matrix and its table: the same accounts, the same choice."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QWidget

from workbench.kernel.cells import Cell
from workbench.kernel.words import N_
from workbench.portfolio.model import Axis
from workbench.portfolio.positions import Placed, Plane
from workbench.portfolio.scoring import Score
from workbench.portfolio.seen.queries import Seen
from workbench.portfolio.ui.scores.canvas import Canvas
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row
from workbench.ui.menu import Entry
from workbench.ui.rows_table import Column, RowsTable
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.flow import Flow
from workbench.ui.widgets.legend import Legend
from workbench.ui.widgets.panes import Panes
from workbench.ui.widgets.said import Said

NAME, PICTURE = 110, 380
LEGEND = N_(
    "Area: revenue. Ring: potential. Arrow: from a year ago. Dotted: to the target (T). Dashed: insufficient data."
)


class MatrixView(QWidget):
    """`plane` tells other axes."""

    plane = Signal(object)
    chosen = Signal(object)
    opened = Signal(object)
    letter = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._shown = desk, Plane()
        self.canvas = Canvas(desk)
        self.table = RowsTable(desk, desk.words("Accounts of the matrix"), "portfolio.matrix.table", self._columns())
        for part in (self.canvas, self.table):
            part.chosen.connect(self.chosen)
            part.opened.connect(self.opened)
            part.letter.connect(self.letter)
        self._across = self._box("across", N_("Axis across"))
        self._upwards = self._box("upwards", N_("Axis upwards"))
        words, theme = desk.words, desk.theme
        self._cells = button(theme, "", "table", "quiet")
        self._cells.setObjectName("portfolio.matrix.cells")
        self._cells.clicked.connect(self.turn_cells)
        across = holding(row(Said(theme, words("Across"), "label", "text2"), self._across, gap=6))
        upwards = holding(row(Said(theme, words("Up"), "label", "text2"), self._upwards, gap=6))
        bar = holding(column(Flow(upwards, across, self._cells, gap=12), margins=(20, 8, 16, 4)))
        legend = Legend(theme, words(LEGEND), self.canvas, self)
        picture = holding(column(self.canvas, legend, margins=(12, 4, 8, 8), gap=4, stretch=(1,)))
        self._panes = Panes("portfolio.matrix.panes", picture, self.table)
        self.table.setMinimumWidth(theme.px(230))
        self.setLayout(column(bar, self._panes, gap=0, stretch=(0, 1)))

    @property
    def widget(self) -> QWidget:
        return self

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def show_seen(self, seen: Seen) -> None:
        self._shown = seen.plane
        for box, axis in ((self._across, seen.plane.across), (self._upwards, seen.plane.upwards)):
            box.setCurrentIndex(list(Axis).index(axis))
        cells = seen.plane.cells
        self._cells.setText(self._desk.words("{n} × {n} fields", n=cells))
        self._cells.setAccessibleName(self._cells.text())
        self.table.show_rows(seen.placed)
        self._share()
        self.canvas.show_placed(seen.placed, seen.plane)

    def _share(self) -> None:
        """The table gets what it needs while the picture can be read, unless somebody moved the line between them."""
        if not self._panes.arrangement():
            whole = self._panes.width()
            most = max(whole // 2, whole - self._desk.theme.px(PICTURE))
            table = min(self.table.sizeHint().width(), most)
            self._panes.setSizes([whole - table, table])

    def go_to(self, account_id: int | None) -> None:
        self.table.go_to(account_id)
        self.canvas.go_to(account_id)

    def key(self) -> int | None:
        return self.table.key()

    def walked(self) -> list[int]:
        return [row.id for row in self.table.rows_model.rows]

    def home(self) -> QWidget:
        return self.canvas.bubbles.get(self.key() or 0) or self.table

    def entries(self) -> list[Entry]:
        view = N_("View")
        return [
            Entry(N_("Two or three fields each way"), "", self.turn_cells, "table", view),
            Entry(N_("Axis upwards"), "", self._upwards.showPopup, "arrow-up", view),
            Entry(N_("Axis across"), "", self._across.showPopup, "arrow-right", view),
            Entry(N_("Order by this column (O)"), "", self.table.order, "rows-3", view),
        ]

    def turn_cells(self) -> None:
        """Two by two instead of three by three, and back."""
        self.plane.emit(replace(self._shown, cells=5 - self._shown.cells))

    def _box(self, key: str, label: str) -> QComboBox:
        made = QComboBox()
        made.setObjectName(f"portfolio.matrix.{key}")
        made.setAccessibleName(self._desk.words(label))
        made.addItems([self._desk.words(axis.label) for axis in Axis])
        made.activated.connect(self._axes_chosen)
        return made

    def _axes_chosen(self, _place: int) -> None:
        axes = list(Axis)
        across, upwards = axes[self._across.currentIndex()], axes[self._upwards.currentIndex()]
        self.plane.emit(replace(self._shown, across=across, upwards=upwards))

    def _columns(self) -> list[Column]:
        return [
            Column("number", N_("#"), self._number, lambda one: one.number, is_number=True),
            Column("name", N_("Account"), self._name, lambda one: one.candidate.name.casefold(), is_strong=True,
                   wide=NAME, grows=True),
            Column("up", N_("Up"), self._up, lambda one: one.y.value, is_number=True),
            Column("across", N_("Across"), self._sideways, lambda one: one.x.value, is_number=True),
            Column("revenue", N_("Revenue"), self._revenue, lambda one: one.candidate.revenue, is_number=True),
            Column("strategy", N_("Strategy"), self._strategy, lambda one: one.strategy and one.strategy.value),
        ]  # fmt: skip

    def _number(self, one: Placed) -> Cell:
        return Cell(str(one.number), "muted")

    def _name(self, one: Placed) -> Cell:
        return Cell(one.candidate.name, tip=one.candidate.name)

    def _up(self, one: Placed) -> Cell:
        return self._value(one.y)

    def _sideways(self, one: Placed) -> Cell:
        return self._value(one.x)

    def _value(self, score: Score) -> Cell:
        if score.points is None:
            return Cell("–", "muted", said=self._desk.words("no data"))
        said = "" if score.is_enough else self._desk.words("insufficient data")
        return Cell(self._desk.formats.number(score.points), "" if score.is_enough else "muted", said=said, tip=said)

    def _revenue(self, one: Placed) -> Cell:
        money = self._desk.formats
        text = money.compact_money(one.candidate.revenue, one.candidate.currency)
        return Cell(text, tip=money.money(one.candidate.revenue, one.candidate.currency))

    def _strategy(self, one: Placed) -> Cell:
        if one.strategy:
            return Cell(self._desk.words(one.strategy.label))
        return Cell("–" if one.is_known else self._desk.words("insufficient data"), "muted")
