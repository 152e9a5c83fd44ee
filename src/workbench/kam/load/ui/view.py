"""The workload of an account's team: who has how much to do in which week, and what would help."""

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPoint, Qt, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.action_items.ui.verbs import ActionVerbs
from workbench.kam.load.commands import replan
from workbench.kam.load.queries import load_of
from workbench.kam.load.spreading import monday
from workbench.kam.load.trial import Trial
from workbench.kam.load.ui import saying
from workbench.kam.load.ui.grid import LoadGrid, LoadModel
from workbench.kam.load.ui.pane import Pane
from workbench.kam.load.ui.parts import Part
from workbench.kam.load.ui.strip import Strip
from workbench.kam.load.weeks import Load, relief
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.team.commands import assign_named
from workbench.team.regions import WEEK
from workbench.ui.desk import Desk
from workbench.ui.layout import column
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.panes import Panes

STEP = 4  # weeks that the arrows turn
SHOWN = {"action_item", "assignment", "member", "department", "account"}
EMPTY = N_("Nobody works for this account yet. Assign somebody, and their weeks are shown here.")


class LoadView(QWidget):
    """Arrows walk the cells, Enter lists the actions behind one, M does what is suggested."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        super().__init__()
        self.setObjectName("account.load")
        self._desk, self._wanted = desk, wanted
        self._account: int | None = None
        self._first: date | None = None
        self._load = Load(desk.clock.today(), ())
        self._trial: Trial | None = None
        self.strip = Strip(desk)
        self.grid = LoadGrid(desk, LoadModel(desk))
        self.pane = Pane(desk)
        self._assign = button(desk.theme, desk.words("Assign somebody"), "plus", "primary")
        self._assign.setObjectName("account.load.assign")
        self._assign.clicked.connect(self._ask_whom)
        self.empty = Empty(desk.theme, "users", desk.words(EMPTY), self._assign)
        self.empty.hide()
        self._panes = Panes("account.load.panes", self.grid, self.pane)
        self.setLayout(column(self.strip, self._panes, self.empty, gap=0, stretch=(0, 1)))
        self._ask = Ask(self, desk.theme)
        self._verbs = ActionVerbs(desk, self._ask, self._chosen, self._under)
        self.pane.hide()
        self._connect()

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def load(self) -> Load:
        """What is shown: what is, or what would be while something is tried."""
        return self._trial.load if self._trial else self._load

    def show_account(self, account_id: int) -> None:
        """Show the weeks of an account from this one on."""
        if account_id != self._account:
            self._account, self._first, self._trial = account_id, None, None
            self.pane.hide()
        self._read()
        if not self.grid.currentIndex().isValid():
            self._to_trouble()

    def entries(self) -> list[Entry]:
        view, account = N_("View"), N_("Account")
        return [
            Entry(N_("Actions behind the number"), "", self.show_parts, "list-checks", account, self._has_place),
            Entry(N_("Move as suggested (M)"), "", self.relieve, "arrow-right", account, self._has_relief),
            Entry(N_("Actions that lie in no week"), "", self.show_unlaid, "circle-help", account, self._has_unlaid),
            Entry(N_("Earlier weeks (PgUp)"), "", self.earlier, "chevron-left", view),
            Entry(N_("Later weeks (PgDn)"), "", self.later, "chevron-right", view),
            Entry(N_("From this week on (T)"), "", self.this_week, "sun", view),
            *self._verbs.entries(),
        ]

    def home(self) -> QWidget:
        return self.grid if self._load.people else self._assign

    def show_part(self, table: str, key: int) -> None:
        """Stand on the first week of an action, with the actions of that week beside it."""
        task = self._load.task(key) if table == "action_item" else None
        if task is None:
            return
        self.grid.setCurrentIndex(self.grid.grid.place(task.member_id, self._load.week_of(task)))
        self.show_parts()
        self.pane.list.go_to(self.pane.list.parts.row_of(key))

    def show_parts(self) -> None:
        """List the actions behind the cell, and go there."""
        if self._has_place():
            self._fill_pane()
            self.pane.show()
            self.pane.list.go_to(0)
            self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_unlaid(self) -> None:
        """List the actions that lie in no week."""
        self.pane.show_parts(self._desk.words("In no week"), [Part(task) for task in self._load.unlaid])
        self.pane.is_of_cell = False
        self.pane.show()
        self.pane.list.go_to(0)
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def relieve(self) -> None:
        """Move the action that the view suggests to the colleague it suggests."""
        move, desk = relief(self._load), self._desk
        if move is None:
            return
        work = move.task.work
        if desk.attempt(lambda: desk.workspace.do(replan, move.task.id, move.taker.id, work.start, work.due)):
            title = saying.short(move.task.title)
            desk.done(desk.words("“{title}” is now with {name}.", title=title, name=move.taker.name))

    def earlier(self) -> None:
        self._turn(-STEP)

    def later(self) -> None:
        self._turn(STEP)

    def this_week(self) -> None:
        """Begin with this week again."""
        self._first = None
        self._read()

    def accept(self) -> None:
        """Do what was tried."""
        trial, desk = self._trial, self._desk
        if trial is None:
            return
        self._trial = None
        task = trial.task
        if desk.attempt(lambda: desk.workspace.do(replan, task.id, task.member_id, task.work.start, task.work.due)):
            week = self._load.week_of(task)
            if week is not None:
                self.grid.setCurrentIndex(self.grid.grid.place(task.member_id, week))
                self._fill_pane()
                self.pane.list.go_to(self.pane.list.parts.row_of(task.id))
            desk.done(desk.words("“{title}” is replanned.", title=saying.short(task.title)))
        self._show()

    def drop(self) -> None:
        """Leave everything as it was."""
        self._trial = None
        self._show()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # after the first answer the button that asked is gone
        super().focusInEvent(event)
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pane.setFixedWidth(min(self._desk.theme.px(320), event.size().width() * 2 // 5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self._trial or self.pane.isVisible()):
            self._of_list("Escape")
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.grid.letter.connect(self._of_grid)
        self.grid.dropped.connect(self._dropped)
        self.grid.doubleClicked.connect(self.show_parts)
        self.grid.selectionModel().currentChanged.connect(self._moved)
        self.pane.list.letter.connect(self._of_list)
        self.pane.list.tried.connect(self._try)
        self.pane.list.doubleClicked.connect(self._open)
        self.pane.closed.connect(self._close)
        strip = self.strip
        for made, act in (
            (strip.before, self.earlier),
            (strip.after, self.later),
            (strip.now, self.this_week),
            (strip.relieve, self.relieve),
            (strip.unlaid, self.show_unlaid),
            (strip.accept, self.accept),
            (strip.drop, self.drop),
        ):
            made.clicked.connect(act)
        self._desk.workspace.changed.connect(self._on_change)

    def _read(self) -> None:
        if self._account is None:
            return
        with self._desk.workspace.read() as session:
            self._load = load_of(session, self._account, self._desk.clock.today(), self._first)
        if self._trial and self._load.task(self._trial.task.id) is None:
            self._trial = None
        elif self._trial:
            self._trial = self._trial.over(self._load)
        self._show()

    def _show(self) -> None:
        load, trial = self.load, self._trial
        at = self.grid.currentIndex()
        row, col = at.row(), at.column()
        # the week that the sentence names
        week = load.week_of(trial.task) if trial else None
        self.grid.grid.show_load(load, (trial.task.member_id, week) if trial and week else None)
        self.grid.refit()
        if not self.grid.currentIndex().isValid() and row >= 0 and load.people:
            self.grid.setCurrentIndex(self.grid.grid.index(min(row, len(load.people) - 1), col))
        self._panes.setVisible(bool(load.people))
        self.strip.setVisible(bool(load.people))
        self.empty.setVisible(not load.people)
        said = saying.outcome(self._desk, self._load, load, trial.task) if trial else ""
        self.strip.show_load(self._load, said)
        if self.pane.isVisible():
            self._fill_pane()

    def _fill_pane(self) -> None:
        one, week, desk = self.grid.member(), self.grid.week(), self._desk
        if not self.pane.is_of_cell and self.pane.isVisible() and not self.grid.hasFocus():
            self.pane.show_parts(desk.words("In no week"), [Part(task) for task in self._load.unlaid])
            return
        if one is None:
            return
        self.pane.is_of_cell = True
        note = ""
        if week is None:
            title = desk.words("All of {name}", name=one.name)
            parts = [Part(task) for task in self._load.of(one.id)]
        else:
            title = desk.words("{name}, week {n}", name=one.name, n=saying.week_name(week))
            parts = [Part(task, hours) for task, hours in self._load.behind(one.id, week)]
            note = saying.holidays(desk, self._load, one, week)
        self.pane.show_parts(title, parts, note)

    def _to_trouble(self) -> None:
        """Stand where the first overload is, or where the first week is."""
        over = next(self._load.overloads(), None)
        if over is not None:
            self.grid.setCurrentIndex(self.grid.grid.place(over[0].id, over[1][0]))
        elif self._load.people:
            self.grid.setCurrentIndex(self.grid.grid.place(self._load.people[0].id, self._load.weeks[0]))

    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if self.pane.isVisible() and self.grid.hasFocus():
            self._fill_pane()

    def _of_grid(self, letter: str) -> None:
        acts = {
            "Enter": self.show_parts,
            "Before": self.earlier,
            "After": self.later,
            "Earlier": self._one_earlier,
            "Later": self._one_later,
            "T": self.this_week,
            "M": self.relieve,
        }
        if self._trial and letter == "Enter":
            self.accept()
        elif letter in acts:
            acts[letter]()

    def _of_list(self, letter: str) -> None:
        if letter == "Enter":
            if self._trial:
                self.accept()
            else:
                self._open()
        elif letter == "Escape":
            if self._trial:
                self.drop()
            else:
                self._close()
        elif not self._trial:
            self._verbs.press(letter)

    def _open(self) -> None:
        task = self.pane.list.task()
        if task is not None:
            self._wanted.emit("actions", task.id)

    def _close(self) -> None:
        self.pane.hide()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self, people: int, weeks: int) -> None:
        """Show what would be if the action lay with another member, or in another week."""
        task = self.pane.list.task()
        if task is None or not self._load.people:
            return
        trial = self._trial if self._trial and self._trial.origin.id == task.id else Trial.of(self._load, task)
        self._set_trial(trial.moved(people, weeks))

    def _dropped(self, action: int, index: QModelIndex) -> None:
        one, week, task = (
            self.grid.grid.person(index.row()),
            self.grid.grid.week(index.column()),
            self._load.task(action),
        )
        if one is None or week is None or task is None or one.left_on:
            return
        origin = self.grid.week() or self._load.week_of(task) or week
        weeks = (week - origin) // timedelta(WEEK)
        self._set_trial(Trial.of(self._load, task).put(one.id, weeks))
        self.pane.list.go_to(self.pane.list.parts.row_of(action))
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_trial(self, trial: Trial) -> None:
        self._trial = None if trial.is_nothing else trial
        if trial.week and trial.week not in self._load.weeks:
            self._turn(1 if trial.week > self._load.weeks[-1] else -1)
        else:
            self._show()

    def _turn(self, weeks: int) -> None:
        first = (self._first or monday(self._desk.clock.today())) + timedelta(WEEK * weeks)
        self._first = first
        self._read()

    def _one_earlier(self) -> None:
        self._turn(-1)

    def _one_later(self) -> None:
        self._turn(1)

    def _chosen(self) -> list[int]:
        """The actions that the verbs speak of: those of the list while it can be seen."""
        return self.pane.list.chosen() if self.pane.isVisible() else []

    def _ask_whom(self) -> None:
        words, made = self._desk.words, self._assign
        hint = words("a name; somebody new is added")
        self._ask.ask(words("Who works for this account?"), hint, (made, QPoint(0, made.height() + 4)), self._assigned)

    def _assigned(self, text: str) -> str:
        desk, account, name = self._desk, self._account, " ".join(text.split())
        if not name or account is None:
            return desk.words("A name is missing.")
        if desk.attempt(lambda: desk.workspace.do(assign_named, account, name, desk.clock.today())):
            desk.done(desk.words("{name} works for this account.", name=name[:60]))
        return ""

    def _has_place(self) -> bool:
        return self.grid.member() is not None

    def _has_relief(self) -> bool:
        return relief(self._load) is not None

    def _has_unlaid(self) -> bool:
        return bool(self._load.unlaid)

    def _under(self) -> tuple[QWidget, QPoint]:
        rows = self.pane.list
        return rows.viewport(), rows.visualRect(rows.currentIndex()).bottomLeft()

    def _on_change(self, change: Change) -> None:
        if self.isVisible() and SHOWN & change.rows.keys():
            self._read()
