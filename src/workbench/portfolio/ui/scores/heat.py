"""The heat list: what every account asks for, to be ordered, narrowed and walked."""

from collections.abc import Callable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from workbench.kernel.words import N_
from workbench.portfolio.health_score import LIGHTS
from workbench.portfolio.model import Light
from workbench.portfolio.scoring import ENOUGH
from workbench.portfolio.seen.queries import Asked, Heat, Seen, behind
from workbench.portfolio.ui.scores.health_parts import LETTERS
from workbench.portfolio.ui.scores.heat_cells import HeatCells, is_renewing
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding
from workbench.ui.menu import Entry
from workbench.ui.rows_table import RowsTable
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.flow import Flow
from workbench.ui.widgets.legend import Legend
from workbench.ui.widgets.said import Said

Wanted = Callable[[Heat, Seen], bool]


def _is_ill(row: Heat, _seen: Seen) -> bool:
    return row.health.light in (Light.RED, Light.AMBER)


def _is_late(row: Heat, _seen: Seen) -> bool:
    return row.overdue > 0


def _is_silent(row: Heat, seen: Seen) -> bool:
    return row.is_silent(seen.today)


def _is_behind(row: Heat, _seen: Seen) -> bool:
    return row.gap is not None and row.gap > 0


CHIPS: tuple[tuple[str, str, Wanted], ...] = (
    ("ill", N_("Amber or red"), _is_ill),
    ("late", N_("Overdue"), _is_late),
    ("renewing", N_("Renewal <120 d"), is_renewing),
    ("silent", N_("Rhythm overdue"), _is_silent),
    ("behind", N_("Below target"), _is_behind),
)
# what Enter opens in a column
BEHIND = {"overdue": Asked.OVERDUE, "open": Asked.OPEN, "touch": Asked.TOUCH, "gap": Asked.GAP}
OF_HEALTH = ("health", "score", "why")
TO_HEALTH = "H"


class HeatView(QWidget):
    """Chips narrow the table; every one that is down must hold. Enter opens what the cell was counted from."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._seen: Seen | None = None
        self._cells = HeatCells(desk)
        self.table = RowsTable(desk, desk.words("Heat list"), "portfolio.heat", self._cells.columns())
        self.table.opened.connect(self._open)
        self.chips = {key: self._chip(key, label) for key, label, _ in CHIPS}
        again = button(desk.theme, desk.words("Clear filters"), "x")
        again.setObjectName("portfolio.heat.clear")
        again.clicked.connect(self.clear)
        self._nothing = Empty(desk.theme, "filter", "", again)
        bar = holding(column(Flow(*self.chips.values()), margins=(20, 8, 16, 8)))
        self._why = Said(desk.theme, "", "label", "text", wraps=True)
        self.table.chosen.connect(self._tell)
        told = Legend(desk.theme, self._legend(), self.table, self)
        legend = holding(column(self._why, told, margins=(20, 6, 16, 8), gap=2))
        self.setLayout(column(bar, self.table, self._nothing, legend, gap=0, stretch=(0, 1, 1)))

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def chosen(self) -> SignalInstance:
        return self.table.chosen

    @property
    def letter(self) -> SignalInstance:
        return self.table.letter

    def show_seen(self, seen: Seen) -> None:
        self._seen = seen
        self._cells.today = seen.today
        words = self._desk.words
        for key, label, wanted in CHIPS:
            n = sum(wanted(row, seen) for row in seen.heat)
            text = words("{chip} {n}", chip=words(label), n=n) if n else words(label)
            self.chips[key].setText(text)
            self.chips[key].setAccessibleName(text)
        self._narrow()

    def go_to(self, account_id: int | None) -> None:
        if self.table.rows_model.row_of(account_id) >= 0:
            self.table.go_to(account_id)
        self._tell()

    def key(self) -> int | None:
        return self.table.key()

    def home(self) -> QWidget:
        return self.table if self.table.isVisible() else self._nothing

    def walked(self) -> list[int]:
        """The accounts, in the order in which J and K walk them."""
        return [row.id for row in self.table.rows_model.rows]

    def entries(self) -> list[Entry]:
        chips = [Entry(label, "", self.chips[key].toggle, "filter", N_("View")) for key, label, _ in CHIPS]
        return [*chips, Entry(N_("Order by this column (O)"), "", self.table.order, "rows-3", N_("View"))]

    def clear(self) -> None:
        """Show every account again."""
        for chip in self.chips.values():
            chip.setChecked(False)
        self.table.setFocus()

    def _narrow(self) -> None:
        seen = self._seen
        if seen is None:
            return
        on = [wanted for key, _, wanted in CHIPS if self.chips[key].isChecked()]
        rows = [row for row in seen.heat if all(wanted(row, seen) for wanted in on)]
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._tell()
        self._nothing.setVisible(not rows)
        self._nothing.say(self._desk.words("{n} of {total} match.", n=0, total=len(seen.heat)))

    def _toggled(self) -> None:
        self._narrow()
        if self.table.rows_model.rows:
            # whoever is chosen beside the list is chosen in it
            self.table.chosen.emit(self.table.key())

    def _chip(self, key: str, label: str) -> QPushButton:
        made = button(self._desk.theme, self._desk.words(label), look="chip")
        made.setObjectName(f"portfolio.heat.{key}")
        made.toggled.connect(self._toggled)
        return made

    def _open(self, key: object) -> None:
        """Open the records behind the cell under the cursor: the account itself where it is no number."""
        if not isinstance(key, int) or self._seen is None:
            return
        column = self.table.rows_model.columns[max(0, self.table.currentIndex().column())].key
        if column in OF_HEALTH:
            self.table.letter.emit(TO_HEALTH)
            return
        found = None
        if column in BEHIND:
            with self._desk.workspace.read() as session:
                found = behind(session, key, BEHIND[column], self._seen.today)
        self.opened.emit((key, *found) if found else key)

    def _tell(self, _key: object = None) -> None:
        """Say in full why the account under the cursor counts as it does."""
        row = next((one for one in self.table.rows_model.rows if one.id == self.table.key()), None)
        self._why.setText(self._desk.words("{name}: {why}", name=row.name, why=self._cells.why(row)) if row else "")

    def _named(self, light: Light) -> str:
        words = self._desk.words
        return words("{light} ({letter})", light=words(light.label).lower(), letter=words(LETTERS[light]))

    def _legend(self) -> str:
        words, number = self._desk.words, self._desk.formats.number
        (green, _), (amber, _), _ = LIGHTS
        said = words(
            "The score is {green} from {n}, {amber} from {m}, {red} below.",
            green=self._named(Light.GREEN),
            amber=self._named(Light.AMBER),
            red=self._named(Light.RED),
            n=number(green),
            m=number(amber),
        )
        judged = words("“Judged” counts in its place: with a reason, until its last day.")
        share = self._desk.formats.percent(ENOUGH)
        least = words("Where less than {share} of the weights have data, no score counts.", share=share)
        return " ".join((said, judged, least))
