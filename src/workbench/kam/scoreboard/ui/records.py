"""What a figure was counted from: its sentence, and every record with why it was counted so."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from workbench.kam.scoreboard.counting import Figure, Owed
from workbench.kam.scoreboard.saying import sentence, told, verdict
from workbench.ui.desk import Desk
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.chips import Chip
from workbench.ui.widgets.line import Line, Told
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said, Shortened

MOST, WIDTH = 40, 330
LOOKS = {
    "Kept": ("ok", "circle-check"),
    "Broken": ("crit", "circle-alert"),
    "Blocked": ("warn", "octagon-x"),
}


class Records(Panel):
    """The list beside the table; `opened` asks for the page of a record, `left` gives the keys back."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk.theme, "surface", "l")
        self.setObjectName(f"{name}.records")
        self._desk, self._name = desk, name
        self._lines: list[Line] = []
        self._owed: dict[int, Owed] = {}
        self._heading = Shortened(desk.theme, "", "subtitle")
        self._sentence = Said(desk.theme, "", "label", "text2", wraps=True)
        self._shown: tuple[Figure | None, date] = (None, desk.clock.today())
        self._rest = button(desk.theme, "", "chevron-down", "quiet")
        self._rest.setObjectName(f"{name}.rest")
        self._rest.clicked.connect(self._show_all)
        self._items = QVBoxLayout()
        self._items.setSpacing(1)
        self._items.setContentsMargins(0, 0, 0, 0)
        head = column(self._heading, self._sentence, margins=(16, 12, 12, 4), gap=4)
        body = holding(column(self._items, row(self._rest, None), None, margins=(12, 4, 8, 12), gap=4))
        self.setLayout(column(head, scrolling(body), gap=2, stretch=(0, 1)))
        self.setMinimumWidth(desk.theme.px(240))
        self.resize(desk.theme.px(WIDTH), 10)

    def show_figure(self, whose: str, figure: Figure | None, today: date) -> None:
        """Show what a figure of somebody was counted from; without one, only whose line it is."""
        self._shown = figure, today
        desk = self._desk
        self._heading.setText(whose)
        self._sentence.setText(
            sentence(figure, desk.formats) if figure else desk.words("Choose a figure to see what it was counted from.")
        )
        emptied(self._items)
        self._lines, self._owed = [], {}
        records = figure.records if figure else ()
        for one in records[:MOST]:
            assert figure is not None
            self._add(one, figure, today)
        more = len(records) - len(self._lines)
        self._rest.setVisible(more > 0)
        self._rest.setText(desk.words("and {n} more", n=more))
        self._rest.setAccessibleName(self._rest.text())

    def _show_all(self) -> None:
        figure, today = self._shown
        if figure is None:
            return
        for one in figure.records[len(self._lines) :]:
            self._add(one, figure, today)
        first = self._lines[MOST]
        first.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rest.hide()

    def lines(self) -> list[Line]:
        return list(self._lines)

    def begin(self) -> bool:
        """Give the keys to the first record; False if there is none."""
        if self._lines:
            self._lines[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self._lines)

    def _add(self, one: Owed, figure: Figure, today: date) -> None:
        word = verdict(one, figure, today)
        chip = Chip(self._desk.words(word), *LOOKS[word]) if word else None
        text = Told(" ".join(one.title.split()), told(one, figure, self._desk.formats), chip)
        made = Line(self._desk.theme, one.key, text)
        made.setObjectName(f"{self._name}.record")
        made.asked.connect(self._asked)
        self._items.addWidget(made)
        self._lines.append(made)
        self._owed[one.key] = one

    def _asked(self, line: Line, verb: str) -> None:
        if verb in ("open", "tick"):
            self.opened.emit(self._owed[line.key])
        elif verb in ("previous", "next"):
            place = self._lines.index(line) + (1 if verb == "next" else -1)
            if 0 <= place < len(self._lines):
                self._lines[place].setFocus(Qt.FocusReason.OtherFocusReason)
        elif verb == "close":
            self.left.emit()
