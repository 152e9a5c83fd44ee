"""How often something comes back: a choice in words, and a last day."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from workbench.kernel.errors import UserError
from workbench.kernel.field import Field
from workbench.kernel.reading import NoSuchDay, understood_day
from workbench.meetings.recurrence import Every, Rule, read_rule
from workbench.meetings.repetition import describe
from workbench.ui.desk import Desk
from workbench.ui.layout import row

OFFERED = (
    Rule(Every.DAILY),
    Rule(Every.WEEKLY),
    Rule(Every.WEEKLY, 2),
    Rule(Every.WEEKLY, 6),
    Rule(Every.MONTHLY),
    Rule(Every.MONTHLY, 2),
    Rule(Every.MONTHLY, 3),
    Rule(Every.MONTHLY, 6),
    Rule(Every.YEARLY),
)


class RepeatEdit(QWidget):
    """Never, every day, every six weeks …, until a day; a rule from elsewhere is kept and said in words."""

    entered = Signal(object)
    refused = Signal(object)
    typing = Signal(str)

    def __init__(self, desk: Desk, field: Field) -> None:
        super().__init__()
        self._desk = desk
        self._rules: list[Rule | None] = []
        self.often = QComboBox()
        self.often.setObjectName("repeat.often")
        self.often.setProperty("flat", True)
        self.often.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.often.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.often.setAccessibleName(desk.words(field.label))
        self.often.activated.connect(self._chosen)
        self.until = QLineEdit()
        self.until.setProperty("flat", True)
        self.until.setPlaceholderText(desk.words("until…"))
        self.until.setAccessibleName(desk.words("Repeats until"))
        self.until.setFixedWidth(desk.theme.px(104))
        self.until.editingFinished.connect(self.commit)
        self.setFocusProxy(self.often)
        self.setLayout(row(self.often, self.until, gap=4, stretch=(1,)))
        self.show_value(None)

    def show_value(self, value: Any) -> None:
        rule = _known(value)
        pattern = replace(rule, until=None) if rule else None
        self._rules = [None, *OFFERED]
        if pattern is not None and pattern not in self._rules:
            self._rules.append(pattern)
        self.often.clear()
        formats, never = self._desk.formats, self._desk.words("never")
        self.often.addItems([describe(offered, formats) if offered else never for offered in self._rules])
        self.often.setCurrentIndex(self._rules.index(pattern))
        self.until.setText(formats.day(rule.until) if rule and rule.until else "")
        self.until.setVisible(rule is not None)

    def text_now(self) -> str:
        return self.often.currentText()

    def hasFocus(self) -> bool:
        # what is half typed must not be overwritten, in either of the two
        return self.until.hasFocus()

    def commit(self) -> None:
        """Take the choice and the last day, if it is one."""
        chosen = self._rules[self.often.currentIndex()]
        try:
            until = understood_day(self.until.text(), self._desk.formats, self._desk.clock)
        except NoSuchDay as problem:
            self.refused.emit(problem)
            return
        self.until.setVisible(chosen is not None)
        self.entered.emit(replace(chosen, until=until).text() if chosen else None)

    def _chosen(self, _place: int) -> None:
        self.commit()


def _known(text: str | None) -> Rule | None:
    try:
        return read_rule(text) if text else None
    except UserError:
        return None
