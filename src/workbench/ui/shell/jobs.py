"""The strip under the top bar for work that takes longer than a second."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar

from workbench.ui.desk import Desk
from workbench.ui.layout import row
from workbench.ui.tasks import Job
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

SHOW_AFTER_MS = 400


class JobStrip(Panel):
    """The newest job that is still at work, with its progress and a way to stop it; `wanted` asks for a page."""

    wanted = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "subtle", "b")
        self._desk = desk
        self._jobs: list[Job] = []
        self._name = Said(desk.theme, "", "label")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = button(desk.theme, desk.words("Cancel"), "x", "quiet")
        self._stop.clicked.connect(self._cancel)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SHOW_AFTER_MS)
        self._wait.timeout.connect(self.show)
        self.setLayout(row(self._name, self._bar, self._stop, margins=(20, 4, 12, 4), gap=12, stretch=(0, 1)))
        self.hide()
        desk.tasks.started.connect(self._begin)
        desk.tasks.ended.connect(self._tell_of_outcome)

    def _begin(self, job: Job) -> None:
        self._jobs.append(job)
        self._tell(job)
        job.progressed.connect(self._advance)
        job.finished.connect(self._end)
        job.failed.connect(self._end)
        self._wait.start()

    def _tell(self, job: Job) -> None:
        name = self._desk.words(job.name)
        self._name.setText(name)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(name)

    def _advance(self, done: int, total: int) -> None:
        if not self._jobs or self.sender() is not self._jobs[-1]:
            return  # that of another job, which is not shown
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)

    def _end(self, _outcome: object) -> None:
        self._jobs = [job for job in self._jobs if job is not self.sender()]
        if self._jobs:
            self._tell(self._jobs[-1])
            return
        self._wait.stop()
        self.hide()

    def _tell_of_outcome(self, job: Job) -> None:
        """Whoever is on another page by now is led to what came of a long job."""
        shown = getattr(self.window(), "page", None)
        if job.page and (shown is None or shown.objectName() != job.page):
            words = self._desk.words
            self._desk.say(words("“{name}” is over.", name=words(job.name)), words("Show"), _Lead(self, job.page).now)

    def _cancel(self) -> None:
        if self._jobs:
            self._jobs[-1].stop()


class _Lead:
    def __init__(self, strip: JobStrip, page: str) -> None:
        self._strip, self._page = strip, page

    def now(self) -> None:
        self._strip.wanted.emit(self._page, None)
