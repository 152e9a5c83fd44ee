"""One way into the background, one way back."""

import sys
from collections.abc import Callable
from enum import Enum, auto
from threading import Event
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

# with the default of five milliseconds a busy thread makes the window stutter
SWITCH_INTERVAL = 0.0005
# what takes longer than that is remembered when it has ended
LONG_SECONDS = 10.0


class Ending(Enum):
    """How a job ended."""

    DONE = auto()
    STOPPED = auto()
    FAILED = auto()


class Job(QObject):
    """Work that is under way, and how it ended. `progressed` tells done and total; `stop` asks the work to end early.

    `name` is marked for the catalogues and spoken by whoever shows it: the language may change while it is at work.
    `page` is where its outcome is seen; `why` is the error that ended it; `seconds` says how long it took.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.page = ""
        self.ending: Ending | None = None
        self.why: BaseException | None = None
        self.share = 0.0  # of the work that is done, where the work tells
        self._began = monotonic()
        self._took = 0.0
        self.matters = False  # whoever quits is asked before it is stopped
        self._stopped = Event()

    def stop(self) -> None:
        self._stopped.set()

    def is_stopped(self) -> bool:
        return self._stopped.is_set()

    def report(self, done: int, total: int) -> None:
        """Called by the work, in its own thread."""
        self.share = done / total if total else 0.0
        self.progressed.emit(done, total)

    @property
    def seconds(self) -> float:
        """How long it took, or takes until now."""
        return self._took if self.ending else monotonic() - self._began

    def end(self, outcome: object) -> None:
        """Note how it ended."""
        self._took = self.seconds
        failed = isinstance(outcome, BaseException)
        self.why = outcome if failed and isinstance(outcome, BaseException) else None
        self.ending = Ending.STOPPED if self.is_stopped() else Ending.FAILED if failed else Ending.DONE


class Tasks(QObject):
    """Runs plain functions in the background; what they return or raise comes back in the interface's thread."""

    started = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None, long_seconds: float = LONG_SECONDS) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._usual = sys.getswitchinterval()
        self._running: set[Job] = set()
        self._long_seconds = long_seconds
        self._past: list[Job] = []

    def run(
        self,
        name: str,
        work: Callable[[Job], Any],
        then: Callable[[Any], None],
        otherwise: Callable[[BaseException], None],
        page: str = "",
    ) -> Job:
        """Start `work`; then `then(result)` or `otherwise(error)`. The outcome of a long one is seen on `page`."""
        job = Job(name, self)
        job.page = page
        job.finished.connect(then)
        job.failed.connect(otherwise)
        job.finished.connect(self._ended)
        job.failed.connect(self._ended)
        self._running.add(job)
        sys.setswitchinterval(SWITCH_INTERVAL)
        self.started.emit(job)
        self._pool.start(_Runnable(job, work))
        return job

    def is_busy(self) -> bool:
        return bool(self._running)

    def known(self) -> list[Job]:
        """What is under way, and the long ones that ended, newest first."""
        return [*sorted(self._running, key=lambda job: job.seconds), *reversed(self._past)]

    def that_matter(self) -> list[Job]:
        """What is under way that the user would miss."""
        return [job for job in self._running if job.matters]

    def finish(self) -> None:
        """Ask everything to stop and wait for it."""
        for job in self._running:
            job.stop()
        self._pool.waitForDone()

    def _ended(self, outcome: object) -> None:
        job = self.sender()
        if isinstance(job, Job):
            job.end(outcome)
            self._running.discard(job)
            if job.seconds >= self._long_seconds:
                self._past.append(job)
                self.ended.emit(job)
            else:
                job.deleteLater()
        if not self._running:
            sys.setswitchinterval(self._usual)


class _Runnable(QRunnable):
    def __init__(self, job: Job, work: Callable[[Job], Any]) -> None:
        super().__init__()
        self._job, self._work = job, work

    def run(self) -> None:
        try:
            result = self._work(self._job)
        except BaseException as problem:
            self._job.failed.emit(problem)
        else:
            self._job.finished.emit(result)
