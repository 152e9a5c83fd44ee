"""The salary band that a day rate is derived from; hidden until somebody wants to see it."""

from dataclasses import asdict

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from workbench.kam.hours.commands import change_band, reveal_cost
from workbench.kam.hours.queries import band
from workbench.kam.hours.rates import ON_COST, SALARY_FROM, SALARY_TO, SHOWS_COST, WORKING_DAYS, Band, day_rate
from workbench.kernel.errors import UserError
from workbench.kernel.field import Field, Kind
from workbench.kernel.reading import NotANumber, understood
from workbench.kernel.settings import PortfolioSetting, Setting, of_portfolio
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.layout import column
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said

TARGET = 24  # as high as a link
NUMBER = Field(PortfolioSetting.value, N_("Number"), Kind.NUMBER)
PARTS: tuple[tuple[str, Setting[float]], ...] = (
    ("lowest", SALARY_FROM),
    ("highest", SALARY_TO),
    ("on_cost", ON_COST),
    ("working_days", WORKING_DAYS),
)


class BandCard(Card):
    """Leaving a field or Enter saves it; what makes no sense is told in a sentence."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        words, theme = desk.words, desk.theme
        self._band = Band()
        self.shown = QCheckBox(words("Show what the team's time costs"))
        self.shown.setObjectName("settings.shows_cost")
        self.shown.setAccessibleName(self.shown.text())
        self.shown.setMinimumHeight(theme.px(TARGET))
        self.shown.clicked.connect(self._reveal)
        self.editors: dict[str, QLineEdit] = {}
        self.rate = Said(theme, "", "label", "text2", wraps=True)
        self.why = Said(theme, "", "caption", "crit", wraps=True)
        self.why.hide()
        self._inside = QWidget()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        for place, (name, setting) in enumerate(PARTS):
            label = Said(theme, words(setting.label), "label", "text2")
            editor = self._editor(name, setting)
            label.setBuddy(editor)
            grid.addWidget(label, place, 0)
            grid.addWidget(editor, place, 1)
        self._inside.setLayout(column(grid, self.why, self.rate, gap=8))
        heading = Said(theme, words(SHOWS_COST.label), "subtitle")
        self.setLayout(column(heading, self.shown, self._inside, margins=(16, 12, 16, 14), gap=10))
        self.refresh()

    def refresh(self) -> None:
        """Show the band as it is stored; what is being typed stays."""
        desk = self._desk
        with desk.workspace.read() as session:
            self._band = band(session)
            is_shown = of_portfolio(session, SHOWS_COST)
        self.shown.setChecked(is_shown)
        self._inside.setVisible(is_shown)
        for name, value in asdict(self._band).items():
            if not self.editors[name].hasFocus():
                self.editors[name].setText(desk.formats.number(value))
        rate = desk.formats.money(day_rate(self._band))
        self.rate.setText(desk.words("A day costs {rate}. It stands on no paper.", rate=rate))

    def _editor(self, name: str, setting: Setting[float]) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(f"settings.{setting.key}")
        made.setAccessibleName(self._desk.words(setting.label))
        made.setMaxLength(20)
        made.setFixedWidth(self._desk.theme.px(110))
        made.editingFinished.connect(self.take)
        self.editors[name] = made
        return made

    def _reveal(self) -> None:
        desk, is_shown = self._desk, self.shown.isChecked()
        desk.attempt(lambda: desk.workspace.do(reveal_cost, is_shown=is_shown))
        self.refresh()

    def take(self) -> None:
        """Save the band as it is typed: a part that was refused alone may make sense with another."""
        desk = self._desk
        try:
            typed = Band(**{name: self._typed(name) for name in self.editors})
            if typed == self._band:
                return
            desk.workspace.do(change_band, typed)
        except UserError as problem:
            self.why.setText(problem.sentence(desk.words))
            self.why.show()
            return
        self.why.hide()
        self.refresh()
        desk.done(desk.words("The day rate follows from the new band."))

    def _typed(self, name: str) -> float:
        desk, text = self._desk, self.editors[name].text()
        number = understood(NUMBER, text, desk.formats, desk.clock)
        if number is None:
            raise NotANumber(text=text)
        return float(number)
