"""Skills and growth of the team: the matrix, the recognition wall, the short pulse."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.team.growing.gaps import Standing
from workbench.team.growing.ui import matrix_view, pulse_view, wall_view
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.flow import Flow
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said
from workbench.ui.widgets.switch import Switch

MATRIX, WALL, PULSE = "matrix", "thanks", "pulse"
VIEWS = (
    (MATRIX, N_("Skill matrix"), "table", matrix_view.TABLES),
    (WALL, N_("Recognition"), "handshake", wall_view.TABLES),
    (PULSE, N_("Team pulse"), "chart-scatter", pulse_view.TABLES),
)
KEYS = [key for key, *_ in VIEWS]


class SkillsPage(Page):
    """The page; `opened` takes a member to stand on, or the key of a view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("skills")
        theme, words = desk.theme, desk.words
        ask = Ask(self, theme)
        self.matrix = matrix_view.MatrixView(desk, self.wanted, ask, self.endangered)
        self.wall = wall_view.WallView(desk, self.wanted)
        self.pulse = pulse_view.PulseView(desk, self.wanted)
        self._views: tuple[Any, ...] = (self.matrix, self.wall, self.pulse)
        self._stack = QStackedWidget()
        self._switch = Switch(self)
        line = Flow(gap=6)
        for place, (key, label, icon, _tables) in enumerate(VIEWS):
            made = button(theme, words(label), icon, "chip")
            made.setObjectName(f"skills.view.{key}")
            self._switch.add(made)
            line.addWidget(made)
            self._stack.addWidget(self._views[place].widget)
        self._switch.chosen.connect(self._clicked)
        trainings = button(theme, words("Training plan"), "list-checks", "quiet")
        paper = button(theme, words("Print…"), "printer", "quiet", words("Print the skill matrix (Ctrl+P)"))
        for made, name, act in ((trainings, "trainings", self._to_trainings), (paper, "print", self._to_paper)):
            made.setObjectName(f"skills.{name}")
            made.clicked.connect(act)
        head = Panel(theme, "surface", "b")
        title = row(Said(theme, self.title(), "display"), None, trainings, paper, gap=8)
        head.setLayout(column(title, line, margins=(20, 12, 16, 8), gap=8))
        self.setLayout(column(head, self._stack, gap=0, stretch=(0, 1)))
        ask.raise_()
        desk.workspace.changed.connect(self._on_change)

    def title(self) -> str:
        return self.desk.words("Skills and growth")

    def entries(self) -> list[Entry]:
        menu = N_("Skills")
        return [
            *(Entry(label, "", _Show(self, key).now, icon, menu) for key, label, icon, _tables in VIEWS),
            Entry(N_("Training plan"), "", self._to_trainings, "list-checks", menu),
            Entry(N_("Print the skill matrix…"), "Ctrl+P", self._to_paper, "printer", menu),
            *self.view.entries(),
        ]

    @property
    def view(self) -> Any:
        """The view in front."""
        return self._views[self._stack.currentIndex()]

    def opened(self, target: object) -> None:
        if isinstance(target, str) and target in KEYS:
            self.show_view(target)
        elif isinstance(target, tuple):
            self.show_part(*target)
            return
        elif isinstance(target, int):
            self.show_view(MATRIX)
            self.matrix.show_record(target)
        else:
            self.view.read()
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def home(self) -> QWidget:
        made: QWidget = self.view.home()
        return made

    def target(self) -> object:
        return KEYS[self._stack.currentIndex()]

    def show_view(self, key: str) -> None:
        """Bring a view to the front and read it."""
        place = KEYS.index(key)
        self._switch.button(place).setChecked(True)
        self._stack.setCurrentIndex(place)
        self._views[place].read()
        self.turned.emit()

    def show_part(self, table: str, key: int, attribute: str = "") -> None:
        if table == "recognition":
            self.show_view(WALL)
            self.wall.show_record(key)
        elif table in ("skill", "skill_level"):
            self.show_view(MATRIX)
            self.matrix.show_record(key)
        super().show_part(table, key, attribute)

    def endangered(self, _standing: Standing) -> list[str]:
        """What a gap endangers, in sentences; the team alone does not know."""
        return []

    def _clicked(self, place: int) -> None:
        self.show_view(KEYS[place])
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_trainings(self) -> None:
        self.wanted.emit("trainings", None)

    def _to_paper(self) -> None:
        self.wanted.emit("print", ("skills", None))

    def _on_change(self, change: Change) -> None:
        tables = VIEWS[self._stack.currentIndex()][3]
        if self.isVisible() and any(table in tables for table in change.rows):
            self.view.read()


class _Show:
    def __init__(self, page: SkillsPage, key: str) -> None:
        self._page, self._key = page, key

    def now(self) -> None:
        self._page.show_view(self._key)
        self._page.home().setFocus(Qt.FocusReason.OtherFocusReason)
