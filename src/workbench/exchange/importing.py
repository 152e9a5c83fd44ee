"""Importing files: the way the window and the command line come."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from sqlalchemy.orm import Session

from workbench.exchange import failures, mappings, open_tables, reading
from workbench.exchange.batch.commit import in_order, store
from workbench.exchange.batch.context import Terms
from workbench.exchange.batch.outcome import Outcome
from workbench.exchange.columns import Known, Wish
from workbench.exchange.limits import Limits
from workbench.exchange.policy import BY_DEFAULT, BY_IDENTITY, MATCH_KEYS, Policy
from workbench.exchange.reading import Asked, Stream, Task, nobody_stops
from workbench.exchange.report import FileReport, ImportReport
from workbench.exchange.rows import Reading
from workbench.exchange.unread import keep_unread
from workbench.kernel import journal
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_, Words
from workbench.kernel.workspace import Workspace, part_of

Progress = Callable[[int, int], None]
ABOUT = 200  # letters of what a change says of itself
ONE_KIND = frozenset({"csv", "vcard"})


def nobody_watches(_done: int, _total: int) -> None:
    """Progress that nobody wants to see."""


@dataclass(frozen=True)
class Options:
    """How to import: what the files list, which column is which, what is recognised, what happens with what is there.

    `match` names keys ("name", "email", "tax_id"), None means what is usual for the file; a record with the same
    external id is always the same one.
    """

    kind: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    match: Sequence[str] | None = None
    policy: Policy = Policy.FILL
    is_dry_run: bool = False
    language: str = "en"
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class Watch:
    """Who watches a job: hears what is done of how much (0 while that is not known), and may stop it."""

    heard: Progress = nobody_watches
    stopped: Asked = nobody_stops

    def tick(self, done: int, total: int) -> None:
        if self.stopped():
            raise failures.Cancelled
        self.heard(done, total)


class _Trial(Exception):
    """Ends a dry run, and with it the transaction."""


def preview(workspace: Workspace, source: Path, options: Options, stopped: Asked = nobody_stops) -> Reading:
    """What is in a file and how it would be understood; nothing is changed."""
    with workspace.read() as session:
        known = mappings.saved(session)
    return reading.read(_task(workspace, source, options, known), stopped=stopped)


def import_files(
    workspace: Workspace, sources: Sequence[Path], options: Options, watch: Watch | None = None
) -> ImportReport:
    """Import files, each as one change that can be undone; a file that cannot be read does not stop the others."""
    for key in options.match or ():
        if key not in MATCH_KEYS:
            raise failures.NoSuchKey(key=key, keys=", ".join(MATCH_KEYS))
    reports: list[FileReport] = []
    for source in sources:
        try:
            reports.append(_import_file(workspace, source, options, watch or Watch()))
        except failures.Cancelled:
            raise
        except UserError as problem:
            reports.append(FileReport(source.name, error=problem))
    return ImportReport(tuple(reports), options.is_dry_run)


def import_as_one(workspace: Workspace, asked: Mapping[Path, Options], watch: Watch | None = None) -> ImportReport:
    """Import files, each with its options, as one change: undone together, and none of them there if it is stopped.

    A file that cannot be read leaves nothing behind and does not stop the others.
    """
    with workspace.read() as session:
        known = mappings.saved(session)
    brought: list[_Brought | FileReport] = []
    with workspace.change(N_("Import"), ", ".join(source.name for source in asked)[:ABOUT]) as session:
        for source, options in asked.items():
            try:
                task = _task(workspace, source, options, known)
                with part_of(session):
                    brought.append(_bring(session, workspace, task, options, watch or Watch()))
            except failures.Cancelled:
                raise
            except UserError as problem:
                brought.append(FileReport(source.name, error=problem))
    return ImportReport(tuple(_told(workspace, one) for one in brought))


@dataclass(frozen=True)
class _Brought:
    """What came of one file, before it is told."""

    source: Path
    read: Reading
    outcome: Outcome
    change: int


def _import_file(workspace: Workspace, source: Path, options: Options, watch: Watch) -> FileReport:
    with workspace.read() as session:
        known = mappings.saved(session)
    task = _task(workspace, source, options, known)
    done: list[_Brought] = []
    try:
        with workspace.change(N_("Import"), source.name) as session:
            done.append(_bring(session, workspace, task, options, watch))
            if options.is_dry_run:
                raise _Trial
    except _Trial:
        return _report(done[0].read, done[0].outcome)
    return _told(workspace, done[0])


def _bring(session: Session, workspace: Workspace, task: Task, options: Options, watch: Watch) -> _Brought:
    """Store what a file holds."""
    stream = Stream(task, lambda count: watch.heard(count, 0), watch.stopped)
    outcome = _store(session, workspace, stream, options, watch)
    read = stream.reading()
    if options.fields and read.heads:
        mappings.remember(session, read.heads[0])
    return _Brought(task.source, read, outcome, journal.mark(session))


def _told(workspace: Workspace, one: _Brought | FileReport) -> FileReport:
    if isinstance(one, FileReport):
        return one
    report = _with_unread_file(workspace, one.source, one.read, _report(one.read, one.outcome))
    return replace(report, change=one.change if _has_changed(one.outcome) else None)


def _store(session: Session, workspace: Workspace, stream: Stream, options: Options, watch: Watch) -> Outcome:
    words = Words.of(options.language)
    clock = workspace.clock
    slices = iter(stream)
    first = next(slices, [])
    chosen = BY_DEFAULT.get(stream.content, ()) if options.match is None else options.match
    match = tuple(dict.fromkeys((*BY_IDENTITY, *chosen)))
    terms = Terms(clock.today(), clock.zone, stream.file, match, options.policy, words("Untitled"))
    everything = chain([first], slices)
    # one list of one kind is stored while the rest is still being read; elsewhere kinds refer to each other
    outcome = store(session, everything if stream.content in ONE_KIND else in_order(everything), terms, watch.tick)
    tables = stream.reading().tables
    return open_tables.store(session, tables, options.policy, watch.tick) if tables else outcome


def _task(workspace: Workspace, source: Path, options: Options, known: tuple[Known, ...]) -> Task:
    # opening the portfolio itself as a file would make SQLite lose its locks on it
    book = workspace.book.path
    for own in (book, book.with_name(book.name + "-wal"), book.with_name(book.name + "-shm")):
        if source.exists() and own.exists() and source.samefile(own):
            raise failures.OwnPortfolio(file=source.name)
    wish = Wish(options.kind, options.fields, known)
    return Task(source, wish, workspace.clock.zone, options.language, options.limits)


def _report(read: Reading, outcome: Outcome) -> FileReport:
    return FileReport(
        read.file,
        read.content,
        read.encoding,
        read.separator,
        read.heads,
        created=outcome.created,
        updated=outcome.updated,
        unchanged=outcome.unchanged,
        unread=tuple(sorted((*read.unread, *outcome.unread), key=lambda remark: remark.line)),
        warnings=tuple(sorted((*read.warnings, *outcome.warnings), key=lambda remark: remark.line)),
    )


def _with_unread_file(workspace: Workspace, source: Path, read: Reading, report: FileReport) -> FileReport:
    # where nothing was taken over, the source itself is the file of unread rows
    if not report.unread or not (report.created or report.updated or report.unchanged):
        return report
    kept = keep_unread(source, read, report.unread, workspace.book.path.parent)
    return replace(report, unread_file=str(kept) if kept else None)


def _has_changed(outcome: Outcome) -> bool:
    return bool(outcome.created.total() or outcome.updated.total())
