"""The ratings of one account: keys 0 to 5 give them, and what each means stands below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.kernel.cells import Cell
from workbench.kernel.words import N_
from workbench.portfolio.model import Scheme
from workbench.portfolio.scores.commands import clear_rating, rate
from workbench.portfolio.scoring import Criterion, Given
from workbench.portfolio.seen.queries import Seen
from workbench.ui.desk import Desk
from workbench.ui.layout import column, scrolling
from workbench.ui.rows_table import Column, RowsTable
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.said import Said

OURS, RIVAL = 2, 3
HERE, AWAY = "▸ ", "\N{EM SPACE}"
ANCHORS_HIGH, LEAST_HIGH, TABLE_HIGH = 168, 60, 100


@dataclass(frozen=True)
class RatingRow:
    """A criterion with what the account was given; a row without a criterion is the head of its scheme."""

    id: int
    name: str
    criterion: Criterion | None = None
    given: Given | None = None
    is_of_this_year: bool = True


class Ratings(QWidget):
    """The table, the wording of the rating under the cursor, its evidence, who gave it and when."""

    done = Signal()

    def __init__(self, desk: Desk, ask: Ask) -> None:
        super().__init__()
        self._desk, self._ask = desk, ask
        self._account_id: int | None = None
        self._schemes: list[Scheme] = []
        self.table = RowsTable(desk, desk.words("Ratings"), "portfolio.ratings", self._columns())
        self.table.letter.connect(self._press)
        self.table.opened.connect(self._note)
        self.table.chosen.connect(self._tell)
        self._anchors = Said(desk.theme, "", "label", "text2", wraps=True)
        self._below = below = scrolling(self._anchors)
        below.setMinimumHeight(desk.theme.px(LEAST_HIGH))
        below.setMaximumHeight(desk.theme.px(ANCHORS_HIGH))
        self.table.setMinimumHeight(desk.theme.px(TABLE_HIGH))
        self._anchors.setContentsMargins(16, 6, 12, 8)
        self.setLayout(column(self.table, below, gap=0, stretch=(2, 1)))

    def show_account(self, seen: Seen, account_id: int | None, schemes: Sequence[Scheme]) -> None:
        """The ratings of another account, or the same ones with other values."""
        candidate = seen.sheet.candidate(account_id)
        is_other = account_id != self._account_id or [*schemes] != self._schemes
        self._schemes = [*schemes]
        self._account_id = account_id if candidate else None
        given = candidate.given if candidate else {}
        self.table.clearSpans()
        self.table.show_rows(list(_rows(self._desk, seen, given, schemes)) if candidate else [])
        for place, row in enumerate(self.table.rows_model.rows):
            if row.criterion is None:
                self.table.setSpan(place, 0, 1, len(self.table.rows_model.columns))
        if is_other:
            # on the first criterion, below the name of its scheme
            self.table.scrollToTop()
            self.table.setCurrentIndex(self.table.rows_model.index(1, OURS))
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # where there is no room for both, the ratings matter more than their wording
        room = event.size().height()
        self._below.setVisible(room >= self.table.minimumHeight() + self._below.minimumHeight())

    def home(self) -> QWidget:
        return self.table

    def note_evidence(self) -> None:
        """Ask for the evidence of the rating under the cursor."""
        self._note(None)

    def _row(self) -> RatingRow | None:
        index = self.table.currentIndex()
        row = self.table.rows_model.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, RatingRow) and row.criterion else None

    def _press(self, key: str) -> None:
        if key.isdigit():
            self._rate(int(key))
        elif key == "Delete":
            self._clear()
        elif key in ("E", "F2"):
            self._note(None)

    def _rate(self, value: int) -> None:
        row, desk, account = self._row(), self._desk, self._account_id
        if row is None or row.criterion is None or account is None:
            return
        criterion, today = row.criterion, desk.clock.today()
        is_rival = criterion.scheme is Scheme.STRENGTH and self.table.currentIndex().column() == RIVAL
        given = {"rival" if is_rival else "value": value}
        if desk.attempt(lambda: desk.workspace.do(rate, account, criterion.id, today, **given)):
            desk.done(desk.words("{name}: {value}", name=criterion.name, value=value))

    def _clear(self) -> None:
        row, desk, account = self._row(), self._desk, self._account_id
        if row is None or row.criterion is None or account is None:
            return
        key, today = row.criterion.id, desk.clock.today()
        if desk.attempt(lambda: desk.workspace.do(clear_rating, account, key, today)):
            desk.done(desk.words("The rating is cleared."))

    def _note(self, _key: object) -> None:
        row = self._row()
        if row is None or row.criterion is None or self._account_id is None:
            return
        rect = self.table.visualRect(self.table.currentIndex())
        words = self._desk.words
        under = (self.table.viewport(), QPoint(0, rect.bottom()))
        hint = row.given.evidence if row.given and row.given.evidence else words("One line; where it is written.")
        answer = _Evidence(self._desk, self._account_id, row.criterion.id).given
        self._ask.ask(words("Evidence"), hint, under, answer)

    def _tell(self, _key: object = None) -> None:
        """What the levels mean, and what is known of this one."""
        row, words = self._row(), self._desk.words
        if row is None or row.criterion is None:
            self._anchors.setText(words("0 to 5 rates, E notes the evidence, Del clears."))
            return
        value = row.given.value if row.given else None
        told = enumerate(row.criterion.anchors)
        lines = [f"{HERE if level == value else AWAY}{level}  {meaning}" for level, meaning in told]
        self._anchors.setText("\n".join([*lines, *self._history(row.given)]))

    def _history(self, given: Given | None) -> list[str]:
        words, formats = self._desk.words, self._desk.formats
        if given is None:
            return [words("Not rated yet.")]
        said = [words("Evidence: {text}", text=given.evidence)] if given.evidence else [words("No evidence yet (E).")]
        if given.rated_on:
            who = given.rater or words("somebody")
            said.append(words("Rated by {name} on {day}.", name=who, day=formats.day(given.rated_on)))
        return said

    def _columns(self) -> list[Column]:
        return [
            Column("name", N_("Criterion"), self._name, grows=True, wide=90),
            Column("weight", N_("Weight"), self._weight, is_number=True),
            Column("ours", N_("Rating"), self._ours, is_number=True),
            Column("rival", N_("Rival"), self._rival, is_number=True),
        ]

    def _name(self, row: RatingRow) -> Cell:
        return Cell(row.name, "" if row.criterion else "accent_text", tip=row.name)

    def _weight(self, row: RatingRow) -> Cell:
        if row.criterion is None or row.criterion.scheme is Scheme.GATE:
            return Cell("")
        return Cell(self._desk.formats.number(row.criterion.weight), "muted")

    def _ours(self, row: RatingRow) -> Cell:
        if row.criterion is None:
            return Cell("")
        if row.given is None:
            return Cell("–", "muted", said=self._desk.words("not rated"))
        if row.criterion.scheme is Scheme.GATE and not row.given.value:
            return Cell("0", "crit", "octagon-x", self._desk.words("shut"))
        said = "" if row.is_of_this_year else self._desk.words("from {year}", year=row.given.year)
        return Cell(str(row.given.value), "" if row.is_of_this_year else "muted", said=said, tip=said)

    def _rival(self, row: RatingRow) -> Cell:
        if row.criterion is None or row.criterion.scheme is not Scheme.STRENGTH:
            return Cell("")
        rival = row.given.rival if row.given else None
        return Cell("–" if rival is None else str(rival), "muted" if rival is None else "")


def _rows(desk: Desk, seen: Seen, given: Mapping[int, Given], schemes: Sequence[Scheme]) -> list[RatingRow]:
    found = []
    for place, scheme in enumerate(schemes, 1):
        of_scheme = [one for one in seen.sheet.criteria if one.scheme is scheme]
        if of_scheme:
            found.append(RatingRow(-place, desk.words(scheme.label)))
        for one in of_scheme:
            has = given.get(one.id)
            found.append(RatingRow(one.id, one.name, one, has, has is None or has.year == seen.sheet.year))
    return found


class _Evidence:
    """Takes the evidence of a rating."""

    def __init__(self, desk: Desk, account_id: int, criterion_id: int) -> None:
        self._desk, self._account_id, self._criterion_id = desk, account_id, criterion_id

    def given(self, text: str) -> str:
        desk, today = self._desk, self._desk.clock.today()
        key, criterion = self._account_id, self._criterion_id
        evidence = text.strip() or None
        if desk.attempt(lambda: desk.workspace.do(rate, key, criterion, today, evidence=evidence)):
            desk.done(desk.words("The evidence is noted."))
        return ""
