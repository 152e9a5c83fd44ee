"""The ranking: every account with its score as a bar, the class that follows and the class it was given."""

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from workbench.accounts.model import Tier
from workbench.kernel.cells import Cell
from workbench.kernel.words import N_
from workbench.portfolio.scoring import Ranked
from workbench.portfolio.seen.queries import Seen
from workbench.portfolio.ui.scores.bars import Bars, Legend
from workbench.portfolio.ui.scores.what_if import AS_IT_IS, crossing_said
from workbench.ui.desk import Desk
from workbench.ui.layout import column
from workbench.ui.menu import Entry
from workbench.ui.rows_table import Column, RowsTable
from workbench.ui.widgets.chips import LOOKS, Chip
from workbench.ui.widgets.said import Said

WIDEST_NAME, BAR = 180, 130


class RankingView(QWidget):
    """The table and what its bars mean."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._bars = Bars(desk)
        self.table = RowsTable(desk, desk.words("Ranking"), "portfolio.ranking", self._columns())
        self._summary = Said(desk.theme, "", "label", "text2", wraps=True)
        self._trial = Said(desk.theme, "", "label", "warn", wraps=True)
        foot = column(self._trial, self._summary, Legend(desk), margins=(20, 6, 16, 8), gap=2)
        self.setLayout(column(self.table, foot, gap=0, stretch=(1,)))

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

    def key(self) -> int | None:
        return self.table.key()

    def show_seen(self, seen: Seen) -> None:
        """Other scores, perhaps with weights that are only tried."""
        self._bars.take(seen.sheet.criteria)
        self.table.show_rows(seen.shown)
        words, shown = self._desk.words, seen.shown
        parts = [
            words.many("{n} account on the key list by its score", "{n} accounts on the key list by their score",
                       sum(one.is_key for one in shown)),
            words.many("{n} key account assigned", "{n} key accounts assigned",
                       sum(one.candidate.tier is Tier.KEY for one in shown)),
            words.many("{n} class differs", "{n} classes differ", sum(one.differs for one in shown)),
        ]  # fmt: skip
        self._summary.setText(" · ".join(parts))
        crossed = [said for said in crossing_said(self._desk, seen) if said]
        self._trial.setText(words("Tried weights. {said}", said=". ".join(crossed or [words(AS_IT_IS)])))
        self._trial.setVisible(seen.tried is not None)

    def go_to(self, account_id: int | None) -> None:
        self.table.go_to(account_id)

    def walked(self) -> list[int]:
        return [row.id for row in self.table.rows_model.rows]

    def home(self) -> QWidget:
        return self.table

    def entries(self) -> list[Entry]:
        return [Entry(N_("Order by this column (O)"), "", self.table.order, "rows-3", N_("View"))]

    def _columns(self) -> list[Column]:
        return [
            Column("place", N_("#"), self._place, lambda row: row.place, is_number=True),
            Column("name", N_("Account"), self._name, lambda row: row.candidate.name.casefold(), is_strong=True,
                   wide=WIDEST_NAME),
            Column("bar", N_("Score by ground"), self._bar, paint=self._bars.paint, wide=BAR, grows=True),
            Column("score", N_("Score"), self._score, lambda row: row.score.value, is_number=True),
            Column("proposed", N_("Proposed"), self._proposed, self._by_proposal),
            Column("assigned", N_("Assigned"), self._assigned, lambda row: list(Tier).index(row.candidate.tier)),
        ]  # fmt: skip

    def _by_proposal(self, row: Ranked) -> int | None:
        return None if row.proposed is None else list(Tier).index(row.proposed)

    def _place(self, row: Ranked) -> Cell:
        return Cell(self._desk.formats.number(row.place), "muted")

    def _name(self, row: Ranked) -> Cell:
        return Cell(row.candidate.name, tip=row.candidate.name)

    def _bar(self, row: Ranked) -> Cell:
        """The bar for those who listen."""
        words, number = self._desk.words, self._desk.formats.number
        parts = [
            words("{label}: {value}", label=words(ground.label), value=number(round(points)))
            for ground, points in row.of_ground(self._bars.criteria).items()
            if ground
        ]
        if row.before.points is not None:
            parts.append(words("a year ago {n}", n=row.before.points))
        return Cell(", ".join(parts))

    def _score(self, row: Ranked) -> Cell:
        if row.score.points is None:
            return Cell("–", "muted")
        number, share = self._desk.formats.number(row.score.points), self._desk.formats.percent(row.score.coverage)
        said = self._desk.words("{share} of the weights have data.", share=share)
        if row.score.coverage >= 1:
            return Cell(number, said=said, tip=said)
        text = self._desk.words("{score} · {share}", score=number, share=share)
        return Cell(text, "" if row.score.is_enough else "muted", said=said, tip=said)

    def _proposed(self, row: Ranked) -> Cell | Chip:
        words = self._desk.words
        if row.proposed is None:
            return Chip(words("insufficient data"), "neutral", "circle-dashed")
        if row.shut:
            return Chip(words("gate: {name}", name=row.shut[0]), "crit", "octagon-x")
        return tier_chip(self._desk, row.proposed)

    def _assigned(self, row: Ranked) -> Cell | Chip:
        words, tier = self._desk.words, row.candidate.tier
        if not row.differs:
            return tier_chip(self._desk, tier)
        reason = row.candidate.tier_reason
        text = words("{tier} – {why}", tier=words(tier.label), why=words("with a reason") if reason else words("why?"))
        return Chip(text, "info" if reason else "warn", "info" if reason else "triangle-alert")


def tier_chip(desk: Desk, tier: Tier) -> Chip:
    """A class by its word."""
    return Chip(desk.words(tier.label), *LOOKS.get(tier, ("neutral", None)))
