"""What if the weights were others: sliders, and who would come onto the key list or leave it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSlider, QWidget

from workbench.kernel.words import N_
from workbench.portfolio.model import Ground, Scheme
from workbench.portfolio.scores.commands import set_weights
from workbench.portfolio.scoring import HUNDRED, Criterion, Ranked, crossing, weights_of
from workbench.portfolio.seen.queries import Seen
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.said import Said

STEP = 5


class WhatIf(QWidget):
    """`tried` tells the weights that are tried, None when they are dropped or accepted."""

    tried = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._weights: dict[int, float] = {}
        self._criteria: tuple[Criterion, ...] = ()
        self._sliders: dict[object, QSlider] = {}
        self._values: dict[object, Said] = {}
        self._is_filling = False
        theme, words = desk.theme, desk.words
        self._sum = Said(theme, "", "label", "text2", wraps=True)
        self._entering = Said(theme, "", "body", "ok", wraps=True)
        self._leaving = Said(theme, "", "body", "crit", wraps=True)
        self._accept = button(theme, words("Accept"), "check", "primary")
        self._drop = button(theme, words("Drop"), "x")
        self._accept.setObjectName("portfolio.whatif.accept")
        self._drop.setObjectName("portfolio.whatif.drop")
        self._accept.clicked.connect(self.accept)
        self._drop.clicked.connect(self.drop)
        self._lines = QGridLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setColumnStretch(0, 1)
        self._body = holding(column(self._lines, None, margins=(16, 4, 12, 8), gap=4))
        said = column(self._sum, self._entering, self._leaving, margins=(16, 6, 12, 0), gap=4)
        verbs = row(self._accept, self._drop, None, margins=(16, 6, 12, 12), gap=8)
        self.setLayout(column(said, scrolling(self._body), verbs, gap=0, stretch=(0, 1)))

    @property
    def weights(self) -> Mapping[int, float] | None:
        """What is tried, None while it is what is stored."""
        stored = weights_of(self._criteria, Scheme.SELECTION)
        return self._weights if self._weights != stored else None

    def show_seen(self, seen: Seen) -> None:
        """Take the weights that are stored, unless somebody tries others of the same criteria."""
        stored = weights_of(seen.sheet.criteria, Scheme.SELECTION)
        before = weights_of(self._criteria, Scheme.SELECTION)
        if seen.sheet.criteria != self._criteria:
            is_trying = self._weights != before and set(stored) == set(self._weights)
            self._criteria = seen.sheet.criteria
            if not is_trying:
                self._weights = dict(stored)
            self._build()
        self._fill()
        self._tell(seen)

    def home(self) -> QWidget:
        return next(iter(self._sliders.values()), self._drop)

    def accept(self) -> None:
        """Keep the weights that are tried, in one step."""
        desk, weights = self._desk, self.weights
        if weights is not None and desk.attempt(lambda: desk.workspace.do(set_weights, dict(weights))):
            total = sum(weights.values())
            said = desk.words("The weights are changed.")
            if round(total, 2) != HUNDRED:
                said = desk.words("The weights are changed; they add up to {sum}, and scores use their shares.",
                                  sum=desk.formats.number(round(total, 1)))  # fmt: skip
            desk.done(said)
            self.tried.emit(None)

    def drop(self) -> None:
        """Go back to the weights that are stored."""
        self._weights = weights_of(self._criteria, Scheme.SELECTION)
        self._fill()
        self.tried.emit(None)

    def _build(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._sliders.clear()
        self._values.clear()
        words, place = self._desk.words, 0
        chosen = [one for one in self._criteria if one.scheme is Scheme.SELECTION]
        for ground in (*Ground, None):
            below = [one for one in chosen if one.ground is ground]
            if ground and below:
                place = self._line(place, ground, words(ground.label), "strong")
            for one in below:
                place = self._line(place, one.id, one.name, "label")

    def _line(self, place: int, key: object, name: str, style: str) -> int:
        theme = self._desk.theme
        made = QSlider(Qt.Orientation.Horizontal)
        made.setRange(0, HUNDRED)
        made.setPageStep(STEP)
        made.setAccessibleName(self._desk.words("Weight of {name}", name=name))
        made.setObjectName(f"portfolio.whatif.{place}")
        made.setFixedWidth(theme.px(110))
        made.setMinimumHeight(theme.px(24))
        made._moved = _Moved(self, key)  # type: ignore[attr-defined]  # noqa: SLF001 - lives as long as the slider
        made.valueChanged.connect(made._moved.now)  # type: ignore[attr-defined]  # noqa: SLF001
        value = Said(theme, "", style, "text")
        value.setMinimumWidth(theme.px(30))
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label = Said(theme, name, style, "text" if style == "strong" else "text2", wraps=True)
        for at, widget in enumerate((label, made, value)):
            self._lines.addWidget(widget, place, at)
        self._sliders[key], self._values[key] = made, value
        return place + 1

    def take(self, key: object, value: int) -> None:
        """Another weight of a criterion, or of a ground: then its criteria keep their proportions."""
        if self._is_filling:
            return
        if isinstance(key, Ground):
            below = [one.id for one in self._criteria if one.scheme is Scheme.SELECTION and one.ground is key]
            self._weights |= _shared(below, self._weights, value)
        elif isinstance(key, int):
            self._weights[key] = float(value)
        self._fill()
        self.tried.emit(self.weights)

    def _fill(self) -> None:
        self._is_filling = True
        number = self._desk.formats.number
        for key, slider in self._sliders.items():
            weight = self._sum_of(key) if isinstance(key, Ground) else self._weights.get(_int(key), 0)
            if not slider.hasFocus() or round(weight) != slider.value():
                slider.setValue(round(weight))
            self._values[key].setText(number(round(weight, 1)))
        self._is_filling = False

    def _sum_of(self, ground: Ground) -> float:
        return sum(self._weights.get(one.id, 0) for one in self._criteria
                   if one.ground is ground and one.scheme is Scheme.SELECTION)  # fmt: skip

    def _tell(self, seen: Seen) -> None:
        words, total = self._desk.words, sum(self._weights.values())
        is_trying = self.weights is not None
        self._accept.setEnabled(is_trying)
        self._drop.setEnabled(is_trying)
        sum_said = words("The weights add up to {sum}.", sum=self._desk.formats.number(round(total, 1)))
        if round(total, 2) != HUNDRED:
            sum_said += " " + words("Scores use their shares.")
        self._sum.setText(sum_said)
        entering, leaving = crossing_said(self._desk, seen)
        for label, text in ((self._entering, entering), (self._leaving, leaving)):
            label.setText(text)
            label.setVisible(bool(text))
        if is_trying and not entering and not leaving:
            self._entering.setText(words(AS_IT_IS))
            self._entering.show()


AS_IT_IS = N_("The key list stays as it is.")


def crossing_said(desk: Desk, seen: Seen) -> tuple[str, str]:
    """Who would enter the key list with the weights that are tried, and who would leave it; empty where nobody."""
    found = crossing(seen.ranked, seen.shown)
    entering = _named(desk, N_("Would enter the key list: {names}"), found.entering)
    return entering, _named(desk, N_("Would leave the key list: {names}"), found.leaving)


def _named(desk: Desk, text: str, accounts: Sequence[Ranked]) -> str:
    words = desk.words
    names = ", ".join(
        words("{name} ({n})", name=one.candidate.name, n=desk.formats.number(one.score.points)) for one in accounts
    )
    return words(text, names=names) if names else ""


def _shared(keys: Sequence[int], weights: Mapping[int, float], value: int) -> dict[int, float]:
    """A ground's weight on its criteria, in their proportions; evenly where none has any."""
    whole = sum(weights[key] for key in keys)
    return {key: value * (weights[key] / whole if whole else 1 / len(keys)) for key in keys}


def _int(key: object) -> int:
    return key if isinstance(key, int) else 0


class _Moved:
    def __init__(self, what_if: WhatIf, key: object) -> None:
        self._what_if, self._key = what_if, key

    def now(self, value: int) -> None:
        self._what_if.take(self._key, value)
