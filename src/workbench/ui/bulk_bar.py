"""What can be done with several chosen records at once; it takes the place of the filter while they are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from workbench.kernel.errors import UserError
from workbench.ui.desk import Desk
from workbench.ui.room import Bulk
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.flow import Flow
from workbench.ui.widgets.said import Said


class BulkBar(QWidget):
    """“12 selected” and the verbs; each is one step that can be taken back."""

    deleted = Signal()
    cleared = Signal()

    def __init__(self, desk: Desk, name: str, verbs: Sequence[Bulk], ask: Ask) -> None:
        super().__init__()
        self._desk, self._ask, self._keys = desk, ask, list[int]()
        words, theme = desk.words, desk.theme
        self.count = Said(theme, "", "strong")
        self.buttons = []
        for verb in verbs:
            made = button(theme, words(verb.label), verb.icon)
            made.setObjectName(f"{name}.bulk.{verb.label}")
            made.clicked.connect(_Run(self, verb, made).now)
            self.buttons.append(made)
        remove = button(theme, words("Delete"), "trash-2", tip=words("Delete the chosen records (Del)"))
        remove.clicked.connect(self.deleted)
        leave = button(theme, words("Choose only one"), "x", "quiet", words("Back to one record (Esc)"))
        leave.clicked.connect(self.cleared)
        self.setLayout(Flow(self.count, *self.buttons, remove, leave))
        self.hide()

    def show_chosen(self, keys: list[int]) -> None:
        """The records that the verbs are for."""
        self._keys = keys
        self.count.setText(self._desk.words.many("{n} selected", "{n} selected", len(keys)))

    def run(self, verb: Bulk, under: QWidget) -> None:
        """Do it, after asking for what it needs."""
        if verb.question:
            where = (under, QPoint(0, under.height() + 4))
            words = self._desk.words
            self._ask.ask(words(verb.label), words(verb.question), where, _Answer(self._desk, verb, self._keys).given)
        else:
            self._desk.attempt(lambda: verb.run(self._desk, self._keys, ""))


class _Run:
    def __init__(self, bar: BulkBar, verb: Bulk, under: QWidget) -> None:
        self._bar, self._verb, self._under = bar, verb, under
        under._run = self  # type: ignore[attr-defined]  # noqa: SLF001 - lives as long as the button

    def now(self) -> None:
        self._bar.run(self._verb, self._under)


class _Answer:
    def __init__(self, desk: Desk, verb: Bulk, keys: list[int]) -> None:
        self._desk, self._verb, self._keys = desk, verb, keys

    def given(self, text: str) -> str:
        """Do it with what was typed; a refusal is said under the line."""
        try:
            self._verb.run(self._desk, self._keys, text.strip())
        except UserError as problem:
            return problem.sentence(self._desk.words)
        return ""
