"""The tools above the board: what it is narrowed to, by what its lanes are made, and the way to paper."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from workbench.kam.board.arranging import Narrowing, counts
from workbench.kam.board.cards import Board, Group
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.said import explain

LOOKS = {
    Narrowing.OVERDUE: ("circle-alert", "V", N_("Only what is overdue (V)")),
    Narrowing.BLOCKED: ("octagon-x", "L", N_("Only what is blocked (L)")),
    Narrowing.DISCUSSED: ("presentation", "N", N_("Only what is for the next meeting (N)")),
    Narrowing.MINE: ("user", "Y", N_("Only mine (Y)")),
}


COUNTED = {
    Narrowing.OVERDUE: N_("Overdue {n}"),
    Narrowing.BLOCKED: N_("Blocked {n}"),
    Narrowing.DISCUSSED: N_("For next meeting {n}"),
}


class Tools(QObject):
    """Chips, the choice of the group, the button of the list.

    `changed` tells that the board looks otherwise now, `left` that somebody goes back to it.
    """

    changed = Signal()
    to_paper = Signal()
    left = Signal()

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self.group = Group.DEPARTMENT
        self._is_narrow = self._is_tight = False
        theme, words = desk.theme, desk.words
        self.chips: dict[Narrowing, QPushButton] = {}
        for narrowing, (icon, _key, tip) in LOOKS.items():
            made = button(theme, words(narrowing.label), icon, "chip", words(tip))
            made.setObjectName(f"board.chip.{narrowing.value}")
            made.toggled.connect(self.changed)
            made.installEventFilter(self)
            self.chips[narrowing] = made
        self.grouped = button(theme, words("Group"), "rows-3", "quiet", words("Group by… (G)"))
        self.grouped.setObjectName("board.tool.group")
        self.grouped.clicked.connect(self.offer_groups)
        self.paper = button(theme, words("Print list by department"), "printer", "quiet")
        self.paper.setObjectName("board.tool.paper")
        self.paper.clicked.connect(self.to_paper)

    @property
    def widgets(self) -> list[QWidget]:
        """From left to right."""
        return [*self.chips.values(), self.grouped, self.paper]

    @property
    def narrowed(self) -> tuple[Narrowing, ...]:
        return tuple(narrowing for narrowing, made in self.chips.items() if made.isChecked())

    def tell(self, board: Board) -> None:
        """Say how many cards each chip would leave, and by what the lanes are made."""
        words, numbers = self._desk.words, counts(board)
        for narrowing, made in self.chips.items():
            number = numbers[narrowing]
            text = words(COUNTED.get(narrowing, narrowing.label), n=number)
            short = self._desk.formats.number(number) if narrowing in COUNTED else ""
            shown = (short if self._is_tight else text).replace("&", "&&")
            if (made.accessibleName(), made.text()) != (text, shown):
                made.setText(shown)
                made.setAccessibleName(text)
                made.updateGeometry()
        self._name(self.grouped, words("Group: {group}", group=words(self.group.label)))
        self._name(self.paper, words("Print list by department"))

    def be_narrow(self, *, is_narrow: bool, is_tight: bool) -> None:
        """Show only the icons of what is not needed all the time, where there is little room, and then of all."""
        self._is_tight = is_tight
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for made in (self.grouped, self.paper):
                self._name(made, made.accessibleName())

    def _name(self, made: QPushButton, text: str) -> None:
        made.setAccessibleName(text)
        made.setText("" if self._is_narrow else text.replace("&", "&&"))
        explain(made, text if self._is_narrow else "")

    def press(self, key: str) -> bool:
        """A letter that narrows or groups; False for any other."""
        for narrowing, (_icon, letter, _tip) in LOOKS.items():
            if key == letter:
                self.chips[narrowing].toggle()
                return True
        if key == "G":
            self.offer_groups()
        return key == "G"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return True
        return False

    def clear(self) -> None:
        """Narrow to nothing any more."""
        was = self.narrowed
        for made in self.chips.values():
            made.blockSignals(True)
            made.setChecked(False)
            made.blockSignals(False)
        if was:
            self.changed.emit()

    def group_by(self, group: Group) -> None:
        if group is not self.group:
            self.group = group
            self.changed.emit()

    def offer_groups(self) -> None:
        """Let the group be chosen by its number or with the arrows."""
        menu = QMenu(self._owner)
        menu.setObjectName("board.groups")
        for number, group in enumerate(Group, 1):
            action = menu.addAction(self._desk.words("&{n}  {label}", n=number, label=self._desk.words(group.label)))
            action.setCheckable(True)
            action.setChecked(group is self.group)
            action.triggered.connect(_Choose(self, group, action).now)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[list(Group).index(self.group)])
        menu.popup(self.grouped.mapToGlobal(QPoint(0, self.grouped.height() + 2)))

    def entries(self) -> list[Entry]:
        chips = [
            Entry(tip, "", self.chips[narrowing].toggle, icon, N_("View"))
            for narrowing, (icon, _key, tip) in LOOKS.items()
        ]
        return [
            *chips,
            Entry(N_("Group by… (G)"), "", self.offer_groups, "rows-3", N_("View")),
            Entry(N_("Print list by department"), "Ctrl+Shift+P", self.to_paper.emit, "printer", N_("File")),
        ]


class _Choose:
    def __init__(self, tools: Tools, group: Group, owner: QObject) -> None:
        self._tools, self._group = tools, group
        owner._choose = self  # type: ignore[attr-defined]  # noqa: SLF001 - lives as long as the action

    def now(self) -> None:
        self._tools.group_by(self._group)
