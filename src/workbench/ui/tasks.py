"""One way into the background, one way back."""

import sys
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

# with the default of five milliseconds a busy thread makes the window stutter
SWITCH_INTERVAL = 0.0005


class Job(QObject):
    """Work that is under way. `progressed` tells done and total; `stop` asks the work to end early."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.matters = False  # whoever quits is asked before it is stopped
        self._stopped = Event()

    def stop(self) -> None:
        self._stopped.set()

    def is_stopped(self) -> bool:
        return self._stopped.is_set()

    def report(self, done: int, total: int) -> None:
        """Called by the work, in its own thread."""
        self.progressed.emit(done, total)


class Tasks(QObject):
    """Runs plain functions in the background; what they return or raise comes back in the interface's thread."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._usual = sys.getswitchinterval()
        self._running: set[Job] = set()

    def run(
        self,
        name: str,
        work: Callable[[Job], Any],
        then: Callable[[Any], None],
        otherwise: Callable[[BaseException], None],
    ) -> Job:
        """Start `work`; then `then(result)` or `otherwise(error)`."""
        job = Job(name, self)
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

    def that_matter(self) -> list[Job]:
        """What is under way that the user would miss."""
        return [job for job in self._running if job.matters]

    def finish(self) -> None:
        """Ask everything to stop and wait for it."""
        for job in self._running:
            job.stop()
        self._pool.waitForDone()

    def _ended(self, _outcome: object) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._running.discard(job)
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
