"""The heat list: what every account asks for, to be ordered, narrowed and walked."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from workbench.kernel.cells import Cell, near_day
from workbench.kernel.clock import days_between
from workbench.kernel.words import N_
from workbench.portfolio.day import RENEWAL_SOON
from workbench.portfolio.health_score import light
from workbench.portfolio.model import Light
from workbench.portfolio.seen.queries import Heat, Seen
from workbench.portfolio.ui.scores.health_parts import LETTERS
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding
from workbench.ui.menu import Entry
from workbench.ui.rows_table import Column, RowsTable
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.chips import LOOKS, Chip
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.flow import Flow

NAME = 150
Wanted = Callable[[Heat, Seen], bool]


def _is_ill(row: Heat, _seen: Seen) -> bool:
    return row.health.light in (Light.RED, Light.AMBER)


def _is_late(row: Heat, _seen: Seen) -> bool:
    return row.overdue > 0


def _is_renewing(row: Heat, seen: Seen) -> bool:
    return row.renewal_on is not None and 0 <= days_between(seen.today, row.renewal_on) <= RENEWAL_SOON


def _is_silent(row: Heat, seen: Seen) -> bool:
    return row.is_silent(seen.today)


def _is_behind(row: Heat, _seen: Seen) -> bool:
    return row.gap is not None and row.gap > 0


CHIPS: tuple[tuple[str, str, Wanted], ...] = (
    ("ill", N_("Amber or red"), _is_ill),
    ("late", N_("Overdue"), _is_late),
    ("renewing", N_("Renewal <120 d"), _is_renewing),
    ("silent", N_("Rhythm overdue"), _is_silent),
    ("behind", N_("Below target"), _is_behind),
)


class HeatView(QWidget):
    """Chips narrow the table; every one that is down must hold."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._seen: Seen | None = None
        self.table = RowsTable(desk, desk.words("Heat list"), "portfolio.heat", self._columns())
        self.chips = {key: self._chip(key, label) for key, label, _ in CHIPS}
        again = button(desk.theme, desk.words("Clear filters"), "x")
        again.setObjectName("portfolio.heat.clear")
        again.clicked.connect(self.clear)
        self._nothing = Empty(desk.theme, "filter", "", again)
        bar = holding(column(Flow(*self.chips.values()), margins=(20, 8, 16, 8)))
        self.setLayout(column(bar, self.table, self._nothing, gap=0, stretch=(0, 1, 1)))

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def chosen(self) -> SignalInstance:
        return self.table.chosen

    @property
    def opened(self) -> SignalInstance:
        return self.table.opened

    @property
    def letter(self) -> SignalInstance:
        return self.table.letter

    def show_seen(self, seen: Seen) -> None:
        self._seen = seen
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

    def _columns(self) -> list[Column]:
        return [
            Column("name", N_("Account"), self._name, lambda row: row.name.casefold(), is_strong=True, wide=NAME,
                   grows=True),
            Column("health", N_("Health"), self._health, lambda row: row.health.score.value),
            Column("overdue", N_("Overdue"), self._overdue, lambda row: -row.overdue, is_number=True),
            Column("renewal", N_("Renewal"), self._renewal, lambda row: row.renewal_on),
            Column("touch", N_("Last contact"), self._touch, lambda row: row.last_contact_on),
            Column("gap", N_("Gap to target"), self._gap, lambda row: None if row.gap is None else -row.gap,
                   is_number=True),
            Column("open", N_("Open"), self._open, lambda row: -row.open, is_number=True),
        ]  # fmt: skip

    def _name(self, row: Heat) -> Cell:
        return Cell(row.name, tip=row.name)

    def _health(self, row: Heat) -> Cell | Chip:
        words, health = self._desk.words, row.health
        shown = health.light
        if shown is None:
            return Chip(words("insufficient data"), "neutral", "circle-dashed")
        points = "" if light(health.score) is None else self._desk.formats.number(health.score.points)
        letter = words(LETTERS[shown])
        if health.override and health.override.is_in_force:
            return Chip(words("{n} {letter} judged", n=points, letter=letter).strip(), *LOOKS[shown])
        return Chip(words("{n} {letter}", n=points, letter=letter), *LOOKS[shown])

    def _overdue(self, row: Heat) -> Cell:
        if not row.overdue:
            return Cell("–", "muted")
        return Cell(self._desk.formats.number(row.overdue), "crit", "circle-alert", self._desk.words("overdue"))

    def _renewal(self, row: Heat) -> Cell:
        if self._seen is None or row.renewal_on is None:
            return Cell("–", "muted")
        shown = near_day(self._desk.formats, row.renewal_on, self._seen.today)
        if not _is_renewing(row, self._seen):
            return shown
        return Cell(shown.text, "warn", "triangle-alert", self._desk.words("renewal soon"))

    def _touch(self, row: Heat) -> Cell:
        words = self._desk.words
        if self._seen is None or row.last_contact_on is None:
            return Cell(words("never"), "muted")
        text = words("{n} d", n=days_between(row.last_contact_on, self._seen.today))
        tip = self._desk.formats.long_day(row.last_contact_on)
        if row.is_silent(self._seen.today):
            return Cell(text, "crit", "circle-alert", words("rhythm overdue"), tip)
        return Cell(text, tip=tip)

    def _gap(self, row: Heat) -> Cell:
        formats = self._desk.formats
        if row.gap is None:
            return Cell("–", "muted")
        tip = formats.money(-row.gap, row.currency)
        if row.gap <= 0:
            return Cell(formats.compact_money(-row.gap, row.currency), "", "", self._desk.words("target reached"), tip)
        short = formats.compact_money(-row.gap, row.currency)
        return Cell(short, "warn", "chevron-down", self._desk.words("below target"), tip)

    def _open(self, row: Heat) -> Cell:
        return Cell(self._desk.formats.number(row.open) if row.open else "–", "" if row.open else "muted")
