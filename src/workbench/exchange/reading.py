"""Reading a foreign file from outside: a process with limits does it, this side stays responsive and can stop it."""

import json
import os
import selectors
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import monotonic
from typing import IO, Any

from workbench.exchange import failures
from workbench.exchange.columns import Wish
from workbench.exchange.limits import MEGABYTE, Limits
from workbench.exchange.rows import Column, Reading, Record, Remark, TableHead
from workbench.kernel import failures as world

TICK = 0.05  # seconds until a wish to stop is noticed
CHUNK = 1 << 16
MODULE = "workbench.exchange.foreign"
Heard = Callable[[int], None]
Asked = Callable[[], bool]


def nobody_listens(_count: int) -> None:
    """Progress that nobody wants to see."""


def nobody_stops() -> bool:
    """A job that nobody stops."""
    return False


@dataclass(frozen=True)
class Task:
    """What to read, and how: the user's wishes, the owner's zone and language, the limits."""

    source: Path
    wish: Wish = field(default_factory=Wish)
    zone: str = "UTC"
    language: str = "en"
    limits: Limits = field(default_factory=Limits)

    def request(self) -> bytes:
        saved = [[known.name, known.kind, known.recognise, known.columns] for known in self.wish.saved]
        asked = {
            "file": self.source.name,
            "kind": self.wish.kind,
            "fields": dict(self.wish.fields),
            "saved": saved,
            "zone": self.zone,
            "language": self.language,
            "limits": asdict(self.limits),
        }
        return json.dumps(asked).encode("ascii") + b"\n"


def read(task: Task, heard: Heard = nobody_listens, stopped: Asked = nobody_stops) -> Reading:
    """Everything in the file, as frozen rows; a UserError where it cannot be read as a whole."""
    stream = Stream(task, heard, stopped)
    for _ in stream:
        pass
    return stream.reading()


class Stream:
    """The records of a file while they are read, some at a time; what was read as a whole when that is done."""

    def __init__(self, task: Task, heard: Heard = nobody_listens, stopped: Asked = nobody_stops) -> None:
        self._task = task
        self._heard = heard
        self._stopped = stopped
        self._gathered = _Gathered(task)

    def __iter__(self) -> Iterator[list[Record]]:
        gathered = self._gathered
        for word, what in _spoken(self._task, self._stopped):
            before = len(gathered.records)
            gathered.take(word, what)
            self._heard(len(gathered.records))
            if len(gathered.records) > before:
                yield gathered.records[before:]
        gathered.check_end()

    @property
    def file(self) -> str:
        return self._task.source.name

    @property
    def content(self) -> str:
        """What the file is; known before its first record."""
        return self._gathered.about[0]

    def reading(self) -> Reading:
        return self._gathered.reading()


class _Gathered:
    """What the process has said so far."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.about = ["", "", ""]
        self.heads: list[TableHead] = []
        self.records: list[Record] = []
        self.remarks: list[Remark] = []
        self.tables: dict[str, list[dict[str, Any]]] = {}
        self.is_complete = False

    def take(self, word: str, what: Any) -> None:  # noqa: ANN401 - plain JSON values
        if word == "records":
            self.records.extend(Record(*one) for one in what)
        elif word == "remarks":
            self.remarks.extend(Remark(*one) for one in what)
        elif word == "head":
            name, kind, mapping, columns, sample = what
            rows = tuple(tuple(row) for row in sample)
            self.heads.append(TableHead(name, kind, mapping, tuple(Column(*column) for column in columns), rows))
        elif word == "table":
            self.tables.setdefault(what[0], []).extend(what[1])
        elif word == "about":
            self.about = what
        elif word == "failed":
            raise failures.BY_NAME.get(what[0], failures.TooHard)(**what[1])
        self.is_complete = word == "end"

    def check_end(self) -> None:
        if not self.is_complete:
            # killed by a limit, or by the system
            raise failures.TooHard(file=self.task.source.name)

    def reading(self) -> Reading:
        return Reading(
            self.task.source.name,
            content=self.about[0],
            encoding=self.about[1],
            separator=self.about[2],
            heads=tuple(self.heads),
            records=tuple(self.records),
            unread=tuple(remark for remark in self.remarks if remark.raw),
            warnings=tuple(remark for remark in self.remarks if not remark.raw),
            tables={name: tuple(rows) for name, rows in self.tables.items()},
        )


def _spoken(task: Task, stopped: Asked) -> Iterator[tuple[str, Any]]:
    with _opened(task) as source, _process() as process:
        _hand_over(process, task.request(), source, stopped)
        for line in _lines(process, task, stopped):
            word, what = json.loads(line)
            yield word, what


@contextmanager
def _opened(task: Task) -> Iterator[IO[bytes]]:
    if task.source.exists() and not task.source.is_file():
        # a folder, a device, a pipe on which one would wait for ever
        raise failures.NothingInside(file=task.source.name)
    try:
        source = task.source.open("rb")
    except OSError as problem:
        raise world.of_file(problem, task.source) from problem
    with source:
        size = os.fstat(source.fileno()).st_size
        if size > task.limits.file_bytes:
            limit = task.limits.file_bytes // MEGABYTE
            raise failures.TooLarge(file=task.source.name, size=round(size / MEGABYTE, 1), limit=limit)
        if size == 0:
            raise failures.EmptyFile(file=task.source.name)
        yield source


@contextmanager
def _process() -> Iterator[subprocess.Popen[bytes]]:
    """The reading process, in an empty place; it is gone when the block ends, whatever happened."""
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            env=_surroundings(),
            close_fds=True,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    with _tolerant():
                        pipe.close()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, MODULE]
    return [sys.executable, "-P", "-m", MODULE]


def _surroundings() -> dict[str, str]:
    source = str(Path(__file__).parents[2])
    kept = {
        name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT", "TZ", "LD_LIBRARY_PATH") if name in os.environ
    }
    return kept | {"PYTHONPATH": source, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}


def _hand_over(process: subprocess.Popen[bytes], request: bytes, source: IO[bytes], stopped: Asked) -> None:
    pipe = process.stdin
    if pipe is None:
        return
    with _tolerant():
        pipe.write(request)
        while chunk := source.read(CHUNK):
            if stopped():
                raise failures.Cancelled
            pipe.write(chunk)
        pipe.close()


@contextmanager
def _tolerant() -> Iterator[None]:
    # a process that has died says so by its silence
    try:
        yield
    except (BrokenPipeError, OSError):
        return


def _lines(process: subprocess.Popen[bytes], task: Task, stopped: Asked) -> Iterator[bytes]:
    if process.stdout is None:
        return
    pieces: list[bytes] = []
    heard_at = monotonic()
    with selectors.DefaultSelector() as waiting:
        waiting.register(process.stdout, selectors.EVENT_READ)
        while True:
            if stopped():
                raise failures.Cancelled
            if not waiting.select(TICK):
                if monotonic() - heard_at > task.limits.silent_seconds:
                    return
                continue
            chunk = os.read(process.stdout.fileno(), CHUNK)
            if not chunk:
                return
            heard_at = monotonic()
            *complete, rest = chunk.split(b"\n")
            for piece in complete:
                yield b"".join((*pieces, piece))
                pieces = []
            pieces.append(rest)
