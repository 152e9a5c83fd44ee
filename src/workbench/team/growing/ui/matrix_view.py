"""The skill matrix: arrows walk, digits set levels, N goes to the next gap, P plans a training for it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from workbench.kernel.words import N_
from workbench.team.growing import commands
from workbench.team.growing.gaps import Bench, Ground, Standing
from workbench.team.growing.queries import Among, groups, matrix, trainings
from workbench.team.growing.ui.matrix_model import MatrixModel
from workbench.team.growing.ui.matrix_table import MatrixTable
from workbench.team.growing.ui.skill_pane import SkillPane
from workbench.team.growing.ui.skill_verbs import SkillVerbs
from workbench.team.growing.views import SkillColumn
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.flow import Flow
from workbench.ui.widgets.panes import Panes
from workbench.ui.widgets.radios import Radios
from workbench.ui.widgets.said import Said

TABLES = ("skill", "skill_level", "member", "department", "assignment", "training", "objective_skill", "objective")
NARROW = 760
# what a cell endangers, in sentences; only who knows plans can tell
Endangered = Callable[[Standing], list[str]]


class MatrixView(QWidget):
    """Members by skills, the chosen cell beside them."""

    def __init__(self, desk: Desk, wanted: SignalInstance, ask: Ask, endangered: Endangered) -> None:
        super().__init__()
        self._desk, self._wanted, self._ask, self._endangered = desk, wanted, ask, endangered
        words = desk.words
        self._walked: tuple[int, int] | None = None  # the member and the skill of the gap that N went to last
        self.model = MatrixModel(desk)
        self.table = MatrixTable(desk, self.model)
        self.pane = SkillPane(desk)
        self.verbs = SkillVerbs(desk, ask, self.table, self.skill)
        self.narrow = QComboBox()
        self.narrow.setObjectName("skills.narrow")
        self.narrow.setAccessibleName(words("Whose skills"))
        self.narrow.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.narrow.setMinimumContentsLength(14)
        self.mode = Radios(
            words("Digits set"), "skills.mode", ((False, words("Level now")), (True, words("Required level")))
        )
        self.gaps = button(desk.theme, "", "triangle-alert", "quiet")
        self.lonely = button(desk.theme, "", "users", "quiet")
        for made, name, act in ((self.gaps, "gaps", self.next_gap), (self.lonely, "lonely", self.next_without_bench)):
            made.setObjectName(f"skills.{name}")
            made.clicked.connect(act)
        self._no_skills = self._empty(
            N_("Say what the team must be able to do, and see where it lacks."),
            N_("Start with the usual skills"),
            self.verbs.start,
        )
        self._no_members = self._empty(
            N_("Nobody is here whose skills could be looked at."), N_("Add member"), self._add_member
        )
        self.setLayout(self._laid_out())
        self.narrow.activated.connect(self.read)
        self.table.digit.connect(self._digit)
        self.table.letter.connect(self._letter)
        self.table.doubleClicked.connect(self._to_pane)
        self.table.selectionModel().currentChanged.connect(self._show_cell)
        self.pane.planned.connect(self.ask_training)

    @property
    def widget(self) -> QWidget:
        return self

    def home(self) -> QWidget:
        return self.table if self.table.isVisibleTo(self) else self.narrow

    def entries(self) -> list[Entry]:
        menu, why = N_("Skills"), N_("Choose a member and a skill first.")
        return [
            Entry(N_("Next gap (N)"), "", self.next_gap, "flag", menu),
            Entry(N_("Plan a training for this gap (P)"), "", self.ask_training, "plus", menu, self._has_cell, why=why),
            Entry(N_("Evidence of this level (Enter)"), "", self._to_pane, "file-text", menu, self._has_cell, why=why),
            Entry(N_("Digits set the level now or the required one (R)"), "", self._turn_mode, "keyboard", menu),
            Entry(N_("Clear this level (Delete)"), "", self.clear, "x", menu, self._has_cell, why=why),
            *self.verbs.entries(),
        ]

    def read(self) -> None:
        """Show the matrix as it is now; the chosen cell stays."""
        here = self.standing()
        among = self.narrow.currentData() or Among()
        with self._desk.workspace.read() as session:
            found = matrix(session, self._desk.clock.today(), among)
            accounts, departments = groups(session)
        self._offer(accounts, departments, among)
        self.model.show_matrix(found)
        self.table.fit()
        index = self.model.find(here.member_id, here.skill_id) if here else self.table.currentIndex()
        if not index.isValid():
            index = self.model.index(0, 0)
        self.table.setCurrentIndex(index)
        self.table.setVisible(bool(found.skills and found.rows))
        self.pane.setVisible(bool(found.skills and found.rows) and self.width() >= self._desk.theme.px(NARROW))
        self._no_skills.setVisible(not found.skills)
        self._no_members.setVisible(bool(found.skills) and not found.rows)
        self._summarize()
        self._show_cell()

    def show_record(self, key: int) -> None:
        """Stand on a level, on the widest gap of a member, or on a skill; in whosever skills it is."""
        if not self.model.place_of(key).isValid():
            self.narrow.setCurrentIndex(0)
            self.read()
        index = self.model.place_of(key, self.table.currentIndex().row())
        if index.isValid():
            self.table.setCurrentIndex(index)

    def standing(self) -> Standing | None:
        """The cell the user is at, if it is a member's."""
        cell = self.model.cell(self.table.currentIndex())
        return cell if isinstance(cell, Standing) else None

    def skill(self) -> SkillColumn | None:
        """The skill the user is at."""
        return self.model.skill_at(self.table.currentIndex().column())

    def next_gap(self) -> None:
        """Go to the gap with the highest priority; again, to the next one, and from the last one to the first."""
        gaps, here = self.model.matrix.gaps(), self.standing()
        if not gaps:
            self._desk.say(self._desk.words("There are no gaps."))
            return
        # a gap that somebody merely stands on is not where the walk has come to
        is_walking = here is not None and (here.member_id, here.skill_id) == self._walked
        place = gaps.index(here) + 1 if is_walking and here in gaps else 0
        following = gaps[place % len(gaps)]
        self._walked = (following.member_id, following.skill_id)
        self.table.setCurrentIndex(self.model.find(following.member_id, following.skill_id))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_without_bench(self) -> None:
        """Go to the next skill that nobody who must master it does."""
        row, here = len(self.model.matrix.rows), self.table.currentIndex().column()
        columns = range(self.model.columnCount())
        benches = {column: self.model.cell(self.model.index(row, column)) for column in columns}
        empty = [column for column, one in benches.items() if isinstance(one, Bench) and one.ground is Ground.WIDE]
        is_there = self.table.currentIndex().row() == row
        if empty:
            following = next((column for column in empty if column > here or not is_there), empty[0])
            self.table.setCurrentIndex(self.model.index(row, following))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget the level of the chosen cell."""
        here = self.standing()
        if here and here.level_id is not None:
            keys = [here.level_id]
            if self._desk.attempt(lambda: self._desk.workspace.do(commands.delete_levels, keys)):
                self._desk.done(self._desk.words("Level cleared."))

    def ask_training(self) -> None:
        """Ask what the training for the chosen gap is called."""
        here, skill, words = self.standing(), self.skill(), self._desk.words
        if here is None or skill is None:
            return
        name = self.model.matrix.name_of(here.member_id)
        self._ask.ask(
            words("Training for {name}", name=_short(name)),
            words("{skill} – Enter takes this name", skill=_short(skill.name)),
            self._under(),
            self._plan,
        )
        self._ask.line.setText(skill.name)
        self._ask.line.selectAll()

    def _plan(self, title: str) -> str:
        here, skill, words = self.standing(), self.skill(), self._desk.words
        if here is None or skill is None:
            return ""
        given = title.strip()
        if not given:
            return words("A name is missing.")
        name = self.model.matrix.name_of(here.member_id)
        plan, workspace = commands.plan_training, self._desk.workspace
        if self._desk.attempt(lambda: workspace.do(plan, here.member_id, given, skill_id=here.skill_id)):
            self._desk.done(words("Training planned for {name}: {title}.", name=_short(name), title=_short(given)))
        return ""

    def _digit(self, level: int, is_shifted: bool) -> None:
        here, words, desk = self.standing(), self._desk.words, self._desk
        if here is None:
            return
        told = {"name": _short(self.model.matrix.name_of(here.member_id)), "n": level}
        skill = self.skill()
        told["skill"] = _short(skill.name) if skill else ""
        values: dict[str, object] = {"required": level}
        said = words("{skill}: {name} must be at {n}.", **told)
        if not is_shifted and not self.mode.value:
            values = {"current": level, "as_of": desk.clock.today()}
            said = words("{skill}: {name} is at {n} now.", **told)
        if desk.attempt(lambda: desk.workspace.do(commands.set_level, here.member_id, here.skill_id, **values)):
            desk.done(said)

    def _letter(self, letter: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "N": self.next_gap,
            "P": self.ask_training,
            "R": self._turn_mode,
            "W": self.verbs.weigh,
            "F2": self.verbs.ask_name,
            "Enter": self._to_pane,
            "Delete": self.clear,
        }
        acts[letter]()

    def _turn_mode(self) -> None:
        self.mode.take(not self.mode.value)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_pane(self) -> None:
        if self._has_cell():
            self.pane.setVisible(True)
            self.pane.form.focus_field("evidence")

    def _show_cell(self) -> None:
        cell, skill = self.model.cell(self.table.currentIndex()), self.skill()
        if isinstance(cell, Standing) and skill:
            self.pane.show_standing(cell, self.model.matrix.name_of(cell.member_id), skill)
            self.pane.show_dangers(self._endangered(cell), self._planned(cell))
        elif isinstance(cell, Bench) and skill:
            self.pane.show_bench(cell, skill)
            self.pane.show_dangers(self._endangered(Standing(0, skill.id)), [])
        else:
            self.pane.show_nothing()

    def _planned(self, cell: Standing) -> list[str]:
        words, formats = self._desk.words, self._desk.formats
        with self._desk.workspace.read() as session:
            found = trainings(session, [cell.member_id])
        skill = self.skill()
        return [
            words("{status}: {title}, {day}", status=words(one.status.label), title=one.title, day=formats.day(one.on))
            for one in found
            if skill and one.skill == skill.name
        ]

    def _summarize(self) -> None:
        words, found = self._desk.words, self.model.matrix
        gaps, empty = len(found.gaps()), found.without_bench
        self.gaps.setText(words.many("{n} gap", "{n} gaps", gaps))
        self.lonely.setText(words.many("{n} skill without a bench", "{n} skills without a bench", empty))
        for made, counted in ((self.gaps, gaps), (self.lonely, empty)):
            made.setAccessibleName(made.text())
            made.setVisible(bool(counted and found.skills and found.rows))

    def _offer(self, accounts: list[tuple[int, str]], departments: list[tuple[int, str]], among: Among) -> None:
        options = [(self._desk.words("Everybody"), Among())]
        options += [(_short(name), Among(account_id=key)) for key, name in accounts]
        options += [(_short(name), Among(department_id=key)) for key, name in departments]
        self.narrow.clear()
        for label, one in options:
            self.narrow.addItem(label, one)
        self.narrow.setCurrentIndex(next((n for n, (_, one) in enumerate(options) if one == among), 0))

    def _laid_out(self) -> QVBoxLayout:
        theme, words = self._desk.theme, self._desk.words
        add = button(theme, words("Add skill"), "plus")
        add.setObjectName("skills.add")
        add.clicked.connect(self.verbs.ask_new)
        digits = holding(row(Said(theme, words("Digits set"), "label", "text2"), self.mode, gap=8, stretch=(0, 1)))
        bar = Flow(self.narrow, digits, add, self.gaps, self.lonely, gap=8)
        body = holding(column(self.table, self._no_skills, self._no_members, gap=0))
        split = Panes("skills.panes", body, self.pane, last=self.pane.width())
        legend = Said(theme, words(LEGEND), "caption", "muted", wraps=True)
        return column(
            holding(column(bar, margins=(20, 8, 16, 8))),
            split,
            holding(column(legend, margins=(20, 4, 16, 6))),
            gap=0,
            stretch=(0, 1),
        )

    def _empty(self, sentence: str, label: str, act: Callable[[], object]) -> Empty:
        made = button(self._desk.theme, self._desk.words(label), "plus", "primary")
        made.setObjectName(f"skills.{'start' if act == self.verbs.start else 'member'}")
        made.clicked.connect(act)
        return Empty(self._desk.theme, "target", self._desk.words(sentence), made)

    def _add_member(self) -> None:
        self._wanted.emit("team", "new")

    def _has_cell(self) -> bool:
        return self.standing() is not None

    def _under(self) -> tuple[QWidget, QPoint]:
        return self.table.viewport(), self.table.visualRect(self.table.currentIndex()).bottomLeft()


LEGEND = N_(
    "Level now / required, from 0 (not at all) to 4 (able to teach it). The number on the right is the priority: gap × "
    "importance."
)


def _short(text: str, most: int = 40) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
