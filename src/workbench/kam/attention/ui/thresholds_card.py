"""When something needs attention, as it is set for this portfolio: a number each, told in a sentence if it is none."""

from PySide6.QtWidgets import QGridLayout, QLineEdit

from workbench.kam.attention.commands import change_threshold
from workbench.kam.attention.thresholds import THRESHOLDS, Threshold
from workbench.kernel.errors import UserError
from workbench.kernel.field import Field, Kind
from workbench.kernel.reading import NotANumber, understood
from workbench.kernel.settings import PortfolioSetting, of_portfolio
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.layout import column
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said

NUMBER = Field(PortfolioSetting.value, N_("Number"), Kind.NUMBER)


class ThresholdsCard(Card):
    """The thresholds of the attention rules; leaving a field or Enter saves it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        words, theme = desk.words, desk.theme
        self._lines = [_Line(desk, threshold) for threshold in THRESHOLDS]
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for place, line in enumerate(self._lines):
            grid.addWidget(line.label, place * 2, 0)
            grid.addWidget(line.editor, place * 2, 1)
            grid.addWidget(Said(theme, words(line.threshold.unit), "label", "muted"), place * 2, 2)
            grid.addWidget(line.complaint, place * 2 + 1, 0, 1, 3)
        heading = Said(theme, words("Attention"), "subtitle")
        self.setLayout(column(heading, grid, margins=(16, 12, 16, 14), gap=10))

    def refresh(self) -> None:
        """Show the thresholds as they are stored; what is being typed stays."""
        for line in self._lines:
            line.refresh()


class _Line:
    def __init__(self, desk: Desk, threshold: Threshold) -> None:
        self._desk, self.threshold = desk, threshold
        words, theme, setting = desk.words, desk.theme, threshold.setting
        self.label = Said(theme, words(setting.label), "label", "text2", wraps=True)
        self.editor = QLineEdit()
        self.editor.setObjectName(f"settings.{setting.key}")
        self.editor.setAccessibleName(words("{label} ({unit})", label=words(setting.label), unit=words(threshold.unit)))
        self.editor.setMaxLength(40)
        self.editor.setFixedWidth(theme.px(72))
        self.label.setBuddy(self.editor)
        self.complaint = Said(theme, "", "caption", "crit", wraps=True)
        self.complaint.setObjectName(f"settings.{setting.key}.why")
        self.complaint.hide()
        self._shown = ""
        self.editor.editingFinished.connect(self._take)
        self.refresh()

    def refresh(self) -> None:
        if self.editor.hasFocus() and self.editor.text() != self._shown:
            return
        with self._desk.workspace.read() as session:
            value = of_portfolio(session, self.threshold.setting)
        self._shown = self._desk.formats.number(value)
        self.editor.setText(self._shown)
        self.complaint.hide()

    def _take(self) -> None:
        text = self.editor.text().strip()
        if text == self._shown:
            return
        try:
            self._save(text)
        except UserError as problem:
            self.complaint.setText(problem.sentence(self._desk.words))
            self.complaint.show()
            return
        self._shown = text
        self.complaint.hide()
        self._desk.done(self._desk.words("Attention is paid from there on."))

    def _save(self, text: str) -> None:
        desk = self._desk
        number = understood(NUMBER, text, desk.formats, desk.clock)
        if number is None:
            raise NotANumber(text=text)
        desk.workspace.do(change_threshold, self.threshold.setting.key, number)
