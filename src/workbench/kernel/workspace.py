"""The open portfolio: everything is read and changed through it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from threading import RLock
from typing import Protocol

from sqlalchemy import MetaData
from sqlalchemy.orm import Session, configure_mappers, sessionmaker

from workbench.kernel import failures, journal
from workbench.kernel.clock import Clock
from workbench.kernel.command import Command, P, R
from workbench.kernel.database import Book, hold, reading_engine, turn_log_on, writing_engine
from workbench.kernel.errors import UserError
from workbench.kernel.journal import Author, Change, Intent, Past
from workbench.kernel.lock import holder_of
from workbench.kernel.place import Place, rescued
from workbench.kernel.reverting import revert
from workbench.kernel.words import N_


class Doubt(Protocol):
    """A check of the file that is under way: whether it is done, and its verdict, a UserError that refuses the file."""

    def is_done(self) -> bool: ...

    def verdict(self) -> None: ...


Keeper = Callable[[Session, Change], None]


class NothingToUndo(UserError):
    message = N_("There is nothing to undo.")


class NothingToRedo(UserError):
    message = N_("There is nothing to redo.")


class NoSuchChange(UserError):
    message = N_("There is no change {change}.")
    advice = N_("The history lists the changes with their numbers.")


@contextmanager
def part_of(session: Session) -> Iterator[None]:
    """A part of a change that leaves nothing behind where it fails, so that the rest can go on."""
    with session.begin_nested():
        yield


class Workspace:
    """An open portfolio. `do` runs a command, `read` gives a session that cannot write.

    Keepers run inside each transaction, after the change and before the commit: they keep what is derived from
    the records (the search index). Listeners are told after the commit. `metadata` gives all tables; it is asked for
    when something is first changed, because mapping those that a first look does not need takes a while.
    """

    def __init__(
        self, book: Book, metadata: Callable[[], MetaData], author: Author, clock: Clock, keepers: Sequence[Keeper] = ()
    ) -> None:
        self.book = book
        self.clock = clock
        self._metadata = metadata
        self._author = author
        self._keepers = keepers
        self._lock = RLock()
        self._writer = None if book.read_only else writing_engine(book, lambda: journal.triggers(metadata()))
        self._reader = reading_engine(book)
        self._writing = sessionmaker(self._writer, expire_on_commit=False)
        self._reading = sessionmaker(self._reader, expire_on_commit=False)
        self._listeners: list[Callable[[Change], None]] = []
        self._hooks: list[Callable[[], None]] = []
        self._closers: list[Callable[[], None]] = []
        self._doubt: Doubt | None = None
        if self._writer:
            turn_log_on(book)
        self._place = Place(book.path)
        self._lost: UserError | None = None
        self.when_closed(hold(book))

    def get_ready(self) -> None:
        """Do now what the first change, or a page that was not looked at yet, would have to wait for."""
        self._metadata()
        configure_mappers()
        if self._writer and not self._lost:
            with self._lock:
                self._writer.connect().close()

    def doubt(self, doubt: Doubt) -> None:
        """Wait for the verdict on the file before anything is changed in it."""
        self._doubt = doubt
        self._hooks.insert(0, self.make_sure)

    @property
    def is_judged(self) -> bool:
        """Whether `make_sure` answers at once."""
        return self._doubt is None or self._doubt.is_done()

    def make_sure(self) -> None:
        """Wait for the verdict on the file, where it is in doubt; Damaged if it is not whole."""
        if self._doubt:
            self._doubt.verdict()

    def subscribe(self, listener: Callable[[Change], None]) -> None:
        """Tell `listener` of every change, after it is saved, in the thread that made it."""
        self._listeners.append(listener)

    def check_writable(self) -> None:
        """Refuse to change a file that is only looked at: InUse while somebody else changes it, or ReadOnly."""
        if self._writer is None:
            holder = holder_of(self.book.path)
            if holder:
                raise failures.InUse(path=self.book.path.name, holder=holder)
            raise failures.ReadOnly(path=self.book.path.name)

    def before_changes(self, hook: Callable[[], None]) -> None:
        """Call `hook` before each change begins."""
        self._hooks.append(hook)

    def when_closed(self, closer: Callable[[], None]) -> None:
        """Run `closer` after the file is closed."""
        self._closers.append(closer)

    def read(self) -> Session:
        """A session that sees the portfolio as it is now and cannot change it; use it in a `with` block."""
        return self._reading()

    def do(self, command: Command[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a command as one change: saved, journalled and told when this returns."""
        with self.change(command.label) as session:
            return command.body(session, *args, **kwargs)

    @contextmanager
    def change(self, label: str, about: str = "") -> Iterator[Session]:
        """One change made of several steps; nothing of it stays if the block fails."""
        with self._transaction(Intent(label, about)) as (session, _):
            yield session

    def undo(self) -> Change:
        """Take back the newest change; NothingToUndo if there is none."""
        with self._lock:
            done = self.stacks().done
            if not done:
                raise NothingToUndo
            return self._revert(done[-1])

    def redo(self) -> Change:
        """Make again what was undone last; NothingToRedo if there is nothing."""
        with self._lock:
            undone = self.stacks().undone
            if not undone:
                raise NothingToRedo
            return self._revert(undone[-1])

    def revert(self, change_id: int) -> Change:
        """Take back one older change; values that have moved on since stay and are in the answer's conflicts."""
        with self._lock, self.read() as session:
            past = journal.past(session, change_id)
            if past is None:
                raise NoSuchChange(change=change_id)
            return self._revert(past)

    def stacks(self) -> journal.Stacks:
        """What can be undone and redone."""
        with self.read() as session:
            return journal.stacks(session)

    @property
    def undo_label(self) -> str | None:
        """The English label of what `undo` would take back."""
        done = self.stacks().done
        return done[-1].label if done else None

    @property
    def redo_label(self) -> str | None:
        """The English label of what `redo` would make again."""
        undone = self.stacks().undone
        return undone[-1].label if undone else None

    def close(self) -> None:
        """Close the file; the write-ahead log is folded into it."""
        self._dispose()
        for closer in self._closers:
            closer()
        self._closers.clear()

    def _dispose(self) -> None:
        self._reader.dispose()
        if self._writer:
            self._writer.dispose()

    def _revert(self, past: Past) -> Change:
        found: list[journal.Conflict] = []
        with self._transaction(Intent(past.label, past.about, past.id), found) as (session, told):
            found.extend(revert(session, past.id))
        return told[0]

    @contextmanager
    def _transaction(
        self, intent: Intent, conflicts: list[journal.Conflict] | None = None
    ) -> Iterator[tuple[Session, list[Change]]]:
        told: list[Change] = []
        self.check_writable()
        with self._lock:
            if self._lost:
                raise self._still_lost()
            for hook in self._hooks:
                hook()
            with self._writing.begin() as session:
                change_id = journal.begin(session, intent, self._author, self.clock.now())
                yield session, told
                session.flush()
                rows = journal.finish(session, change_id)
                change = Change(change_id, intent.label, intent.about, intent.reverts, rows, tuple(conflicts or ()))
                for keep in self._keepers:
                    keep(session, change)
            told.append(change)
            self._check_place()
            if change:
                self._publish(change)

    def _check_place(self) -> None:
        if not self._place.is_kept():
            self._lost = self._rescue()
            raise self._lost

    def _still_lost(self) -> UserError:
        if isinstance(self._lost, failures.Lost):
            self._lost = self._rescue()  # there may be room for a copy by now
        return self._lost or failures.Lost(path=self.book.path.name)

    def _rescue(self) -> UserError:
        """Save what the open connections hold, go on reading from the copy, and keep away from the path."""
        assert self._writer
        name, stamp = self.book.path.name, self.clock.now().strftime("%Y-%m-%d %H%M%S")
        connection = self._writer.raw_connection()
        copy = rescued(connection.driver_connection, self.book, stamp)
        connection.close()
        if copy is None:
            return failures.Lost(path=name)
        self._dispose()
        self._place.clear()
        self.book = replace(copy, read_only=True)
        self._reader = reading_engine(self.book)
        self._reading.configure(bind=self._reader)
        return failures.Moved(path=name, rescue=str(copy.path))

    def _publish(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)
