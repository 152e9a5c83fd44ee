"""The load gauge: how many accounts everybody looks after, against the limits of the role."""

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.kernel.cells import Cell
from workbench.kernel.words import N_
from workbench.portfolio.load import LIMITS, TIER_WEIGHTS, Fill, Load
from workbench.portfolio.seen.queries import Seen
from workbench.portfolio.ui.scores.numbers import Numbers
from workbench.ui import painting
from workbench.ui.desk import Desk
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.menu import Entry
from workbench.ui.rows_table import Column, RowsTable
from workbench.ui.widgets.chips import Chip
from workbench.ui.widgets.line import Line, Told
from workbench.ui.widgets.said import Said

MOST_LIMIT, ROOM, BAR = 500, 1.12, 100
FILLS = {
    Fill.UNDER: (N_("{n} too few"), "warn", "chevron-down"),
    Fill.WITHIN: (N_("within"), "ok", "circle-check"),
    Fill.OVER: (N_("{n} too many"), "crit", "circle-alert"),
}


class LoadView(QWidget):
    """The table of owners, the accounts of the one under the cursor, and the limits."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._seen: Seen | None = None
        self._most = 1.0
        self.table = RowsTable(desk, desk.words("Load"), "portfolio.load", self._columns())
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(self._to_accounts)
        self._limits = Numbers(desk, "portfolio.limits", LIMITS, MOST_LIMIT)
        self._title = Said(desk.theme, "", "subtitle")
        self._accounts = QVBoxLayout()
        self._accounts.setSpacing(1)
        theme, words = desk.theme, desk.words
        weights = ", ".join(
            words("{label}: {value}", label=words(tier.label), value=desk.formats.number(weight))
            for tier, weight in TIER_WEIGHTS.items()
        )
        note = Said(theme, words("Weights of the classes: {list}", list=weights), "label", "muted", wraps=True)
        owned = holding(column(self._title, self._accounts, None, margins=(20, 10, 12, 12), gap=6))
        limits = holding(
            column(Said(theme, words("Limits"), "subtitle"), self._limits, note, None, margins=(12, 10, 16, 12), gap=6)
        )
        below = row(scrolling(owned), scrolling(limits), gap=0, stretch=(1, 1))
        self.setLayout(column(self.table, below, gap=0, stretch=(2, 3)))

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def letter(self) -> SignalInstance:
        return self.table.letter

    def show_seen(self, seen: Seen) -> None:
        self._seen = seen
        self._most = ROOM * max((max(load.count, load.band[1]) for load in seen.loads), default=1)
        self.table.show_rows(seen.loads)
        self._limits.refresh()
        self._tell()

    def go_to(self, account_id: int | None) -> None:
        """The gauge is about people: the account that is chosen elsewhere stays chosen there."""

    def key(self) -> int | None:
        return None

    def walked(self) -> list[int]:
        return []

    def home(self) -> QWidget:
        return self.table

    def entries(self) -> list[Entry]:
        return [Entry(N_("Order by this column (O)"), "", self.table.order, "rows-3", N_("View"))]

    def _columns(self) -> list[Column]:
        return [
            Column("name", N_("Owner"), self._name, lambda load: load.name.casefold(), is_strong=True, wide=170),
            Column("fill", N_("Load"), self._fill, lambda load: load.fill.value),
            Column("role", N_("Role"), self._role, lambda load: load.is_kam),
            Column("bar", N_("Against the limits"), self._bar, paint=self._paint, wide=BAR, grows=True),
            Column("count", N_("Accounts"), self._count, lambda load: load.count, is_number=True),
            Column("weight", N_("Weight"), self._weight, lambda load: load.weight, is_number=True),
        ]

    def _name(self, load: Load) -> Cell:
        return Cell(load.name) if load.name else Cell(self._desk.words("nobody"), "warn", "triangle-alert")

    def _role(self, load: Load) -> Cell:
        words = self._desk.words
        if load.is_kam:
            return Cell(words("KAM"), tip=words("Key account manager: looks after key accounts only, or says so."))
        return Cell(words("AM"), tip=words("Account manager"))

    def _bar(self, load: Load) -> Cell:
        words = self._desk.words
        return Cell(words("{n} of {least} to {most}", n=load.count, least=load.band[0], most=load.band[1]))

    def _count(self, load: Load) -> Cell:
        return Cell(self._desk.formats.number(load.count))

    def _weight(self, load: Load) -> Cell:
        number = self._desk.formats.number
        text = self._desk.words("{n} of {most}", n=number(load.weight), most=number(load.capacity))
        return Cell(text, "crit" if load.weight > load.capacity else "")

    def _fill(self, load: Load) -> Chip:
        text, token, icon = FILLS[load.fill]
        least, most = load.band
        beyond = load.count - most if load.fill is Fill.OVER else least - load.count
        if load.fill is Fill.OVER and beyond <= 0:
            text = N_("too heavy")
        return Chip(self._desk.words(text, n=beyond), token, icon)

    def _paint(self, painter: QPainter, room: QRectF, load: Load) -> None:
        """The band of the role shaded, the number as a bar over it."""
        theme = self._desk.theme
        high = theme.px(18)
        track = QRectF(room.x(), room.center().y() - high / 2, room.width(), high)
        step = track.width() / self._most
        least, most = load.band
        painter.setPen(QPen(theme.color("border"), theme.edge))
        painter.setBrush(theme.color("surface"))
        painter.drawRect(track)
        band = QRectF(track.x() + least * step, track.y(), (most - least) * step, high)
        painter.fillRect(band, theme.color("ok_bg"))
        painter.setPen(QPen(theme.color("ok"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(band.topLeft(), band.bottomLeft())
        painter.drawLine(band.topRight(), band.bottomRight())
        token = FILLS[load.fill][1] if load.fill is not Fill.WITHIN else "accent"
        thick = high * 0.5
        bar = QRectF(track.x(), track.center().y() - thick / 2, load.count * step, thick)
        painter.fillRect(bar, theme.color(token))
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.color("text"))
        for value, align in ((least, painting.RIGHT), (most, painting.LEFT)):
            beside = QRectF(track.x() + value * step - (30 if align == painting.RIGHT else -3), track.y() - 1, 27, high)
            if bar.right() < beside.x() or bar.right() > beside.right() + 40:
                painter.drawText(beside, int(align), str(value))

    def _tell(self, _key: object = None) -> None:
        """The accounts of the owner under the cursor."""
        emptied(self._accounts)
        index, words = self.table.currentIndex(), self._desk.words
        load = self.table.rows_model.rows[index.row()] if index.isValid() else None
        self._title.setText("")
        if load is None or self._seen is None:
            return
        self._title.setText(words.many("{n} account of {name}", "{n} accounts of {name}", load.count,
                                       name=load.name or words("nobody")))  # fmt: skip
        names = {one.id: one.name for one in self._seen.heat}
        for tier, keys in load.accounts.items():
            for key in keys:
                weight = self._desk.formats.number(TIER_WEIGHTS[tier])
                told = Told(names.get(key, ""), words("weight {n}", n=weight), Chip(words(tier.label)))
                made = Line(self._desk.theme, key, told)
                made.setObjectName("portfolio.load.account")
                made.asked.connect(self._asked)
                self._accounts.addWidget(made)
                made.show()  # what is only laid out cannot take the focus

    def _asked(self, line: Line, verb: str) -> None:
        if verb in ("open", "tick"):
            self.chosen.emit(line.key)
            self.opened.emit(line.key)
        elif verb in ("next", "previous"):
            lines = [item.widget() for n in range(self._accounts.count()) if (item := self._accounts.itemAt(n))]
            place = lines.index(line) + (1 if verb == "next" else -1)
            beside = lines[place] if 0 <= place < len(lines) else None
            if beside is not None:
                beside.setFocus(Qt.FocusReason.TabFocusReason)

    def _to_accounts(self, _key: object) -> None:
        """Enter on an owner leads to the accounts."""
        item = self._accounts.itemAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
