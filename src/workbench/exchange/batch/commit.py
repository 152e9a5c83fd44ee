"""One file becomes one batch: everything is matched first, then stored in slices of one transaction."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Protocol

from sqlalchemy.orm import Session

from workbench.exchange.batch.accounts import Accounts
from workbench.exchange.batch.calendar import Actions, Meetings
from workbench.exchange.batch.contacts import Contacts
from workbench.exchange.batch.context import Context, Terms
from workbench.exchange.batch.directory import Directory, folded_key
from workbench.exchange.batch.outcome import Outcome
from workbench.exchange.batch.staging import Staging
from workbench.exchange.batch.team import Team
from workbench.exchange.rows import BadRow, Record

AT_ONCE = 500
ORDER = ("team", "accounts", "contacts", "meetings", "actions")
Tick = Callable[[int, int], None]


class Taker(Protocol):
    """What stores the records of one kind."""

    def prepare(self, records: Sequence[Record]) -> None: ...

    def take(self, record: Record) -> None: ...


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage is looked for among a million new rows: it costs a third of the time and stalls the window."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_uncollected()
def store(session: Session, slices: Iterable[Sequence[Record]], terms: Terms, tick: Tick) -> Outcome:
    """Store the records of one file; `tick` hears what is done of how much, and stops it by raising.

    All records of a kind come before the next kind, in the order of `ORDER`.
    """
    context = Context(terms, Staging(session), Directory(session), Outcome())
    accounts, team = Accounts(context), Team(context)
    contacts = Contacts(context, accounts)
    takers: dict[str, Taker] = {"team": team, "accounts": accounts, "contacts": contacts}
    takers |= {"meetings": Meetings(context, accounts), "actions": Actions(context, accounts)}
    done = 0
    for some in slices:
        for kind, records in groupby(some, key=lambda record: record.kind):
            done += _take_all(takers[kind], list(records), context.outcome)
        tick(done, 0)
    accounts.settle_parents()
    team.settle_managers()
    _write(context.staging, done, 2 * done, tick)
    folded_key.cache_clear()
    return context.outcome


def in_order(slices: Iterable[Sequence[Record]]) -> Iterator[Sequence[Record]]:
    """The records of a file that holds several kinds: those that others refer to come first."""
    by_kind: dict[str, list[Record]] = {kind: [] for kind in ORDER}
    for some in slices:
        for record in some:
            by_kind[record.kind].append(record)
    # an exception to a series comes after its series
    by_kind["meetings"].sort(key=lambda record: "occurrence_on" in record.values)
    for records in by_kind.values():
        for begin in range(0, len(records), AT_ONCE):
            yield records[begin : begin + AT_ONCE]


def _take_all(taker: Taker, records: list[Record], outcome: Outcome) -> int:
    taker.prepare(records)
    for record in records:
        try:
            taker.take(record)
        except BadRow as bad:
            outcome.refuse(record, bad)
    return len(records)


def _write(staging: Staging, done: int, total: int, tick: Tick) -> None:
    waiting = max(staging.waiting, 1)
    stored = 0

    def stored_some(rows: int) -> None:
        nonlocal stored
        stored += rows
        tick(done + (total - done) * stored // waiting, total)

    staging.write(stored_some)
