"""Beside the portfolio: the chosen account with its ratings and its health, the criteria, and what-if."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QButtonGroup, QMenu, QStackedWidget, QWidget

from workbench.accounts.model import Tier
from workbench.kernel.words import N_
from workbench.portfolio.model import Scheme
from workbench.portfolio.scores.commands import assign_class
from workbench.portfolio.scoring import Ranked
from workbench.portfolio.seen.queries import Seen
from workbench.portfolio.ui.scores.criteria_lists import CriteriaLists
from workbench.portfolio.ui.scores.health_parts import HealthParts, judged_chip, light_chip
from workbench.portfolio.ui.scores.ranking import tier_chip
from workbench.portfolio.ui.scores.ratings import Ratings
from workbench.portfolio.ui.scores.what_if import WhatIf
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.chips import Chip, ChipRow
from workbench.ui.widgets.flow import Flow
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said, Shortened

WIDTH, LEAST, STACK = 340, 280, 150
RATINGS, HEALTH, CRITERIA, WHAT_IF = "ratings", "health", "criteria", "whatif"
MODES = (
    (RATINGS, N_("Ratings")),
    (HEALTH, N_("Health")),
    (CRITERIA, N_("Criteria")),
    (WHAT_IF, N_("What if")),
)


class ScorePane(Panel):
    """`tried` tells weights that are only tried."""

    tried = Signal(object)

    def __init__(self, desk: Desk, wanted: SignalInstance, ask: Ask) -> None:
        super().__init__(desk.theme, "surface", "l")
        self._desk, self._wanted, self._ask = desk, wanted, ask
        self._ranked: Ranked | None = None
        self.setObjectName("portfolio.details")
        self.ratings = Ratings(desk, ask)
        self.health = HealthParts(desk, wanted)
        self.criteria = CriteriaLists(desk)
        self.what_if = WhatIf(desk)
        self.what_if.tried.connect(self.tried)
        self._heading = Shortened(desk.theme, "", "subtitle")
        self._chips, self._light, self._judged = (ChipRow(desk.theme) for _ in range(3))
        self._why = Said(desk.theme, "", "label", "text2", wraps=True)
        self._open = button(desk.theme, desk.words("Open account"), "building-2")
        self._assign = button(desk.theme, desk.words("Assign class"), "tag", tip=desk.words("Assign class (C)"))
        self._open.setObjectName("portfolio.details.open")
        self._assign.setObjectName("portfolio.details.assign")
        self._open.clicked.connect(self._to_account)
        self._assign.clicked.connect(self.offer_classes)
        self._stack = QStackedWidget()
        for made in (self.ratings, self.health, self.criteria, self.what_if):
            self._stack.addWidget(made)
        self._account = holding(
            column(
                self._heading,
                row(self._chips, None),
                row(self._light, None),
                row(self._judged, None),
                self._why,
                row(self._assign, self._open, None, gap=6),
                margins=(16, 4, 12, 6),
                gap=4,
            )
        )
        switch = holding(column(self._switch(), margins=(12, 10, 8, 4)))
        self._stack.setMinimumHeight(desk.theme.px(STACK))
        # where large texts leave no room for all of it, the pane scrolls
        body = scrolling(holding(column(self._account, self._stack, gap=2, stretch=(0, 1))))
        self.setLayout(column(switch, body, gap=2, stretch=(0, 1)))
        self.setMinimumWidth(desk.theme.px(LEAST))
        self.resize(desk.theme.px(WIDTH), 10)

    @property
    def mode(self) -> str:
        """What is in front."""
        return MODES[self._stack.currentIndex()][0]

    def show_seen(self, seen: Seen, account_id: int | None, schemes: Sequence[Scheme]) -> None:
        """Another account, or the same one with other values; `schemes` come first that the view in front shows."""
        # weights that are only tried change no class and no chip here
        self._ranked = next((one for one in seen.ranked if one.id == account_id), None)
        self._tell(seen)
        self.ratings.show_account(seen, account_id, schemes)
        self.health.show_account(account_id, seen.healths.get(account_id or 0))
        self.criteria.refresh()
        self.what_if.show_seen(seen)

    def show_mode(self, mode: str) -> None:
        """Bring a part to the front."""
        place = next(n for n, (key, _) in enumerate(MODES) if key == mode)
        self._group.button(place).setChecked(True)
        self._stack.setCurrentIndex(place)
        self._account.setVisible(mode in (RATINGS, HEALTH))

    def to_mode(self, mode: str) -> None:
        """Bring a part to the front and give it the keys."""
        self.show_mode(mode)
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def home(self) -> QWidget:
        """Where the keys begin in the part in front."""
        parts = (self.ratings, self.health, self.criteria, self.what_if)
        return parts[self._stack.currentIndex()].home()

    def offer_classes(self) -> None:
        """Let the class be chosen; its reason is asked where the scores propose another one."""
        if self._ranked is None:
            return
        menu = QMenu(self)
        menu.setObjectName("portfolio.classes")
        for tier in Tier:
            action = menu.addAction(self._desk.words(tier.label))
            action._give = _Give(self, tier)  # type: ignore[attr-defined]  # noqa: SLF001 - lives as long as the action
            action.triggered.connect(action._give.now)  # type: ignore[attr-defined]  # noqa: SLF001
        menu.aboutToHide.connect(menu.deleteLater)
        wanted = self._ranked.proposed or self._ranked.candidate.tier
        menu.setActiveAction(menu.actions()[list(Tier).index(wanted)])
        anchor = self._assign if self._assign.isVisible() else self
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height() + 2)))

    def give(self, tier: Tier) -> None:
        """Assign a class, with a reason where one is needed."""
        ranked, words = self._ranked, self._desk.words
        if ranked is None:
            return
        if ranked.proposed in {None, tier}:
            self._assigned(ranked.id, tier, "")
            return
        question = words("Why {tier}?", tier=words(tier.label))
        hint = ranked.candidate.tier_reason or words("The scores propose another class. One line.")
        under = (self._assign, QPoint(0, self._assign.height() + 4))
        self._ask.ask(question, hint, under, _Reason(self, ranked.id, tier).given)

    def _assigned(self, key: int, tier: Tier, reason: str) -> None:
        desk = self._desk
        if desk.attempt(lambda: desk.workspace.do(assign_class, key, tier, reason, desk.clock.today())):
            desk.done(desk.words("Class: {tier}", tier=desk.words(tier.label)))

    def _tell(self, seen: Seen) -> None:
        words, ranked = self._desk.words, self._ranked
        for made in (self._open, self._assign):
            made.setEnabled(ranked is not None)
        if ranked is None:
            self._heading.setText(words("Nothing chosen"))
            self._chips.show_chips()
            self._light.show_chips()
            self._judged.hide()
            self._why.setText("")
            return
        self._heading.setText(ranked.candidate.name)
        score = ranked.score
        share = self._desk.formats.percent(score.coverage)
        chip = Chip(words("insufficient data · {share}", share=share), "neutral", "circle-dashed")
        if score.is_enough:
            chip = Chip(words("Score {n} · {share}", n=score.points, share=share), "info", "scale")
        self._chips.show_chips(tier_chip(self._desk, ranked.candidate.tier), chip)
        health = seen.healths[ranked.id]
        self._light.show_chips(light_chip(self._desk, health))
        judged = judged_chip(self._desk, health)
        self._judged.show_chips(*filter(None, [judged]))
        self._judged.setVisible(judged is not None)
        tried = next((one for one in seen.tried or () if one.id == ranked.id), None)
        self._why.setText("\n".join(filter(None, (self._reason(ranked), self._trial(tried)))))

    def _reason(self, ranked: Ranked) -> str:
        words = self._desk.words
        if ranked.shut:
            return words("Does not pass the gate: {name}.", name=", ".join(ranked.shut))
        if ranked.proposed is None:
            return words("Too little is rated to propose a class.")
        proposed = words(ranked.proposed.label)
        if ranked.proposed is ranked.candidate.tier:
            return words("The scores propose this class.")
        if not ranked.differs:
            return words("The scores propose: {tier}.", tier=proposed)
        reason = ranked.candidate.tier_reason
        if reason:
            return words("The scores propose {tier}. Reason: {why}", tier=proposed, why=reason)
        return words("The scores propose {tier}; nobody has said why not (C).", tier=proposed)

    def _trial(self, tried: Ranked | None) -> str:
        """What the weights that are tried would make of it."""
        words = self._desk.words
        if tried is None or tried.score.points is None:
            return ""
        if tried.proposed is None:
            return words("With the weights that are tried: {n}.", n=tried.score.points)
        tier = words(tried.proposed.label)
        return words("With the weights that are tried: {n}, class {tier}.", n=tried.score.points, tier=tier)

    def _switch(self) -> QWidget:
        self._group = QButtonGroup(self)
        line = Flow(gap=4)
        for place, (key, label) in enumerate(MODES):
            made = button(self._desk.theme, self._desk.words(label), look="chip")
            made.setObjectName(f"portfolio.details.{key}")
            made.setAutoExclusive(True)
            self._group.addButton(made, place)
            line.addWidget(made)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._clicked)
        return holding(line)

    def _clicked(self, place: int) -> None:
        self.show_mode(MODES[place][0])

    def _to_account(self) -> None:
        if self._ranked is not None:
            self._wanted.emit("account", self._ranked.id)


class _Give:
    def __init__(self, pane: ScorePane, tier: Tier) -> None:
        self._pane, self._tier = pane, tier

    def now(self) -> None:
        self._pane.give(self._tier)


class _Reason:
    def __init__(self, pane: ScorePane, key: int, tier: Tier) -> None:
        self._pane, self._key, self._tier = pane, key, tier

    def given(self, text: str) -> str:
        if not text.strip():
            return self._pane._desk.words("A reason is missing: one line is enough.")  # noqa: SLF001 - its own pane
        self._pane._assigned(self._key, self._tier, text)  # noqa: SLF001
        return ""
