"""The criteria of each scheme as lists that are edited in place."""

from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget
from sqlalchemy import case

from workbench.kernel.words import N_
from workbench.portfolio.model import Criterion, Scheme
from workbench.portfolio.scores import commands, fields
from workbench.portfolio.scores.queries import count_ratings, criteria
from workbench.portfolio.scoring import HUNDRED, weights_of
from workbench.ui.children import Children, Chosen
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.sublist import SubList
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.said import Said

NUMBERS = {scheme: place for place, scheme in enumerate(Scheme, 1)}
# a list belongs to a record by its number; a scheme is none, but it has a place
OF_SCHEME = case(*((Criterion.scheme == scheme, place) for scheme, place in NUMBERS.items()))
FIELDS = {
    Scheme.SELECTION: fields.SELECTION_FIELDS,
    Scheme.ATTRACTIVENESS: fields.AXIS_FIELDS,
    Scheme.STRENGTH: fields.AXIS_FIELDS,
    Scheme.GATE: fields.GATE_FIELDS,
}
NEW = {
    Scheme.SELECTION: N_("A criterion of selection"),
    Scheme.ATTRACTIVENESS: N_("A criterion of attractiveness"),
    Scheme.STRENGTH: N_("What this customer buys by"),
    Scheme.GATE: N_("A gate"),
}


def _add(desk: Desk, number: int, chosen: Chosen) -> int:
    scheme = next(one for one, place in NUMBERS.items() if place == number)
    return desk.workspace.do(commands.add_criterion, scheme, chosen.text)


def _parting(desk: Desk, key: int, name: str) -> str:
    """How many ratings go with a criterion."""
    with desk.workspace.read() as session:
        lost = count_ratings(session, key)
    if not lost:
        return ""
    return desk.words.many(
        "“{name}” is in the trash, and {n} rating with it.",
        "“{name}” is in the trash, and {n} ratings with it.",
        lost,
        name=name,
    )


def children(scheme: Scheme) -> Children:
    """The list of a scheme's criteria."""
    return Children(
        key=f"portfolio.{scheme.value}",
        title=scheme.label,
        new=NEW[scheme],
        kind=Criterion,
        parent=OF_SCHEME,
        fields=FIELDS[scheme],
        add=_add,
        edit=commands.edit_criterion,
        delete=commands.delete_criteria,
        strong=("name",),
        weak=("ground",) if scheme is Scheme.SELECTION else (),
        chip="" if scheme is Scheme.GATE else "weight",
        order=commands.order_criteria,
        by=(Criterion.position, Criterion.id),
        parting=_parting,
    )


class CriteriaLists(QWidget):
    """All schemes below each other, each with the sum of its weights."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.lists = {scheme: SubList(desk, children(scheme)) for scheme in Scheme}
        self._sums = {scheme: Said(desk.theme, "", "caption", "warn", wraps=True) for scheme in Scheme}
        self._evens = {scheme: self._even(scheme) for scheme in Scheme}
        parts: list[Any] = []
        for scheme, made in self.lists.items():
            parts += [made, self._sums[scheme], row(self._evens[scheme], None)]
        self.setLayout(column(scrolling(holding(column(*parts, None, margins=(16, 8, 12, 16), gap=6)))))

    def refresh(self) -> None:
        """Read the lists and their sums again."""
        words = self._desk.words
        with self._desk.workspace.read() as session:
            found = criteria(session)
        for scheme, made in self.lists.items():
            made.show_parent(NUMBERS[scheme])
            total = sum(weights_of(found, scheme).values())
            is_off = scheme is not Scheme.GATE and bool(total) and round(total, 2) != HUNDRED
            self._sums[scheme].setVisible(is_off)
            self._evens[scheme].setVisible(is_off)
            if is_off:
                number = self._desk.formats.number(round(total, 2))
                said = words("The weights add up to {sum}, not to 100; scores use their shares.", sum=number)
                self._sums[scheme].setText(said)

    def home(self) -> QWidget:
        """The first line of the first list."""
        made = self.lists[Scheme.SELECTION]
        return made.lines()[0] if made.lines() else made

    def show_part(self, key: int) -> None:
        """Give the keys to a criterion."""
        for made in self.lists.values():
            if any(line.key == key for line in made.lines()):
                made.show_child(key)

    def even(self, scheme: Scheme) -> None:
        """Let the weights of a scheme add up to 100."""
        desk = self._desk
        if desk.attempt(lambda: desk.workspace.do(commands.even_weights, scheme)):
            desk.done(desk.words("The weights add up to 100."))

    def _even(self, scheme: Scheme) -> QPushButton:
        made = button(self._desk.theme, self._desk.words("Make them 100"), "scale")
        made.setObjectName(f"portfolio.{scheme.value}.even")
        made._even = _Even(self, scheme)  # type: ignore[attr-defined]  # noqa: SLF001 - lives as long as the button
        made.clicked.connect(made._even.now)  # type: ignore[attr-defined]  # noqa: SLF001
        return made


class _Even:
    def __init__(self, lists: CriteriaLists, scheme: Scheme) -> None:
        self._lists, self._scheme = lists, scheme

    def now(self) -> None:
        self._lists.even(self._scheme)
