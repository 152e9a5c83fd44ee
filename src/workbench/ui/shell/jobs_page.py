"""Jobs: what works behind the window, and the long ones that ended."""

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.ui import icons
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.tasks import Ending, Job
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

LOOK_AGAIN_MS = 1000
HEADS = (N_("Job"), N_("State"), N_("Time taken"))
ENDINGS = {
    Ending.DONE: (N_("Done"), "circle-check", "ok"),
    Ending.STOPPED: (N_("Cancelled"), "circle-x", "muted"),
    Ending.FAILED: (N_("Failed"), "circle-alert", "crit"),
}
NOTHING = N_("Nothing is at work. Imports, backups and papers that take long stand here.")
WHY_NOT = N_("Choose a job that is at work.")


class JobsPage(Page):
    """One line for each job: Enter leads to its outcome, Del stops it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("jobs")
        words, theme = desk.words, desk.theme
        self._jobs: list[Job] = []
        self._stop = button(theme, words("Cancel"), "x")
        self._stop.setObjectName("jobs.stop")
        self._stop.clicked.connect(self.stop)
        self._model = QStandardItemModel(0, len(HEADS), self)
        self._model.setHorizontalHeaderLabels([words(head) for head in HEADS])
        self.table = _Table(self)
        self.table.setModel(self._model)
        self.table.setObjectName("jobs.table")
        self.table.setAccessibleName(self.title())
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.verticalHeader().setDefaultSectionSize(theme.row)
        self._empty = Empty(theme, "clock", words(NOTHING))
        head = Panel(theme, "surface", "b")
        head.setLayout(row(Said(theme, self.title(), "display"), None, self._stop, margins=(20, 12, 16, 12)))
        self.setLayout(column(head, self.table, self._empty, gap=0, stretch=(0, 1, 1)))
        # while it is looked at; nothing ticks behind
        self._ticks = QTimer(self)
        self._ticks.setInterval(LOOK_AGAIN_MS)
        self._ticks.timeout.connect(self.refresh)
        desk.tasks.started.connect(self.refresh)
        desk.tasks.ended.connect(self.refresh)

    def title(self) -> str:
        return self.desk.words("Jobs")

    def home(self) -> QWidget:
        return self.table if self._model.rowCount() else self

    def opened(self, target: object) -> None:
        self.refresh()
        if self._model.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def entries(self) -> list[Entry]:
        return [
            Entry(N_("Stop the job"), "", self.stop, "x", N_("Edit"), self._can_stop, why=WHY_NOT),
            Entry(N_("Show what came of it"), "", self.show_outcome, "arrow-right", N_("View"), self._has_outcome),
        ]

    def refresh(self, _job: object = None) -> None:
        """Draw the lines anew; the one that is chosen stays."""
        here = self.table.currentIndex().row()
        self._jobs = self.desk.tasks.known()
        self._model.setRowCount(len(self._jobs))
        for place, job in enumerate(self._jobs):
            for side, item in enumerate(self._line(job)):
                self._model.setItem(place, side, item)
        if 0 <= here < len(self._jobs):
            self.table.selectRow(here)
        self.table.setVisible(bool(self._jobs))
        self._empty.setVisible(not self._jobs)
        self.look_at_choice()

    def look_at_choice(self) -> None:
        """Let the button do what can be done with the chosen job."""
        self._stop.setEnabled(self._can_stop())

    def stop(self) -> None:
        """Ask the chosen job to end; what it did so far is taken back by whoever began it."""
        job = self._chosen()
        if job is not None and job.ending is None:
            job.stop()
            words = self.desk.words
            self.desk.say(words("“{name}” is being stopped.", name=words(job.name)))

    def show_outcome(self) -> None:
        """Go to the page where the outcome of the chosen job is seen."""
        job = self._chosen()
        if job is not None and job.page:
            self.wanted.emit(job.page, None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticks.stop()

    def _line(self, job: Job) -> list[QStandardItem]:
        words, formats = self.desk.words, self.desk.formats
        if job.ending is None:
            said = words("{share} done", share=formats.percent(job.share)) if job.share else words("At work")
            state = _with_icon(said, icons.icon(self.desk.theme, "play", "text2"))
        else:
            label, icon, token = ENDINGS[job.ending]
            why = job.why.sentence(words) if isinstance(job.why, UserError) else ""
            said = words("{ending}: {why}", ending=words(label), why=why) if why else words(label)
            state = _with_icon(said, icons.icon(self.desk.theme, icon, token))
        took = words.many("{n} second", "{n} seconds", round(job.seconds))
        return [QStandardItem(words(job.name)), state, QStandardItem(took)]

    def _chosen(self) -> Job | None:
        place = self.table.currentIndex().row()
        return self._jobs[place] if 0 <= place < len(self._jobs) else None

    def _can_stop(self) -> bool:
        job = self._chosen()
        return job is not None and job.ending is None

    def _has_outcome(self) -> bool:
        job = self._chosen()
        return job is not None and bool(job.page)


class _Table(QTableView):
    def __init__(self, page: JobsPage) -> None:
        super().__init__()
        self._page = page
        self.doubleClicked.connect(self._open)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._page.show_outcome()
        elif event.key() == Qt.Key.Key_Delete:
            self._page.stop()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self._page.look_at_choice()

    def _open(self, _index: object) -> None:
        self._page.show_outcome()


def _with_icon(text: str, icon: object) -> QStandardItem:
    made = QStandardItem(text)
    made.setIcon(icon)  # type: ignore[arg-type]
    return made
